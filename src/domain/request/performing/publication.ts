/** From disclosure on request to publication for all (条例44): proposed by the applicant or the office, then settled. */
import { done } from '../../kernel/result.ts'
import { actorId, must, reasonCalled, type Steps, written } from './step.ts'

export const publicationSteps: Steps<'proposePublication' | 'settleProposal'> = {
  proposePublication: {
    ready: ({ proposal }) =>
      must(
        proposal === null || proposal.outcome?.accepted === false,
        'proposed_before',
        '已经有人建议转为主动公开，请等待审定，或者按审定结果办理',
        'Publication was proposed already; wait for it to be settled, or go by what was settled',
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
    apply: (before, { accepted, reason }, { actor, today, newId }) =>
      written({ reason: [reason, reasonCalled] }) ??
      done({
        ...before,
        proposal: before.proposal && {
          ...before.proposal,
          outcome: { accepted, on: today, by: actorId(actor), reason, publicationId: accepted ? newId() : null },
        },
      }),
  },
}
