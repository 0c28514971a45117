/** Taking away what no longer says anything: for a job that runs daily. What happened stays in the record. */
import { DAY, HOUR } from '../../../domain/kernel/instant.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { forgetLocks } from '../store/accounts.ts'
import { forgetInvitations } from '../store/invitations.ts'
import { forgetSessions } from '../store/sessions.ts'

/** Sessions are kept half a year, so that lists can say when somebody was last seen. */
export async function forgetOldAccess(tx: Tx, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await forgetSessions(tx, before(180 * DAY), before(HOUR))
  await forgetLocks(tx, before(30 * DAY))
  await forgetInvitations(tx, before(30 * DAY))
}
