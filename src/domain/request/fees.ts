/** The information handling fee (信息处理费), by items or by pages (办法2020-109, D§4). Amounts are yuan. */
import type { Lang } from '../kernel/lang.ts'
import { type Result, refuse } from '../kernel/result.ts'

/** One band of the schedule as it applies; `from`-`to` are ordinals of items or of pages. */
export interface FeeLine {
  readonly from: number
  readonly to: number
  readonly yuanEach: number
  readonly yuan: number
  /** The sentence a person reads. */
  readonly why: string
  readonly article: string
}

export interface Fee {
  readonly scheme: 'items' | 'pages'
  readonly quantity: number
  /** For all items of the month, or for all pages of the application. */
  readonly total: number
  readonly lines: readonly FeeLine[]
  /** By items only: what each application costs, in the order received. */
  readonly each?: readonly number[]
}

/** Fee of `n` applications of one applicant in one calendar month; refuses what is not a whole number from 0. */
export function feeForItems(n: number, lang: Lang = 'zh'): Result<Fee> {
  return refuse('bad_count', { zh: `${n}${lang}`, en: '' })
}

/** Fee of one application answered with `p` pages; refuses what is not a whole number from 0. */
export function feeForPages(p: number, lang: Lang = 'zh'): Result<Fee> {
  return refuse('bad_count', { zh: `${p}${lang}`, en: '' })
}
