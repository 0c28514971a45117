/** How many days the law itself gives off in a year (放假办法2); notices only lay them out. */
import type { ArticleId } from '../articles.ts'

export const statutoryDaysOff = {
  article: '放假办法2',
  /** From a year on; the last that applies holds. */
  from: [
    { year: 2008, days: 11 },
    { year: 2025, days: 13 },
  ],
} as const satisfies {
  readonly article: ArticleId
  readonly from: readonly { readonly year: number; readonly days: number }[]
}
