/** Schedule of the information handling fee (办法3-5, D§4.1). Amounts are yuan. */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

/** From the `from`-th on, each costs `yuanEach`; with `step`, each further `every` costs `more` more apiece. */
export interface FeeBand {
  readonly from: number
  readonly yuanEach: number
  readonly step?: { readonly every: number; readonly more: number }
}

export interface FeeSchedule {
  /** What is counted, and over what. */
  readonly unit: Words
  readonly over: Words
  readonly article: ArticleId
  readonly bands: readonly FeeBand[]
}

export const feeSchedules = {
  items: {
    unit: { zh: '件', en: 'request' },
    over: { zh: '同一申请人一个自然月内累计', en: 'one applicant in one calendar month' },
    article: '办法4',
    bands: [
      { from: 1, yuanEach: 0 },
      { from: 11, yuanEach: 100 },
      { from: 31, yuanEach: 200, step: { every: 10, more: 100 } },
    ],
  },
  pages: {
    unit: { zh: '页', en: 'page' },
    over: { zh: '单件申请', en: 'one request' },
    article: '办法5',
    bands: [
      { from: 1, yuanEach: 0 },
      { from: 31, yuanEach: 10 },
      { from: 101, yuanEach: 20 },
      { from: 201, yuanEach: 40 },
    ],
  },
} as const satisfies Readonly<Record<string, FeeSchedule>>

export type FeeScheme = keyof typeof feeSchedules
