/** The running period as the events so far leave it (D§2.4). */
import { addWorkdays, isKnown, isWorkday } from '../calendar.ts'
import { addDays, earlier, type LocalDate, later } from '../kernel/date.ts'
import type { ClockEvent, ConsultationParty, History } from './history.ts'
import type { Rules } from './options.ts'

/** Days in (after, until] are in consultation. */
export interface Pause {
  readonly after: LocalDate
  readonly until: LocalDate
  readonly party: ConsultationParty
  /** Neither answered nor past its limit on the day looked from. */
  readonly open: boolean
}

/** The applicant's turn: the period is void until it acts; given up when the day is past `until`. */
interface Waiting {
  readonly what: 'correction' | 'fee'
  readonly until: LocalDate
  readonly provisional: boolean
}

export interface Period {
  /** The day after which counting starts; itself not counted. */
  readonly base: LocalDate
  /** Counting days to due. */
  readonly length: number
  readonly pauses: readonly Pause[]
  readonly waiting: Waiting | null
  /** The later day told under 条例35, which stands in the place of the counted one until the count starts anew. */
  readonly told: LocalDate | null
}

export interface Due {
  readonly date: LocalDate
  readonly provisional: boolean
}

/** The period on `history.today`; events after it are taken for not having happened. */
export function periodOf(history: History, rules: Rules): Period {
  const happened = history.events.filter(e => e.on <= history.today)
  return {
    base: happened.reduce((base, e) => (restarts(e) ? e.on : base), history.received),
    length: happened.reduce((sum, e) => sum + (e.kind === 'extended' ? e.days : 0), rules.limits.answer),
    pauses: happened.flatMap(e => (e.kind === 'consultation_sent' ? [pauseOf(e, happened, history.today, rules)] : [])),
    waiting: happened.reduce<Waiting | null>((waiting, e) => turn(e, waiting, rules), null),
    told: happened.reduce<LocalDate | null>(toldAfter, null),
  }
}

/** The day the period ends: its `length`-th counting day, or the day that was told instead. */
export function dueOf(period: Period, rules: Rules): Due {
  if (period.told !== null) return { date: period.told, provisional: false }
  let day = period.base
  let provisional = false
  for (let left = period.length; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkday(day, rules.calendar) && !pausedOn(day, period.pauses)) left -= 1
    if (!isKnown(day, rules.calendar)) provisional = true
  }
  return { date: day, provisional }
}

/** The consultation a day falls in, if any. */
export function pausedOn(day: LocalDate, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find(p => p.after < day && day <= p.until)
}

/** Events that set the count back to zero. */
export function restarts(event: ClockEvent): boolean {
  return event.kind === 'corrected' || event.kind === 'fee_paid'
}

function turn(event: ClockEvent, waiting: Waiting | null, rules: Rules): Waiting | null {
  if (event.kind === 'correction_noticed') return { what: 'correction', until: event.by, provisional: false }
  if (event.kind === 'fee_noticed') {
    const { date, provisional } = addWorkdays(event.on, rules.limits.payment, rules.calendar)
    return { what: 'fee', until: later(date, event.by ?? date), provisional }
  }
  return restarts(event) ? null : waiting
}

function toldAfter(told: LocalDate | null, event: ClockEvent): LocalDate | null {
  if (event.kind === 'delayed') return event.until
  return restarts(event) ? null : told
}

type Sent = Extract<ClockEvent, { kind: 'consultation_sent' }>

/** Ends with the answer, at the limit after delivery, or today, whichever is first. */
function pauseOf(sent: Sent, happened: readonly ClockEvent[], today: LocalDate, rules: Rules): Pause {
  const answered = happened.find(e => e.kind === 'consultation_answered' && e.id === sent.id)
  const limit = limitOf(sent, happened, rules)
  return {
    after: sent.on,
    until: earlier(answered?.on ?? today, limit ?? today),
    party: sent.party,
    open: answered === undefined && (limit === null || today <= limit),
  }
}

function limitOf(sent: Sent, happened: readonly ClockEvent[], rules: Rules): LocalDate | null {
  if (sent.party === 'other_organ') return null
  const delivered = happened.find(e => e.kind === 'consultation_delivered' && e.id === sent.id)
  if (!delivered) return null
  const days = sent.party === 'third_party' ? rules.limits.thirdParty : rules.limits.coMaker
  return addWorkdays(delivered.on, days, rules.calendar).date
}
