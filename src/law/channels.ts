/** How a request can come in, and which day the law takes for the day of receipt (条例31, D§2.3). */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

/**
 * submitted: the day it was handed in. signed: the day the organ signed for it. confirmed: the day it was confirmed
 * with the applicant.
 */
type ReceiptDay = 'submitted' | 'signed' | 'confirmed'

export interface Channel {
  readonly label: Words
  readonly receivedWhen: ReceiptDay
  /** The office must confirm with the applicant on the very day it gets it. */
  readonly confirmSameDay: boolean
  /** Cannot be refused, whatever the guide says. */
  readonly basic: boolean
  readonly articles: readonly ArticleId[]
  readonly unverified?: true
}

export const channels = {
  in_person: {
    label: { zh: '当面提交', en: 'In person' },
    receivedWhen: 'submitted',
    confirmSameDay: false,
    basic: true,
    articles: ['条例31(1)', '渠道函1'],
  },
  oral_assisted: {
    label: { zh: '口头提出、代为填写', en: 'Orally, form filled in by the office' },
    receivedWhen: 'submitted',
    confirmSameDay: false,
    basic: true,
    articles: ['条例29', '条例31(1)'],
    unverified: true,
  },
  mail_signed: {
    label: { zh: '邮寄（签收）', en: 'Post, signed for' },
    receivedWhen: 'signed',
    confirmSameDay: false,
    basic: true,
    articles: ['条例31(2)', '渠道函1'],
  },
  mail_plain: {
    label: { zh: '平常信函', en: 'Plain letter' },
    receivedWhen: 'confirmed',
    confirmSameDay: true,
    basic: true,
    articles: ['条例31(2)', '渠道函1'],
  },
  misaddressed: {
    label: { zh: '寄送其他科室或者个人', en: 'Sent to another section or person' },
    receivedWhen: 'confirmed',
    confirmSameDay: true,
    basic: true,
    articles: ['期限函1'],
  },
  online: {
    label: { zh: '互联网', en: 'Online' },
    receivedWhen: 'confirmed',
    confirmSameDay: false,
    basic: false,
    articles: ['条例31(3)'],
  },
  fax: {
    label: { zh: '传真', en: 'Fax' },
    receivedWhen: 'confirmed',
    confirmSameDay: false,
    basic: false,
    articles: ['条例31(3)'],
  },
  email: {
    label: { zh: '电子邮件', en: 'E-mail' },
    receivedWhen: 'confirmed',
    confirmSameDay: false,
    basic: false,
    articles: ['条例31(3)', '期限函1'],
  },
  other: {
    label: { zh: '公布的其他渠道', en: 'Another published channel' },
    receivedWhen: 'confirmed',
    confirmSameDay: false,
    basic: false,
    articles: ['期限函1'],
  },
} as const satisfies Readonly<Record<string, Channel>>

export type ChannelId = keyof typeof channels
