/** Random walks through the life of requests: the same from one seed. Days pass, people act, most acts fit. */
import { nationalCalendar } from '../../src/domain/calendar.ts'
import { addDays, type LocalDate } from '../../src/domain/kernel/date.ts'
import type { Result } from '../../src/domain/kernel/result.ts'
import { type RequestActId, requestActIds } from '../../src/domain/request/acts.ts'
import type { RequestCase } from '../../src/domain/request/case.ts'
import type { ActContext, ActInputs } from '../../src/domain/request/inputs.ts'
import { type Intake, newCase } from '../../src/domain/request/new-case.ts'
import { allowedActs, perform } from '../../src/domain/request/perform.ts'
import { requestKindIds } from '../../src/domain/request/states.ts'
import { applicantKinds } from '../../src/law/applicants.ts'
import { type ChannelId, channels } from '../../src/law/channels.ts'
import { type PersonId, people, personIds } from './people.ts'
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

/** Acts that end a life early, or stir one that is at rest, are tried more seldom. */
const seldom: readonly RequestActId[] = [
  'withdraw',
  'merge',
  'closeOtherwise',
  'archive',
  'split',
  'urge',
  'noteAttempt',
]

export function contextOf(person: PersonId, today: LocalDate, newId: () => string): ActContext {
  return {
    today,
    newId,
    calendar: nationalCalendar,
    actor: people[person],
    rules: { chain: ['legality', 'secrecy', 'office', 'signature'] },
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
      if (random() < 0.3) today = addDays(today, below(random, random() < 0.2 ? 30 : 6))
      const step = stepOf(now, today, newId, random)
      seen(step)
      if (step.result.ok) now = deepFreeze(step.result.value)
      if (now.state === 'archived' && random() < 0.5) life = 1
    }
  }
}

function stepOf(before: RequestCase, today: LocalDate, newId: () => string, random: Random): Stepped {
  let person = oneOf(random, personIds)
  let allowed = allowedActs(before, contextOf(person, today, newId))
  for (let tries = 6; tries > 0 && allowed.length === 0; tries--) {
    person = oneOf(random, personIds)
    allowed = allowedActs(before, contextOf(person, today, newId))
  }
  const wild = allowed.length === 0 || random() < 0.1
  let act = oneOf(random, wild ? requestActIds : allowed)
  if (!wild && seldom.includes(act) && random() < 0.9) act = oneOf(random, allowed)
  const context = contextOf(person, today, newId)
  const { input, result } = tried(before, act, context, random)
  return { before, act, person, input, context, allowed, result }
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
    kind: random() < 0.8 ? 'request' : oneOf(random, requestKindIds),
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

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
