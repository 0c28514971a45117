/** Which requests belong to a citizen's account, over all agencies. */
import { and, desc, eq } from 'drizzle-orm'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { Entry } from '../../../kit/routes.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { subjectOf } from './timeline.ts'

export interface OwnedRequest {
  readonly agencyId: string
  readonly id: string
}

/** The latest first, from one of them on. As the installation: they are of several agencies. */
export async function ownedRequests(
  tx: Tx,
  accountId: string,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly OwnedRequest[]> {
  return tx
    .select({ agencyId: request.agencyId, id: request.id })
    .from(request)
    .where(eq(request.accountId, accountId))
    .orderBy(desc(request.createdAt), desc(request.id))
    .offset(from)
    .limit(most)
}

export async function setOwner(
  tx: Tx,
  { agencyId, id }: Pick<RequestCase, 'agencyId' | 'id'>,
  accountId: string | null,
): Promise<void> {
  await tx
    .update(request)
    .set({ accountId })
    .where(and(eq(request.agencyId, agencyId), eq(request.id, id)))
}

/** All of them belong to no account from now on. Gives what is to be recorded, in the order of agencies. */
export async function letGoOfAll(tx: Tx, accountId: string): Promise<readonly Entry[]> {
  const gone = await tx
    .update(request)
    .set({ accountId: null })
    .where(eq(request.accountId, accountId))
    .returning({ agencyId: request.agencyId, id: request.id })
  return gone
    .toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
    .map(({ agencyId, id }) => ({ agencyId, kind: 'requests.detach', subject: subjectOf(id), data: {} }))
}
