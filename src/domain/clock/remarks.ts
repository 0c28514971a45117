/** What the explanation says of an event on its day, and of a step the law wanted sooner. */
import { addWorkdays } from '../calendar.ts'
import { type LocalDate, later } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import type { ClockEvent, History } from './history.ts'
import type { Rules } from './options.ts'

export function remarksOn(event: ClockEvent, history: History, rules: Rules): Said[] {
  const late = latenessOf(event, history, rules)
  return late ? [eventSaid(event), late] : [eventSaid(event)]
}

function eventSaid(event: ClockEvent): Said {
  switch (event.kind) {
    case 'correction_noticed':
      return {
        zh: `告知补正${postedZh(event.posted)}，补正期限至${event.by}`,
        en: `correction notice${postedEn(event.posted)}, to correct by ${event.by}`,
      }
    case 'corrected':
      return { zh: '收到补正，次日起重新计算', en: 'corrected, counting starts anew tomorrow' }
    case 'consultation_sent':
      return { zh: '发出征求意见书', en: 'letter of consultation sent' }
    case 'consultation_delivered':
      return { zh: '被征求方收到征求意见书', en: 'letter of consultation received' }
    case 'consultation_answered':
      return { zh: '收到意见', en: 'opinion received' }
    case 'extended':
      return { zh: `延期${event.days}个工作日`, en: `extended by ${event.days} working days` }
    case 'delayed':
      return { zh: `延迟答复，期限至${event.until}`, en: `answer delayed until ${event.until}` }
    case 'fee_noticed':
      return { zh: `送达收费通知${postedZh(event.posted)}`, en: `fee notice received${postedEn(event.posted)}` }
    case 'fee_paid':
      return { zh: '已缴费，次日起重新计算', en: 'paid, counting starts anew tomorrow' }
    case 'answered':
      return { zh: '已答复', en: 'answered' }
  }
}

const postedZh = (on: LocalDate | undefined) => (on === undefined ? '' : `（${on}交邮）`)
const postedEn = (on: LocalDate | undefined) => (on === undefined ? '' : ` (posted on ${on})`)

/** The organ's record is followed even where a step came late; the clerk is told. */
function latenessOf(event: ClockEvent, history: History, rules: Rules): Said | null {
  if (event.kind === 'correction_noticed') {
    const limit = addWorkdays(history.received, rules.limits.correctionNotice, rules.calendar).date
    return (event.posted ?? event.on) > limit ? correctionNoticeLate(limit, rules) : null
  }
  const notice = history.events.find(e => answersTo(e, event))
  if (notice?.kind === 'correction_noticed') return event.on > notice.by ? correctedLate(notice.by) : null
  if (notice?.kind !== 'fee_noticed') return null
  const counted = addWorkdays(notice.on, rules.limits.payment, rules.calendar).date
  const limit = later(counted, notice.by ?? counted)
  return event.on > limit ? paidLate(limit) : null
}

function answersTo(notice: ClockEvent, event: ClockEvent): boolean {
  return (
    (notice.kind === 'correction_noticed' && event.kind === 'corrected') ||
    (notice.kind === 'fee_noticed' && event.kind === 'fee_paid')
  )
}

const correctionNoticeLate = (limit: LocalDate, rules: Rules): Said => ({
  zh: `超过${rules.limits.correctionNotice}个工作日，应当不迟于${limit}告知`,
  en: `later than ${rules.limits.correctionNotice} working days, was due by ${limit}`,
})
const correctedLate = (by: LocalDate): Said => ({
  zh: `迟于补正期限${by}，按有正当理由受理`,
  en: `later than ${by}, taken as having good reason`,
})
const paidLate = (limit: LocalDate): Said => ({
  zh: `迟于缴费期限${limit}，按恢复处理`,
  en: `later than ${limit}, taken as resumed`,
})
