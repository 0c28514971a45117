/** Short messages: what every provider takes and gives. */
import { type Sentence, Trouble } from '../trouble.ts'

export interface Sms {
  /** The caller's own name for it, the same when it is tried again. Letters, digits, dashes. */
  readonly id: string
  /** A mobile number of eleven digits. */
  readonly to: string
  readonly text: string
  readonly at: Date
}

/** What remains of a sending as proof. */
export interface SmsEvidence {
  /** False where the message was only written down: this installation sends none. */
  readonly sent: boolean
  /** The provider's own words, cut to 500 characters, or the file it was written to. */
  readonly answer: string
}

export interface SmsSender {
  /** Throws a Trouble: `sms_invalid` and `sms_refused` are final, `sms_away` may pass. */
  readonly send: (sms: Sms) => Promise<SmsEvidence>
}

const mobile = /^1[3-9]\d{9}$/
const idShape = /^[A-Za-z0-9-]{1,64}$/

/** Whether a number belongs to a mobile telephone of the mainland. */
export function isMobile(number: string): boolean {
  return mobile.test(number)
}

/** A number fit for logs and screens: `138****5678`; of anything else only its length is told. */
export function maskedNumber(number: string): string {
  return isMobile(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : `${'*'.repeat(number.length)}`
}

/** Throws `sms_invalid` for a number no message can go to. */
export function checkSms({ id, to }: Sms): void {
  if (!idShape.test(id)) throw new Error('the id of a message may hold letters, digits and dashes')
  if (isMobile(to)) return
  throw new Trouble({
    code: 'sms_invalid',
    says: { zh: `${maskedNumber(to)} 不是手机号码。`, en: `${maskedNumber(to)} is no mobile number.` },
    mend: { zh: '请填写 11 位手机号码。', en: 'Give a mobile number of eleven digits.' },
    at: 'to',
  })
}

/** The provider answered and did not take the message. */
export function smsRefused(where: string, answer: string): Trouble {
  return new Trouble({
    code: 'sms_refused',
    says: { zh: `短信平台 ${where} 没有接收：${answer}`, en: `The SMS provider ${where} refused: ${answer}` },
    mend: {
      zh: '请核对号码；如果每条都这样，请管理员检查短信平台的账号、签名和模板。',
      en: 'Check the number; where it is every message, the administrator should check account and template.',
    },
    at: where,
  })
}

/** The provider did not answer, or asks for patience. */
export function smsAway(where: string, why: Sentence, cause?: unknown): Trouble {
  return new Trouble({
    code: 'sms_away',
    says: { zh: `短信平台 ${where} ${why.zh}。`, en: `The SMS provider ${where} ${why.en}.` },
    mend: {
      zh: '系统会稍后再试；如果一直不通，请管理员检查网络和短信平台。',
      en: 'It will be tried again; if this lasts, the administrator should check network and provider.',
    },
    at: where,
    cause,
  })
}
