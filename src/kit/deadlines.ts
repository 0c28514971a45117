/** Deadlines that run now: each slice that has some tells of its own, so that a new calendar shows which move. */
import type { RegionCode } from '../domain/agency/region.ts'
import type { OpenRequest } from '../domain/days/moved.ts'
import type { LocalDate } from '../domain/kernel/date.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Services } from './services.ts'

export interface OpenDeadline {
  readonly agencyId: string
  /** By whose calendar it is counted. */
  readonly regionCode: RegionCode
  /** `request:018f…` */
  readonly subject: string
  /** What people know it by: its receipt number. */
  readonly label: string
  readonly history: OpenRequest['history']
}

export type DeadlineProvider = (tx: Tx, now: Date) => Promise<readonly OpenDeadline[]>

/** A day that the calendar moved; null where nothing was, or is, counted. */
export interface MovedDay {
  readonly subject: string
  readonly before: LocalDate | null
  readonly after: LocalDate | null
}

/** Brings the days a slice has stored to what the calendar says now, in the transaction that changed it. */
export type Renewal = (
  tx: Tx,
  now: Date,
  services: Pick<Services, 'database' | 'keys' | 'random' | 'publicUrl' | 'algorithm'>,
  moved: readonly MovedDay[],
) => Promise<void>
