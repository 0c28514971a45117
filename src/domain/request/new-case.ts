/** How a case begins: as it came in (条例31), as a part of another, or anew after its answer was overturned. */
import type { LocalDate } from '../kernel/date.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import type { Arrival, RequestCase } from './case.ts'
import type { ActContext, SplitPart } from './inputs.ts'
import { happened, must, type Trouble } from './performing/step.ts'
import { receiptDay } from './receipt.ts'

/** What the desk knows when it registers a request. `confirmed`: where it was confirmed with the applicant at once. */
export interface Intake
  extends Pick<RequestCase, 'agencyId' | 'id' | 'number' | 'kind' | 'channel' | 'applicantKind' | 'wanted'>,
    Pick<Arrival, 'submittedOn' | 'arrivedOn' | 'confirmed' | 'note'> {
  /** To be answered on the spot (条例33). */
  readonly onTheSpot: boolean
}

/**
 * A case as registered: received at once where the channel tells the day (条例31(1)(2)) or the receipt was confirmed,
 * else waiting for confirmation. Refused, with `at`, where the days cannot be.
 */
export function newCase(intake: Intake, context: Pick<ActContext, 'today' | 'actor'>): Result<RequestCase> {
  const found = daysTrouble(intake, context)
  if (found) return found
  const { submittedOn, arrivedOn, confirmed, note, ...given } = intake
  const receivedOn = receipt(intake)
  return done({
    ...given,
    ...untouched,
    state: receivedOn === null ? 'arrived' : 'registered',
    arrival: { submittedOn, arrivedOn, confirmed, attempts: [], note },
    receivedOn,
  })
}

function receipt({ channel, submittedOn, arrivedOn, confirmed }: Intake): LocalDate | null {
  return receiptDay(channel, { submittedOn, arrivedOn }).on ?? confirmed?.on ?? null
}

function daysTrouble({ submittedOn, arrivedOn, confirmed }: Intake, { today }: Pick<ActContext, 'today'>): Trouble {
  return (
    must(
      submittedOn <= arrivedOn,
      'too_late',
      `提交日期 ${submittedOn} 晚于送达日期 ${arrivedOn}，请核对`,
      `It was handed in on ${submittedOn}, after it came in on ${arrivedOn}; check both`,
      'submittedOn',
    ) ??
    must(
      arrivedOn <= today,
      'in_future',
      `送达日期 ${arrivedOn} 在今天（${today}）之后，请核对`,
      `It came in on ${arrivedOn}, after today (${today}); check it`,
      'arrivedOn',
    ) ??
    must(
      confirmed === null || (confirmed.on >= arrivedOn && confirmed.on <= today),
      'too_early',
      `确认收到的日期 ${confirmed?.on ?? ''} 应当在送达之日到今天之间，请核对`,
      `The day of confirmation, ${confirmed?.on ?? ''}, must lie between arrival and today; check it`,
      'confirmed.on',
    )
  )
}

/** A case nothing has happened to. */
const untouched = {
  version: 1,
  events: [],
  delayedUntil: null,
  place: null,
  cooperations: [],
  searches: [],
  correction: null,
  reasons: null,
  consultations: [],
  extension: null,
  fee: null,
  draft: null,
  letters: [],
  urgings: [],
  proposal: null,
  links: { splitFrom: null, splitOn: null, splitInto: [], mergedInto: null, reopens: null },
  closing: null,
  overturned: null,
  archivedOn: null,
} as const satisfies Partial<RequestCase>

interface Child {
  readonly id: string
  readonly number: string
  readonly on: LocalDate
}

/**
 * The case of one part after a split (办法4): received with the whole, corrected with it, in the same hands. `of` is
 * the case before or after the split; `number` the part's own; `on` the day of the split, from which it is counted.
 */
export function childOf(of: RequestCase, part: SplitPart, { id, number, on }: Child): RequestCase {
  const { agencyId, kind, channel, applicantKind, arrival, receivedOn, place, events, correction, onTheSpot } = of
  return {
    ...untouched,
    agencyId,
    id,
    number,
    kind,
    state: place === null ? 'registered' : 'in_progress',
    channel,
    applicantKind,
    wanted: { ...of.wanted, title: part.title, features: part.features },
    arrival,
    receivedOn,
    onTheSpot,
    events,
    place,
    correction,
    links: { ...untouched.links, splitFrom: of.id, splitOn: on },
  }
}

interface Anew {
  readonly id: string
  readonly number: string
  /** The day from which it is to be answered anew: the decision that overturned the answer, as received. */
  readonly receivedOn: LocalDate
}

/**
 * 重新处理: a new case linked to the one whose answer was overturned (D§2.6). Refused while that one is open
 * (`still_open`), before it is entered what overturned it (`not_overturned`), and from a day before that was received.
 */
export function reopened(
  of: RequestCase,
  { id, number, receivedOn }: Anew,
  context: Pick<ActContext, 'today' | 'actor' | 'calendar' | 'rules' | 'newId' | 'numberFor'>,
): Result<RequestCase> {
  if (of.closing === null) return refuse('still_open', stillOpen)
  if (of.overturned === null) return refuse('not_overturned', notOverturned)
  const found = happened(receivedOn, context, {
    day: of.overturned.receivedOn,
    called: { zh: '收到纠正决定之日', en: 'the day the decision that overturned it was received' },
  })
  if (found) return refuse(found.refusal.code, found.refusal.says, 'receivedOn')
  const { agencyId, kind, channel, applicantKind, wanted, arrival, place } = of
  return done({
    ...untouched,
    agencyId,
    id,
    number,
    kind,
    state: place === null ? 'registered' : 'in_progress',
    channel,
    applicantKind,
    wanted,
    arrival,
    receivedOn,
    onTheSpot: false,
    place,
    links: { ...untouched.links, reopens: of.id },
  })
}

const notOverturned = {
  zh: '原申请还没有登记被纠正；请先在原申请登记复议决定、判决或者自行纠正，再登记重新处理',
  en: 'It is not entered what overturned that answer: enter the decision, the judgment or the own correction on that case first',
}

const stillOpen = {
  zh: '这一件尚未办结，请直接继续办理',
  en: 'This case is not ended; go on with it',
}
