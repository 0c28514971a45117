/** What overturned an answer, and whether an agency was found wrong by another (D§2.6, §6). */
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'

interface Kind {
  readonly label: Said
  /** Decided by a review organ or a court, and not by the agency itself. */
  readonly byOthers: boolean
}

export const overturnings = {
  review: { label: { zh: '行政复议决定', en: 'Decision of a review organ' }, byOthers: true },
  judgment: { label: { zh: '人民法院判决、裁定', en: 'Judgment of a court' }, byOthers: true },
  self: { label: { zh: '本机关自行纠正', en: 'Corrected by the agency itself' }, byOthers: false },
} as const satisfies Readonly<Record<string, Kind>>
export type OverturningKind = keyof typeof overturnings

/** Those that count as 被纠正: what an agency redoes of its own accord does not. */
export const reversals = (Object.keys(overturnings) as OverturningKind[]).filter(kind => overturnings[kind].byOthers)

export interface Overturning {
  readonly by: OverturningKind
  /** Of the decision; empty only where the agency corrected itself without one. */
  readonly number: string
  /** The day of the decision. */
  readonly decidedOn: LocalDate
  /** The day the agency received it: from then on the answer counts as overturned, whether or not it was redone. */
  readonly receivedOn: LocalDate
}
