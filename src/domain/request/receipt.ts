/** 收到申请之日 by the way a request came in (条例31): what `channels` of the law says, applied to two days. */
import { type Channel, type ChannelId, channels } from '../../law/channels.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'

export interface ReceiptDay {
  /** Null until the day is confirmed with the applicant. */
  readonly on: LocalDate | null
  readonly why: Said
}

export function receiptDay(
  channel: ChannelId,
  { submittedOn, arrivedOn }: { readonly submittedOn: LocalDate; readonly arrivedOn: LocalDate },
): ReceiptDay {
  const { receivedWhen, confirmSameDay }: Channel = channels[channel]
  if (receivedWhen === 'submitted') return { on: submittedOn, why: submitted }
  if (receivedWhen === 'signed') return { on: arrivedOn, why: signed }
  return { on: null, why: confirmSameDay ? confirmedSameDay : confirmed }
}

const submitted: Said = { zh: '以提交之日为收到申请之日', en: 'The day it was handed in is the day of receipt' }
const signed: Said = {
  zh: '以行政机关签收之日为收到申请之日',
  en: 'The day the organ signed for it is the day of receipt',
}
const confirmed: Said = {
  zh: '以双方确认之日为收到申请之日，确认之前不起算期限',
  en: 'The day both sides confirm is the day of receipt; nothing runs before',
}
const confirmedSameDay: Said = {
  zh: '应当于收到的当日与申请人确认，以确认之日为收到申请之日',
  en: 'To be confirmed with the applicant on the very day it comes in; that day is the day of receipt',
}
