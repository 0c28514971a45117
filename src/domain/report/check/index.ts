/** Checks a report: everything there is to say about it, each in one sentence at its cells. Design §4, D§3.7. */
import type { Edition } from '../../../law/editions/form.ts'
import { entry } from '../../kernel/entry.ts'
import type { Lang } from '../../kernel/lang.ts'
import { explainFigures, namedCells } from '../explain/index.ts'
import { figuresOf } from '../figures.ts'
import type { Finding, Report, Severity } from '../report.ts'
import { settle } from '../settled.ts'
import { checkAbsence } from './absence.ts'
import { checkAmounts } from './amounts.ts'
import { checkBalances } from './balances.ts'
import { checkBlanks } from './blanks.ts'
import type { Reading } from './finding.ts'
import { checkProse } from './prose/index.ts'
import { checkValues } from './values.ts'
import { checkEdition, checkYears } from './years.ts'

export interface CheckOptions {
  /** Language of the sentences; zh unless told. */
  readonly lang?: Lang
  /** Last year's report of the same agency: adds the rules that need it. */
  readonly previous?: Report
  /** Forms to know; those of the law unless told. */
  readonly editions?: readonly Edition[]
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * All findings of a report, errors first, otherwise in printed order. The report itself is never changed.
 * Throws only on an edition nobody defined (parse a report from outside with `parseReport` first).
 */
export function check(report: Report, options: CheckOptions = {}): Finding[] {
  const { lang = 'zh', previous, editions } = options
  const figures = figuresOf(report, editions)
  const reading: Reading = { report, figures, settled: settle(figures), lang }
  const found = [
    ...explained(reading, [...checkBalances(reading), ...checkValues(reading)]),
    ...checkAbsence(reading),
    ...checkBlanks(reading),
    ...checkAmounts(reading),
    ...checkEdition(reading, editions),
    ...(previous ? checkYears(reading, figuresOf(previous, editions), previous) : []),
    ...checkProse(reading),
  ]
  return found.sort((a, b) => gravity[a.severity] - gravity[b.severity])
}

/** Balance errors with the cells whose change would account for all of them. */
function explained(reading: Reading, errors: Finding[]): Finding[] {
  const explanation = explainFigures(reading.figures, reading.settled)
  return errors.map(error => {
    const explains = isBalance(error) ? namedCells(explanation, entry(error.cells, 0)) : []
    return explains.length > 0 ? { ...error, explains } : error
  })
}

function isBalance({ rule }: Finding): boolean {
  return rule.startsWith('requests.') || rule === 'disputes.total'
}
