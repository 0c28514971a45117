/** Random walks through the life of requests: the same from one seed. Days pass, people act, most acts fit. */
import { nationalCalendar } from '../../src/domain/calendar.ts'
import { addDays, type LocalDate } from '../../src/domain/kernel/date.ts'
import type { Result } from '../../src/domain/kernel/result.ts'
import { type RequestActId, requestActIds } from '../../src/domain/request/acts.ts'
import type { RequestCase } from '../../src/domain/request/case.ts'
import type { ActContext, ActInputs, RequestRules } from '../../src/domain/request/inputs.ts'
import { type Intake, newCase } from '../../src/domain/request/new-case.ts'
import { allowedActs, perform } from '../../src/domain/request/perform.ts'
import { whyNot } from '../../src/domain/request/performing/guard.ts'
import { requestKindIds } from '../../src/domain/request/states.ts'
import { waitsFor } from '../../src/domain/request/waiting/waits-for.ts'
import { applicantKinds } from '../../src/law/applicants.ts'
import { type ChannelId, channels } from '../../src/law/channels.ts'
import { type PersonId, people, personIds } from '../support/request-people.ts'
import { below, keysOf, oneOf, type Random, randomInputs } from './random-inputs.ts'

export interface Stepped {
  readonly before: RequestCase
  readonly act: RequestActId
  readonly person: PersonId
  readonly input: ActInputs[RequestActId]
  readonly context: ActContext
  /** What the actor was offered before. */
  readonly allowed: readonly RequestActId[]
  readonly result: Result<RequestCase>
}

const firstDay = '2024-12-02' as LocalDate

/** How often an act is chosen among those offered; 1 where nothing is said. Ends come seldom, or all lives were short. */
const weights: Readonly<Partial<Record<RequestActId, number>>> = {
  withdraw: 0.02,
  merge: 0.05,
  closeOtherwise: 0.05,
  split: 0.2,
  urge: 0.05,
  proposePublication: 0.1,
  askSection: 0.2,
  noteAttempt: 0.3,
  noticeFee: 2,
  giveReasons: 4,
  endReasons: 4,
  delayAnswer: 5,
  closeUnpaid: 5,
  submitDraft: 5,
  approveDraft: 8,
  returnDraft: 0.5,
  recallLetter: 0.4,
  takeBackDraft: 0.5,
}

const rules: RequestRules = { chain: ['legality', 'secrecy', 'office', 'signature'] }

function contextOf(person: PersonId, today: LocalDate, newId: () => string): ActContext {
  return {
    today,
    newId,
    calendar: nationalCalendar,
    actor: people[person],
    rules,
    numberFor: letter => `${letter}-1`,
  }
}

/** Walks until `steps` acts were tried; every case lives for at most `longest` of them. `seen` hears of each. */
export function walk(random: Random, steps: number, seen: (step: Stepped) => void, longest = 60): void {
  let ids = 0
  const newId = () => `i${ids++}`
  for (let left = steps; left > 0; ) {
    let today = addDays(firstDay, below(random, 700))
    let now = firstCase(random, today, newId())
    for (let life = Math.min(longest, left); life > 0; life--, left--) {
      if (random() < 0.25) today = addDays(today, below(random, random() < longWait(now) ? 50 : 6))
      const step = stepOf(now, today, newId, random)
      seen(step)
      if (step.result.ok) now = deepFreeze(step.result.value)
      if (now.state === 'archived' && random() < 0.5) life = 1
    }
  }
}

/** Applicants are waited for longer than colleagues. */
function longWait({ state }: RequestCase): number {
  return state.endsWith('_pending') ? 0.6 : 0.08
}

/** Often somebody does what the case waits for; else somebody does something, and now and then anything. */
function stepOf(before: RequestCase, today: LocalDate, newId: () => string, random: Random): Stepped {
  const wanted = random() < 0.4 ? waitedFor(before, today, random) : undefined
  const person = personFor(before, wanted, today, newId, random)
  const context = contextOf(person, today, newId)
  const allowed = allowedActs(before, context)
  const wild = allowed.length === 0 || random() < 0.1
  const chosen = wild ? oneOf(random, requestActIds) : weighed(allowed, random)
  const act = !wild && wanted && allowed.includes(wanted) ? wanted : chosen
  const { input, result } = tried(before, act, context, random)
  return { before, act, person, input, context, allowed, result }
}

function waitedFor(of: RequestCase, today: LocalDate, random: Random): RequestActId | undefined {
  const waits = waitsFor(of, today, nationalCalendar, rules)
  return waits.length === 0 ? undefined : oneOf(random, waits).act
}

/** Somebody who can do what is wanted, where it is found by asking around a little. */
function personFor(
  of: RequestCase,
  wanted: RequestActId | undefined,
  today: LocalDate,
  newId: () => string,
  random: Random,
): PersonId {
  let person = oneOf(random, personIds)
  for (let tries = 12; wanted && tries > 0 && whyNot(of, wanted, contextOf(person, today, newId)); tries--) {
    person = oneOf(random, personIds)
  }
  return person
}

function weighed(acts: readonly RequestActId[], random: Random): RequestActId {
  let left = random() * acts.reduce((sum, act) => sum + (weights[act] ?? 1), 0)
  for (const act of acts) {
    left -= weights[act] ?? 1
    if (left < 0) return act
  }
  return oneOf(random, acts)
}

/** The act with an input of its own at random. */
export function tried<A extends RequestActId>(before: RequestCase, act: A, context: ActContext, random: Random) {
  const input = deepFreeze(randomInputs[act](before, context, random))
  return { input, result: perform(before, act, input, context) }
}

function firstCase(random: Random, today: LocalDate, id: string): RequestCase {
  const channel = oneOf(random, keysOf(channels))
  const arrivedOn = addDays(today, -below(random, 3))
  const made = newCase({ ...intakeOf(channel, arrivedOn, random), id, number: id }, { today, actor: people.handler })
  if (!made.ok) throw new Error(made.refusal.says.en)
  return deepFreeze(made.value)
}

function intakeOf(channel: ChannelId, arrivedOn: LocalDate, random: Random): Omit<Intake, 'id' | 'number'> {
  return {
    agencyId: 'agency',
    kind: random() < 0.7 ? 'request' : oneOf(random, requestKindIds),
    channel,
    applicantKind: oneOf(random, keysOf(applicantKinds)),
    wanted: {
      title: '名称',
      documentNumber: null,
      indexNumber: null,
      features: '特征',
      form: oneOf(random, ['paper', 'email', 'online']),
      route: oneOf(random, ['post', 'hand', 'email', 'online']),
      otherForm: true,
      help: null,
      suggestsPublication: false,
    },
    submittedOn: arrivedOn,
    arrivedOn,
    confirmed: random() < 0.3 ? { on: arrivedOn, method: 'phone', evidence: '通话记录' } : null,
    note: null,
    onTheSpot: random() < 0.1,
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
