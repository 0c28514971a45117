/** What the scan tells, and the kinds of personal data it looks for (个保法28; D§7.7). */
import type { Said } from '../../kernel/lang.ts'

/** Kinds of traces, the surer before the vaguer: of two that overlap the earlier one stands. */
export const traceKinds = {
  student_number: { label: { zh: '学籍号、考号', en: 'Student or examination number' } },
  identity_number: { label: { zh: '身份证号码', en: 'Identity number' } },
  email: { label: { zh: '电子邮箱', en: 'E-mail' } },
  bank_card: { label: { zh: '银行卡号', en: 'Bank card' } },
  mobile: { label: { zh: '手机号码', en: 'Mobile number' } },
  landline: { label: { zh: '固定电话', en: 'Landline' } },
  passport: { label: { zh: '护照、通行证号码', en: 'Passport or travel permit' } },
  licence_plate: { label: { zh: '车牌号', en: 'Licence plate' } },
  birth_date: { label: { zh: '出生日期', en: 'Date of birth' } },
  minor: { label: { zh: '未成年人姓名与学校', en: 'A minor’s name and school' } },
  address: { label: { zh: '住址（到门牌）', en: 'Address down to the house' } },
  name: { label: { zh: '姓名', en: 'Name' } },
  medical: { label: { zh: '病历、健康信息', en: 'Health' } },
} as const satisfies Readonly<Record<string, { readonly label: Said }>>

export type TraceKind = keyof typeof traceKinds

/**
 * `certain`: the sign system itself proves it (a check digit), or a word beside it names it; `likely`: its shape is
 * hardly anything else's; `possible`: a person has to look.
 */
export type Confidence = 'certain' | 'likely' | 'possible'

/** One trace of personal data. `start` and `end` count UTF-16 units of the text as given, `end` not included. */
export interface Hit {
  readonly kind: TraceKind
  readonly start: number
  readonly end: number
  /** Fit for a log or a list: most of it hidden by the mask rules. */
  readonly masked: string
  readonly confidence: Confidence
}

/** A hit before it is masked, as the detectors give it. */
export interface Trace {
  readonly kind: TraceKind
  readonly start: number
  readonly end: number
  readonly confidence: Confidence
}
