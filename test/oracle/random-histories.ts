/** Histories as offices live them, at random but always the same from one seed. */
import { clockByHand, type OracleEvent, type OracleHistory } from './clock-oracle.ts'
import { toDay, toIso } from './workday-oracle.ts'

/** Numbers in [0, 1) from a 32-bit seed (a Weyl sequence, mixed). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 4_294_967_296
  }
}

/** A history with the event that the law does not allow at its end, if one was made. */
export interface Lived extends OracleHistory {
  readonly forbidden: boolean
}

const firstReceipt = toDay('2018-12-10')
const lastReceipt = toDay('2027-01-20')

/** Up to eight events; about one history in ten ends with one that law or order forbid. */
export function randomHistory(random: () => number): Lived {
  const below = (n: number) => Math.floor(random() * n)
  const received = firstReceipt + below(lastReceipt - firstReceipt)
  const events: OracleEvent[] = []
  let day = received
  let forbidden = false
  for (let left = below(9); left > 0 && !forbidden; left--) {
    day += random() < 0.2 ? 0 : below(random() < 0.1 ? 50 : 12)
    const event = randomEvent(toIso(day), events, below)
    forbidden = !lawful(event, toIso(received), events)
    if (forbidden && random() < 0.9) {
      forbidden = false
      continue
    }
    events.push(event)
    if (event.kind === 'answered') break
  }
  const today = forbidden ? day : received + below(day - received + 60)
  return { received: toIso(received), events, today: toIso(today), forbidden }
}

const kinds = [
  'correction_noticed',
  'corrected',
  'corrected',
  'consultation_sent',
  'consultation_sent',
  'consultation_delivered',
  'consultation_delivered',
  'consultation_answered',
  'consultation_answered',
  'extended',
  'delayed',
  'fee_noticed',
  'fee_paid',
  'fee_paid',
  'answered',
]

const parties = ['third_party', 'co_maker', 'other_organ']

function randomEvent(on: string, events: readonly OracleEvent[], below: (n: number) => number): OracleEvent {
  const kind = kinds[below(kinds.length)] ?? 'answered'
  if (kind === 'correction_noticed') return { kind, on, by: toIso(toDay(on) + below(30)), ...postedBy(on, below) }
  if (kind === 'fee_noticed') return { kind, on, ...postedBy(on, below) }
  if (kind === 'extended') return { kind, on, days: 1 + below(20) }
  if (kind === 'delayed') return { kind, on, until: toIso(toDay(on) + below(120)) }
  const sent = events.filter(e => e.kind === 'consultation_sent').length
  if (kind === 'consultation_sent') return { kind, on, id: `c${below(sent + 2)}`, party: parties[below(3)] ?? '' }
  return kind.startsWith('consultation') ? { kind, on, id: `c${below(sent + 1)}` } : { kind, on }
}

/** Every other notice came by post, on the day or the day before. */
function postedBy(on: string, below: (n: number) => number) {
  return below(2) === 0 ? {} : { posted: toIso(toDay(on) - below(2)) }
}

/** Whether the law lets the event follow; read off the oracle's own clock on that day. */
function lawful(event: OracleEvent, received: string, events: readonly OracleEvent[]): boolean {
  if (event.posted !== undefined && event.posted < received) return false
  const had = (kind: string, id?: string) => events.some(e => e.kind === kind && e.id === id)
  switch (event.kind) {
    case 'consultation_sent':
      return !had(event.kind, event.id)
    case 'consultation_delivered':
    case 'consultation_answered':
      return had('consultation_sent', event.id) && !had('consultation_answered', event.id) && !had(event.kind, event.id)
    case 'delayed':
      return (event.until ?? '') > event.on
    case 'answered':
      return true
  }
  const { state, due } = clockByHand({ received, events, today: event.on })
  if (event.kind === 'corrected') return state.endsWith('_correction')
  if (event.kind === 'fee_paid') return state.endsWith('_fee')
  if (due === null || event.on > due) return false
  if (event.kind === 'correction_noticed') return !had(event.kind) && (event.by ?? '') > event.on
  if (event.kind === 'fee_noticed') return !had(event.kind)
  const anew = events.findLastIndex(e => e.kind === 'corrected' || e.kind === 'fee_paid')
  if (events.slice(anew + 1).some(e => e.kind === 'delayed')) return false
  return events.reduce((sum, e) => sum + (e.days ?? 0), event.days ?? 0) <= 20
}
