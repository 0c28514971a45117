/** Writing the answer: saved as far as it is, checked when it goes to review. */
import { done, type Result } from '../../kernel/result.ts'
import type { DecisionDraft, RequestCase } from '../case.ts'
import { decisionInfo } from '../decision-info.ts'
import { decisionTrouble, draftTrouble } from '../draft-checks.ts'
import { decidedBy } from '../earlier-answer.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { workingState } from './events.ts'
import { actorId, must, type Steps, type Trouble } from './step.ts'
import { noTurnLetter } from './turn.ts'

export const draftSteps: Steps<'saveDraft' | 'submitDraft' | 'takeBackDraft'> = {
  saveDraft: { apply: save },
  submitDraft: {
    ready: (before, context) => hasDraft(before) ?? byAuthor(before, context) ?? noTurnLetter(before),
    apply: (before, { revision }, context) => {
      const { draft } = before
      if (draft === null) return hasDraft(before) ?? done(before)
      const found = sameRevision(draft, revision) ?? draftTrouble(before, draft, context)
      if (found) return found
      return done({
        ...before,
        state: 'in_review',
        draft: { ...draft, approvals: [], returned: null, submittedOn: draft.submittedOn ?? context.today },
      })
    },
  },
  takeBackDraft: {
    ready: byAuthor,
    apply: before =>
      done({ ...before, state: workingState(before), draft: before.draft && { ...before.draft, approvals: [] } }),
  },
}

/** What is saved is kept as it is; once submitted, the next change is another revision and starts the review anew. */
function save(before: RequestCase, input: InputOfAct<'saveDraft'>, context: ActContext): Result<RequestCase> {
  const found = decisionTrouble(before, decisionInfo(input.decision))
  if (found) return found
  const decided = decidedBy(input, context)
  if (!decided.ok) return decided
  const last = before.draft
  const again = last !== null && last.submittedOn !== null
  const { facts, withheld, edits, attachments } = input
  const draft: DecisionDraft = {
    ...decided.value,
    revision: (last?.revision ?? 1) + (again ? 1 : 0),
    facts,
    withheld,
    edits,
    attachments,
    authorId: actorId(context.actor),
    authors: [...new Set([...(last ? writersOf(last) : []), actorId(context.actor)])],
    savedOn: context.today,
    submittedOn: null,
    approvals: [],
    returned: last?.returned ?? null,
  }
  return done({ ...before, draft, state: before.state === 'in_review' ? workingState(before) : before.state })
}

/** Saved again by somebody else, unchanged or not, it stays the work of those who wrote before. */
export function writersOf({ authors, authorId }: DecisionDraft): readonly string[] {
  return [...authors, authorId]
}

function hasDraft({ draft }: RequestCase): Trouble {
  return must(draft !== null, 'no_draft', '还没有拟答复，请先起草', 'No answer is drafted yet; draft it first')
}

function byAuthor({ draft }: RequestCase, { actor }: ActContext): Trouble {
  return must(
    draft === null || draft.authorId === actorId(actor),
    'not_author',
    '只有起草人可以提交、撤回送审稿；需要接手的，请另行保存一稿',
    'Only its author submits or takes back a draft; to take it over, save it as your own first',
  )
}

/** `at` names the revision: what was read is not what stands there now. */
export function sameRevision(draft: DecisionDraft, revision: number): Trouble {
  return must(
    draft.revision === revision,
    'changed',
    `答复已改为第 ${draft.revision} 稿，您看到的是第 ${revision} 稿；请重新查看后再办理`,
    `The answer is at revision ${draft.revision} now, and you read revision ${revision}; read it again first`,
    'revision',
  )
}
