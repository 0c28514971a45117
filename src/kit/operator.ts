/** Acts of whoever runs the program, by its command line: nobody is signed in, and all the same all is recorded. */
import type { Tx } from '../platform/db/connect.ts'
import { uuid7 } from '../platform/db/uuid7.ts'
import { appendEvent } from '../platform/record/chain.ts'
import { type Entry, noAgency } from './routes.ts'
import type { Services } from './services.ts'

type Recorded = Entry & { readonly kind: string }

/** Writes entries into the record, in the transaction of the act itself. */
export async function recordOperator(
  tx: Tx,
  services: Services,
  at: Date,
  entries: readonly Recorded[],
): Promise<void> {
  for (const { agencyId = noAgency, ...entry } of entries) {
    const id = uuid7(at.getTime(), services.random)
    await appendEvent(tx, { ...entry, agencyId, id, at, actor: 'operator' }, services.algorithm)
  }
}
