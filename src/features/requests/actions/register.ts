/** A request is registered: as it came in, by whichever way, with what lay beside it (条例29, 31). */
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import type { RequestCase, Wanted } from '../../../domain/request/case.ts'
import type { ActActor } from '../../../domain/request/inputs.ts'
import { type Intake, newCase, reopened } from '../../../domain/request/new-case.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { hashCode, newCode } from '../../../platform/crypto/codes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract/index.ts'
import type { Applicant } from '../contract/view.ts'
import { isOfApplicant, keepApplicant } from '../sealed.ts'
import { addRequest, type KeptRequest, requestById } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { notOfApplicant, notReopenable } from '../words.ts'
import { applicantTroubles, wayTroubles } from './identity.ts'
import { type GivenPaper, keepPaper } from './keep-paper.ts'
import { requestNumber } from './numbers.ts'
import { reportedYearTrouble } from './reported-year.ts'
import { type Call, type Setup, setupOf, staffActor } from './setup.ts'
import { contextFor, viewOf } from './view.ts'

type RegisterTask = Task<typeof contracts.registerRequest>
type Answer = AnswerOf<typeof contracts.registerRequest>

export async function register(task: RegisterTask): Promise<Done<Answer>> {
  const { body, params } = task
  const { actor } = signedIn(task)
  const setup = await setupOf(task, params.agencyId)
  const [first, ...more] = [...applicantTroubles(body.applicant), ...wayTroubles(body.wanted)]
  if (first) throw refusedInput('body', [first, ...more])
  const by = await staffActor(task, params.agencyId, actor)
  const begun = await begin(task, setup, by)
  if (!begun.ok) throw refusedInput('body', [begun.refusal])
  const papers = body.papers.map(
    ({ kind, name, file }, n): GivenPaper => ({
      kind,
      name,
      bytes: Buffer.from(file, 'base64'),
      at: `papers.${n}.file`,
    }),
  )
  const entered = await enter(task, setup, { case: begun.value, applicant: body.applicant, papers, by })
  const answer = { request: await viewOf(task, setup, entered.kept, { actor }), queryCode: entered.code }
  const { id, number, channel, kind, receivedOn, arrival } = begun.value
  const data = { number, channel, kind, on: receivedOn, arrivedOn: arrival.arrivedOn, papers: papers.length }
  return { answer, record: [{ subject: subjectOf(id), data }] }
}

async function begin(task: RegisterTask, setup: Setup, by: ActActor): Promise<Result<RequestCase>> {
  const { body, params } = task
  const { agencyId } = params
  const id = uuid7(task.now.getTime(), task.services.random)
  const { kind, channel, submittedOn, arrivedOn, note, onTheSpot, applicant, wanted } = body
  const given = { agencyId, id, kind, channel, applicantKind: applicant.kind, wanted: wanted satisfies Wanted }
  const intake: Intake = { ...given, submittedOn, arrivedOn, note, onTheSpot, confirmed: null, number: '' }
  const made = body.reopens === null ? newCase(intake, { ...setup, actor: by }) : await anew(task, setup, intake, by)
  if (!made.ok) return made
  const reported = await reportedYearTrouble(task, setup, [null, made.value], 'arrivedOn')
  if (reported) return { ok: false, refusal: reported }
  // What is refused takes no number.
  return { ok: true, value: { ...made.value, number: await requestNumber(task.tx, setup) } }
}

/** 重新处理, of the same applicant: counted from the day the decision that overturned the answer was received. */
async function anew(
  { tx, body, params }: RegisterTask,
  setup: Setup,
  { id, wanted, arrivedOn }: Intake,
  by: ActActor,
): Promise<Result<RequestCase>> {
  const former = body.reopens === null ? null : await requestById(tx, params.agencyId, body.reopens)
  if (!former) throw refused({ ...notReopenable, at: 'body.reopens' })
  const made = reopened(former.case, { id, number: '', receivedOn: arrivedOn }, contextFor(setup, by))
  if (!made.ok) return { ok: false, refusal: placed(made.refusal) }
  const { nameMatch, identityMatch } = former
  const isSame = isOfApplicant(setup.keys, { requestId: former.case.id, nameMatch, identityMatch }, body.applicant)
  if (!isSame) return { ok: false, refusal: notOfApplicant }
  return { ok: true, value: { ...made.value, wanted, applicantKind: body.applicant.kind } }
}

function placed({ at, ...refusal }: Refusal): Refusal {
  return { ...refusal, at: at === 'receivedOn' ? 'arrivedOn' : 'reopens' }
}

export interface Entering {
  readonly case: RequestCase
  readonly applicant: Applicant
  readonly papers: readonly GivenPaper[]
  /** Who enters it. */
  readonly by: ActActor
  /** To follow it by; a new one where left out. */
  readonly code?: string
  /** The citizen's account it belongs to; none where left out. */
  readonly accountId?: string | null
}

export interface Entered {
  readonly kept: KeptRequest
  /** Shown once. */
  readonly code: string
}

/** Keeps a case that begins, its applicant sealed and its papers filed, under a new code to follow it by. */
export async function enter(call: Call, setup: Setup, entering: Entering): Promise<Entered> {
  const { case: of, applicant, papers, by, code = newCode(call.services.random) } = entering
  const { tx, now, services } = call
  const { agencyId, id } = of
  const sealed = keepApplicant(setup.keys, id, applicant)
  const kept: KeptRequest = {
    ...sealed,
    case: of,
    codeHash: hashCode(code),
    accountId: entering.accountId ?? null,
    createdAt: now,
    updatedAt: now,
  }
  await addRequest(tx, kept, setup)
  const accountId = by.kind === 'staff' ? by.accountId : null
  for (const paper of papers) {
    await keepPaper({ tx, now, services, keys: setup.keys, agencyId, requestId: id, accountId }, paper)
  }
  return { kept, code }
}
