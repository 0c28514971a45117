/** The chain of review (条例17, 45): each stage by somebody else, and the last one makes the letter. */
import { exemptions } from '../../../law/exemptions.ts'
import { done, type Result } from '../../kernel/result.ts'
import type { Approval, CaseLetter, DecisionDraft, RequestCase } from '../case.ts'
import { type DecisionInfo, decisionInfo } from '../decision-info.ts'
import { draftTrouble } from '../draft-checks.ts'
import type { ActContext, InputOfAct, RequestRules } from '../inputs.ts'
import { type ReviewStage, reviewStages, type SecrecyOutcome } from '../vocabulary.ts'
import { sameRevision, writersOf } from './draft.ts'
import { answered } from './ending.ts'
import { workingState } from './events.ts'
import { drafted } from './letter-book.ts'
import { actorId, holdsApartFrom, must, reasonCalled, type Steps, type Trouble, written } from './step.ts'

export const reviewSteps: Steps<'approveDraft' | 'returnDraft'> = {
  approveDraft: { ready: mayApprove, apply: approve },
  returnDraft: {
    ready: ({ draft }, { actor, rules }) => {
      const stage = draft && nextStage(draft, rules)
      return stage ? ofStage(stage, actor.kind === 'staff' && actor.roles.some(r => r.role === roleOf(stage))) : null
    },
    apply: (before, { reason }, { actor, today }) =>
      written({ reason: [reason, reasonCalled] }) ??
      done({
        ...before,
        state: workingState(before),
        draft: before.draft && { ...before.draft, approvals: [], returned: { by: actorId(actor), on: today, reason } },
      }),
  },
}

/** The first stage of the chain not yet passed. */
export function nextStage({ approvals }: DecisionDraft, { chain }: RequestRules): ReviewStage | null {
  return chain.find(stage => !approvals.some(a => a.stage === stage)) ?? null
}

function roleOf(stage: ReviewStage) {
  return reviewStages[stage].role
}

function ofStage(stage: ReviewStage, holds: boolean): Trouble {
  const { zh, en } = reviewStages[stage].label
  return must(
    holds,
    'not_your_stage',
    `现在是“${zh}”环节，请由该环节的审批人办理`,
    `It stands at the stage "${en}"; whoever takes that stage goes on`,
  )
}

function mayApprove({ draft }: RequestCase, { actor, rules }: ActContext): Trouble {
  const stage = draft && nextStage(draft, rules)
  if (!draft || !stage) return null
  return (
    ofStage(stage, actor.kind === 'staff' && actor.roles.some(r => r.role === roleOf(stage))) ??
    must(
      holdsApartFrom(actor, [roleOf(stage)], writersOf(draft)),
      'own_draft',
      '不能审批自己起草、修改过的答复，也不能代起草人审批；请由另一位审批人办理',
      'Nobody approves a draft they wrote at, nor another in the place of one who did; have another approver do it',
    ) ??
    must(
      holdsApartFrom(
        actor,
        [roleOf(stage)],
        draft.approvals.map(a => a.by),
      ),
      'approved_before',
      '您已经审批过本稿的另一环节，每个环节应当由不同的人审批；请由另一位审批人办理',
      'You approved another stage of this revision, and each stage needs somebody else; have another approver do it',
    )
  )
}

function approve(before: RequestCase, input: InputOfAct<'approveDraft'>, context: ActContext): Result<RequestCase> {
  const { draft } = before
  const stage = draft && nextStage(draft, context.rules)
  if (!draft || !stage) return mayApprove(before, context) ?? done(before)
  const info = decisionInfo(draft.decision)
  const found =
    sameRevision(draft, input.revision) ??
    secrecyTrouble(stage, input.secrecy, draft) ??
    draftTrouble(before, draft, context)
  if (found) return found
  const approval: Approval = {
    stage,
    by: actorId(context.actor),
    on: context.today,
    opinion: input.opinion,
    secrecy: stage === 'secrecy' ? input.secrecy : null,
  }
  const approved = { ...draft, approvals: [...draft.approvals, approval] }
  const after = { ...before, draft: approved }
  return nextStage(approved, context.rules) ? done(after) : signed(after, approved, info, context)
}

/** The last approval signs: the letter is numbered and may leave. What needs no letter is answered with it. */
function signed(
  before: RequestCase,
  draft: DecisionDraft,
  { letter }: DecisionInfo,
  context: ActContext,
): Result<RequestCase> {
  if (letter === null) return answered(before, draft.decision, context.today, context)
  const issued: CaseLetter = {
    ...drafted({ letter, to: 'applicant', authorId: draft.authorId }, context),
    state: 'issued',
    number: context.numberFor(letter),
    issued: { on: context.today, by: actorId(context.actor) },
  }
  return done({ ...before, state: 'signed', letters: [...before.letters, issued] })
}

/** What secrecy review found must fit the answer (条例14, 17). */
function secrecyTrouble(stage: ReviewStage, found: SecrecyOutcome | null, draft: DecisionDraft): Trouble {
  if (stage !== 'secrecy') return null
  const info = decisionInfo(draft.decision)
  const banned = draft.withheld.some(({ exemption }) => exemptions[exemption].article === '条例14')
  const at = 'secrecy'
  return (
    must(found !== null, 'blank', '请写明保密审查意见', 'Say what the secrecy review found', at) ??
    must(
      !info.gives || (found !== 'withhold' && found !== 'refer'),
      'secrecy',
      `保密审查不能确定可以公开的，不能同意“${info.label.zh}”；请说明理由退回修改，或者先报有关部门确定（条例第十七条）`,
      `What may not, or not yet, be disclosed cannot be "${info.label.en}"; return it with the reason, or refer it first (art. 17)`,
      at,
    ) ??
    must(
      info.id !== 'granted' || found !== 'open_in_part',
      'secrecy',
      '只能区分处理后公开的，请退回改为“部分公开”（条例第三十七条）',
      'What may be disclosed in part only must be returned and granted in part (art. 37)',
      at,
    ) ??
    must(
      !banned || found === (info.gives ? 'open_in_part' : 'withhold'),
      'secrecy',
      `“${info.label.zh}”以条例第十四条不得公开为依据，保密审查意见应当与其一致；认为可以公开或者尚不能确定的，请说明理由退回修改，或者先报有关部门确定（条例第十七条）`,
      `"${info.label.en}" rests on what art. 14 bans, and the secrecy review must say the same; where it finds otherwise, or cannot tell yet, return it with the reason, or refer it first (art. 17)`,
      at,
    )
  )
}
