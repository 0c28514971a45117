/** From disclosure on request to publication for all (条例44): proposed by the applicant or the office, then settled. */
import { done } from '../../kernel/result.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import type { ActContext } from '../inputs.ts'
import { drafted, procedural } from './letter-book.ts'
import { actorId, must, reasonCalled, type Steps, written } from './step.ts'

export const publicationSteps: Steps<'proposePublication' | 'settleProposal'> = {
  proposePublication: {
    ready: ({ proposal, letters }) =>
      must(
        proposal === null || proposal.outcome?.accepted === false,
        'proposed_before',
        '已经有人建议转为主动公开，请等待审定，或者按审定结果办理',
        'Publication was proposed already; wait for it to be settled, or go by what was settled',
      ) ??
      // The answer is written from the proposal it answers.
      must(
        !letters.some(l => l.letter === procedural.suggestion && l.state === 'drafted'),
        'suggestion_unanswered',
        '对前一建议的答复书尚未签发，请先签发或者作废',
        'The answer to the suggestion before is not issued yet; issue or discard it first',
      ),
    apply: (before, { reason }, { actor, today }) =>
      written({ reason: [reason, reasonCalled] }) ??
      done({
        ...before,
        proposal: { by: actor.kind === 'applicant' ? 'applicant' : 'office', on: today, reason, outcome: null },
      }),
  },
  settleProposal: {
    ready: ({ proposal }) =>
      must(proposal?.outcome === null, 'nothing_asked', '没有等待审定的建议', 'No proposal waits to be settled'),
    apply: (before, { accepted, reason }, context) =>
      written({ reason: [reason, reasonCalled] }) ??
      done({
        ...before,
        letters: [...before.letters, ...answerTo(before, context)],
        proposal: before.proposal && {
          ...before.proposal,
          outcome: {
            ...{ accepted, on: context.today, by: actorId(context.actor), reason },
            publicationId: accepted ? context.newId() : null,
          },
        },
      }),
  },
}

/** Who suggested it is answered (L23), though the case itself lies in the archive. */
function answerTo({ proposal }: RequestCase, context: ActContext): readonly CaseLetter[] {
  if (proposal?.by !== 'applicant') return []
  return [drafted({ letter: procedural.suggestion, to: 'applicant' }, context)]
}
