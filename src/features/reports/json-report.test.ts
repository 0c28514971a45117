import { expect, test } from 'vitest'
import { balancedReport } from '../../../test/support/reports.ts'
import { reportInJson } from './json-report.ts'

const report = balancedReport(1, '2021')
const read = (text: string) => reportInJson(new TextEncoder().encode(text))

test('a report is taken bare, as a line of check, with a byte order mark, and indented', () => {
  for (const text of [
    JSON.stringify(report),
    `${JSON.stringify({ file: 'a', report, findings: [] })}\n`,
    `\ufeff${JSON.stringify(report)}`,
    JSON.stringify(report, null, 2),
  ]) {
    expect(read(text)).toEqual({ ok: true, report })
  }
})

test('other text, and other JSON, is left to the readers of documents', () => {
  for (const text of ['', '一、总体情况', '[1]', '{"a":1}', '正文提到 gongkai.report/1 {}'])
    expect(read(text)).toBeNull()
})

test('a broken or foreign one is refused, not read as text', () => {
  for (const text of [
    JSON.stringify(report).slice(0, -5),
    '{"schema":"gongkai.report/1"}',
    `${JSON.stringify(report)}\n{}`,
  ]) {
    expect(read(text)).toMatchObject({ ok: false, trouble: { code: 'damaged' } })
  }
})
