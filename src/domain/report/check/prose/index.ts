/** Numbers of requests, reconsiderations and lawsuits in the text agree with the tables (D§3.7 C1). Never an error. */
import type { RequestLine } from '../../../../law/lines.ts'
import type { Said } from '../../../kernel/lang.ts'
import { computedCells } from '../../compute.ts'
import { cellId, cellParts, type Finding } from '../../report.ts'
import { type Reading, say } from '../finding.ts'
import { type Claim, type Claimed, claimsOf } from './claims.ts'
import { ownClauses } from './clauses.ts'

const names: Readonly<Record<Claimed, Said>> = {
  received: { zh: '收到申请', en: 'requests received' },
  handled: { zh: '办结申请', en: 'requests handled' },
  carried_in: { zh: '上年结转', en: 'carried over from last year' },
  carried_out: { zh: '结转下年', en: 'carried over to next year' },
  reconsideration: { zh: '行政复议', en: 'reconsiderations' },
  lawsuit: { zh: '行政诉讼', en: 'lawsuits' },
  reconsideration_and_lawsuit: { zh: '行政复议和行政诉讼', en: 'reconsiderations and lawsuits' },
}

/** What the table says of a claimed figure: the figure itself, and other readings of the words that are as good. */
interface Stated {
  readonly cells: readonly string[]
  readonly figure: number
  readonly alsoRight: readonly number[]
  /** Readings good enough for words that are loose. */
  readonly nearly: readonly number[]
  /** The most a part of it can be. */
  readonly most: number
}

export function checkProse(reading: Reading): Finding[] {
  const { sections, year } = reading.report
  const text = [sections.preface, sections.overview, sections.problems, sections.other]
  const claims = text.flatMap(part => (part === null ? [] : ownClauses(part, year).flatMap(claimsOf)))
  if (claims.length === 0) return []
  const tables = tablesOf(reading)
  const confirmed = new Set(claims.filter(c => c.strength === 'exact' && !contradicts(c, tables)).map(c => c.claimed))
  const told = new Set<string>()
  return claims.flatMap(claim => {
    const key = `${claim.claimed} ${claim.number}`
    if (told.has(key) || (claim.strength === 'loose' && confirmed.has(claim.claimed))) return []
    const stated = contradicts(claim, tables)
    if (!stated) return []
    told.add(key)
    return [finding(reading, claim, stated)]
  })
}

type Tables = (claimed: Claimed) => readonly Stated[]

/** The statement of the table a claim cannot be squared with; null where it can, or the table does not say. */
function contradicts({ claimed, strength, number }: Claim, tables: Tables): Stated | null {
  const readings = tables(claimed)
  const fits = ({ figure, alsoRight, nearly, most }: Stated) =>
    strength === 'part'
      ? number <= most
      : strength === 'whole'
        ? figure <= number
        : figure === number || alsoRight.includes(number) || (strength === 'loose' && nearly.includes(number))
  return readings.some(fits) ? null : (readings[0] ?? null)
}

/** As published, and as computed where that differs: text that agrees with either is left in peace. */
function tablesOf(reading: Reading): Tables {
  const { figures, report } = reading
  const published = (id: string) => figures.known[figures.index.at.get(id) ?? -1] ?? null
  let computed: ReadonlyMap<string, number> | null = null
  const follows = (id: string) => {
    computed ??= computedCells(report, [figures.index.edition])
    return computed.get(id) ?? published(id)
  }
  const memo = new Map<Claimed, readonly Stated[]>()
  return claimed => {
    const found = memo.get(claimed) ?? [published, follows].flatMap(at => stated(reading, claimed, at))
    memo.set(claimed, found)
    return found
  }
}

type At = (id: string) => number | null

function stated({ figures }: Reading, claimed: Claimed, at: At): Stated[] {
  const { lines, requests, disputes } = figures.index.edition
  const [total = ''] = figures.index.edition.balances.find(b => b.rule === 'requests.row_total')?.left ?? []
  const [all = ''] = figures.index.edition.balances.find(b => b.rule === 'disputes.total')?.left ?? []
  if (!requests.columns.some(c => c.id === total) || !disputes.columns.some(c => c.id === all)) return []
  const requestCell = (line: RequestLine) => cellId('requests', lines.requests[line], total)
  const reconsideration = cellId('disputes', lines.disputes.reconsideration, all)
  const lawsuits = [lines.disputes.lawsuit_direct, lines.disputes.lawsuit_after_reconsideration].map(row =>
    cellId('disputes', row, all),
  )
  if (claimed === 'reconsideration') return sumOf([reconsideration], at)
  if (claimed === 'lawsuit') return sumOf(lawsuits, at)
  if (claimed === 'reconsideration_and_lawsuit') return sumOf([reconsideration, ...lawsuits], at)
  return requestsStated(claimed, requestCell, at)
}

function sumOf(cells: readonly string[], at: At): Stated[] {
  const values = cells.map(at)
  if (values.includes(null)) return []
  const figure = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  return [{ cells, figure, alsoRight: [], nearly: [], most: figure }]
}

function requestsStated(
  claimed: 'received' | 'handled' | 'carried_in' | 'carried_out',
  cellOf: (line: RequestLine) => string,
  at: At,
): Stated[] {
  const line = { received: 'new', handled: 'total', carried_in: 'carried_in', carried_out: 'carried_out' } as const
  const cell = cellOf(line[claimed])
  const figure = at(cell)
  if (figure === null) return []
  if (claimed === 'carried_in' || claimed === 'carried_out')
    return [{ cells: [cell], figure, alsoRight: [], nearly: [], most: figure }]
  const fresh = at(cellOf('new')) ?? figure
  const before = at(cellOf('carried_in')) ?? 0
  const after = at(cellOf('carried_out')) ?? 0
  const closed = at(cellOf('total')) ?? figure
  const most = Math.max(fresh + before, closed)
  const alsoRight = claimed === 'received' ? [fresh + before] : [fresh, closed - before, fresh - after]
  return [{ cells: [cell], figure, alsoRight, nearly: [closed], most }]
}

function finding({ lang }: Reading, claim: Claim, { cells, figure }: Stated): Finding {
  const quote = claim.quote.length > 60 ? `${claim.quote.slice(0, 60)}…` : claim.quote
  const words = { quote, figure: names[claim.claimed][lang], claimed: claim.number, found: figure }
  const where = cellParts(cells[0] ?? '')
  return say(lang, 'prose.number', 'differs', words, { ...where, left: claim.number, right: figure, cells })
}
