/** What is over of citizens' accounts: codes with what was sent of them, and sessions. */
import type { Tx } from '../../../platform/db/connect.ts'
import { forgetSent } from './codes.ts'
import { dropOverSessions, takeExpired } from './store.ts'

export async function sweepAccounts(tx: Tx, now: Date): Promise<void> {
  for (const row of await takeExpired(tx, now)) await forgetSent(tx, row, now)
  await dropOverSessions(tx, now)
}
