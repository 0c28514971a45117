/** Numbers of requests, reconsiderations and lawsuits in the text agree with the tables (D§3.7 C1). Never an error. */
import { entry } from '../../../kernel/entry.ts'
import type { Said } from '../../../kernel/lang.ts'
import { cellParts, type Finding } from '../../report.ts'
import { type Reading, say } from '../finding.ts'
import { type Claim, type Claimed, claimsOf } from './claims.ts'
import { ownClauses } from './clauses.ts'
import { type Stated, type Tables, tablesOf } from './stated.ts'

const names: Readonly<Record<Claimed, Said>> = {
  received: { zh: '收到申请', en: 'requests received' },
  handled: { zh: '办结申请', en: 'requests handled' },
  carried_in: { zh: '上年结转', en: 'carried over from last year' },
  carried_out: { zh: '结转下年', en: 'carried over to next year' },
  reconsideration: { zh: '行政复议', en: 'reconsiderations' },
  lawsuit: { zh: '行政诉讼', en: 'lawsuits' },
  reconsideration_and_lawsuit: { zh: '行政复议和行政诉讼', en: 'reconsiderations and lawsuits' },
}

/** A quote longer than this is cut. */
const QUOTE_MOST = 60

export function checkProse(reading: Reading): Finding[] {
  const { sections, year } = reading.report
  const text = [sections.preface, sections.overview, sections.problems, sections.other].filter(part => part !== null)
  const claims = text.flatMap(part => ownClauses(part, year)).flatMap(claimsOf)
  const tables = tablesOf(reading.report, reading.figures)
  const weighed = claims.map(claim => ({ claim, against: contradicts(claim, tables) }))
  const borneOut = ({ claimed }: Claim) =>
    weighed.some(({ claim, against }) => claim.claimed === claimed && claim.strength === 'exact' && !against)
  const told = new Set<string>()
  return weighed.flatMap(({ claim, against }) => {
    const key = `${claim.claimed} ${claim.number}`
    if (!against || told.has(key) || (claim.strength === 'loose' && borneOut(claim))) return []
    told.add(key)
    return [finding(reading, claim, against)]
  })
}

/**
 * The statement of the table a claim cannot be squared with; null where it can, or the table does not say. A blank is
 * never 0: what only follows from other cells can bear a claim out, but not contradict it.
 */
function contradicts(claim: Claim, tables: Tables): Stated | null {
  const certain = tables.certain(claim.claimed)
  if (!certain || fits(claim, certain)) return null
  const computed = tables.computed(claim.claimed)
  return computed && fits(claim, computed) ? null : certain
}

function fits({ strength, number }: Claim, { figure, right, nearly, most }: Stated): boolean {
  if (strength === 'part') return number <= most
  if (strength === 'whole') return number >= figure
  return (strength === 'loose' ? nearly : right).includes(number)
}

function finding({ lang }: Reading, { claimed, number, quote }: Claim, { cells, figure }: Stated): Finding {
  const cut = quote.length > QUOTE_MOST ? `${quote.slice(0, QUOTE_MOST)}…` : quote
  const words = { quote: cut, figure: names[claimed][lang], claimed: number, found: figure }
  const where = { ...cellParts(entry(cells, 0)), left: number, right: figure, cells }
  return say(lang, 'prose.number', 'differs', words, where)
}
