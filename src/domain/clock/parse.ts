/** Reads a history as programs write it (contract: design §6), saying where it is not one. */
import { type LocalDate, parseDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Refusal, type Result, refuse } from '../kernel/result.ts'
import { type ClockEvent, type ConsultationParty, consultationParties, type History } from './history.ts'
import { type ClockOptions, rulesOf } from './options.ts'
import { checkOrder } from './order.ts'

/**
 * Reads a history from a line of JSON text, or from the value it stands for, and checks that it can have happened
 * by law. An event is `{"kind": "corrected", "on": …}`; `type`, `event` or `name` for `kind`, and
 * `{"corrected": {"on": …}}`, are taken for the same. `options` as for `clock`; `today` is taken where the history
 * names none. Refuses with the place: `received`, `events[2].on` …
 */
export function parseHistory(
  input: unknown,
  options: ClockOptions & { readonly today?: LocalDate } = {},
): Result<History> {
  const value = typeof input === 'string' ? fromJson(input) : done(input)
  if (!value.ok) return value
  const history = readHistory(value.value, options.today)
  return history.ok ? checkOrder(history.value, rulesOf(options)) : history
}

function fromJson(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text))
  } catch {
    return refuse('bad_json', notJson)
  }
}

function readHistory(value: unknown, fallback: LocalDate | undefined): Result<History> {
  if (!isRecord(value)) return refuse('bad_history', notAHistory)
  const received = readDate(value, 'received', '')
  if (!received.ok) return received
  const today = value.today === undefined && fallback ? done(fallback) : readDate(value, 'today', '')
  if (!today.ok) return today
  if (!Array.isArray(value.events)) return refuse('bad_events', notAList, 'events')
  const events: ClockEvent[] = []
  for (const [i, item] of value.events.entries()) {
    const event = readEvent(item, `events[${i}]`)
    if (!event.ok) return event
    events.push(event.value)
  }
  return done({ received: received.value, events, today: today.value })
}

type Fields = Readonly<Record<string, unknown>>
type Reader = (on: LocalDate, fields: Fields, at: string) => Result<ClockEvent>

const plain =
  (kind: 'corrected' | 'fee_paid' | 'answered'): Reader =>
  on =>
    done({ kind, on })

const consulted =
  (kind: 'consultation_delivered' | 'consultation_answered'): Reader =>
  (on, fields, at) =>
    map(readId(fields, at), id => ({ kind, on, id }))

/** How each kind of event is read: the compiler asks for one of each. */
const readers: Readonly<Record<ClockEvent['kind'], Reader>> = {
  correction_noticed: (on, fields, at) => {
    const by = readDate(fields, 'by', at)
    if (!by.ok) return by
    return map(readPosted(fields, at), posted => ({ kind: 'correction_noticed', on, by: by.value, ...posted }))
  },
  corrected: plain('corrected'),
  consultation_sent: (on, fields, at) => {
    const party = readParty(fields, at)
    if (!party.ok) return party
    return map(readId(fields, at), id => ({ kind: 'consultation_sent', on, id, party: party.value }))
  },
  consultation_delivered: consulted('consultation_delivered'),
  consultation_answered: consulted('consultation_answered'),
  extended: (on, fields, at) => map(readDays(fields, at), days => ({ kind: 'extended', on, days })),
  delayed: (on, fields, at) => map(readDate(fields, 'until', at), until => ({ kind: 'delayed', on, until })),
  fee_noticed: readFeeNotice,
  fee_paid: plain('fee_paid'),
  answered: plain('answered'),
}

function readEvent(item: unknown, at: string): Result<ClockEvent> {
  if (!isRecord(item)) return refuse('bad_event', notAnEvent(at), at)
  const { kind, fields } = unwrap(item)
  if (typeof kind !== 'string' || !isKind(kind)) return refuse('unknown_event', unknownEvent(at, kind), at)
  const on = readDate(fields, 'on', at)
  return on.ok ? readers[kind](on.value, fields, at) : on
}

/** `{"corrected": {…}}` names the event by its only key; else `kind` and the like do. */
function unwrap(item: Fields): { kind: unknown; fields: Fields } {
  const [only, ...others] = Object.entries(item)
  if (only && others.length === 0 && isRecord(only[1])) return { kind: only[0], fields: only[1] }
  return { kind: item.kind ?? item.type ?? item.event ?? item.name, fields: item }
}

