/** What the worker does, and when: the installation's standing tasks. Slices add theirs here as they come. */
import { and, eq, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { DAY, MINUTE } from '../domain/kernel/instant.ts'
import { defaultSessionRules } from '../domain/people/sessions.ts'
import { tellEndedDelegations, tellEndingKeys } from '../features/accounts/reminders.ts'
import { tellMissingYears } from '../features/calendar/work.ts'
import { sendDigests } from '../features/desk/digest.ts'
import { sweepAccounts } from '../features/requests/account/sweep.ts'
import { requestDuties } from '../features/requests/duties/daily.ts'
import { letterSender } from '../features/requests/letters/sending.ts'
import { letterSigner } from '../features/requests/letters/signing.ts'
import { forgetDrafts } from '../features/requests/store/drafts.ts'
import { agencyKeys } from '../kit/keys.ts'
import type { Telling } from '../kit/notify.ts'
import { openOutgoing, outgoingPayload, sendingTask } from '../kit/outgoing.ts'
import { session } from '../kit/schema/people.ts'
import { chosen } from '../kit/settings.ts'
import { systemRandom } from '../platform/crypto/random.ts'
import type { KeyMaker } from '../platform/crypto/seal.ts'
import type { Database, Tx } from '../platform/db/connect.ts'
import type { Mailer } from '../platform/mail/message.ts'
import { forgetCalls } from '../platform/record/idempotency.ts'
import { addJob, type Schedule, type Task } from '../platform/record/jobs.ts'
import { type Claimed, type Enter, type Send, type SendOptions, sendDue } from '../platform/record/outbox.ts'
import { forgetCounts } from '../platform/record/rate.ts'
import type { SmsSender } from '../platform/sms/sender.ts'
import { Trouble } from '../platform/trouble.ts'
import { beat } from './heartbeat.ts'
import { mailerOf, sealerOf, smsOf } from './installation/outside.ts'
import type { Installation } from './installation.ts'
import { workProviders } from './slices.ts'

/** How long a repeated call is known as one; clients try again within minutes. */
const callsKept = 7 * DAY
/** No window of a limit is longer. */
const countsKept = DAY

/** When each comes, in Asia/Shanghai. Each also runs once when a worker starts, so that nothing waits for its hour. */
export const schedules: readonly Schedule[] = [
  { task: 'heartbeat', times: 'every minute' },
  { task: sendingTask, times: 'every minute' },
  { task: 'sessions', times: 'every minute' },
  { task: 'forget', times: ['03:10'] },
  { task: 'requests', times: ['00:10', '08:00', '17:30'] },
  { task: 'notices', times: ['08:05'] },
  { task: 'digests', times: ['08:10'] },
]

/** Somebody waits for what was just put in the outbox: not until the next minute, and once however many wait. */
export function sendAtOnce(tx: Tx): Promise<void> {
  return addJob(tx, { task: sendingTask, key: 'outbox at once' })
}

/** The day's work for cases that came in all at once, after the worker had begun: a first visitor sees the day as it is. */
export async function dayAtOnce(tx: Tx): Promise<void> {
  for (const task of ['requests', 'digests']) await addJob(tx, { task, key: `${task} at once` })
}

/** What tasks need of an installation. `publicUrl`: where links of messages lead, if not as configured. */
export interface TaskParts extends Pick<Installation, 'database' | 'config' | 'keys' | 'blobs' | 'log'> {
  readonly publicUrl?: string
}

/** Every task by its name, over one installation. */
export function tasksOf(parts: TaskParts, now: () => Date) {
  const { database, config, keys } = parts
  const opened = opening(database, keys)
  const telling = { keys, random: systemRandom, publicUrl: publicUrlOf(parts) }
  const mailer = mailerOf(config)
  const services = {
    ...telling,
    database,
    blobs: parts.blobs,
    log: parts.log,
    algorithm: config.hash,
    now,
    ...sealing(parts),
  }
  const letter = letterSender({ ...services, mailer })
  const senders = {
    mail: mailSender(mailer, now),
    sms: smsSender(smsOf(config), now),
    letter: letter.send,
    signature: letterSigner(services),
  }
  const enter: Enter = (tx, message, evidence) =>
    message.kind === 'letter' ? letter.enter(tx, message, evidence) : Promise.resolve(evidence)
  return {
    heartbeat: () => database.transaction('installation', tx => beat(tx, now())),
    [sendingTask]: () => send(database, opened(senders), { now, enter }),
    sessions: () => endSessions(database, now()),
    forget: () => forget(database, now()),
    requests: () => requestDuties({ ...telling, database, log: parts.log, algorithm: config.hash }, now()),
    notices: () => tellWhatCame(database, telling, now()),
    digests: () => sendDigests({ ...telling, database, log: parts.log, workProviders }, now()),
  } satisfies Record<string, Task>
}

function sealing({ config }: TaskParts) {
  const sealer = sealerOf(config)
  return sealer ? { sealer } : {}
}

function publicUrlOf({ publicUrl, config }: TaskParts): string {
  return publicUrl ?? config.publicUrl ?? `http://localhost:${config.port}`
}

/** What nobody did, but the day brought. */
async function tellWhatCame(database: Database, telling: Telling, now: Date): Promise<void> {
  for (const tell of [tellEndingKeys, tellEndedDelegations, tellMissingYears]) {
    await database.transaction('installation', tx => tell(tx, telling, now))
  }
}

/** Ends the sessions that are over, of staff by the rules of their agencies, so that lists say what holds (等保 8.1.4.1 b). */
async function endSessions(database: Database, now: Date): Promise<void> {
  await database.transaction('installation', async tx => {
    const minutes = await chosen(tx, 'session.idleMinutes')
    const { idle, longest } = defaultSessionRules
    await endWhere(tx, lt(session.createdAt, new Date(now.getTime() - longest)), now)
    await sweepAccounts(tx, now)
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
    await forgetDrafts(tx, now)
    await forgetCounts(tx, new Date(now.getTime() - countsKept))
  })
}

/** Which sender takes which kind of act. */
type Senders = Readonly<Record<string, Send>>

async function send(database: Database, senders: Senders, how: Pick<SendOptions, 'now' | 'enter'>): Promise<void> {
  const byKind: Send = message => {
    const sender = senders[message.kind]
    if (!sender) throw new Error(`no sender for ${message.kind}`)
    return sender(message)
  }
  await sendDue(database, byKind, { ...how, isFinal: willStay, kinds: Object.keys(senders) })
}

/** Sends what was sealed while it waited; what came unsealed as it is. */
function opening(database: Database, maker: KeyMaker) {
  const open = async (message: Claimed): Promise<Claimed> => {
    if (!outgoingPayload.safeParse(message.payload).success) return message
    const { agencyId } = message
    const keys = await database.transaction({ agency: agencyId }, tx => agencyKeys(tx, maker, agencyId))
    return { ...message, payload: openOutgoing(keys, message) }
  }
  return (senders: Senders): Senders =>
    Object.fromEntries(
      Object.entries(senders).map(([kind, send]) => [kind, async message => send(await open(message))]),
    )
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
