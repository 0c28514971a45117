import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { renderReport } from '../../src/features/reports/render.ts'
import { gongkai, linesOf, scratch, soundFile, wrongReport } from '../support/command-line.ts'
import { balancedReport, withCell } from '../support/reports.ts'

const here = scratch()
afterAll(() => here.drop())

const sound = here.write('sound.txt', await soundFile())
const wrong = here.write('wrong.txt', await renderReport(wrongReport(), 'txt'))

describe('one report', () => {
  test('without fault: exit 0, one line of JSON with report and findings', async () => {
    const ran = await gongkai(['check', '--format', 'json', sound])
    const [line, ...more] = linesOf(ran)
    expect(ran.code).toBe(0)
    expect(ran.err).toBe('')
    expect(more).toEqual([])
    expect(Object.keys(line ?? {})).toEqual(['file', 'report', 'findings'])
    expect(line?.file).toBe(sound)
    expect(line?.report?.tables).toEqual(balancedReport(1, '2021').tables)
    expect(line?.findings?.filter(f => f.severity === 'error')).toEqual([])
  })

  test('with a wrong total: exit 1, the rules that fail are named', async () => {
    const ran = await gongkai(['check', '--format', 'json', wrong])
    expect(ran.code).toBe(1)
    const rules = linesOf(ran)[0]?.findings?.map(f => f.rule)
    expect(rules).toContain('requests.row_total')
    expect(rules).toContain('requests.balance')
  })

  test('as text: agency, year, form, the finding with its line, the explanation', async () => {
    const { code, out } = await gongkai(['check', wrong])
    const { agency, year } = wrongReport()
    expect(code).toBe(1)
    expect(out).toContain(`${agency}  ${year} 年度  2021 年格式`)
    expect(out).toMatch(/错误 {2}.*第\d+行/)
    expect(out).toContain('依据：')
    expect(out).toContain('分析')
  })

  test('in English no Chinese is left but names and the words of the paper', async () => {
    const { out } = await gongkai(['check', '--lang', 'en', wrong])
    expect(out).toMatch(/error {2}Row/)
    expect(out).toContain('Explanation')
  })

  test.each(['docx', 'html', 'xlsx', 'pdf', 'txt'] as const)('as %s it reads the same', async format => {
    const file = here.write(`same-${format}.dat`, await soundFile(format))
    const ran = await gongkai(['check', '--format', 'json', file])
    expect(ran.code).toBe(0)
    expect(linesOf(ran)[0]?.report?.tables).toEqual(balancedReport(1, '2021').tables)
  })

  test('from standard input', async () => {
    const ran = await gongkai(['check', '--format', 'json', '-'], await soundFile())
    expect(ran.code).toBe(0)
    expect(linesOf(ran).map(l => [l.file, l.report?.agency])).toEqual([['-', balancedReport(1, '2021').agency]])
  })

  test('as JSON it was given out as, bare or as a line of check', async () => {
    const report = wrongReport()
    const bare = here.write('bare.json', JSON.stringify(report, null, 2))
    const line = here.write('line.json', `${JSON.stringify({ file: 'x', report, findings: [] })}\n`)
    const ran = await gongkai(['check', '--format', 'json', bare, line])
    expect(ran.code).toBe(1)
    expect(linesOf(ran).map(l => l.report)).toEqual([report, report])
  })
})

