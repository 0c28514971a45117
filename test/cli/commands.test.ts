import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Clock } from '../../src/domain/clock/index.ts'
import { type Report, valueAt } from '../../src/domain/report/report.ts'
import { gongkai, linesOf, scratch, soundFile, wrongReport } from '../support/command-line.ts'
import { balancedReport } from '../support/reports.ts'

const here = scratch()
afterAll(() => here.drop())

const report = balancedReport(1, '2021')
const json = here.write('report.json', JSON.stringify(report))

describe('render', () => {
  test.each(['docx', 'pdf', 'html', 'xlsx', 'txt', 'json'])('to %s, which reads back the same', async format => {
    const output = here.path(`out.${format}`)
    const ran = await gongkai(['render', json, '-o', output])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain(output)
    const back = await gongkai(['check', '--format', 'json', output])
    expect(linesOf(back)[0]?.report?.tables).toEqual(report.tables)
  })

  test('from any file that can be read, not only from JSON', async () => {
    const input = here.write('in.docx', await soundFile('docx'))
    const ran = await gongkai(['render', input, '-o', here.path('from-docx.txt')])
    expect(ran.code).toBe(0)
    expect(readFileSync(here.path('from-docx.txt'), 'utf8')).toContain(report.agency)
  })

  test('a report with errors is written as it is', async () => {
    const wrong = wrongReport()
    const input = here.write('wrong.json', JSON.stringify(wrong))
    const ran = await gongkai(['render', input, '-o', here.path('wrong.html')])
    expect(ran.code).toBe(0)
    const back = await gongkai(['check', '--format', 'json', here.path('wrong.html')])
    expect(linesOf(back)[0]?.report?.tables).toEqual(wrong.tables)
  })

  const refusals: [string, string[], RegExp][] = [
    ['an ofd file', [json, '-o', 'x.ofd'], /目前还不能写成 ofd/],
    ['an unknown format', [json, '-o', 'x.rtf'], /不能写成“rtf”格式/],
    ['a folder that is not there', [json, '-o', here.path('none/x.txt')], /没有这个文件夹/],
    ['the input itself', [json, '-o', json], /输出文件就是输入文件/],
    ['an input that is not there', [here.path('none.json'), '-o', here.path('x.txt')], /没有这个文件/],
  ]
  test.each(refusals)('refuses %s', async (_, args, sentence) => {
    const ran = await gongkai(['render', ...args])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(sentence)
  })

  test('refuses more than one report', async () => {
    here.write('two/1.json', JSON.stringify(report))
    here.write('two/2.json', JSON.stringify(report))
    const ran = await gongkai(['render', here.path('two'), '-o', here.path('x.txt')])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('2 份报告')
  })
})

describe('compare', () => {
  const other: Report = { ...balancedReport(2, '2019'), agency: '云溪县水利局' }
  const second = here.write('other.json', JSON.stringify(other))

  test('puts figures of two editions side by side', async () => {
    const ran = await gongkai(['compare', '--format', 'json', json, second])
    expect(ran.code).toBe(0)
    const [{ reports, rows }] = linesOf<{ reports: Report[]; rows: Row[] }>(ran) as [{ reports: Report[]; rows: Row[] }]
    expect(reports.map(r => r.edition)).toEqual(['2021', '2019'])
    const news = rows.find(r => r.lines[0] === 'new' && r.column?.id === 'total')
    const values = [report, other].map(r => valueAt(r, 'requests.new.total') ?? Number.NaN)
    expect(news?.values).toEqual(values)
    expect(news?.differences[1]).toBe((values[1] ?? 0) - (values[0] ?? 0))
  })

  test('as a table for people', async () => {
    const { code, out } = await gongkai(['compare', json, second])
    expect(code).toBe(0)
    expect(out).toContain('云溪县水利局')
    expect(out).toMatch(/\[1\] +\[2\] +±/)
  })

  test('needs two, and all of them readable', async () => {
    const one = await gongkai(['compare', json])
    expect([one.code, one.out]).toEqual([2, ''])
    expect(one.err).toContain('至少需要两份')
    const half = await gongkai(['compare', json, second, here.path('none.txt')])
    expect([half.code, half.out]).toEqual([2, ''])
    expect(half.err).toContain('[not_found]')
  })

  interface Row {
    readonly lines: readonly string[]
    readonly column: { readonly id: string } | null
    readonly values: readonly number[]
    readonly differences: readonly number[]
  }
})

