/**
 * The clock once more, lived through day by day from the prose of D§2: shares nothing with src. It knows no
 * intervals: each day it looks who is waiting for whom, counts or does not, and then hears what happened that day.
 */
import { toDay, toIso, unknownYear, works } from './workday-oracle.ts'

export interface OracleEvent {
  readonly kind: string
  readonly on: string
  readonly by?: string | undefined
  /** The day a notice was posted: nobody waits for anybody by it. */
  readonly posted?: string | undefined
  readonly id?: string
  readonly party?: string
  readonly days?: number
  readonly until?: string
}

export interface OracleHistory {
  readonly received: string
  readonly events: readonly OracleEvent[]
  readonly today: string
}

export interface OracleAnswer {
  readonly state: string
  readonly due: string | null
  readonly remaining: number | null
  readonly provisional: boolean
}

interface Asked {
  readonly limited: boolean
  delivered: boolean
  /** Working days since delivery. */
  waited: number
}

interface Desk {
  counted: number
  needed: number
  /** The day the count was full. */
  full: number | null
  provisional: boolean
  answered: boolean
  /** Last day to correct by. */
  correctBy: number | null
  /** Working days gone since the fee notice; null when no fee is asked. */
  feeDays: number | null
  /** The last day to pay that was shown, which never becomes an earlier one. */
  feeBy: number | null
  /** The fee was not paid in time. */
  givenUp: boolean
  asked: Map<string, Asked>
  /** The later day the applicant was told, whatever the count says. */
  told: number | null
}

function newDesk(): Desk {
  return {
    counted: 0,
    needed: 20,
    full: null,
    provisional: false,
    answered: false,
    correctBy: null,
    feeDays: null,
    feeBy: null,
    givenUp: false,
    asked: new Map(),
    told: null,
  }
}

/** The answer, from histories that can have happened; 20 and 15 working days as in 条例33, 32, 34. */
export function clockByHand(history: OracleHistory): OracleAnswer {
  const today = toDay(history.today)
  const desk = newDesk()
  let next = hear(desk, history.events, 0, toDay(history.received))
  for (let day = toDay(history.received) + 1; day <= today; day++) {
    live(desk, day)
    next = hear(desk, history.events, next, day)
  }
  if (desk.answered) return { state: 'closed', due: null, remaining: null, provisional: false }
  if (desk.correctBy !== null) return waiting('correction', today > desk.correctBy, false)
  if (desk.feeDays !== null) return waitingFee(desk, today)
  return open(desk, today)
}

/** A day passes before what happens on it is known. */
function live(desk: Desk, day: number): void {
  for (const [id, asked] of desk.asked) if (asked.limited && asked.waited === 15) desk.asked.delete(id)
  if (desk.feeDays !== null) waitForMoney(desk, day)
  else if (desk.correctBy === null && desk.full === null) count(desk, day)
  for (const asked of desk.asked.values()) if (asked.delivered && works(day)) asked.waited += 1
}

function count(desk: Desk, day: number): void {
  if (unknownYear(day)) desk.provisional = true
  if (works(day) && desk.asked.size === 0) desk.counted += 1
  if (desk.counted === desk.needed) desk.full = day
}

/** The 20th working day is still in time: given up once any later day has come. */
function waitForMoney(desk: Desk, day: number): void {
  if (desk.feeDays === 20) {
    desk.givenUp = true
    return
  }
  if (unknownYear(day)) desk.provisional = true
  if (works(day)) desk.feeDays = (desk.feeDays ?? 0) + 1
}

function hear(desk: Desk, events: readonly OracleEvent[], from: number, day: number): number {
  let next = from
  for (let e = events[next]; e && toDay(e.on) === day; e = events[next]) {
    happen(desk, e)
    next += 1
  }
  return next
}

function happen(desk: Desk, e: OracleEvent): void {
  const id = e.id ?? ''
  if (e.kind === 'answered') desk.answered = true
  if (e.kind === 'correction_noticed') desk.correctBy = toDay(e.by ?? '')
  if (e.kind === 'fee_noticed')
    Object.assign(desk, { feeDays: 0, feeBy: e.by ? toDay(e.by) : null, provisional: false })
  if (e.kind === 'corrected' || e.kind === 'fee_paid') {
    Object.assign(desk, { counted: 0, full: null, provisional: false, correctBy: null, feeDays: null, givenUp: false })
    desk.told = null
  }
  if (e.kind === 'extended') {
    desk.needed += e.days ?? 0
    desk.full = null
  }
  if (e.kind === 'delayed') desk.told = toDay(e.until ?? '')
  if (e.kind === 'consultation_sent') {
    desk.asked.set(id, { limited: e.party !== 'other_organ', delivered: false, waited: 0 })
  }
  const asked = desk.asked.get(id)
  if (e.kind === 'consultation_delivered' && asked) asked.delivered = true
  if (e.kind === 'consultation_answered') desk.asked.delete(id)
}

function waiting(what: string, late: boolean, provisional: boolean): OracleAnswer {
  return { state: `${late ? 'abandoned' : 'waiting'}_${what}`, due: null, remaining: null, provisional }
}

function waitingFee(desk: Desk, today: number): OracleAnswer {
  const late = desk.givenUp && today > (desk.feeBy ?? 0)
  for (let day = today + 1; desk.feeDays !== 20; day++) waitForMoney(desk, day)
  return waiting('fee', late, desk.provisional)
}

/** From tomorrow on nobody is waited for any more. */
function open(desk: Desk, today: number): OracleAnswer {
  const state = desk.asked.size > 0 ? 'consulting' : 'running'
  desk.asked.clear()
  if (desk.told !== null) Object.assign(desk, { full: desk.told, provisional: false })
  for (let day = today + 1; desk.full === null; day++) live(desk, day)
  const late = today > desk.full
  let between = 0
  for (let d = Math.min(today, desk.full) + 1; d <= Math.max(today, desk.full); d++) if (works(d)) between += 1
  const remaining = late ? -Math.max(1, between) : between
  return { state, due: toIso(desk.full), remaining, provisional: desk.provisional }
}
