import { describe, expect, it } from 'vitest'
import { type Statistics, sheetsOf } from './statistics-sheets.ts'
import { tableThree } from './table-three.ts'

const period = { from: '2026-01-01', until: '2026-12-31' }
const counts = [
  { line: 'new' as const, applicant: 'natural_person' as const, count: 8 },
  { line: 'granted' as const, applicant: 'natural_person' as const, count: 5 },
]
const answer: Statistics = {
  ...period,
  lines: counts,
  channels: [
    { channel: 'in_person', count: 3 },
    { channel: 'mail_plain', count: 5 },
  ],
  months: [{ month: '2026-11', received: 8, ended: 6 }],
  durations: { count: 6, mean: 14.25, median: 13, ninth: null, longest: 25 },
  ...{ inTime: 5, late: 1, extended: 1, reopened: 0, reversed: 2, feesCharged: 12.5 },
  beside: { recordCorrections: 1, enquiries: 2 },
}
const sheets = sheetsOf(answer, tableThree(counts, period, 'zh').cells, ({ zh }) => zh)
const rowsOf = (name: string) => sheets.find(sheet => sheet.name === name)?.rows ?? []

describe('the statistics of requests as a file (D§3.7 A6)', () => {
  it('given a period, then table 三, the time taken, the channels and the months are all in it', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      '收到和处理申请情况',
      '办理用时和按期率',
      '收到渠道',
      '各月收到和办结',
    ])
    expect(rowsOf('收到渠道')).toEqual([
      ['渠道', '件数'],
      ['当面提交', 3],
      ['平常信函', 5],
    ])
    expect(rowsOf('各月收到和办结').slice(1)).toEqual([['2026-11', 8, 6]])
  })

  it('given figures, then each is a number that can be added up, and what was not measured is empty', () => {
    for (const { rows } of sheets) {
      const [, ...lines] = rows
      expect(lines.length).toBeGreaterThan(0)
      for (const [name, ...figures] of lines) {
        expect(typeof name).toBe('string')
        for (const figure of figures) expect(figure === null || typeof figure === 'number').toBe(true)
      }
    }
    const taken = rowsOf('办理用时和按期率')
    expect(taken).toContainEqual(['平均（工作日）', 14.3])
    expect(taken).toContainEqual(['九成在…个工作日内', null])
    expect(taken).toContainEqual(['被复议、诉讼纠正', 2])
    expect(taken).toContainEqual(['实收信息处理费（元）', 12.5])
    const all = rowsOf('收到和处理申请情况').find(([name]) => String(name).includes('本年新收'))
    expect(all?.at(-1)).toBe(8)
  })
})
