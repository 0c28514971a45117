/** The fee of a case as an order to pay: its id tells the agency, the case and the notice, and no person. */
import type { RequestCase } from '../../../domain/request/case.ts'
import type { PaymentOrder } from '../../../platform/payment/provider.ts'

/** Where providers tell of payments; below the installation's public address. */
export const paymentPath = '/payments/callback'

export interface OrderNames {
  readonly agencyId: string
  readonly requestId: string
  readonly letterId: string
}

/** Null where nothing is to be paid now. */
export function orderOf(
  { agencyId, id, number, state, fee }: RequestCase,
  { publicUrl, returnPath }: { readonly publicUrl: string; readonly returnPath: string },
): PaymentOrder | null {
  if (state !== 'fee_pending' || fee === null || fee.paid !== null) return null
  return {
    id: [agencyId, id, fee.letterId].join('.'),
    amount: fee.amount,
    subject: `政府信息公开信息处理费 ${number}`,
    payTo: fee.payTo,
    notifyUrl: publicUrl + paymentPath,
    returnUrl: publicUrl + returnPath,
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null where it is none of ours. */
export function namesIn(order: string): OrderNames | null {
  const [agencyId = '', requestId = '', letterId = '', ...more] = order.split('.')
  const whole = more.length === 0 && [agencyId, requestId, letterId].every(id => uuid.test(id))
  return whole ? { agencyId, requestId, letterId } : null
}
