/** The identities of the form: what must add up and does not (D§3.7 A1-A3, B1-B3). */
import type { Weighing } from '../figures.ts'
import { cellsOf, type Identity } from '../identities.ts'
import type { Finding } from '../report.ts'
import { labelOf, type Reading, say, shown } from './finding.ts'

/** One error for every identity that no value of its unknown cells can satisfy. */
export function checkBalances(reading: Reading): Finding[] {
  const { index } = reading.figures
  return reading.settled.weighings.flatMap((weighing, place) => {
    const identity = index.identities[place]
    return identity && weighing.standing === 'fails' ? [failing(reading, identity, weighing)] : []
  })
}

function failing(reading: Reading, identity: Identity, weighing: Weighing): Finding {
  const { lang, figures } = reading
  const { left, right } = weighing
  const { rule, table, basis } = identity.balance
  const words = {
    line: lineName(reading, identity),
    left_terms: terms(reading, identity, identity.left),
    right_terms: terms(reading, identity, identity.right),
    left: shown(left),
    right: shown(right),
    gap: shown(Math.abs(left - right)),
  }
  const cells = cellsOf(identity).flatMap(place => figures.index.cells[place]?.id ?? [])
  const line = identity.row === undefined ? { column: identity.column ?? '' } : { row: identity.row }
  return say(lang, rule, weighing.unknown ? 'fails_open' : 'fails', words, {
    table,
    ...line,
    left,
    right,
    basis,
    cells,
  })
}

/** The row or column an identity is asserted in, by its printed label. */
export function lineName({ figures, lang }: Pick<Reading, 'figures' | 'lang'>, identity: Identity): string {
  const cell = figures.index.cells[identity.left[0] ?? -1]
  if (!cell) return ''
  return labelOf(identity.row === undefined ? cell.column.label : cell.row.label, lang)
}

/** `「新收」4 + 「结转」0`: the terms of one side with their labels; a term that is unknown is shown as blank. */
function terms({ figures, lang }: Reading, identity: Identity, side: readonly number[]): string {
  const words = side.flatMap(place => {
    const cell = figures.index.cells[place]
    if (!cell) return []
    const label = labelOf(identity.row === undefined ? cell.row.label : cell.column.label, lang)
    const value = figures.known[place] ?? null
    const figure = value === null ? (lang === 'zh' ? '（空白）' : ' (blank)') : shown(value)
    return lang === 'zh' ? [`「${label}」${figure}`] : [`“${label}” ${figure.trim()}`]
  })
  return words.join(' + ')
}
