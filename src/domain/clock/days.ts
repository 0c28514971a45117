/** Every day of a request with why it counts or not, for those who do not take the date on trust. */
import type { ArticleId } from '../../law/articles.ts'
import { isKnown, isWorkday } from '../calendar.ts'
import { cite } from '../citation.ts'
import { addDays, type LocalDate, later, weekday } from '../kernel/date.ts'
import type { Lang, Said } from '../kernel/lang.ts'
import type { ClockEvent, History } from './history.ts'
import type { Rules } from './options.ts'
import { type Period, pausedOn, restarts } from './period.ts'
import { remarksOn } from './remarks.ts'

type DayReason =
  | 'received'
  | 'counted'
  | 'day_off'
  | 'consultation'
  | 'waiting_correction'
  | 'waiting_fee'
  | 'delayed'
  | 'late'

/** One day of the explanation. */
export interface ClockDay {
  readonly on: LocalDate
  readonly counts: boolean
  /** Which counting day it is; null where it does not count. */
  readonly n: number | null
  readonly reason: DayReason
  /** The sentence a person reads, in the language asked for. */
  readonly why: string
  /** The article it rests on, as printed in the language asked for. */
  readonly article: string
}

/** The case to explain; `due` as `clock` found it. */
export interface Explained {
  readonly history: History
  readonly period: Period
  readonly due: LocalDate | null
  readonly rules: Rules
  readonly lang: Lang
}

/** From the day of receipt to the answer, to today, or to due, whichever the case has reached or waits for. */
export function explainDays(about: Explained): ClockDay[] {
  const { history, due } = about
  const end = lastDay(history, due)
  const days: ClockDay[] = []
  let n = 0
  for (let on = history.received; on <= end; on = addDays(on, 1)) {
    if (onOf(history, on).some(restarts)) n = 0
    const reason = reasonOf(on, n, about)
    if (reason === 'counted') n += 1
    days.push(dayOf(on, reason, reason === 'counted' ? n : null, about))
  }
  return days
}

function lastDay(history: History, due: LocalDate | null): LocalDate {
  const answered = history.events.find(e => e.kind === 'answered' && e.on <= history.today)
  if (answered) return answered.on
  return due === null ? history.today : later(due, history.today)
}

/** What happened on a day, as far as today knows. */
function onOf(history: History, day: LocalDate): ClockEvent[] {
  return day > history.today ? [] : history.events.filter(e => e.on === day)
}

function reasonOf(day: LocalDate, counted: number, about: Explained): DayReason {
  if (day === about.history.received) return 'received'
  const waiting = waitedFor(day, about.history)
  if (waiting) return waiting
  if (!isWorkday(day, about.rules.calendar)) return 'day_off'
  const { told, length } = about.period
  if (told !== null && day > told) return 'late'
  if (counted >= length) return told === null ? 'late' : 'delayed'
  return pausedOn(day, about.period.pauses) ? 'consultation' : 'counted'
}

/** Days after a notice, up to and with the day the applicant acts: the first day is not counted on either side. */
function waitedFor(day: LocalDate, history: History): 'waiting_correction' | 'waiting_fee' | null {
  const before = history.events.filter(e => e.on < day && e.on <= history.today)
  const last = before.findLast(e => restarts(e) || e.kind === 'correction_noticed' || e.kind === 'fee_noticed')
  if (last?.kind === 'correction_noticed') return 'waiting_correction'
  if (last?.kind === 'fee_noticed') return 'waiting_fee'
  const restart = onOf(history, day).find(restarts)
  if (!restart) return null
  return restart.kind === 'corrected' ? 'waiting_correction' : 'waiting_fee'
}

function dayOf(on: LocalDate, reason: DayReason, n: number | null, about: Explained): ClockDay {
  const { lang, rules } = about
  const parts: Said[] = [reasonSaid(on, reason, n, about)]
  if (on === about.due) parts.push({ zh: '答复期限届满', en: 'last day to answer' })
  if (!isKnown(on, rules.calendar)) parts.push(notYetOrdered)
  parts.push(...onOf(about.history, on).flatMap(e => remarksOn(e, about.history, rules)))
  const why = parts.map(p => p[lang]).join(lang === 'zh' ? '；' : '; ')
  return { on, counts: n !== null, n, reason, why, article: cite(articleOf(on, reason, about), lang) }
}

const notYetOrdered: Said = {
  zh: '当年放假安排尚未录入，暂按周一至周五上班',
  en: 'holidays of that year not known yet, Monday to Friday taken',
}

const waitingSaid = {
  delayed: { zh: '在延迟答复的期限内', en: 'within the later day that was told' },
  late: { zh: '已超过答复期限', en: 'past the last day to answer' },
  received: { zh: '收到申请当日不计', en: 'day of receipt, not counted' },
  waiting_correction: { zh: '等待补正，期限不计', en: 'waiting for the correction, not counted' },
  waiting_fee: { zh: '等待缴费，期限不计', en: 'waiting for payment, not counted' },
} as const satisfies Partial<Record<DayReason, Said>>

const partySaid = {
  third_party: { zh: '征求第三方意见期间不计', en: 'third party being consulted, not counted' },
  co_maker: { zh: '征求共同制作机关意见期间不计', en: 'co-maker being consulted, not counted' },
  other_organ: { zh: '征求其他机关意见期间不计', en: 'other organ being consulted, not counted' },
} as const

function reasonSaid(day: LocalDate, reason: DayReason, n: number | null, about: Explained): Said {
  if (reason === 'day_off') return dayOffSaid(day, about.rules)
  if (reason === 'consultation') return partySaid[pausedOn(day, about.period.pauses)?.party ?? 'other_organ']
  if (reason !== 'counted') return waitingSaid[reason]
  const makeUp = weekday(day) > 5
  return {
    zh: `第${n}个工作日${makeUp ? '（调休上班）' : ''}`,
    en: `working day ${n}${makeUp ? ' (make-up working day)' : ''}`,
  }
}

function dayOffSaid(day: LocalDate, rules: Rules): Said {
  const name = rules.calendar.special.get(day)?.name ?? { zh: '周末', en: 'weekend' }
  return { zh: `${name.zh}休息，不计`, en: `${name.en}, day off, not counted` }
}

const reasonArticles: Readonly<Record<Exclude<DayReason, 'consultation'>, ArticleId>> = {
  received: '民法典201',
  counted: '条例33',
  delayed: '条例35',
  late: '条例33',
  day_off: '条例33',
  waiting_correction: '条例30',
  waiting_fee: '办法6',
}

const partyArticles: Readonly<Record<keyof typeof partySaid, ArticleId>> = {
  third_party: '条例32',
  co_maker: '条例34',
  other_organ: '条例33',
}

/** Weekends are no working days by themselves; the holidays of a notice rest on their own order. */
function articleOf(day: LocalDate, reason: DayReason, about: Explained): ArticleId {
  if (reason === 'day_off' && about.rules.calendar.special.has(day)) return '放假办法2'
  if (reason !== 'consultation') return reasonArticles[reason]
  return partyArticles[pausedOn(day, about.period.pauses)?.party ?? 'other_organ']
}
