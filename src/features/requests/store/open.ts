/** Requests somebody still has something to do with. */
import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { isOpenNow } from './counted.ts'
import { type KeptRequest, keptRequest } from './requests.ts'

export interface OpenRow extends KeptRequest {
  /** As stored. */
  readonly dueOn: string | null
  readonly nextOn: string | null
}

/** Those to be answered, the first due first; of all agencies where none is named. */
export async function openRequests(tx: Tx, agencyId?: string): Promise<OpenRow[]> {
  const of = agencyId === undefined ? undefined : eq(request.agencyId, agencyId)
  const rows = await tx.select().from(request).where(and(of, isOpenNow)).orderBy(asc(request.dueOn), asc(request.id))
  return rows.map(row => ({ ...keptRequest(row), dueOn: row.dueOn, nextOn: row.nextOn }))
}

/** Beside those to be answered, those that ended and are not archived, or wait for somebody else. */
export async function unfinishedRequests(tx: Tx, agencyId: string): Promise<KeptRequest[]> {
  const ended = inArray(request.state, ['answered', 'closed'])
  const rows = await tx
    .select()
    .from(request)
    .where(and(eq(request.agencyId, agencyId), or(isOpenNow, ended, isNotNull(request.nextOn))))
    .orderBy(asc(request.dueOn), asc(request.id))
  return rows.map(keptRequest)
}
