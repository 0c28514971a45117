/** Reports kept, as the API shows them. */
import type { AnswerOf } from '../../../kit/contract.ts'
import type * as contracts from '../contract.ts'
import type { ReportHead } from './store.ts'

export type ShownReport = AnswerOf<typeof contracts.keepReport>

export function shownReport({
  publishedAt,
  savedAt,
  agencyId: _,
  fileId: __,
  accountId: ___,
  ...rest
}: ReportHead): ShownReport {
  return { ...rest, publishedAt: publishedAt?.toISOString() ?? null, savedAt: savedAt.toISOString() }
}
