import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { samples } from '../../src/features/reports/samples.ts'
import { testSite } from './support.ts'

const slips = JSON.stringify(samples[1]?.report)

async function open(app: Hono) {
  const answer = await app.request('/api/reports/visits', { method: 'POST' })
  const given: { readonly visit: string; readonly path: string } = await answer.json()
  return given
}

async function send(app: Hono, visit: string, name: string, body: string) {
  const answer = await app.request(`/api/reports/visits/${visit}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

describe('the interface for programs', () => {
  it('takes files one by one and answers a line for every report', async () => {
    const { app } = testSite()
    const { visit, path } = await open(app)
    const one = await send(app, visit, '报告.json', slips)
    expect(JSON.parse(one.text)).toMatchObject({
      n: 1,
      file: '报告.json',
      agency: '示例市水务局',
      year: 2023,
      path: `${path}/1`,
      counts: { error: 2 },
    })
    const two = await send(app, visit, 'two.zip', `[${slips},${slips}]`)
    expect(two.text.trim().split('\n')).toHaveLength(2)
  })

  it('answers a file that fails with its code and sentence', async () => {
    const { app } = testSite()
    const { visit } = await open(app)
    const { text } = await send(app, visit, 'x.jpg', 'x')
    expect(JSON.parse(text)).toMatchObject({ n: 1, file: 'x.jpg', error: { code: 'unknown_format' } })
  })

  it('gives everything of a visit as the command line would', async () => {
    const { app } = testSite()
    const { visit } = await open(app)
    await send(app, visit, 'a', slips)
    await send(app, visit, 'b', 'x')
    const whole = await (await app.request(`/api/reports/visits/${visit}`)).json()
    expect(whole).toMatchObject({
      files: [
        { file: 'a', report: { schema: 'gongkai.report/1' }, findings: [{ severity: 'error' }, { severity: 'error' }] },
        { file: 'b', error: { code: 'unknown_format' } },
      ],
    })
  })

  it('refuses what is too large, with the limits', async () => {
    const { app } = testSite()
    const { visit } = await open(app)
    const { status, text } = await send(app, visit, 'big', 'x'.repeat(60_001))
    expect(status).toBe(413)
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'too_large' } })
  })

  it('says when the visit is over', async () => {
    const { status, text } = await send(testSite().app, 'guess', 'a', slips)
    expect(status).toBe(410)
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'unknown' } })
  })

  it('says when the visit is full', async () => {
    const { app } = testSite({ visitBytes: 1_000 })
    const { visit } = await open(app)
    const { text } = await send(app, visit, 'a', slips)
    expect(JSON.parse(text)).toMatchObject({ stopped: 'full' })
  })
})
