/** Why an answer is due on its day, in words (条例31-35). */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { deadlines } from '../../../law/deadlines.ts'

export function whyDue(of: RequestCase, due: LocalDate | null): readonly Said[] {
  const { receivedOn, delayedUntil, closing } = of
  if (closing !== null) return []
  if (receivedOn === null) return [unconfirmed]
  if (delayedUntil !== null) return [delayed(delayedUntil)]
  const { length } = deadlines.answer
  const base = {
    zh: `自收到申请之日（${receivedOn}）的次日起 ${length} 个工作日内答复（条例第三十三条）`,
    en: `To be answered within ${length} working days from the day after receipt, ${receivedOn} (art. 33)`,
  }
  return [base, ...of.events.flatMap(event => because(event)), ...(due === null ? [waiting] : [])]
}

function because(event: RequestCase['events'][number]): readonly Said[] {
  switch (event.kind) {
    case 'corrected':
      return [
        {
          zh: `${event.on} 收到补正，期限重新计算（条例第三十条）`,
          en: `Corrected on ${event.on}: counted anew (art. 30)`,
        },
      ]
    case 'fee_paid':
      return [{ zh: `${event.on} 收到费用，期限重新计算`, en: `Paid on ${event.on}: counted anew` }]
    case 'consultation_sent':
      return [
        {
          zh: `${event.on} 起征求意见，所需时间不计算在内`,
          en: `Others are consulted from ${event.on}; that time does not count`,
        },
      ]
    case 'extended':
      return [
        {
          zh: `经批准延长 ${event.days} 个工作日（条例第三十三条）`,
          en: `Extended by ${event.days} working days (art. 33)`,
        },
      ]
    default:
      return []
  }
}

const unconfirmed: Said = {
  zh: '确认收到申请之后开始计算答复期限（条例第三十一条）',
  en: 'The period to answer begins when receipt is confirmed (art. 31)',
}
const waiting: Said = {
  zh: '等待您办理，期间不计算答复期限',
  en: 'It waits for you; the period to answer does not run',
}
const delayed = (until: LocalDate): Said => ({
  zh: `申请数量、频次明显超过合理范围，在 ${until} 前延迟答复（条例第三十五条）`,
  en: `Plainly excessive in number or frequency: to be answered by ${until} (art. 35)`,
})
