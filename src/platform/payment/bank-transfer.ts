/** Paying into the account named; somebody of the office confirms it when the money is there. Nothing is called. */
import type { PaymentProvider } from './provider.ts'

export const bankTransfer: PaymentProvider = {
  online: false,
  begin: async ({ payTo }) => ({ instructions: payTo }),
  verify: async () => ({
    state: 'refused',
    code: 'not_online',
    says: {
      zh: '本系统没有设置网上缴费（GONGKAI_PAYMENT_URL），不接受缴费通知。',
      en: 'No payment page is set (GONGKAI_PAYMENT_URL): notices of payment are not taken.',
    },
  }),
}