function isKind(word: string): word is ClockEvent['kind'] {
  return Object.hasOwn(readers, word)
}

function readDate(fields: Fields, name: string, within: string): Result<LocalDate> {
  const at = within === '' ? name : `${within}.${name}`
  if (fields[name] === undefined) return refuse('missing', missing(at), at)
  const date = parseDate(fields[name], at)
  return date.ok ? date : { ok: false, refusal: placed(date.refusal, at) }
}

/** The day of posting, where the notice was posted. */
function readPosted(fields: Fields, at: string): Result<{ readonly posted?: LocalDate }> {
  return fields.posted === undefined ? done({}) : map(readDate(fields, 'posted', at), posted => ({ posted }))
}

function readFeeNotice(on: LocalDate, fields: Fields, at: string): Result<ClockEvent> {
  const posted = readPosted(fields, at)
  if (!posted.ok) return posted
  const event = { kind: 'fee_noticed', on, ...posted.value } as const
  return fields.by === undefined ? done(event) : map(readDate(fields, 'by', at), by => ({ ...event, by }))
}

function placed(refusal: Refusal, at: string): Refusal {
  return { ...refusal, says: { zh: `${at}：${refusal.says.zh}`, en: `${at}: ${refusal.says.en}` } }
}

function readId(fields: Fields, at: string): Result<string> {
  const { id } = fields
  if (typeof id === 'string' && id.trim() !== '') return done(id)
  return typeof id === 'number' && Number.isInteger(id) ? done(String(id)) : refuse('bad_id', badId(at), `${at}.id`)
}

function readParty(fields: Fields, at: string): Result<ConsultationParty> {
  const party = consultationParties.find(p => p === fields.party)
  return party ? done(party) : refuse('bad_party', badParty(at), `${at}.party`)
}

function readDays(fields: Fields, at: string): Result<number> {
  const { days } = fields
  const whole = typeof days === 'number' && Number.isInteger(days) && days > 0
  return whole ? done(days) : refuse('bad_days', badDays(at), `${at}.days`)
}

function map<A, B>(result: Result<A>, to: (value: A) => B): Result<B> {
  return result.ok ? done(to(result.value)) : result
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const shape = '{"received":"2026-04-13","events":[],"today":"2026-05-20"}'
const kinds = Object.keys(readers).join(', ')

const notAHistory: Said = {
  zh: `这不是一份经过，请写成 ${shape} 的样子`,
  en: `This is no history; write it as ${shape}`,
}
const notAList: Said = {
  zh: 'events 应当是事件的列表；没有事件请写 []',
  en: 'events must be a list; write [] where nothing happened',
}
const notJson: Said = {
  zh: `这一行不是 JSON，请写成 ${shape} 的样子`,
  en: `This line is no JSON; write it as ${shape}`,
}
const notAnEvent = (at: string): Said => ({
  zh: `${at} 不是事件，请写成 {"kind":"corrected","on":"2026-05-20"} 的样子`,
  en: `${at} is no event; write it as {"kind":"corrected","on":"2026-05-20"}`,
})
const unknownEvent = (at: string, kind: unknown): Said => {
  const shown = typeof kind === 'string' ? `“${kind.slice(0, 40)}”` : ''
  return {
    zh: `${at} 的 kind ${shown || '没有写'}，应当是：${kinds}`,
    en: `${at} has the kind ${shown || 'missing'}; it must be one of ${kinds}`,
  }
}
const missing = (at: string): Said => ({
  zh: `缺少 ${at}，请补上日期，例如 2026-04-13`,
  en: `${at} is missing; give the date, e.g. 2026-04-13`,
})
const badId = (at: string): Said => ({
  zh: `${at}.id 应当是征求意见的编号，同一次征求意见的发出、送达、答复用同一个编号`,
  en: `${at}.id must be the id of the consultation, the same when sent, delivered and answered`,
})
const badParty = (at: string): Said => ({
  zh: `${at}.party 应当是 third_party（第三方）、co_maker（共同制作机关）或者 other_organ（其他机关）`,
  en: `${at}.party must be third_party, co_maker or other_organ`,
})
const badDays = (at: string): Said => ({
  zh: `${at}.days 应当是延长的工作日数，为大于 0 的整数`,
  en: `${at}.days must be the working days added, a whole number above 0`,
})
