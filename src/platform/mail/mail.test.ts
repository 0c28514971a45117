import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '../../../test/support/smtp-server.ts'
import { folderMailer } from './folder.ts'
import { isMailAddress, type Message } from './message.ts'
import { smtpMailer } from './smtp.ts'

const from = '示例县政府办公室 <gongkai@example.gov.cn>'
const message: Message = {
  id: '0198-a',
  to: 'someone@example.org',
  subject: '您的申请已收到：受理号 2026-0001',
  text: '请于收到之日起……\n.\n单独一个点的行也要送到。\n',
  at: new Date('2026-11-21T02:00:00Z'),
}

let smtp: TestSmtp
beforeAll(async () => {
  smtp = await startSmtp({ 'nobody@example.org': 550, 'full@example.org': 452 })
})
afterAll(() => smtp.close())

const mailer = (url = smtp.url) => smtpMailer({ url, from, timeoutMs: 2000 })

/** Header lines unfolded, words decoded, and the text decoded. */
function opened(raw: string) {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const word = (_: string, kind: string, coded: string) =>
    kind === 'B'
      ? Buffer.from(coded, 'base64').toString()
      : Buffer.from(
          coded
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString()
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = lines.map(line => line.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, word))
  return { headers, body: body.join('\r\n\r\n') }
}

describe('mail through a server', () => {
  test('given a message, when it is sent, then the server has it whole and its answer is the proof', async () => {
    const evidence = await mailer().send(message)
    expect(evidence).toEqual({
      sent: true,
      messageId: '<0198-a@example.gov.cn>',
      answer: expect.stringMatching(/^250 .*queued as T-1/),
    })
    const mail = smtp.mails.at(-1)
    expect(mail).toMatchObject({ from: 'gongkai@example.gov.cn', to: ['someone@example.org'] })
    const { headers, body } = opened(mail?.raw ?? '')
    expect(headers).toContain('Subject: 您的申请已收到：受理号 2026-0001')
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(headers).toContain('Date: Sat, 21 Nov 2026 02:00:00 +0000')
    expect(headers).toContain('Message-ID: <0198-a@example.gov.cn>')
    expect(Buffer.from(body, 'base64').toString().replace(/\r\n/g, '\n')).toContain('\n.\n单独一个点的行')
  })

  test('given a file beside the text, then it arrives under its Han name', async () => {
    const content = Buffer.from('%PDF-1.7 答复')
    await mailer().send({ ...message, attachments: [{ name: '答复书.pdf', type: 'application/pdf', content }] })
    const raw = smtp.mails.at(-1)?.raw ?? ''
    expect(raw).toContain(content.toString('base64'))
    expect(decodeURIComponent(raw.replace(/\s+/g, ''))).toContain('答复书.pdf')
  })

  test.each<[string, Partial<Message>, string]>([
    ['a second header in the subject', { subject: '通知\r\nBcc: other@example.org' }, 'subject'],
    ['a bare line feed in the subject', { subject: '通知\nX: y' }, 'subject'],
    ['a second recipient', { to: 'a@example.org, b@example.org' }, 'to'],
    ['a name around the address', { to: 'A <a@example.org>' }, 'to'],
    ['a header in the address', { to: 'a@example.org\r\nBcc: b@example.org' }, 'to'],
    ['no address', { to: '张三' }, 'to'],
    [
      'a header in a file name',
      { attachments: [{ name: 'a\r\nX: y', type: 'text/plain', content: Buffer.from('') }] },
      'attachments[0]',
    ],
    [
      'a header in a type',
      { attachments: [{ name: 'a', type: 'text/plain\r\nX: y', content: Buffer.from('') }] },
      'attachments[0]',
    ],
  ])('given %s, then nothing is sent and the field is named', async (_, changes, at) => {
    const before = smtp.mails.length
    await expect(mailer().send({ ...message, ...changes })).rejects.toMatchObject({ code: 'mail_invalid', at })
    expect(smtp.mails).toHaveLength(before)
  })

  test('given addresses, then those that can be written to are told', () => {
    const good = ['a@b.cn', "o'hara+x@sub.example.org", '0712@qq.com', 'a@政务.中国']
    const bad = [
      '',
      'a',
      '@b.cn',
      'a@',
      'a b@c.cn',
      '"a"@b.cn',
      'a@b..cn',
      `${'a'.repeat(65)}@b.cn`,
      'a@b.cn ',
      'a@b.cn\n',
    ]
    expect([...good, ...bad].filter(isMailAddress)).toEqual(good)
  })

  test('given a server that will not take it, then that is final; given one that is full, it may pass', async () => {
    await expect(mailer().send({ ...message, to: 'nobody@example.org' })).rejects.toMatchObject({
      code: 'mail_refused',
      says: { zh: expect.stringContaining('not here') },
    })
    await expect(mailer().send({ ...message, to: 'full@example.org' })).rejects.toMatchObject({ code: 'mail_away' })
  })

  test('given a wrong password, then it is refused, and no trouble holds the password', async () => {
    const wrong = mailer(smtp.url.replace('geheim', 'wrong-secret'))
    const trouble = await wrong.check().catch(error => error)
    expect(trouble).toMatchObject({ code: 'mail_refused' })
    expect(JSON.stringify([trouble, trouble.cause?.message, trouble.stack])).not.toContain('wrong-secret')
    await mailer().check()
  })

  test('given no server, or one that never speaks, then it is away', async () => {
    await expect(mailer('smtp://127.0.0.1:9').send(message)).rejects.toMatchObject({ code: 'mail_away' })
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise(resolve => mute.once('listening', resolve))
    const { port } = mute.address() as { port: number }
    const waiting = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from, timeoutMs: 50 })
    await expect(waiting.send(message)).rejects.toMatchObject({ code: 'mail_away' })
    mute.close()
  })
})

describe('mail into a folder', () => {
  test('given a message, then an .eml file is there once, for its owner only, and nothing claims it was sent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'))
    const outbox = join(folder, 'outbox')
    const first = await folderMailer(outbox, from).send(message)
    await folderMailer(outbox, from).send(message)
    expect(first).toEqual({ sent: false, messageId: '<0198-a@example.gov.cn>', answer: join(outbox, '0198-a.eml') })
    expect(readdirSync(outbox)).toEqual(['0198-a.eml'])
    expect(statSync(first.answer).mode & 0o777).toBe(0o600)
    expect(opened(readFileSync(first.answer, 'utf8')).headers).toContain('To: someone@example.org')
    rmSync(folder, { recursive: true, force: true })
  })
})
