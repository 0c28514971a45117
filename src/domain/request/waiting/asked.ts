/** Who was asked and has not answered: parties consulted, other sections, the office when urged or proposed to. */
import type { Consultation, RequestCase } from '../case.ts'
import { replyBy, standingOf } from '../consultation-standing.ts'
import { isOpen } from '../states.ts'
import type { Looking } from './looking.ts'
import { type Wait, wait } from './wait.ts'

export function askedWaits(of: RequestCase, looking: Looking): readonly Wait[] {
  return [
    ...(isOpen(of.state) ? of.consultations.flatMap(c => opinionWait(c, of, looking)) : []),
    ...(isOpen(of.state) ? sectionWaits(of) : []),
    ...urgingWaits(of),
    ...proposalWaits(of),
  ]
}

/** Only as long as the party has time; afterwards it is the office that decides (条例32, 34). */
function opinionWait(asked: Consultation, of: RequestCase, { today, calendar, rules }: Looking): readonly Wait[] {
  if (standingOf(asked, of, today, calendar, rules) !== 'waiting') return []
  const by = replyBy(asked, calendar, rules)
  return [
    wait(
      { act: 'recordOpinion', by, who: ['party'], about: asked.id },
      '等待被征求方的意见',
      'Who is consulted is to reply',
    ),
  ]
}

function sectionWaits({ cooperations }: RequestCase): readonly Wait[] {
  return cooperations
    .filter(c => c.answer === null)
    .map(({ id, by }) =>
      wait(
        { act: 'answerSection', by, who: ['section'], about: id },
        '等待协办科室回复',
        'The section asked is to answer',
      ),
    )
}

function urgingWaits({ urgings }: RequestCase): readonly Wait[] {
  return urgings
    .filter(u => u.answer === null)
    .map(({ id, answerBy }) => wait({ act: 'answerUrging', by: answerBy, about: id }, '回复督办', 'Answer the urging'))
}

function proposalWaits({ proposal, state }: RequestCase): readonly Wait[] {
  if (proposal?.outcome !== null || state === 'closed') return []
  return [wait({ act: 'settleProposal', by: null }, '审定转主动公开的建议', 'Settle the proposal to publish')]
}
