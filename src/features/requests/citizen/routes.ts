/** The citizen's desk for programs: the same acts as on the portal's pages, by JSON. */
import { MINUTE } from '../../../domain/kernel/instant.ts'
import type { Policies } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, type Route, routesOf, type Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { setupOf } from '../actions/setup.ts'
import type { CitizenAct, CitizenResult, Uploaded } from '../citizen.ts'
import * as contracts from '../contract/citizen.ts'
import { act } from './act.ts'
import { apply } from './apply.ts'
import { found } from './find.ts'
import { ownDataFor } from './own-data.ts'
import { trackedView } from './tracked.ts'
import { mayFollow, withinLimits } from './within-limits.ts'

type CitizenAction = 'requests.apply' | 'requests.track' | 'requests.ownData' | 'requests.applicantAct'
type Receipt = AnswerOf<typeof contracts.applyForRequest>
type Tracked = AnswerOf<typeof contracts.trackRequest>
type Following = Pick<Task<typeof contracts.trackRequest>, 'services' | 'params' | 'body' | 'origin'>

const papersBytes = 120_000_000
/** So that an address does not flood the server; what is done is counted by what comes of it. */
const flood = { most: 600, within: 10 * MINUTE }

export function citizenRoutes<A extends string>(policies: Policies<A | CitizenAction>): readonly Route[] {
  const { reads, acts } = routesOf(policies)
  return [
    acts(contracts.applyForRequest, {
      secret: true,
      bodyBytes: papersBytes,
      perAddress: flood,
      work: applied,
    }),
    reads(contracts.trackRequest, { perAddress: flood, work: track }),
    // Secret: what is kept of answers for repeated calls must not hold personal data whole.
    acts(contracts.applicantData, { secret: true, perAddress: flood, work: ownData }),
    acts(contracts.applicantAct, { bodyBytes: papersBytes, perAddress: flood, work: acted }),
  ]
}

async function applied(task: Task<typeof contracts.applyForRequest>): Promise<Done<Receipt>> {
  const { params, body } = task
  const { papers, ...typed } = body
  const application = { ...typed, papers: papers.map(uploaded) }
  // What is sent twice is told by the key of the call.
  const key = uuid7(task.now.getTime(), task.services.random)
  const { receipt, record } = valueIn(
    await withinLimits(task.services, task.origin.address, () => apply(task, params.agencyId, application, { key })),
  )
  return { answer: { ...receipt }, record }
}

async function track(task: Task<typeof contracts.trackRequest>): Promise<Tracked> {
  const { params, body } = task
  await follows(task)
  const kept = valueIn(await found(task, params.agencyId, body))
  return shown(await trackedView(task, await setupOf(task, params.agencyId), kept))
}

async function ownData(
  task: Task<typeof contracts.applicantData>,
): Promise<Done<AnswerOf<typeof contracts.applicantData>>> {
  await follows(task)
  const { data, record } = valueIn(await ownDataFor(task, task.params.agencyId, task.body))
  return { answer: data, record }
}

async function acted(task: Task<typeof contracts.applicantAct>): Promise<Done<Tracked>> {
  const { params, body } = task
  await follows(task)
  const { act: given, ...who } = body
  const { tracked, record } = valueIn(await act(task, params.agencyId, who, actOf(given)))
  return { answer: shown(tracked), record }
}

async function follows({ services, params, body, origin }: Following): Promise<void> {
  const refusal = await mayFollow(services, params.agencyId, body, origin.address)
  if (refusal) throw refused(refusal)
}

function uploaded({ kind, name, file }: { kind: Uploaded['kind']; name: string; file: string }): Uploaded {
  return { kind, name, bytes: Buffer.from(file, 'base64') }
}

function actOf(given: Task<typeof contracts.applicantAct>['body']['act']): CitizenAct {
  return 'papers' in given ? { ...given, papers: given.papers.map(uploaded) } : given
}

function valueIn<T>(result: CitizenResult<T>): T {
  if (result.ok) return result.value
  const [first, ...more] = 'all' in result ? result.all : [result.refusal]
  throw refusedInput('body', [first ?? result.refusal, ...more])
}

/** The same, as the contract's own lists. */
function shown(tracked: Parameters<typeof contracts.tracked.parse>[0]): Tracked {
  return contracts.tracked.parse(tracked)
}
