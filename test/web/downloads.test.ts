import { describe, expect, it } from 'vitest'
import { samples } from '../../src/features/reports/samples.ts'
import { testSite, textAt, uploaded } from './support.ts'

const slips = samples[1]?.report
if (!slips) throw new Error('samples')

async function withSlips() {
  const { app } = testSite()
  const place = await uploaded(app, [['slips.json', JSON.stringify(slips)]])
  return { app, place }
}

describe('a download', () => {
  it.each(['docx', 'pdf', 'xlsx', 'html', 'txt', 'csv', 'json'])(
    'as %s has its type and a name in Chinese',
    async format => {
      const { app, place } = await withSlips()
      const answer = await app.request(`${place}/download/${format}`)
      expect(answer.status).toBe(200)
      const disposition = answer.headers.get('content-disposition') ?? ''
      const name = decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '')
      expect(name).toBe(`示例市水务局2023年政府信息公开工作年度报告.${format}`)
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; /)
    },
  )

  it('as json is the report itself', async () => {
    const { app, place } = await withSlips()
    expect(JSON.parse(await textAt(app, `${place}/download/json`))).toEqual(slips)
  })

  it('as csv lists every cell of the form with its raw text', async () => {
    const { app, place } = await withSlips()
    const bytes = new Uint8Array(await (await app.request(`${place}/download/csv`)).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toBe('id,label,value,kind,raw,place')
    expect(lines.find(l => l.startsWith('requests.new.total,'))).toContain(',17,number,17,')
  })

  it('of an unknown format is not found', async () => {
    const { app, place } = await withSlips()
    expect((await app.request(`${place}/download/exe`)).status).toBe(404)
  })

  it('that the writer cannot make says so, and the results stay', async () => {
    const says = { zh: '写不出来。', en: 'Cannot write.' }
    const engine = {
      ...(await import('../support/small-engine.ts')).smallEngine,
      write: async () => ({ ok: false, error: { code: 'fault', says } }) as const,
    }
    const { app } = testSite({ engine })
    const place = await uploaded(app, [['slips.json', JSON.stringify(slips)]])
    const answer = await app.request(`${place}/download/pdf`)
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('写不出来。')
    expect((await app.request(place)).status).toBe(200)
  })
})

describe('the findings of a batch', () => {
  it('come as one csv, files that failed with their sentence, formulas made harmless', async () => {
    const { app } = testSite()
    const evil = { ...slips, agency: '=HYPERLINK("http://x")' }
    const place = await uploaded(app, [
      ['+bad', 'x'],
      ['evil.json', JSON.stringify(evil)],
    ])
    const text = await textAt(app, `${place}/findings.csv`)
    expect(text).toContain("'+bad,")
    expect(text).toContain('unknown_format')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).not.toMatch(/(^|[\n,])[=+@]/)
  })
})
