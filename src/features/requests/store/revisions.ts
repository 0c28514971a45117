/** The answer as it was sent to review, revision by revision. */
import { and, asc, eq } from 'drizzle-orm'
import type { DecisionDraft, RequestCase } from '../../../domain/request/case.ts'
import { requestRevision } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { requestCase } from '../contract/case.ts'

const draft = requestCase.shape.draft.unwrap()

/** Keeps a draft once it was sent to review, in the place of what was kept of the same revision. */
export async function keepRevision(tx: Tx, { agencyId, id: requestId, draft: body }: RequestCase): Promise<void> {
  if (body === null || body.submittedOn === null) return
  const target = [requestRevision.agencyId, requestRevision.requestId, requestRevision.revision]
  await tx
    .insert(requestRevision)
    .values({ agencyId, requestId, revision: body.revision, body })
    .onConflictDoUpdate({ target, set: { body } })
}

/** The first first. */
export async function revisionsOf(tx: Tx, agencyId: string, requestId: string): Promise<DecisionDraft[]> {
  const rows = await tx
    .select({ body: requestRevision.body })
    .from(requestRevision)
    .where(and(eq(requestRevision.agencyId, agencyId), eq(requestRevision.requestId, requestId)))
    .orderBy(asc(requestRevision.revision))
  return rows.map(({ body }) => draft.parse(body))
}
