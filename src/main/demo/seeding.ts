/** What every part of the demo's filling is made with: whose, when, and the record that is kept at the end. */
import type { Services } from '../../kit/services.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { appendEvents, type NewEvent } from '../../platform/record/chain.ts'
import type { Era } from './era.ts'
import type { DemoAgency } from './region.ts'

export interface Seed {
  readonly tx: Tx
  readonly services: Services
  readonly era: Era
  readonly one: DemoAgency
  readonly id: string
  /** Of the agency's record, in no order yet. */
  readonly events: Omit<NewEvent, 'agencyId'>[]
}

const filler = 'demo'

export function fresh({ services }: Pick<Seed, 'services'>, at: Date): string {
  return uuid7(at.getTime(), services.random)
}

export function record(
  seed: Seed,
  at: Date,
  kind: string,
  subject: string,
  data: Readonly<Record<string, unknown>>,
  actor = filler,
): void {
  seed.events.push({ id: fresh(seed, at), subject, at, actor, kind, data })
}

/** In the order of time; what happened at once in the order it was told. */
export async function keepRecord({ tx, id, events, services }: Seed): Promise<void> {
  const ordered = events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  await appendEvents(tx, id, ordered, services.algorithm)
}