describe('many reports', () => {
  test('a folder is walked by name, links followed, loops and litter left out', async () => {
    for (const name of ['b/2.txt', 'b/1.txt', 'a.txt', '.hidden/x.txt', '~$a.txt']) {
      here.write(`folder/${name}`, await soundFile('txt', 2))
    }
    symlinkSync(here.path('folder'), here.path('folder/b/loop'))
    mkdirSync(here.path('folder/empty'))
    const ran = await gongkai(['check', '--format', 'json', here.path('folder')])
    expect(ran.code).toBe(0)
    expect(linesOf(ran).map(l => l.file)).toEqual(['a.txt', 'b/1.txt', 'b/2.txt'].map(n => here.path(`folder/${n}`)))
  })

  test('a zip is unpacked, one inside it too; names may be Han', async () => {
    const inner = zipSync({ '内层.txt': await soundFile('txt', 3) })
    const zip = here.write('reports.zip', zipSync({ '年报/甲.txt': await soundFile(), '乙.zip': inner }))
    const ran = await gongkai(['check', '--format', 'json', zip])
    expect(ran.code).toBe(0)
    expect(linesOf(ran).map(l => l.file)).toEqual([`${zip}/年报/甲.txt`, `${zip}/乙.zip/内层.txt`])
  })

  test('results keep the order given, however many work at once, and the summary counts them', async () => {
    const files = Array.from({ length: 12 }, (_, i) => (i % 3 === 1 ? wrong : sound))
    const [json, text] = await Promise.all([
      gongkai(['check', '--format', 'json', '--jobs', '4', ...files]),
      gongkai(['check', '--jobs', '4', ...files]),
    ])
    expect(json.code).toBe(1)
    expect(linesOf(json).map(l => l.file)).toEqual(files)
    expect(text.out).toContain('共 12 份：8 份没有错误，4 份有错误，0 份不能读取。')
  })

  test('a folder without files is said to be one', async () => {
    const { code, err } = await gongkai(['check', here.path('folder/empty')])
    expect(code).toBe(2)
    expect(err).toContain('没有文件')
  })
})

describe("with last year's reports", () => {
  const last = { ...balancedReport(5, '2021'), agency: '青松市教育局', year: 2022 }
  const next = withCell({ ...balancedReport(6, '2021'), agency: '青松市教育局', year: 2023 }, ...carriedInWrong(last))

  test('the chain is checked where agency and year fit', async () => {
    const before = here.write('before/2022.json', JSON.stringify(last))
    const now = here.write('2023.json', JSON.stringify(next))
    const ran = await gongkai(['check', '--format', 'json', '--previous', here.path('before'), now])
    expect(ran.code).toBe(1)
    expect(linesOf(ran)[0]?.findings?.map(f => f.rule)).toContain('year.carry')
    expect(ran.err).toBe('')
    const alone = await gongkai(['check', '--format', 'json', now])
    expect(linesOf(alone)[0]?.findings?.map(f => f.rule)).not.toContain('year.carry')
    expect(before).toContain('2022')
  })

  test('one that fits no report is said to', async () => {
    const stranger = here.write('stranger.json', JSON.stringify({ ...last, agency: '云溪县水利局' }))
    const now = here.write('2023.json', JSON.stringify(next))
    const ran = await gongkai(['check', '--format', 'json', '--previous', stranger, now])
    expect(linesOf(ran)[0]?.findings?.map(f => f.rule)).not.toContain('year.carry')
    expect(ran.err).toContain('没有配上任何报告')
  })

  test('one that cannot be read is said to, and the rest is done', async () => {
    const ran = await gongkai(['check', '--format', 'json', '--previous', here.path('nowhere.json'), sound])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('nowhere.json 不能读取')
    expect(linesOf(ran)[0]?.report?.year).toBe(balancedReport(1, '2021').year)
  })
})

test('a reader that goes away ends the program quietly', async () => {
  const child = spawn(process.execPath, [resolve('bin/gongkai.js'), 'check', ...Array(60).fill(wrong)])
  const err: Buffer[] = []
  child.stderr.on('data', chunk => err.push(chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  await once(child, 'close')
  expect(Buffer.concat(err).toString()).toBe('')
})

/** The arguments that make one applicant's carry-over differ by three from what last year carried out. */
function carriedInWrong(last: ReturnType<typeof balancedReport>) {
  const value = (last.tables.requests.carried_out?.natural_person ?? 0) + 3
  return ['requests.carried_in.natural_person', value, { kind: 'number', raw: String(value) }] as const
}
