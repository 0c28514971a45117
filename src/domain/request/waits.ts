/** What a case waits for now, and from whom: the work list and the head of its page say the same. */
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import type { Doer } from './act-rule.ts'
import { actRule, type RequestActId } from './acts.ts'
import type { RequestCase } from './case.ts'
import type { RequestRules } from './inputs.ts'
import { type Limit, limitKinds } from './limits.ts'
import { nextStage } from './performing/review.ts'
import { reviewStages } from './vocabulary.ts'

export interface Wait {
  readonly what: Said
  /** Who can do it; the applicant and others outside where nobody of the staff can. */
  readonly who: readonly Doer[]
  /** The one person or section it lies with; null where all who can may. */
  readonly accountId: string | null
  readonly sectionId: string | null
  readonly by: LocalDate | null
  /** The act that ends it; null where only time, or somebody outside, does. */
  readonly act: RequestActId | null
  /** Whose draft it is; they cannot end it. */
  readonly authorId: string | null
}

interface Looked {
  readonly due: LocalDate | null
  readonly limits: readonly Limit[]
  readonly rules: RequestRules
}

/** `due`: of the answer. The most pressing comes first only where the case itself has an order. */
export function waitsOf(of: RequestCase, { due, limits, rules }: Looked): readonly Wait[] {
  return [
    ...answerWaits(of, due, rules),
    ...letterWaits(of, due),
    ...extensionWaits(of, due),
    ...limits.flatMap(limit => limitWaits(of, limit)),
    ...publicationWaits(of),
  ]
}

function wait(act: RequestActId, by: LocalDate | null, rest: Partial<Wait> = {}): Wait {
  const { label, who } = actRule(act)
  return { what: label, who, accountId: null, sectionId: null, by, act, authorId: null, ...rest }
}

function answerWaits(of: RequestCase, due: LocalDate | null, rules: RequestRules): Wait[] {
  const { state, place, draft } = of
  if (state === 'registered') return [wait('assign', due)]
  if (state === 'in_progress') {
    const own = { accountId: place?.handlerId ?? null, sectionId: place?.sectionId ?? null }
    if (own.accountId === null && own.sectionId !== null) return [wait('claim', due, own)]
    return [wait(draft === null || draft.returned !== null ? 'saveDraft' : 'submitDraft', due, own)]
  }
  const stage = state === 'in_review' && draft ? nextStage(draft, rules) : null
  if (!stage || !draft) return []
  const { label, role } = reviewStages[stage]
  return [wait('approveDraft', due, { what: label, who: [role], authorId: draft.authorId })]
}

function letterWaits({ letters, state }: RequestCase, due: LocalDate | null): Wait[] {
  return letters.flatMap(({ state: at, authorId, letter }) => {
    const by = state === 'answered' || state === 'closed' ? null : due
    const named = ({ zh, en }: Said): Said => ({ zh: `${zh}（${letter}）`, en: `${en} (${letter})` })
    const ending = (act: RequestActId, rest: Partial<Wait> = {}) =>
      wait(act, by, { what: named(actRule(act).label), ...rest })
    if (at === 'drafted') return [ending('issueLetter', { authorId })]
    if (at === 'issued' || at === 'returned') return [ending('sendLetter')]
    return at === 'dispatched' ? [ending('serveLetter')] : []
  })
}

function extensionWaits({ extension, fee, state }: RequestCase, due: LocalDate | null): Wait[] {
  const asked = extension !== null && extension.outcome === null
  const declared = state === 'fee_pending' && fee?.declared && !fee.paid
  return [
    ...(asked ? [wait('approveExtension', due, { authorId: extension.askedBy })] : []),
    ...(declared ? [wait('confirmPaid', fee.payBy)] : []),
  ]
}

/** Which act ends a limit; those of others end with what they do. */
function limitWaits(of: RequestCase, { kind, on, of: id }: Limit): Wait[] {
  switch (kind) {
    case 'confirm':
      return [wait('confirm', on)]
    case 'cooperation': {
      const sectionId = of.cooperations.find(c => c.id === id)?.sectionId ?? null
      return [wait('answerSection', on, { sectionId })]
    }
    case 'urging':
      return [wait('answerUrging', on)]
    default:
      return [{ ...wait('correct', on), what: limitKinds[kind], who: ['applicant'], act: null }]
  }
}

function publicationWaits({ proposal }: RequestCase): Wait[] {
  return proposal !== null && proposal.outcome === null ? [wait('settleProposal', null)] : []
}
