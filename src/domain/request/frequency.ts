/**
 * What else an applicant has asked for: evidence for a repeated request (条例36(6)), for reasons to be asked (条例35) and
 * for publication (条例44). It shows, it never decides.
 */
import type { LocalDate } from '../kernel/date.ts'
import type { Closing, RequestCase, Wanted } from './case.ts'

export interface EarlierRequest extends Pick<RequestCase, 'id' | 'number' | 'receivedOn'> {
  readonly wanted: Pick<Wanted, 'title' | 'documentNumber' | 'indexNumber' | 'features'>
  readonly closing: Pick<Closing, 'on' | 'decision'> | null
  /** Number of the letter that answered it. */
  readonly letterNumber: string | null
}

/** same: by number, or word for word. alike: most of the words are the same. */
export type Likeness = 'same' | 'alike'

export interface SimilarRequest {
  readonly request: EarlierRequest
  readonly likeness: Likeness
  /** 0 to 1. */
  readonly score: number
}

export interface MonthCount {
  /** `2026-05`. */
  readonly month: string
  readonly requests: number
}

export interface Frequency {
  /** The most alike first, then the latest. */
  readonly similar: readonly SimilarRequest[]
  /** Months with requests, in order; the present one counted in. */
  readonly months: readonly MonthCount[]
  /** The ordinal of this request among the applicant's of the same month (办法4); null while receipt is not confirmed. */
  readonly ordinalInMonth: number | null
}

/** From this share of shared characters on, two subjects are shown as alike. */
const ALIKE = 0.6

/** `others`: the same applicant's, at the same agency; where the request itself is among them, it is left out. */
export function frequencyOf(
  request: Pick<EarlierRequest, 'id' | 'number' | 'receivedOn' | 'wanted'>,
  others: readonly EarlierRequest[],
): Frequency {
  const rest = others.filter(({ id }) => id !== request.id)
  const similar = rest.flatMap(other => {
    const score = likenessOf(request.wanted, other.wanted)
    return score < ALIKE
      ? []
      : [{ request: other, likeness: score === 1 ? ('same' as const) : ('alike' as const), score }]
  })
  return {
    similar: similar.sort((a, b) => b.score - a.score || byDay(b.request, a.request)),
    months: monthsOf([request, ...rest]),
    ordinalInMonth: ordinalOf(request, rest),
  }
}

/** 1 where a number is the same, or title and description are, as far as they are read; else what they share of pairs. */
export function likenessOf(a: EarlierRequest['wanted'], b: EarlierRequest['wanted']): number {
  if (sameNumber(a.documentNumber, b.documentNumber) || sameNumber(a.indexNumber, b.indexNumber)) return 1
  const titles = shared(plain(a.title), plain(b.title))
  if (titles === 1) return otherNumbers(a, b) ? ALIKE : 1
  return Math.max(titles, shared(plain(a.title + a.features), plain(b.title + b.features)))
}

function sameNumber(a: string | null, b: string | null): boolean {
  const [one, other] = [plain(a ?? ''), plain(b ?? '')]
  return one !== '' && one === other
}

/** The same title under two numbers: two papers of one kind. */
function otherNumbers(a: EarlierRequest['wanted'], b: EarlierRequest['wanted']): boolean {
  const [one, other] = [plain(a.documentNumber ?? ''), plain(b.documentNumber ?? '')]
  return one !== '' && other !== '' && one !== other
}

/** Letters and figures only, full-width ones as the half-width they stand for. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Share of pairs of neighbouring characters two texts have in common (Dice); 1 where they are the same. */
function shared(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const total = sizeOf(one) + sizeOf(other)
  if (total === 0) return 0
  let common = 0
  for (const [pair, n] of one) common += Math.min(n, other.get(pair) ?? 0)
  return (2 * common) / total
}

function pairsOf(text: string): Map<string, number> {
  const characters = [...text]
  const pairs = new Map<string, number>()
  for (const [i, first] of characters.entries()) {
    const second = characters[i + 1]
    if (second !== undefined) pairs.set(first + second, (pairs.get(first + second) ?? 0) + 1)
  }
  return pairs
}

function sizeOf(pairs: Map<string, number>): number {
  return [...pairs.values()].reduce((sum, n) => sum + n, 0)
}

function monthsOf(requests: readonly Pick<EarlierRequest, 'receivedOn'>[]): readonly MonthCount[] {
  const counts = new Map<string, number>()
  for (const { receivedOn } of requests) {
    if (receivedOn !== null) counts.set(monthOf(receivedOn), (counts.get(monthOf(receivedOn)) ?? 0) + 1)
  }
  return [...counts.keys()].sort().map(month => ({ month, requests: counts.get(month) ?? 0 }))
}

/** In the order received; of one day, in the order of their numbers. */
function ordinalOf(
  { receivedOn, number }: Pick<EarlierRequest, 'receivedOn' | 'number'>,
  rest: readonly EarlierRequest[],
): number | null {
  if (receivedOn === null) return null
  const before = rest.filter(
    other =>
      other.receivedOn !== null &&
      monthOf(other.receivedOn) === monthOf(receivedOn) &&
      (other.receivedOn < receivedOn || (other.receivedOn === receivedOn && isBefore(other.number, number))),
  )
  return before.length + 1
}

/** Numbers by their figures, so that 9 comes before 10. */
function isBefore(a: string, b: string): boolean {
  return a.localeCompare(b, 'zh', { numeric: true }) < 0
}

function monthOf(day: LocalDate): string {
  return day.slice(0, 7)
}

function byDay(a: EarlierRequest, b: EarlierRequest): number {
  return (a.receivedOn ?? '') < (b.receivedOn ?? '') ? -1 : 1
}
