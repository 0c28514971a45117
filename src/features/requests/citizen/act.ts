/** What an applicant does with a request that is there: correct it, give reasons, tell of a payment, withdraw. */
import { done, type Result } from '../../../domain/kernel/result.ts'
import type { Entry } from '../../../kit/routes.ts'
import { keepPaper } from '../actions/keep-paper.ts'
import { type Asked, performAct } from '../actions/perform-act.ts'
import { type Call, type Setup, setupOf } from '../actions/setup.ts'
import type { CitizenAct, Follower, Tracked } from '../citizen.ts'
import { keepApplicant, openApplicant } from '../sealed.ts'
import { type KeptRequest, saveApplicant } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { found } from './find.ts'
import { trackedView } from './tracked.ts'

export interface Acted {
  readonly tracked: Tracked
  readonly record: readonly Entry[]
}

export async function act(call: Call, agencyId: string, who: Follower, given: CitizenAct): Promise<Result<Acted>> {
  const kept = await found(call, agencyId, who, true)
  if (!kept.ok) return kept
  const setup = await setupOf(call, agencyId)
  if (given.act === 'changeContact') return changeContact(call, setup, kept.value, given)
  const carried = await performAct(call, setup, kept.value, askedOf(setup, given))
  if (!carried.ok) return carried
  const papers = 'papers' in given ? given.papers : []
  const { keys } = setup
  const filing = { ...call, keys, agencyId, requestId: kept.value.case.id, accountId: null }
  for (const [n, paper] of papers.entries()) await keepPaper(filing, { ...paper, at: `papers.${n}.file` })
  return done({ tracked: await trackedView(call, setup, carried.value.kept), record: carried.value.record })
}

type Plain = Exclude<CitizenAct, { readonly act: 'changeContact' }>
type AnyAsked = Asked<Plain['act']>

/** What an applicant does is done today. */
function askedOf({ today: on }: Setup, given: Plain): AnyAsked {
  const actor = { kind: 'applicant' } as const
  switch (given.act) {
    case 'correct':
      return { act: 'correct', body: { on, text: given.text, wanted: null, late: null }, actor }
    case 'giveReasons':
      return { act: 'giveReasons', body: { on, text: given.text }, actor }
    case 'declarePaid':
      return { act: 'declarePaid', body: { on, note: given.note }, actor }
    case 'withdraw':
      return { act: 'withdraw', body: { on, reason: given.reason }, actor }
    case 'proposePublication':
      return { act: 'proposePublication', body: { reason: given.reason }, actor }
  }
}

/** Where letters go from now on; the record says that it changed, not to what. */
async function changeContact(
  call: Call,
  setup: Setup,
  kept: KeptRequest,
  { phone, email, address }: Extract<CitizenAct, { act: 'changeContact' }>,
): Promise<Result<Acted>> {
  const { id } = kept.case
  const applicant = { ...openApplicant(setup.keys, id, kept.applicant), phone, email, address }
  const sealed = keepApplicant(setup.keys, id, applicant)
  await saveApplicant(call.tx, kept.case, { ...sealed, updatedAt: call.now })
  const tracked = await trackedView(call, setup, { ...kept, ...sealed })
  return done({ tracked, record: [{ kind: 'requests.changeContact', subject: subjectOf(id), data: {} }] })
}
