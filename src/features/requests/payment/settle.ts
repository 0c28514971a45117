/** A provider's notice that a fee was paid, entered once; what fits no fee is told to the office and changes nothing. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { dayOf } from '../../../kit/days.ts'
import { notify } from '../../../kit/notify.ts'
import { record } from '../../../kit/record.ts'
import type { Services } from '../../../kit/services.ts'
import { bankTransfer } from '../../../platform/payment/bank-transfer.ts'
import type { PaymentCallback, PaymentVerdict } from '../../../platform/payment/provider.ts'
import { performAct } from '../actions/perform-act.ts'
import { type Call, setupOf } from '../actions/setup.ts'
import { holdRequest, type KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { namesIn, type OrderNames } from './order.ts'

type Paid = Extract<PaymentVerdict, { state: 'paid' }>

/** `already`: this very payment was entered before. */
export interface Settled {
  readonly already: boolean
}

const actor = 'job:payment'

/** Refused where it is not believed, or fits no fee of ours; what was paid all the same is then told to the office. */
export async function settlePayment(services: Services, callback: PaymentCallback): Promise<Result<Settled>> {
  const verdict = await (services.payments ?? bankTransfer).verify(callback)
  if (verdict.state === 'refused') return refuse(verdict.code, verdict.says)
  const names = namesIn(verdict.order)
  if (names === null) return refuse('unknown_order', unknownOrder)
  return services.database.transaction({ agency: names.agencyId }, tx =>
    settled({ tx, now: callback.at, services }, names, verdict),
  )
}

async function settled(call: Call, names: OrderNames, paid: Paid): Promise<Result<Settled>> {
  const kept = await holdRequest(call.tx, names.agencyId, names.requestId)
  const fee = kept?.case.fee
  if (!kept || !fee || fee.letterId !== names.letterId) return refuse('unknown_order', unknownOrder)
  if (fee.paid?.receipt === paid.receipt) return done({ already: true })
  if (fee.amount !== paid.amount) return unfit(call, kept, paid, 'wrong_amount', wrongAmount(fee.amount, paid.amount))
  const setup = await setupOf(call, names.agencyId)
  const body = { on: dayOf(paid.paidAt), receipt: paid.receipt }
  const carried = await performAct(call, setup, kept, { act: 'confirmPaid', body, actor: { kind: 'system' } })
  if (!carried.ok) return unfit(call, kept, paid, carried.refusal.code, carried.refusal.says)
  await record(call.tx, call.services, carried.value.record, whose(call, kept, 'requests.confirmPaid'))
  return done({ already: false })
}

/** Money came that cannot be entered: the record says so, and the office is told once for each payment to look. */
async function unfit(call: Call, kept: KeptRequest, paid: Paid, code: string, says: Said): Promise<Result<never>> {
  const { id, agencyId, number } = kept.case
  await notify(call.tx, call.services, {
    agencyId,
    to: { roles: ['handler', 'office_head'] },
    kind: 'work.request',
    title: {
      zh: `${number} 收到一笔不能登记的网上缴费，请核对`,
      en: `A payment for ${number} could not be entered; look into it`,
    },
    link: `/console/requests/${id}`,
    at: call.now,
    key: `payment:${id}:${paid.receipt}`,
  })
  const data = { code, amount: paid.amount, on: dayOf(paid.paidAt) }
  const entry = { kind: 'requests.paymentUnfit', subject: subjectOf(id), data }
  await record(call.tx, call.services, [entry], whose(call, kept, entry.kind))
  return refuse(code, says)
}

function whose({ now }: Call, { case: of }: KeptRequest, kind: string) {
  return { now, actor, agencyId: of.agencyId, kind }
}

const unknownOrder: Said = {
  zh: '没有这个缴费单，或者收费通知已被替换，没有登记。请缴费平台核对 order。',
  en: 'There is no such order, or its notice was replaced; nothing was entered. The provider should check `order`.',
}
const wrongAmount = (due: number, paid: number): Said => ({
  zh: `缴费 ${paid} 元与应缴 ${due} 元不符，没有登记，已告知工作机构核对。`,
  en: `${paid} yuan were paid where ${due} are due; nothing was entered, and the office was told.`,
})
