/** Entries put into the record of events, by routes and by whatever else acts. */
import type { Tx } from '../platform/db/connect.ts'
import { uuid7 } from '../platform/db/uuid7.ts'
import { appendEvent } from '../platform/record/chain.ts'
import type { Entry } from './routes.ts'
import type { Services } from './services.ts'

export interface Recording {
  readonly now: Date
  /** The account's id, or who else: `visitor`, `applicant`, `job:requests`. */
  readonly actor: string
  /** Where an entry names none. */
  readonly agencyId: string
  readonly kind: string
}

/** In the transaction of what they tell of. */
export async function record(
  tx: Tx,
  { random, algorithm }: Pick<Services, 'random' | 'algorithm'>,
  entries: readonly Entry[],
  { now, actor, agencyId, kind }: Recording,
): Promise<void> {
  for (const entry of entries) {
    const { subject, data } = entry
    const of = { agencyId: entry.agencyId ?? agencyId, kind: entry.kind ?? kind }
    await appendEvent(tx, { ...of, id: uuid7(now.getTime(), random), subject, at: now, actor, data }, algorithm)
  }
}
