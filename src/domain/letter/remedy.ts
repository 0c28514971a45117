/** The remedy clause of a letter (救济告知), and the last days it leads to (D§5.4). */
import { type Deadline, type DeadlineId, deadlines } from '../../law/deadlines.ts'
import type { ElementId } from '../../law/letters.ts'
import {
  onlineService,
  type RemedyClause,
  type RemedyKind,
  reconsiderationLawSince,
  remedyAddresses,
  remedyClauses,
} from '../../law/remedies.ts'
import type { Words } from '../../law/words.ts'
import { addWorkdays, type Calendar, type CountedDate, isKnown, isWorkday, nationalCalendar } from '../calendar.ts'
import { addDays, addMonths, type LocalDate } from '../kernel/date.ts'
import { remedyKindOf } from './kinds.ts'
import type { Letter, LetterParagraph } from './letter.ts'
import { elementText, fill, type Making } from './values.ts'

/** The clause for decisions of that kind on that day. A day without one is a fault of the law's data. */
export function remedyClauseOf(kind: RemedyKind, date: LocalDate): RemedyClause {
  const clause = remedyClauses.find(
    ({ kinds, validFrom = '', validUntil = '9999' }) => kinds.includes(kind) && validFrom <= date && date <= validUntil,
  )
  if (!clause) throw new Error(`no remedy clause of kind ${kind} on ${date}`)
  return clause
}

export interface Remedy {
  readonly kind: RemedyKind
  readonly paragraphs: readonly LetterParagraph[]
  readonly missing: readonly ElementId[]
}

/** The clause as printed; with the addresses that are set, and with the online address where the letter is served online (复议法22¶2). */
export function remedyOf(making: Making): Remedy {
  const kind = remedyKindOf(making.id, making.facts)
  const { letter } = remedyClauseOf(kind, making.date)
  const online = letter.length > 0 && making.facts.online === true && making.date >= reconsiderationLawSince
  const addresses = letter.length > 0 ? addressesKnown(making) : []
  const filled = [...letter, ...addresses, ...(online ? [onlineService.letter] : [])].map(words => fill(words, making))
  return {
    kind,
    paragraphs: filled.map(({ text }, i) => ({ kind: 'paragraph', id: `remedy.${i + 1}`, locked: true, text })),
    missing: filled.flatMap(({ missing }) => missing),
  }
}

/** Whether a letter may be served online: with the online address, or without remedies to tell of (复议法22¶2). */
export function mayServeOnline({ remedy, remedyKind, lang, date }: Letter): boolean {
  const [said = ''] = onlineService.letter[lang].split('{')
  return (
    remedyKind === 'none' || date < reconsiderationLawSince || remedy.some(paragraph => paragraph.text.startsWith(said))
  )
}

function addressesKnown(making: Making): Words[] {
  return remedyAddresses.flatMap(({ element, validFrom, letter }) =>
    validFrom <= making.date && elementText(element, making) !== null ? [letter] : [],
  )
}

/** The last days a citizen has; null where that road is not open, or opens only after reconsideration. */
export interface RemedyDays {
  readonly reconsideration: CountedDate | null
  readonly lawsuit: CountedDate | null
}

/**
 * Last days to apply for reconsideration and to sue directly. `decided` chooses the clause, `known` is the day the
 * decision was received, itself not counted (民法典201).
 */
export function remedyDays(
  kind: RemedyKind,
  decided: LocalDate,
  known: LocalDate,
  calendar: Calendar = nationalCalendar,
): RemedyDays {
  const { reconsideration, lawsuit } = remedyClauseOf(kind, decided)
  const direct = lawsuit === 'lawsuit_direct' || kind === 'review_first_for_withheld' ? 'lawsuit_direct' : null
  return {
    reconsideration: reconsideration && lastDayOf(reconsideration, known, calendar),
    lawsuit: direct && lastDayOf(direct, known, calendar),
  }
}

/**
 * The last day of a period that counts from `from`, itself not counted. Periods of days and months that would end on a
 * day off end on the working day after (民法典203); those of working days never do.
 */
export function lastDayOf(id: DeadlineId, from: LocalDate, calendar: Calendar = nationalCalendar): CountedDate {
  const { length, unit }: Deadline = deadlines[id]
  if (unit === 'working_day') return addWorkdays(from, length, calendar)
  const months = { calendar_day: 0, month: length, year: length * 12 }[unit]
  const end = unit === 'calendar_day' ? addDays(from, length) : addMonths(from, months)
  if (isWorkday(end, calendar)) return { date: end, provisional: !isKnown(end, calendar) }
  const moved = addWorkdays(end, 1, calendar)
  return { date: moved.date, provisional: moved.provisional || !isKnown(end, calendar) }
}
