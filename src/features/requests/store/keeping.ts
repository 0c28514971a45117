/** Files kept long enough, and the code a request is followed by. */
import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { RequestState } from '../../../domain/request/states.ts'
import { keyBehind } from '../../../kit/paging.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { type KeptRequest, keptRequest } from './requests.ts'

const archived: RequestState = 'archived'

/** What ended before the day and is in the archive, the oldest first; one more than asked for. */
export async function archivedBefore(
  tx: Tx,
  agencyId: string,
  before: LocalDate,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<KeptRequest[]> {
  const key = keyBehind(after, z.tuple([z.iso.date(), z.uuid()]))
  const behind: SQL | undefined = key
    ? sql`(${request.closedOn}, ${request.id}) > (${key[0]}::date, ${key[1]}::uuid)`
    : undefined
  const rows = await tx
    .select()
    .from(request)
    .where(and(eq(request.agencyId, agencyId), eq(request.state, archived), lt(request.closedOn, before), behind))
    .orderBy(request.closedOn, request.id)
    .limit(limit + 1)
  return rows.map(keptRequest)
}

/** From now on only this code opens the request to its applicant. */
export async function saveCode(
  tx: Tx,
  { agencyId, id }: Pick<KeptRequest['case'], 'agencyId' | 'id'>,
  changes: Pick<KeptRequest, 'codeHash' | 'updatedAt'>,
): Promise<void> {
  await tx
    .update(request)
    .set(changes)
    .where(and(eq(request.agencyId, agencyId), eq(request.id, id)))
}
