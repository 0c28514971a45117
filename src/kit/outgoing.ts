/** Mail and SMS on their way out: sealed as long as they wait, with no more of the address to be seen than may be. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { maskPersonal } from '../domain/personal/personal.ts'
import { type AgencyKeys, needsReseal, reseal, seal, unseal } from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import { enqueue, type Message } from '../platform/record/outbox.ts'
import { outbox } from '../platform/record/schema.ts'
import type { Resealer } from './keys.ts'

/** The task that sends what is due. */
export const sendingTask = 'outbox'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type Outgoing = Pick<Message, 'agencyId' | 'id' | 'subject'> &
  (
    | { readonly kind: 'mail'; readonly content: Letter }
    | { readonly kind: 'sms'; readonly content: Omit<Letter, 'subject'> }
  )

/** What stands in the outbox: `to` masked, the whole sealed. */
export const outgoingPayload = z.object({ to: z.string(), sealed: z.string() })

/** Puts a message in the outbox, once for each id. Tells whether it was put in. */
export function sendLater(tx: Tx, keys: AgencyKeys, { content, ...rest }: Outgoing, dueAt: Date): Promise<boolean> {
  const to = maskPersonal(rest.kind === 'mail' ? 'email' : 'phone', content.to)
  const sealed = seal(keys, placeOf(rest.id), JSON.stringify(content))
  return enqueue(tx, { ...rest, payload: { to, sealed } }, dueAt)
}

/** What a message holds. Throws a Trouble where its key is gone. */
export function openOutgoing(keys: AgencyKeys, { id, payload }: Pick<Message, 'id' | 'payload'>): Message['payload'] {
  return JSON.parse(unseal(keys, placeOf(id), outgoingPayload.parse(payload).sealed)) as Message['payload']
}

/** Takes away what messages say and leaves that they were sent, to whom as far as may be seen; what waits is stopped. */
export async function emptyOutgoing(tx: Tx, agencyId: string, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({
      payload: sql`${outbox.payload} - 'sealed'`,
      stoppedAt: sql`CASE WHEN ${outbox.sentAt} IS NULL
        THEN coalesce(${outbox.stoppedAt}, ${now.toISOString()}::timestamptz) ELSE ${outbox.stoppedAt} END`,
    })
    .where(and(eq(outbox.agencyId, agencyId), inArray(outbox.id, [...ids])))
}

/** What waits, and what went out and stays as evidence; what went out unsealed holds nothing sealed. */
export const resealOutgoing: Resealer = async (tx, keys) => {
  const here = and(eq(outbox.agencyId, keys.agencyId), isNotNull(sql`${outbox.payload} ->> 'sealed'`))
  const rows = await tx.select({ id: outbox.id, payload: outbox.payload }).from(outbox).where(here).for('update')
  const old = rows
    .map(({ id, payload }) => ({ id, payload: outgoingPayload.parse(payload) }))
    .filter(({ payload }) => needsReseal(keys, payload.sealed))
  for (const { id, payload } of old) {
    const sealed = reseal(keys, placeOf(id), payload.sealed)
    await tx
      .update(outbox)
      .set({ payload: { ...payload, sealed } })
      .where(and(eq(outbox.agencyId, keys.agencyId), eq(outbox.id, id)))
  }
  return old.length
}

const placeOf = (id: string) => ({ table: 'outbox', column: 'payload', row: id })
