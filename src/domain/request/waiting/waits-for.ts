/** What a case waits for: of the office, the applicant, who is consulted, and who approves. */
import type { Calendar } from '../../calendar.ts'
import type { LocalDate } from '../../kernel/date.ts'
import { extendable, working } from '../act-rule.ts'
import type { RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import type { RequestRules } from '../inputs.ts'
import { turnLetterOnItsWay } from '../performing/letter-book.ts'
import { nextStage } from '../performing/review.ts'
import { reviewStages } from '../vocabulary.ts'
import { askedWaits } from './asked.ts'
import { letterWaits } from './letters.ts'
import { confirmBy, correctionNoticeBy, type Looking } from './looking.ts'
import { turnWaits } from './turn.ts'
import { inOrder, type Wait, wait } from './wait.ts'

/** Everything the case waits for on a day, the most pressing first; empty where nobody has to do anything. */
export function waitsFor(of: RequestCase, today: LocalDate, calendar: Calendar, rules: RequestRules): readonly Wait[] {
  const { due } = clockOfCase(of, today, calendar, clockOptionsOf(rules))
  const looking: Looking = { today, calendar, rules, due }
  return inOrder([
    ...arrivalWaits(of, looking),
    ...workWaits(of, looking),
    ...turnWaits(of, looking),
    ...reviewWaits(of, looking),
    ...letterWaits(of, looking),
    ...askedWaits(of, looking),
  ])
}

function arrivalWaits(of: RequestCase, { calendar }: Looking): readonly Wait[] {
  if (of.state !== 'arrived') return []
  const by = confirmBy(of, calendar)
  return [wait({ act: 'confirm', by }, '与申请人确认收到日期', 'Confirm the day of receipt with the applicant')]
}

function workWaits(of: RequestCase, looking: Looking): readonly Wait[] {
  if (!working.some(state => state === of.state)) return []
  return [...assignWaits(of, looking), ...answerWaits(of, looking), ...correctionWindow(of, looking)]
}

function assignWaits({ place }: RequestCase, { due }: Looking): readonly Wait[] {
  if (place === null) return [wait({ act: 'assign', by: due }, '分派承办科室', 'Assign it to a section')]
  if (place.handlerId !== null) return []
  return [wait({ act: 'claim', by: due, who: ['section'] }, '承办科室认领', 'The section is to claim it')]
}

/** The answer itself; not while a letter is on its way that gives the applicant the turn. */
function answerWaits(of: RequestCase, { due }: Looking): readonly Wait[] {
  if (turnLetterOnItsWay(of)) return []
  if (of.draft === null) return [wait({ act: 'saveDraft', by: due }, '起草答复', 'Draft the answer')]
  const { returned } = of.draft
  if (returned === null) return [wait({ act: 'submitDraft', by: due }, '提交审批', 'Submit the answer for review')]
  return [wait({ act: 'saveDraft', by: due }, '按退回意见修改答复', 'Mend the answer as it was returned')]
}

/** 条例30: the notice within seven working days of receipt. */
function correctionWindow(of: RequestCase, looking: Looking): readonly Wait[] {
  const { today, calendar, rules } = looking
  if (of.correction !== null || of.receivedOn === null || of.kind === 'enquiry') return []
  const by = correctionNoticeBy(of.receivedOn, calendar, rules)
  if (today > by) return windowPassed(of, by, looking)
  return [
    wait(
      { act: 'askCorrection', by, must: false },
      '内容不明确的，告知补正的最后一天',
      'Last day to ask for a correction where it is unclear',
    ),
  ]
}

/** Said until an answer is drafted, and only while a notice could still take effect. */
function windowPassed(of: RequestCase, by: LocalDate, { today, due }: Looking): readonly Wait[] {
  if (of.draft !== null || turnLetterOnItsWay(of) || due === null || today > due) return []
  return [
    wait(
      { act: 'askCorrection', by: null, must: false },
      `告知补正的期限已于 ${by} 届满；仍须补正的，应当写明迟延告知的理由`,
      `The days to ask for a correction ended on ${by}; asked for now, it must say why so late`,
    ),
  ]
}

function reviewWaits(of: RequestCase, { due, rules }: Looking): readonly Wait[] {
  const asked = of.extension?.outcome === null && extendable.some(state => state === of.state)
  const extension = asked
    ? [wait({ act: 'approveExtension', by: due }, '批准或者不批准延期', 'Approve the extension or refuse it')]
    : []
  const stage = of.state === 'in_review' && of.draft ? nextStage(of.draft, rules) : null
  if (!stage) return extension
  const { label, role } = reviewStages[stage]
  const step = wait({ act: 'approveDraft', by: due, who: [role] }, `审批：${label.zh}`, `Approve: ${label.en}`)
  return [...extension, step]
}
