/**
 * What else an applicant has asked for: evidence for a repeated request (条例36(6)), for reasons to be asked (条例35) and
 * for publication (条例44). It shows, it never decides.
 */
import type { LocalDate } from '../kernel/date.ts'
import type { Closing, RequestCase } from './case.ts'
import { ALIKE, likenessTo, type Subject } from './likeness.ts'

export interface EarlierRequest extends Pick<RequestCase, 'id' | 'number' | 'receivedOn'> {
  readonly wanted: Subject
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

/** `others`: the same applicant's, at the same agency; where the request itself is among them, it is left out. */
export function frequencyOf(
  request: Pick<EarlierRequest, 'id' | 'number' | 'receivedOn' | 'wanted'>,
  others: readonly EarlierRequest[],
): Frequency {
  const rest = others.filter(({ id }) => id !== request.id)
  const likeness = likenessTo(request.wanted)
  const similar = rest.flatMap(other => {
    const score = likeness(other.wanted)
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
