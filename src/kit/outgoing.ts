/** Mail and SMS on their way out: sealed as long as they wait, with no more of the address to be seen than may be. */
import { z } from 'zod'
import { maskPersonal } from '../domain/personal/personal.ts'
import { type AgencyKeys, seal, unseal } from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import { enqueue, type Message } from '../platform/record/outbox.ts'

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

const placeOf = (id: string) => ({ table: 'outbox', column: 'payload', row: id })
