/** The outcome of a check as a paragraph for people. */

import type { Lang } from '../../domain/kernel/lang.ts'
import { explainInWords } from '../../domain/report/explain/words.ts'
import type { Finding, Report, Severity } from '../../domain/report/report.ts'
import type { Checked } from '../../features/reports/intake.ts'
import { placeWords } from '../../ui/place.ts'
import { results, severities } from '../messages.ts'
import { printable } from './width.ts'

/** File, agency, year, form; then every finding with its place and ground, then the explanation of the errors. */
export function checkedText(checked: Checked, lang: Lang): string {
  const file = printable(checked.file)
  if ('error' in checked)
    return `${file}\n  ${results.unreadable[lang]} [${checked.error.code}] ${checked.error.says[lang]}\n`
  const { report, findings } = checked
  const lines = [
    file,
    `  ${headline(report, lang)}`,
    `  ${summary(findings, lang)}`,
    ...findings.flatMap(f => findingLines(f, report, lang)),
  ]
  if (findings.some(f => f.severity === 'error')) {
    lines.push(`  ${results.explanation[lang]}`, ...explainInWords(report, lang).map(p => `    ${p}`))
  }
  return `${lines.join('\n')}\n`
}

/** Agency, year and form. */
export function headline(report: Report, lang: Lang): string {
  const { agency, year } = report
  const name = agency === null ? results.agencyUnknown[lang] : printable(agency)
  return [name, results.year(year)[lang], results.edition(report.edition)[lang]].join('  ')
}

function summary(findings: readonly Finding[], lang: Lang): string {
  const count = (severity: Severity) => findings.filter(f => f.severity === severity).length
  return results.counts(count('error'), count('warning'), count('info'))[lang] || results.nothing[lang]
}

/** One finding with its place and ground. */
export function findingLines(finding: Finding, report: Report, lang: Lang): string[] {
  const at = finding.cells.map(id => report.cells[id]?.at).find(place => place !== undefined)
  const place = at ? results.place(placeWords(at)[lang])[lang] : ''
  const lines = [`  ${severities[finding.severity][lang]}  ${finding.says}${place}`]
  if (finding.basis) lines.push(`        ${results.basis[lang]}${finding.basis}`)
  return lines
}
