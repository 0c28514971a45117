/** Begins to pay a fee: a page to pay on, or the account it is paid into. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import type { Services } from '../../../kit/services.ts'
import { bankTransfer } from '../../../platform/payment/bank-transfer.ts'
import type { PaymentBegun } from '../../../platform/payment/provider.ts'
import { orderOf } from '../payment/order.ts'
import type { KeptRequest } from '../store/requests.ts'

/** Outside of any transaction: a provider may be slow. */
export async function beginPayment(
  { payments = bankTransfer, publicUrl }: Services,
  kept: Result<KeptRequest>,
  returnPath: string,
): Promise<Result<PaymentBegun>> {
  if (!kept.ok) return kept
  const order = orderOf(kept.value.case, { publicUrl, returnPath })
  return order === null ? refuse('nothing_to_pay', nothingToPay) : done(await payments.begin(order))
}

const nothingToPay: Said = {
  zh: '这件申请现在没有要缴的费用；已经缴过的，不用再缴',
  en: 'Nothing is to be paid for this request now; what was paid need not be paid again',
}
