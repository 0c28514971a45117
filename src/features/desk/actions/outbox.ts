/** What went out and what waits to: for the system administrator, without whom it goes to or what it says. */
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AnswerOf } from '../../../kit/contract.ts'
import { outgoingPayload } from '../../../kit/outgoing.ts'
import { keyBehind, pageFrom } from '../../../kit/paging.ts'
import type { Task } from '../../../kit/routes.ts'
import { masked } from '../../../platform/log/mask.ts'
import { outbox } from '../../../platform/record/schema.ts'
import type * as contracts from '../contract.ts'

type Answer = AnswerOf<typeof contracts.listOutbox>
type Item = Answer['items'][number]

/** Handed: written down for people to send on. */
const conditions: Readonly<Record<Item['state'], SQL | undefined>> = {
  waiting: and(isNull(outbox.sentAt), isNull(outbox.stoppedAt)),
  sent: isNotNull(outbox.sentAt),
  handed: and(isNull(outbox.sentAt), isNotNull(outbox.stoppedAt), isNotNull(outbox.evidence)),
  refused: and(isNull(outbox.sentAt), isNotNull(outbox.stoppedAt), isNull(outbox.evidence)),
}

/** The last due first. */
export async function listOutbox({ tx, params, query }: Task<typeof contracts.listOutbox>): Promise<Answer> {
  const key = keyBehind(query.after, z.tuple([z.iso.datetime(), z.uuid()]))
  const earlier = key && sql`(${outbox.dueAt}, ${outbox.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
  const rows = await tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.agencyId, params.agencyId),
        query.state && conditions[query.state],
        query.kind === undefined ? undefined : eq(outbox.kind, query.kind),
        earlier ?? undefined,
      ),
    )
    .orderBy(desc(outbox.dueAt), desc(outbox.id))
    .limit(query.limit + 1)
  return pageFrom(rows, query.limit, ({ dueAt, id }) => [dueAt.toISOString(), id], shownMessage)
}

function shownMessage(row: typeof outbox.$inferSelect): Item {
  const { id, kind, subject, payload, dueAt, attempts, lastError, sentAt, stoppedAt } = row
  const sealed = outgoingPayload.safeParse(payload)
  return {
    id,
    kind,
    subject,
    to: sealed.success ? sealed.data.to : null,
    state: stateOf(row),
    dueAt: dueAt.toISOString(),
    doneAt: (sentAt ?? stoppedAt)?.toISOString() ?? null,
    attempts,
    lastError: lastError === null ? null : masked(lastError),
  }
}

function stateOf({ sentAt, stoppedAt, evidence }: typeof outbox.$inferSelect): Item['state'] {
  if (sentAt !== null) return 'sent'
  if (stoppedAt === null) return 'waiting'
  return evidence === null ? 'refused' : 'handed'
}
