import { describe, expect, it } from 'vitest'
import { check } from '../../src/domain/report/check/index.ts'
import { readReport } from '../../src/domain/report/read/index.ts'
import { readPaper } from '../../src/platform/documents/index.ts'
import { type Case, casesOf, draftFor } from './cases.ts'
import { gridPaper } from './papers.ts'
import { txtWriters } from './writers/txt.ts'
import { xlsxWriters } from './writers/xlsx.ts'

/** Checks the paper of every case; says what the check left out or made up. */
async function faults(cases: readonly Case[], direct: boolean): Promise<string> {
  const found: string[] = []
  for (const one of cases) {
    const draft = draftFor(one)
    const paper = direct ? gridPaper(draft.shape) : await readPaper(await one.writer.write(draft.shape))
    const result = readReport(paper)
    if (!result.ok) {
      if (!draft.mayRefuse) found.push(`${one.name}: ${result.says.zh}`)
      continue
    }
    const findings = check(result.report)
    for (const rule of draft.rules) {
      if (!findings.some(f => f.rule === rule)) found.push(`${one.name}: ${rule} is silent`)
    }
    for (const f of findings) {
      const alarm =
        f.severity === 'error' || (f.rule === 'prose.number' && one.quirk.name !== 'prose-with-tables-words')
      if (alarm) found.push(`${one.name}: ${f.rule}: ${f.says}`)
    }
  }
  return found.join('\n')
}

const [workbook] = xlsxWriters
const [tabs] = txtWriters

describe('every quirk of a balanced report is told by its rule, and no figure is called wrong', () => {
  it('in tables', async () => {
    expect(await faults(workbook ? casesOf(workbook) : [], true)).toBe('')
  })
  it('in text with tabs', async () => {
    expect(await faults(tabs ? casesOf(tabs) : [], false)).toBe('')
  })
})
