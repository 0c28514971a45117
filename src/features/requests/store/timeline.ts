/** What the record says of one request. */
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../platform/db/connect.ts'
import { event } from '../../../platform/record/schema.ts'

export const subjectOf = (requestId: string) => `request:${requestId}`

export interface Happened {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The first first. */
export async function happenedTo(tx: Tx, agencyId: string, requestId: string): Promise<Happened[]> {
  const rows = await tx
    .select({ seq: event.seq, at: event.at, actor: event.actor, kind: event.kind, data: event.data })
    .from(event)
    .where(and(eq(event.agencyId, agencyId), eq(event.subject, subjectOf(requestId))))
    .orderBy(asc(event.seq))
  return rows.map(row => ({ ...row, data: row.data as Happened['data'] }))
}
