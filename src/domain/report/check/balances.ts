/** The identities of the form: what must add up and does not (D§3.7 A1-A3, B1-B3). */
import { entry } from '../../kernel/entry.ts'
import type { Weighing } from '../figures.ts'
import { cellsOf, type Identity } from '../identities.ts'
import type { Finding } from '../report.ts'
import { labelOf, type Reading, say, shown } from './finding.ts'

/** One error for every identity that no value of its unknown cells can satisfy. */
export function checkBalances(reading: Reading): Finding[] {
  const { index } = reading.figures
  return reading.settled.weighings.flatMap((weighing, place) =>
    weighing.standing === 'fails' ? [failing(reading, entry(index.identities, place), weighing)] : [],
  )
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
  const cells = cellsOf(identity).map(place => entry(figures.index.cells, place).id)
  return say(lang, rule, weighing.unknown ? 'fails_open' : 'fails', words, {
    table,
    ...identity.line,
    left,
    right,
    basis,
    cells,
  })
}

/** The row or column an identity is asserted in, by its printed label. */
export function lineName({ figures, lang }: Pick<Reading, 'figures' | 'lang'>, identity: Identity): string {
  const cell = entry(figures.index.cells, entry(identity.left, 0))
  return labelOf(identity.balance.per === 'column' ? cell.column.label : cell.row.label, lang)
}

/** `「新收」4 + 「结转」0`: the terms of one side with their labels; a term that is unknown is shown as blank. */
function terms({ figures, lang }: Reading, identity: Identity, side: readonly number[]): string {
  const words = side.map(place => {
    const value = entry(figures.known, place)
    const figure = value === null ? (lang === 'zh' ? '（空白）' : '(blank)') : shown(value)
    const label = termName({ figures, lang }, identity, place)
    return lang === 'zh' ? `「${label}」${figure}` : `“${label}” ${figure}`
  })
  return words.join(' + ')
}

/** What tells one term of an identity from the others: its row in a column, its column in a row. */
export function termName(
  { figures, lang }: Pick<Reading, 'figures' | 'lang'>,
  identity: Identity,
  place: number,
): string {
  const cell = entry(figures.index.cells, place)
  return labelOf(identity.balance.per === 'column' ? cell.row.label : cell.column.label, lang)
}
