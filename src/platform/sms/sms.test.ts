import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderSms } from './folder.ts'
import { httpSms, type SmsHttpOptions } from './http.ts'
import { maskedNumber, type Sms } from './sender.ts'

const sms: Sms = {
  id: '0198-b',
  to: '13800138000',
  text: '验证码 "1234"，\\ 五分钟内有效。{{to}}',
  at: new Date('2026-11-21T02:00:00Z'),
}

let answer: { status: number; body: string } | null = { status: 200, body: '{}' }
const seen: { headers: IncomingHttpHeaders; body: string }[] = []
let server: Server
let url = ''

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    seen.push({ headers: request.headers, body })
    if (answer !== null) response.writeHead(answer.status).end(answer.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const sender = (changes: Partial<SmsHttpOptions> = {}) =>
  httpSms({
    url,
    template: '{"mobile":"{{to}}","params":[{"content":"【示例县】{{text}}"}],"id":"{{id}}","n":1}',
    secret: 'key',
    ok: null,
    timeoutMs: 2000,
    ...changes,
  })

describe('a provider over HTTP', () => {
  test('given a message, then it fills the template and no text breaks out of it; the body is signed', async () => {
    answer = { status: 200, body: '{"code":0}' }
    expect(await sender().send(sms)).toEqual({ sent: true, answer: '200 {"code":0}' })
    const { headers, body } = seen.at(-1) ?? { headers: {}, body: '' }
    expect(JSON.parse(body)).toEqual({
      mobile: sms.to,
      params: [{ content: `【示例县】${sms.text}` }],
      id: sms.id,
      n: 1,
    })
    expect(headers['x-gongkai-time']).toBe('1795226400')
    const expected = createHmac('sha256', 'key').update(`1795226400.${body}`).digest('hex')
    expect(headers['x-gongkai-signature']).toBe(expected)
  })

  test.each([
    ['data.code=0', '{"data":{"code":0}}', true],
    ['data.code=0', '{"data":{"code":"0"}}', true],
    ['Code=OK', '{"Code":"isv.LIMIT"}', false],
    ['code=0', 'no json', false],
    ['toString=0', '{}', false],
  ])('given that %s tells success, then %s counts accordingly', async (ok, body, taken) => {
    answer = { status: 200, body }
    const sending = sender({ ok }).send(sms)
    if (taken) expect(await sending).toMatchObject({ sent: true })
    else await expect(sending).rejects.toMatchObject({ code: 'sms_refused' })
  })

  test('given a refusal, then it is final and tells the words of the provider, but not the number', async () => {
    answer = { status: 403, body: `no balance for ${sms.to}` }
    const trouble = await sender()
      .send(sms)
      .catch(error => error)
    expect(trouble).toMatchObject({ code: 'sms_refused', says: { zh: expect.stringContaining('no balance for ***') } })
    expect(JSON.stringify([trouble, trouble.message])).not.toContain(sms.to)
  })

  test.each([500, 503, 429])('given the status %i, then it may pass', async status => {
    answer = { status, body: '' }
    await expect(sender().send(sms)).rejects.toMatchObject({ code: 'sms_away' })
  })

  test('given no answer or no server, then it is away; given a redirect, then nothing follows it', async () => {
    answer = null
    await expect(sender({ timeoutMs: 50 }).send(sms)).rejects.toMatchObject({ code: 'sms_away' })
    await expect(sender({ url: 'http://127.0.0.1:9/' }).send(sms)).rejects.toMatchObject({ code: 'sms_away' })
    answer = { status: 302, body: '' }
    await expect(sender().send(sms)).rejects.toMatchObject({ code: 'sms_refused' })
  })

  test('given no mobile number, then nothing is sent and the sentence shows none of it', async () => {
    const before = seen.length
    await expect(sender().send({ ...sms, to: '010-12345678' })).rejects.toMatchObject({
      code: 'sms_invalid',
      says: { zh: '************ 不是手机号码。' },
    })
    expect(seen).toHaveLength(before)
  })

  test.each(['', '{', '{"mobile":"{{to}}"}', '"{{text}}"'])('given the template %j, then it is refused', template => {
    expect(() => sender({ template })).toThrow(expect.objectContaining({ code: 'sms_template' }))
  })
})

describe('short messages into a folder', () => {
  test('given a message, then its file shows the text and hides the number', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-sms-'))
    const { sent, answer: path } = await folderSms(join(folder, 'sms')).send(sms)
    expect(sent).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const written = readFileSync(path, 'utf8')
    expect(JSON.parse(written)).toMatchObject({ to: '138****8000', text: sms.text })
    expect(written).not.toContain(sms.to)
    rmSync(folder, { recursive: true, force: true })
  })
})

test('given any number, then a log shows no more than its ends', () => {
  expect(['13912345678', '12345', ''].map(maskedNumber)).toEqual(['139****5678', '*****', ''])
})