describe('aggregate', () => {
  const year = 2023
  const members = [3, 4].map(seed => ({ ...balancedReport(seed, '2021'), agency: `青松市第${seed}局`, year }))
  const files = members.map(m => here.write(`${m.agency}.json`, JSON.stringify(m)))
  const sum = members.reduce((all, m) => all + (valueAt(m, 'requests.new.total') ?? 0), 0)

  test('adds the members up and balances', async () => {
    const ran = await gongkai(['aggregate', '--format', 'json', '--agency', '青松市人民政府', ...files])
    expect([ran.code, ran.err]).toEqual([0, ''])
    const [line] = linesOf<{ report: Report; intervals: object }>(ran)
    expect(line?.report.agency).toBe('青松市人民政府')
    expect(line && valueAt(line.report, 'requests.new.total')).toBe(sum)
    expect(line?.intervals).toEqual({})
  })

  test('a missing member makes bounds, not a wrong sum', async () => {
    const args = ['--agency', '青松市人民政府', '--missing', '青松市第9局', ...files]
    const [json, text] = await Promise.all([
      gongkai(['aggregate', '--format', 'json', ...args]),
      gongkai(['aggregate', ...args]),
    ])
    const [line] = linesOf<{ report: Report; intervals: Record<string, object> }>(json)
    expect(line && valueAt(line.report, 'requests.new.total')).toBeNull()
    expect(line?.intervals['requests.new.total']).toEqual({ low: sum, high: null })
    expect(text.out).toContain('缺报：青松市第9局')
    expect(text.out).toContain(`不少于 ${sum}`)
  })

  test('writes the sum as a document when asked', async () => {
    const output = here.path('sum.docx')
    const ran = await gongkai(['aggregate', '--agency', '青松市人民政府', '-o', output, ...files])
    expect(ran.code).toBe(0)
    const back = await gongkai(['check', '--format', 'json', output])
    const read = linesOf(back)[0]?.report
    expect(read && valueAt(read, 'requests.new.total')).toBe(sum)
  })

  test('refuses one member twice', async () => {
    const ran = await gongkai(['aggregate', '--agency', 'x', ...files, ...files])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('出现了两次')
  })
})

describe('clock', () => {
  const running = { received: '2026-04-13', events: [], today: '2026-05-06' }
  const broken = ['{"received":', '{"received":"2026-02-30","events":[],"today":"2026-05-06"}', '[]']
  const lines = [JSON.stringify(running), ...broken, '', JSON.stringify({ ...running, today: '2026-06-30' })]
  const file = here.write('history.ndjson', lines.join('\n'))

  test('one line a history; a malformed line is named and harms no other', async () => {
    const ran = await gongkai(['clock', '--format', 'json', file])
    expect(ran.code).toBe(2)
    const results = linesOf<Clock & { line?: number; error?: { code: string; says: string } }>(ran)
    expect(results.map(r => r.error?.code ?? r.state)).toEqual([
      'running',
      'bad_json',
      'bad_date',
      'bad_history',
      'running',
    ])
    expect(results.map(r => r.line)).toEqual([undefined, 2, 3, 4, undefined])
    expect(results[0]).toEqual({ state: 'running', due: '2026-05-13', remaining: 6, provisional: false })
    expect(results[4]?.remaining).toBeLessThan(0)
  })

  test('--days explains each day with its article', async () => {
    const ran = await gongkai(['clock', '--days', '-'], JSON.stringify(running))
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('还剩 6 个工作日')
    expect(ran.out).toMatch(/2026-04-14 +1 /)
    expect(ran.out).toContain('劳动节')
  })

  test('--today stands in where a history names none', async () => {
    const ran = await gongkai(
      ['clock', '--format', 'json', '--today', '2026-05-06', '-'],
      '{"received":"2026-04-13","events":[]}',
    )
    expect(linesOf<Clock>(ran)[0]?.remaining).toBe(6)
    const wrong = await gongkai(['clock', '--today', 'soon', '-'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('soon')
  })

  test('a file that is not there', async () => {
    const ran = await gongkai(['clock', here.path('none.ndjson')])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('没有这个文件')
  })
})

describe('fee', () => {
  // 办法2020-109 Art.5: 1-10 items free, 11-30 at 100 yuan, from 31 each further ten 100 more.
  test('by items', async () => {
    const ran = await gongkai(['fee', '--items', '12', '--format', 'json'])
    expect(ran.code).toBe(0)
    expect(linesOf<{ total: number }>(ran)[0]?.total).toBe(200)
  })

  // 1-30 pages free, 31-100 at 10 yuan.
  test('by pages, for people', async () => {
    const { code, out } = await gongkai(['fee', '--pages', '31'])
    expect(code).toBe(0)
    expect(out).toContain('合计  10 元')
  })

  test('by one scheme only', async () => {
    for (const args of [[], ['--items', '1', '--pages', '1']]) {
      const ran = await gongkai(['fee', ...args])
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain('二者只取其一')
    }
  })
})

describe('workdays', () => {
  test('across a holiday and its make-up day', async () => {
    const ran = await gongkai(['workdays', '2026-04-13', '20'])
    expect([ran.code, ran.out]).toEqual([0, '2026-05-13\n'])
  })

  test('backwards, as JSON', async () => {
    const ran = await gongkai(['workdays', '2026-04-13', '-1', '--format', 'json'])
    expect(ran.code).toBe(0)
    expect(linesOf(ran)).toEqual([{ from: '2026-04-13', days: -1, date: '2026-04-10', provisional: false }])
  })

  test('into a year whose holidays are not known', async () => {
    const { out } = await gongkai(['workdays', '2030-01-01', '5'])
    expect(out).toContain('暂按周一至周五')
  })

  test('what is no date or no number is refused', async () => {
    for (const [date, n] of [
      ['2026-02-30', '1'],
      ['2026-04-13', 'x'],
    ] as const) {
      const ran = await gongkai(['workdays', date, n])
      expect([ran.code, ran.out]).toEqual([2, ''])
    }
  })
})
