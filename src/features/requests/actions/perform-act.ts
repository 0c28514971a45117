/** One way for every act on a case, whoever does it: checked, performed, saved, with all that follows from it. */
import { done, type Result } from '../../../domain/kernel/result.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { EarlierAnswer, RequestCase } from '../../../domain/request/case.ts'
import type { ActActor, ActContext, ActInputs } from '../../../domain/request/inputs.ts'
import { perform } from '../../../domain/request/perform.ts'
import type { Entry } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { ActBody } from '../contract/acts.ts'
import { checkDecisionLetter, followLetters } from '../letters/issue.ts'
import { maskedParty, sealParty } from '../sealed.ts'
import { addParty } from '../store/parties.ts'
import { type KeptRequest, requestById, saveCase } from '../store/requests.ts'
import { keepRevision } from '../store/revisions.ts'
import { subjectOf } from '../store/timeline.ts'
import { checked } from './checks.ts'
import { earlierGiven } from './earlier-answer.ts'
import { letterNumber } from './numbers.ts'
import { changeOf, recordable } from './recordable.ts'
import { reportedYearTrouble } from './reported-year.ts'
import type { Call, Setup } from './setup.ts'
import { splitOff } from './split-off.ts'

export interface Asked<A extends RequestActId> {
  readonly act: A
  readonly body: ActBody<A>
  readonly actor: ActActor
}

export interface Carried {
  readonly kept: KeptRequest
  readonly record: readonly Entry[]
}

/** Carries the act out on a case that is held. Refused in a sentence, and then nothing was changed. */
export async function performAct<A extends RequestActId>(
  call: Call,
  setup: Setup,
  kept: KeptRequest,
  asked: Asked<A>,
): Promise<Result<Carried>> {
  const { act, body } = asked
  const trouble = await checked(call, kept, act, body)
  if (trouble) return { ok: false, refusal: trouble }
  const adding = await addedTo(call, kept, act, body)
  if (!adding.ok) return adding
  const added = adding.value
  const carried = await performed(call, setup, kept.case, asked, { ...body, ...added } as unknown as ActInputs[A])
  if (!carried.ok) return carried
  const reported = await reportedYearTrouble(call, setup, [kept.case, carried.value], 'on' in body ? 'on' : undefined)
  if (reported) return { ok: false, refusal: reported }
  const after: KeptRequest = { ...kept, case: carried.value, updatedAt: call.now }
  if (act === 'submitDraft') await checkDecisionLetter(call, setup, after)
  await saveCase(call.tx, after.case, setup, call.now)
  if (after.case.draft !== kept.case.draft) await keepRevision(call.tx, after.case)
  await followLetters(call, setup, kept.case, after)
  const more = await follow(call, setup, after, asked, added)
  const data = { ...recordable(body), ...changeOf(kept.case, after.case) }
  return { ok: true, value: { kept: after, record: [{ ...entryOf(act, kept.case.id), data }, ...more] } }
}

function entryOf(act: RequestActId, id: string): Pick<Entry, 'kind' | 'subject'> {
  return { kind: `requests.${act}`, subject: subjectOf(id) }
}

/** Ids the program gives to what an act makes, and what it looks up. */
interface Added {
  readonly partyId?: string
  readonly children?: readonly string[]
  readonly earlier?: EarlierAnswer | null
  /** Of the request another goes into. */
  readonly number?: string
}

async function addedTo<A extends RequestActId>(
  call: Call,
  kept: KeptRequest,
  act: A,
  body: ActBody<A>,
): Promise<Result<Added>> {
  if (act === 'consult') return done({ partyId: newId(call) })
  if (act === 'saveDraft') {
    const earlier = await earlierGiven(call, kept, body as ActBody<'saveDraft'>)
    return earlier.ok ? done({ earlier: earlier.value }) : earlier
  }
  if (act === 'merge') {
    const { into } = body as ActBody<'merge'>
    const other = await requestById(call.tx, kept.case.agencyId, into)
    return done({ number: other?.case.number ?? '' })
  }
  if (act !== 'split') return done({})
  const { parts } = body as ActBody<'split'>
  return done({ children: parts.slice(1).map(() => newId(call)) })
}

function newId({ now, services }: Call): string {
  return uuid7(now.getTime(), services.random)
}

/**
 * The domain asks for a number in the middle of its work and cannot wait for one: it is asked first what it needs, and
 * then again with the same ids and the numbers taken. What is refused takes none.
 */
async function performed<A extends RequestActId>(
  call: Call,
  setup: Setup,
  before: RequestCase,
  { act, actor }: Asked<A>,
  input: ActInputs[A],
): Promise<Result<RequestCase>> {
  const { today, calendar, rules } = setup
  const context = { today, calendar, rules, actor }
  const ids: string[] = []
  const wanted: string[] = []
  const first = perform(before, act, input, {
    ...context,
    newId: () => {
      const id = newId(call)
      ids.push(id)
      return id
    },
    numberFor: letter => {
      wanted.push(letter)
      return ''
    },
  })
  if (!first.ok || wanted.length === 0) return first
  const numbers: string[] = []
  for (const letter of wanted) numbers.push(await letterNumber(call.tx, setup, letter))
  return perform(before, act, input, { ...context, newId: handingOut(ids), numberFor: handingOut(numbers) })
}

function handingOut(values: readonly string[]): ActContext['newId'] {
  const left = [...values]
  return () => {
    const next = left.shift()
    if (next === undefined) throw new Error('the second time round an act asked for more')
    return next
  }
}

/** What an act leaves beside the case itself. */
async function follow<A extends RequestActId>(
  call: Call,
  setup: Setup,
  after: KeptRequest,
  { act, body }: Asked<A>,
  { partyId, children = [] }: Added,
): Promise<Entry[]> {
  if (partyId !== undefined) {
    const { who } = body as ActBody<'consult'>
    const { agencyId, id: requestId } = after.case
    const party = sealParty(setup.keys, partyId, who)
    await addParty(call.tx, { agencyId, id: partyId, requestId, party, mask: maskedParty(who) })
  }
  return act === 'split' ? splitOff(call, setup, after, body as ActBody<'split'>, children) : []
}
