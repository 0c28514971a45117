/**
 * Paying on the page of a provider, or of a small gateway in front of a treasury's platform. Both sides sign with one
 * key as SMS does: HMAC-SHA256 over `<time>.<text>` in hex, time in seconds.
 *
 * To the page: `order`, `amount` (yuan, two decimals), `subject`, `notify`, `return`, `time` in the query, and
 * `signature` over the query before it. Back: JSON `{order, amount, receipt, paidAt}` by POST to `notify`, with
 * `X-Gongkai-Time` and `X-Gongkai-Signature` over the body.
 */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { sameText } from '../crypto/tokens.ts'
import type { PaymentCallback, PaymentProvider, PaymentRefusal, PaymentVerdict } from './provider.ts'

export interface SignedOptions {
  readonly url: string
  /** Key of both signatures. Never shown. */
  readonly secret: string
  readonly now: () => Date
}

/** A notice is believed so long after it was signed: a copy of it is worth nothing later. */
const freshSeconds = 600

const notice = z.object({
  order: z.string().min(1).max(200),
  amount: z.string().regex(/^\d{1,9}\.\d{2}$/),
  receipt: z.string().trim().min(1).max(100),
  paidAt: z.iso.datetime({ offset: true }),
})

export function signedPayments({ url, secret, now }: SignedOptions): PaymentProvider {
  return {
    online: true,
    begin: async ({ id, amount, subject, notifyUrl, returnUrl }) => {
      const time = seconds(now())
      const page = new URL(url)
      const asked = { order: id, amount: amount.toFixed(2), subject, notify: notifyUrl, return: returnUrl, time }
      for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value)
      page.searchParams.set('signature', signature(secret, time, page.search.slice(1)))
      return { url: page.href }
    },
    verify: async callback => verdictOn(secret, callback),
  }
}

/** Of a text sent at that second. */
export function signature(secret: string, time: string, text: string): string {
  return createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')
}

function verdictOn(secret: string, { body, header, at }: PaymentCallback): PaymentVerdict {
  const time = header('x-gongkai-time') ?? ''
  if (!sameText(signature(secret, time, body), header('x-gongkai-signature') ?? '')) return refused('unsigned')
  if (!/^\d{1,12}$/.test(time) || Math.abs(Number(time) - Number(seconds(at))) > freshSeconds) return refused('stale')
  const read = notice.safeParse(parsed(body))
  if (!read.success) return refused('unreadable')
  const { order, amount, receipt, paidAt } = read.data
  return { state: 'paid', order, amount: Number(amount), receipt, paidAt: new Date(paidAt) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

function refused(code: Exclude<PaymentRefusal, 'not_online'>): PaymentVerdict {
  return { state: 'refused', code, says: sentences[code] }
}

const sentences = {
  unsigned: {
    zh: '缴费通知的签名不对，没有登记。请核对 GONGKAI_PAYMENT_SECRET 与缴费平台一致。',
    en: 'The signature of the notice of payment is not right; nothing was entered. Check GONGKAI_PAYMENT_SECRET on both sides.',
  },
  stale: {
    zh: '缴费通知的签名时间超过 10 分钟，没有登记。请核对两边的时钟，并由缴费平台重新签名发送。',
    en: 'The notice of payment was signed more than ten minutes ago; nothing was entered. Check both clocks, and have it signed and sent anew.',
  },
  unreadable: {
    zh: '缴费通知不是约定的内容（order、amount、receipt、paidAt），没有登记。',
    en: 'The notice of payment is not as agreed (order, amount, receipt, paidAt); nothing was entered.',
  },
} as const
