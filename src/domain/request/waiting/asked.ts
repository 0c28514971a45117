/** Who was asked and has not answered: parties consulted, other sections, the office when urged or proposed to. */
import type { LocalDate } from '../../kernel/date.ts'
import type { Consultation, RequestCase } from '../case.ts'
import { askBy, replyBy, standingOf } from '../consultation-standing.ts'
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
  const ask = askBy(asked, of, calendar, rules)
  if (ask !== null && today > ask) return [inquiryWait(asked, ask)]
  const by = replyBy(asked, calendar, rules)
  return [
    wait(
      { act: 'recordOpinion', by, who: ['party'], about: asked.id },
      '等待被征求方的意见',
      'Who is consulted is to reply',
    ),
  ]
}

/** The clock stands still for as long as nothing is entered (条例33): somebody must ask. */
function inquiryWait({ id, sentOn }: Consultation, by: LocalDate): Wait {
  return wait(
    { act: 'recordOpinion', by, who: ['handler', 'office_head'], about: id },
    `征求意见书 ${sentOn} 发出后一直没有登记送达或者意见，答复期限仍在停止计算：查询结果并登记`,
    `The consultation sent on ${sentOn} has neither delivery nor opinion entered while the clock stands still: ask, and enter it`,
  )
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
