/** What an applicant does with a request that is there: correct it, give reasons, tell of a payment, withdraw. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { changedReach } from '../../../domain/request/intake/contact.ts'
import type { Entry } from '../../../kit/routes.ts'
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import { once } from '../../../platform/record/idempotency.ts'
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

/**
 * `key`: the same for a repeated sending of one form, which is told what the first was told and does nothing; empty where
 * repeated sendings are told apart elsewhere. Under the same key other words are refused as `already_sent`.
 */
export async function act(
  call: Call,
  agencyId: string,
  who: Follower,
  given: CitizenAct,
  key = '',
): Promise<Result<Acted>> {
  const kept = await found(call, agencyId, who, true)
  if (!kept.ok) return kept
  const setup = await setupOf(call, agencyId)
  if (key === '') return acted(call, setup, kept.value, given)
  const hash = fingerprint(call.services.keys.masters, 'applicant act', partsOf(given))
  const keyed = { agencyId, caller: `applicant ${kept.value.case.id}`, key, hash, now: call.now }
  const told = await once(call.tx, keyed, async () => {
    const result = await acted(call, setup, kept.value, given)
    return result.ok ? { answer: null, result } : { refusal: result.refusal, result }
  })
  if ('result' in told) return told.result
  if ('refusal' in told) return refuse('already_sent', alreadySent)
  return done({ tracked: await trackedView(call, setup, kept.value), record: [] })
}

/** All that was sent; papers as bytes. */
function partsOf(given: CitizenAct): readonly (string | Uint8Array)[] {
  const papers = 'papers' in given ? given.papers : []
  const plain = { ...given, papers: papers.map(({ kind, name }) => ({ kind, name })) }
  return [JSON.stringify(plain), ...papers.map(({ bytes }) => bytes)]
}

const alreadySent: Said = {
  zh: '这张表已经提交过，后来改动的内容没有提交；还需要办理的，请在下面重新填写',
  en: 'This form was sent before; what was changed since was not sent. If there is more to say, fill it in below',
}

async function acted(call: Call, setup: Setup, kept: KeptRequest, given: CitizenAct): Promise<Result<Acted>> {
  if (given.act === 'changeContact') return changeContact(call, setup, kept, given)
  const { agencyId, id } = kept.case
  const carried = await performAct(call, setup, kept, askedOf(setup, given))
  if (!carried.ok) return carried
  const papers = 'papers' in given ? given.papers : []
  const { keys } = setup
  const filing = { ...call, keys, agencyId, requestId: id, accountId: null }
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
  { act: _, ...change }: Extract<CitizenAct, { act: 'changeContact' }>,
): Promise<Result<Acted>> {
  const { id } = kept.case
  const before = openApplicant(setup.keys, id, kept.applicant)
  const after = changedReach(before, change, kept.case.wanted.route)
  if (!after.ok) return after
  const sealed = keepApplicant(setup.keys, id, { ...before, ...after.value })
  await saveApplicant(call.tx, kept.case, { ...sealed, updatedAt: call.now })
  const tracked = await trackedView(call, setup, { ...kept, ...sealed })
  return done({ tracked, record: [{ kind: 'requests.changeContact', subject: subjectOf(id), data: {} }] })
}
