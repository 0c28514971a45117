/** The route of an act: the case is held, nobody has changed it since it was looked at, the act is carried out. */
import type { Actor, Resource } from '../../../domain/people/policy.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import { isElectronic } from '../../../domain/request/service-ways.ts'
import type { InputOf } from '../../../kit/contract.ts'
import { notify } from '../../../kit/notify.ts'
import { changedMeanwhile, notFound, refusedInput } from '../../../kit/problem.ts'
import type { BeginPublication } from '../../../kit/publishing.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import type { ActBody, ActContract } from '../contract/acts.ts'
import type { RequestView } from '../contract/view.ts'
import { putAside, tellApplicant } from '../letters/sending.ts'
import { holdRequest, type KeptRequest, requestById } from '../store/requests.ts'
import { requestWord } from '../words.ts'
import { authorOf } from './may-act.ts'
import { performAct } from './perform-act.ts'
import { type Call, setupOf, staffActor } from './setup.ts'
import { disclosedBy } from './to-publish.ts'
import { viewOf } from './view.ts'

type ActTask = Task<ActContract>
type Params = InputOf<ActContract>['params']

/** Whose draft it would approve. What is not there is told after the caller has been judged. */
export async function actedOn({ tx, params, body }: ActTask, act: RequestActId): Promise<Resource> {
  const { agencyId, requestId } = params
  const kept = await requestById(tx, agencyId, requestId)
  const letterId = 'letterId' in body ? body.letterId : undefined
  return { agencyId, authorId: kept ? authorOf(kept.case, act, letterId) : null }
}

/** `begin` takes what goes on to be published. */
export async function runAct<A extends RequestActId>(
  task: ActTask,
  act: A,
  begin: BeginPublication,
): Promise<Done<RequestView>> {
  const { actor } = signedIn(task)
  const { version, ...rest } = task.body
  const kept = await heldCase(task, task.params, version)
  const setup = await setupOf(task, task.params.agencyId)
  const by = await staffActor(task, task.params.agencyId, actor)
  const sending = rest as unknown as ActBody<'sendLetter'>
  if (act === 'sendLetter' && isElectronic(sending.way)) {
    const aside = await putAside(task, setup, kept, sending, by)
    if (!aside.ok) throw refusedInput('body', [aside.refusal])
    return { answer: await viewOf(task, setup, kept, { actor }), record: [aside.value] }
  }
  const done = await performAct(task, setup, kept, { act, body: rest as unknown as ActBody<A>, actor: by })
  if (!done.ok) throw refusedInput('body', [done.refusal])
  const { record, kept: after } = done.value
  if (act === 'sendLetter' || act === 'serveLetter') await tellApplicant(task, setup, after, sending.letterId)
  if (act === 'urge') await tellUrged(task, after)
  const disclosed = act === 'settleProposal' ? await disclosedBy(task, setup, after) : null
  const begun = disclosed ? await begin(task, disclosed) : []
  return { answer: await viewOf(task, setup, after, { actor }), record: [...record, ...begun] }
}

/** The case, held until the transaction ends. Throws `not_found`, or `changed_meanwhile` where it is of another version. */
export async function heldCase(call: Call, { agencyId, requestId }: Params, version?: number): Promise<KeptRequest> {
  const kept = await holdRequest(call.tx, agencyId, requestId)
  if (!kept) throw notFound(requestWord)
  if (version !== undefined && kept.case.version !== version) throw changedMeanwhile(requestWord)
  return kept
}

/** The case to look at. Throws `not_found`. */
export async function caseOf({ tx }: Pick<Call, 'tx'>, { agencyId, requestId }: Params): Promise<KeptRequest> {
  const kept = await requestById(tx, agencyId, requestId)
  if (!kept) throw notFound(requestWord)
  return kept
}

/** A supervisor's reading is recorded; that of the agency's own people is their work. */
export function isSupervisors({ agencyId }: Actor, of: string): boolean {
  return agencyId !== of
}

/** Who has the case in hand, and who runs the office, hear at once that the agency above urges (条例47). */
async function tellUrged({ tx, now, services }: Call, { case: of }: KeptRequest): Promise<void> {
  const by = of.urgings.at(-1)?.answerBy ?? ''
  await notify(tx, services, {
    agencyId: of.agencyId,
    to: { ...(of.place?.handlerId && { accounts: [of.place.handlerId] }), roles: ['office_head', 'handler'] },
    kind: 'due.request',
    title: { zh: `${of.number}：上级督办，请于 ${by} 前回复`, en: `${of.number}: urged from above; answer by ${by}` },
    link: `/console/requests/${of.id}`,
    at: now,
  })
}
