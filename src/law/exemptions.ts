/** Grounds to withhold (条例14-16, D§1.3). */
import type { ArticleId } from './articles.ts'
import type { ResultLine } from './lines.ts'
import type { Words } from './words.ts'

/**
 * none: must be withheld. consent_or_interest: withheld unless the third party consents or the public interest
 * demands disclosure. may: the organ may withhold.
 */
type Discretion = 'none' | 'consent_or_interest' | 'may'

export interface Exemption {
  readonly label: Words
  readonly article: ArticleId
  readonly discretion: Discretion
  readonly line: Extract<ResultLine, `denied.${string}`>
  /** The finer kinds the text names; the decision must say which. */
  readonly kinds?: Readonly<Record<string, Words>>
}

export const exemptions = {
  E14a: {
    label: { zh: '依法确定为国家秘密', en: 'Classified as state secret' },
    article: '条例14',
    discretion: 'none',
    line: 'denied.state_secret',
  },
  E14b: {
    label: { zh: '法律、行政法规禁止公开', en: 'Forbidden by law or administrative regulation' },
    article: '条例14',
    discretion: 'none',
    line: 'denied.law_forbids',
  },
  E14c: {
    label: { zh: '公开后可能危及三安全一稳定', en: 'Endangers security or stability' },
    article: '条例14',
    discretion: 'none',
    line: 'denied.safety_stability',
    kinds: {
      national_security: { zh: '国家安全', en: 'National security' },
      public_safety: { zh: '公共安全', en: 'Public safety' },
      economic_security: { zh: '经济安全', en: 'Economic security' },
      social_stability: { zh: '社会稳定', en: 'Social stability' },
    },
  },
  E15: {
    label: { zh: '公开会损害第三方合法权益', en: 'Harms a third party' },
    article: '条例15',
    discretion: 'consent_or_interest',
    line: 'denied.third_party',
    kinds: {
      trade_secret: { zh: '商业秘密', en: 'Trade secret' },
      privacy: { zh: '个人隐私', en: 'Personal privacy' },
      other_interest: { zh: '其他合法权益', en: 'Other lawful interest' },
    },
  },
  E16a: {
    label: { zh: '内部事务信息', en: 'Internal affairs' },
    article: '条例16¶1',
    discretion: 'may',
    line: 'denied.internal_affairs',
    kinds: {
      personnel: { zh: '人事管理', en: 'Personnel' },
      logistics: { zh: '后勤管理', en: 'Logistics' },
      workflow: { zh: '内部工作流程', en: 'Internal workflow' },
    },
  },
  E16b: {
    label: { zh: '过程性信息', en: 'Process information' },
    article: '条例16¶2',
    discretion: 'may',
    line: 'denied.process_info',
    kinds: {
      discussion: { zh: '讨论记录', en: 'Record of discussion' },
      draft: { zh: '过程稿', en: 'Draft' },
      consultation: { zh: '磋商信函', en: 'Letter of consultation' },
      instruction: { zh: '请示报告', en: 'Request for instructions, report' },
    },
  },
  E16c: {
    label: { zh: '行政执法案卷信息', en: 'Enforcement file' },
    article: '条例16¶2',
    discretion: 'may',
    line: 'denied.enforcement_file',
  },
} as const satisfies Readonly<Record<string, Exemption>>

export type ExemptionId = keyof typeof exemptions
