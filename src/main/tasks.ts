/** What the worker does, and when: the installation's standing tasks. Slices add theirs here as they come. */
import { and, eq, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { DAY, MINUTE } from '../domain/kernel/instant.ts'
import { defaultSessionRules } from '../domain/people/sessions.ts'
import { session } from '../kit/schema/people.ts'
import { chosen } from '../kit/settings.ts'
import type { Database, Tx } from '../platform/db/connect.ts'
import type { Mailer } from '../platform/mail/message.ts'
import { forgetCalls } from '../platform/record/idempotency.ts'
import type { Schedule, Task } from '../platform/record/jobs.ts'
import { type Send, sendDue } from '../platform/record/outbox.ts'
import { forgetCounts } from '../platform/record/rate.ts'
import type { SmsSender } from '../platform/sms/sender.ts'
import { Trouble } from '../platform/trouble.ts'
import { beat } from './heartbeat.ts'
import { mailerOf, smsOf } from './installation/outside.ts'
import type { Installation } from './installation.ts'

/** How long a repeated call is known as one; clients try again within minutes. */
const callsKept = 7 * DAY
/** No window of a limit is longer. */
const countsKept = DAY

/** When each comes, in Asia/Shanghai. Each also runs once when a worker starts, so that nothing waits for its hour. */
export const schedules: readonly Schedule[] = [
  { task: 'heartbeat', times: 'every minute' },
  { task: 'outbox', times: 'every minute' },
  { task: 'sessions', times: 'every minute' },
  { task: 'forget', times: ['03:10'] },
]

/** Every task by its name, over one installation. */
export function tasksOf({ database, config }: Pick<Installation, 'database' | 'config'>, now: () => Date) {
  const senders = { mail: mailSender(mailerOf(config), now), sms: smsSender(smsOf(config), now) }
  return {
    heartbeat: () => database.transaction('installation', tx => beat(tx, now())),
    outbox: () => send(database, senders, now),
    sessions: () => endSessions(database, now()),
    forget: () => forget(database, now()),
  } satisfies Record<string, Task>
}

/** Ends the sessions that are over, by the rules of their agencies, so that lists say what holds (等保 8.1.4.1 b). */
async function endSessions(database: Database, now: Date): Promise<void> {
  await database.transaction('installation', async tx => {
    const minutes = await chosen(tx, 'session.idleMinutes')
    const { idle, longest } = defaultSessionRules
    await endWhere(tx, lt(session.createdAt, new Date(now.getTime() - longest)), now)
    const usual = or(isNull(session.agencyId), notInArray(session.agencyId, [...minutes.keys()]))
    await endWhere(tx, and(usual, lt(session.lastSeenAt, new Date(now.getTime() - idle))), now)
    for (const [agencyId, own] of minutes) {
      const since = new Date(now.getTime() - own * MINUTE)
      await endWhere(tx, and(eq(session.agencyId, agencyId), lt(session.lastSeenAt, since)), now)
    }
  })
}

async function endWhere(tx: Tx, over: SQL | undefined, now: Date): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: now })
    .where(and(isNull(session.revokedAt), over))
}

async function forget(database: Database, now: Date): Promise<void> {
  await database.transaction('installation', async tx => {
    await forgetCalls(tx, new Date(now.getTime() - callsKept))
    await forgetCounts(tx, new Date(now.getTime() - countsKept))
  })
}

/** Which sender takes which kind of act. */
type Senders = Readonly<Record<string, Send>>

async function send(database: Database, senders: Senders, now: () => Date): Promise<void> {
  const byKind: Send = message => {
    const sender = senders[message.kind]
    if (!sender) throw new Error(`no sender for ${message.kind}`)
    return sender(message)
  }
  await sendDue(database, byKind, { now, isFinal: willStay, kinds: Object.keys(senders) })
}

const mailShape = z.object({ to: z.string(), subject: z.string(), text: z.string() })
const smsShape = z.object({ to: z.string(), text: z.string() })

/** Acts of the kind `mail`; payload `{ to, subject, text }`. */
function mailSender(mailer: Mailer, now: () => Date): Send {
  return async ({ id, payload }) => ({ ...(await mailer.send({ id, at: now(), ...mailShape.parse(payload) })) })
}

/** Acts of the kind `sms`; payload `{ to, text }`. */
function smsSender(sms: SmsSender, now: () => Date): Send {
  return async ({ id, payload }) => ({ ...(await sms.send({ id, at: now(), ...smsShape.parse(payload) })) })
}

const finalCodes = ['mail_invalid', 'mail_refused', 'sms_invalid', 'sms_refused']

/** Whether an error of sending will be the same however often it is tried. */
function willStay(error: unknown): boolean {
  return error instanceof z.ZodError || (error instanceof Trouble && finalCodes.includes(error.code))
}
