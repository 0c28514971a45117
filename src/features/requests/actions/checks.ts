/** What only the tables know and an act must not get wrong: sections, people, papers, the other case. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { actRule, type RequestActId } from '../../../domain/request/acts.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { isOpen } from '../../../domain/request/states.ts'
import { staffOf } from '../../../kit/staff.ts'
import type { ActBody } from '../contract/acts.ts'
import { withdrawalKinds } from '../contract/view.ts'
import { isLetterLeaving } from '../letters/leaving.ts'
import { isOpenSection } from '../store/agency.ts'
import { papersOf } from '../store/papers.ts'
import { codeOfNumber, type KeptRequest, requestById } from '../store/requests.ts'
import {
  letterIsLeaving,
  noSection,
  noSuchOther,
  noSuchWithdrawal,
  notInSection,
  notSameApplicant,
  notTheNth,
} from '../words.ts'
import { ordinalOf } from './ordinal.ts'
import { attachmentTrouble } from './paper-rules.ts'
import type { Call } from './setup.ts'

type Check<A extends RequestActId> = (call: Call, kept: KeptRequest, body: ActBody<A>) => Promise<Refusal | null>

const checks: { readonly [A in RequestActId]?: Check<A> } = {
  assign: async (call, { case: of }, { sectionId, handlerId }) =>
    (await sectionTrouble(call, of, sectionId)) ?? (handlerId === null ? null : handlerTrouble(call, of, handlerId)),
  askSection: (call, { case: of }, { sectionId }) => sectionTrouble(call, of, sectionId),
  saveDraft: async ({ tx }, { case: of }, { attachments }) =>
    attachmentTrouble(await papersOf(tx, of.agencyId, of.id), attachments),
  noticeFee: async (call, kept, { scheme, quantity }) => {
    const nth = scheme === 'items' ? await ordinalOf(call, kept) : null
    return nth === null || nth === quantity ? null : notTheNth(nth)
  },
  // The case knows of a sending only when it is over; the outbox knows that it has begun.
  recallLetter: async ({ tx }, { case: { agencyId } }, { letterId }) =>
    (await isLetterLeaving(tx, agencyId, letterId)) ? letterIsLeaving : null,
  // 同一份申请 is of the same applicant, and the other one goes on: two are not each closed for the other.
  closeOtherwise: async ({ tx }, { identityMatch, case: of }, { other }) => {
    if (other === null) return null
    const named = await codeOfNumber(tx, of.agencyId, other)
    const goesOn = named && named.id !== of.id ? await requestById(tx, of.agencyId, named.id) : null
    const same = goesOn?.identityMatch === identityMatch && goesOn.case.kind === of.kind
    return same && goesOn.case.state !== 'closed' ? null : noSuchOther
  },
  withdraw: async ({ tx }, { case: of }, { told }) => {
    if (told?.from !== 'paper') return null
    const papers = await papersOf(tx, of.agencyId, of.id)
    return papers.some(({ id, kind }) => id === told.paperId && withdrawalKinds.includes(kind))
      ? null
      : noSuchWithdrawal
  },
  merge: async ({ tx }, kept, { into }) => {
    const other = await requestById(tx, kept.case.agencyId, into)
    const same = other?.identityMatch === kept.identityMatch && isOpen(other.case.state)
    return same ? null : notSameApplicant
  },
}

/** What stands against an act by what else is there; null where nothing does. */
export async function checked<A extends RequestActId>(
  call: Call,
  kept: KeptRequest,
  act: A,
  body: ActBody<A>,
): Promise<Refusal | null> {
  const check: Check<A> | undefined = checks[act]
  return check ? check(call, kept, body) : null
}

async function sectionTrouble({ tx }: Call, { agencyId }: RequestCase, sectionId: string): Promise<Refusal | null> {
  return (await isOpenSection(tx, agencyId, sectionId)) ? null : noSection
}

/** Somebody who works here and may take cases in hand. */
async function handlerTrouble({ tx, now }: Call, { agencyId }: RequestCase, id: string): Promise<Refusal | null> {
  const person = (await staffOf(tx, agencyId, now)).find(({ accountId }) => accountId === id)
  const takes = person?.roles.some(({ role }) => actRule('saveDraft').who.includes(role))
  return takes ? null : notInSection
}
