/** Why an event cannot stand where it stands, in sentences; the place is put before them. */
import { cite } from '../citation.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import type { History } from './history.ts'

export interface Trouble {
  readonly code: string
  readonly says: Said
}

const because = (code: string, zh: string, en: string): Trouble => ({ code, says: { zh, en } })

export const trouble = {
  todayBefore: ({ received, today }: History): Said => ({
    zh: `今天（${today}）早于收到申请之日（${received}），请核对两个日期`,
    en: `Today (${today}) is before the day of receipt (${received}); check both`,
  }),
  beforeReceived: (received: LocalDate) =>
    because(
      'before_received',
      `早于收到申请之日 ${received}，请核对日期`,
      `it is before the day of receipt ${received}; check the date`,
    ),
  postedAfter: (posted: LocalDate) =>
    because(
      'posted_after',
      `交邮日期 ${posted} 晚于送达之日，请核对日期`,
      `it was posted on ${posted}, after it was served; check the dates`,
    ),
  outOfOrder: (previous: LocalDate) =>
    because(
      'out_of_order',
      `早于前一个事件（${previous}），请按发生先后排列`,
      `it is before the event above it (${previous}); put events in the order they happened`,
    ),
  afterAnswer: (answered: LocalDate) =>
    because(
      'after_answer',
      `申请已于 ${answered} 答复，此后不应再有事件；请删去或者核对日期`,
      `the request was answered on ${answered}; nothing can follow, remove it or check the dates`,
    ),
  correctionTwice: () =>
    because(
      'correction_twice',
      `补正只能一次性告知（${cite('条例30', 'zh')}），此前已告知过；请删去其中一次`,
      `correction is asked for once only (${cite('条例30', 'en')}) and was asked before; remove one`,
    ),
  correctByTooEarly: (by: LocalDate) =>
    because(
      'correct_by_too_early',
      `补正期限 ${by} 应当晚于告知之日，要给申请人合理的补正时间（${cite('条例30', 'zh')}）`,
      `the day to correct by, ${by}, must be after the notice: the applicant needs a reasonable time (${cite('条例30', 'en')})`,
    ),
  notWaitingCorrection: () =>
    because(
      'not_waiting_correction',
      '没有等待补正的告知；请先记录告知补正，或者删去这一补正',
      'no correction is awaited; record the notice first or remove this',
    ),
  notWaitingFee: () =>
    because(
      'not_waiting_fee',
      '没有等待缴纳的收费通知；请先记录收费通知，或者删去这一缴费',
      'no payment is awaited; record the fee notice first or remove this',
    ),
  feeTwice: () =>
    because(
      'fee_twice',
      `同一申请只能收一次信息处理费（${cite('办法3', 'zh')}），此前已通知过；请删去其中一次`,
      `a request is charged once (${cite('办法3', 'en')}) and was charged before; remove one`,
    ),
  delayTooEarly: (until: LocalDate) =>
    because(
      'delay_too_early',
      `延迟答复的期限 ${until} 应当晚于确定之日（${cite('条例35', 'zh')}）；请核对日期`,
      `the later day, ${until}, must be after the day it was set (${cite('条例35', 'en')}); check the date`,
    ),
  delayedBefore: (until: LocalDate) =>
    because(
      'delayed_before',
      `已经确定延迟答复的期限 ${until}（${cite('条例35', 'zh')}），不再延期；请删去延期`,
      `a later day, ${until}, was set (${cite('条例35', 'en')}); there is no extension on top of it, remove it`,
    ),
  notRunning: (waiting: 'correction' | 'fee') =>
    because(
      'not_running',
      `正在等待申请人${waiting === 'fee' ? '缴费' : '补正'}，此时没有进行中的答复期限；请先记录${waiting === 'fee' ? '缴费' : '补正'}`,
      `the ${waiting === 'fee' ? 'payment' : 'correction'} is awaited, so no period is running; record that first`,
    ),
  pastDue: (due: LocalDate) =>
    because(
      'past_due',
      `答复期限已于 ${due} 届满，告知补正、延期和收费通知都应当在此前作出（${cite('条例33', 'zh')}）；请核对日期`,
      `the period ended on ${due}; correction notice, extension and fee notice must come before (${cite('条例33', 'en')}); check the date`,
    ),
  extensionTooLong: (total: number, most: number) =>
    because(
      'extension_too_long',
      `延期合计 ${total} 个工作日，最长不得超过 ${most} 个工作日（${cite('条例33', 'zh')}）；请减少天数`,
      `extensions make ${total} working days, at most ${most} are allowed in all (${cite('条例33', 'en')}); give fewer`,
    ),
  consultationTwice: (id: string) =>
    because(
      'consultation_twice',
      `征求意见“${id}”已经发出过；每次征求意见请用不同的编号`,
      `consultation "${id}" was sent before; give each its own id`,
    ),
  consultationUnknown: (id: string) =>
    because(
      'consultation_unknown',
      `没有发出过编号为“${id}”的征求意见；请先记录发出，或者核对编号`,
      `no consultation "${id}" was sent; record the sending first or check the id`,
    ),
  consultationOver: (id: string) =>
    because(
      'consultation_over',
      `征求意见“${id}”已经答复；请删去这一事件或者核对编号`,
      `consultation "${id}" was answered already; remove this or check the id`,
    ),
  deliveredTwice: (id: string) =>
    because(
      'delivered_twice',
      `征求意见“${id}”已经记录过送达；请删去其中一次`,
      `consultation "${id}" was delivered already; remove one`,
    ),
} as const
