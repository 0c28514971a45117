import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { folderForTest, noon } from '../../test/support/installation.ts'
import { memoryStore } from '../../test/support/memory-store.ts'
import { startSmtp, type TestSmtp } from '../../test/support/smtp-server.ts'
import { agencyKeys } from '../kit/keys.ts'
import { sendLater } from '../kit/outgoing.ts'
import { setting } from '../kit/schema/agencies.ts'
import { session } from '../kit/schema/people.ts'
import { readConfig } from '../platform/config/config.ts'
import { newMasterKey, parseMasterKeys } from '../platform/crypto/master-key.ts'
import type { Database } from '../platform/db/connect.ts'
import { uuid7 } from '../platform/db/uuid7.ts'
import { createLog } from '../platform/log/log.ts'
import { appendOnce } from '../platform/record/chain.ts'
import { once } from '../platform/record/idempotency.ts'
import { enqueue } from '../platform/record/outbox.ts'
import { countOne } from '../platform/record/rate.ts'
import { event, idempotency, outbox, rate } from '../platform/record/schema.ts'
import { lastBeat } from './heartbeat.ts'
import { schedules, tasksOf } from './tasks.ts'

const minute = 60_000
const day = 24 * 60 * minute
const agencyId = uuid7(1)
const ago = (ms: number) => new Date(noon.getTime() - ms)

async function installed(env: Record<string, string> = {}) {
  const database = await databaseForTest()
  const read = readConfig({ GONGKAI_DATA: folderForTest(), ...env })
  if (!read.ok) throw new Error('the configuration of this test is wrong')
  const { config } = read
  const keys = { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' } as const
  const blobs = memoryStore()
  const log = createLog(() => undefined, Date.now)
  return { database, config, keys, tasks: tasksOf({ database, config, keys, blobs, log }, () => noon) }
}

const all = <T>(database: Database, table: Parameters<ReturnType<Tx['select']>['from']>[0]) =>
  database.transaction('installation', tx => tx.select().from(table)) as Promise<T[]>
type Tx = Parameters<Parameters<Database['transaction']>[1]>[0]

describe('the standing tasks', () => {
  test('each that comes by the clock is there, and each that is there comes', async () => {
    const { tasks } = await installed()
    expect(schedules.map(({ task }) => task).sort()).toEqual(Object.keys(tasks).sort())
  })

  test('given a heartbeat, then the worker is known to live', async () => {
    const { database, tasks } = await installed()
    expect(await database.transaction('installation', lastBeat)).toBeNull()
    await tasks.heartbeat()
    await tasks.heartbeat()
    expect(await database.transaction('installation', lastBeat)).toEqual(noon)
  })

  test('given old calls and windows, when forgotten, then those of these days stay', async () => {
    const { database, tasks } = await installed()
    const call = (key: string, now: Date) => ({ agencyId, caller: 'a', key, hash: 'h', now })
    await database.transaction('installation', async tx => {
      for (const [key, at] of [
        ['old', ago(8 * day)],
        ['new', ago(6 * day)],
      ] as const) {
        await once(tx, call(key, at), async () => ({ answer: {}, record: [] }))
      }
      await countOne(tx, { bucket: 'old', most: 1, within: minute }, ago(2 * day))
      await countOne(tx, { bucket: 'new', most: 1, within: minute }, ago(minute))
    })
    await tasks.forget()
    expect((await all<{ key: string }>(database, idempotency)).map(({ key }) => key)).toEqual(['new'])
    expect((await all<{ bucket: string }>(database, rate)).map(({ bucket }) => bucket)).toEqual(['new'])
  })

  test('given sessions idle, too old, and in use, then only the last goes on', async () => {
    const { database, tasks } = await installed()
    const row = (tokenHash: string, begun: number, seen: number) => ({
      tokenHash,
      id: uuid7(begun),
      proof: 'password',
      strong: false,
      address: '::1',
      agent: '',
      createdAt: ago(begun),
      lastSeenAt: ago(seen),
    })
    await database.transaction('installation', tx =>
      tx
        .insert(session)
        .values([
          row('idle', 31 * minute, 31 * minute),
          row('old', 12 * 60 * minute + 1, minute),
          row('used', 5 * 60 * minute, 29 * minute),
          { ...row('strict', 20 * minute, 11 * minute), agencyId },
        ]),
    )
    const own = { agencyId, key: 'session.idleMinutes', value: 10 }
    await database.transaction('installation', tx => tx.insert(setting).values(own))
    await tasks.sessions()
    await tasks.sessions()
    const rows = await all<{ tokenHash: string; revokedAt: Date | null }>(database, session)
    expect(Object.fromEntries(rows.map(({ tokenHash, revokedAt }) => [tokenHash, revokedAt]))).toEqual({
      idle: noon,
      old: noon,
      used: null,
      strict: noon,
    })
  })
})

describe('what goes out', () => {
  const act = (n: number, payload: Record<string, unknown>, kind = 'mail') => ({
    agencyId,
    id: uuid7(n),
    kind,
    subject: 'request:1',
    payload,
  })
  const put = (database: Database, ...acts: ReturnType<typeof act>[]) =>
    database.transaction({ agency: agencyId }, async tx => {
      for (const each of acts) await enqueue(tx, each, noon)
    })
  const rowOf = async (database: Database, { id }: { id: string }) => {
    const [row] = await database.transaction('installation', tx => tx.select().from(outbox).where(eq(outbox.id, id)))
    return row
  }
  const letter = { to: 'a@example.org', subject: '答复', text: '您好' }

  async function withMail(answers: Record<string, number> = {}) {
    const smtp: TestSmtp = await startSmtp(answers)
    onTestFinished(smtp.close)
    return { smtp, ...(await installed({ GONGKAI_SMTP_URL: smtp.url, GONGKAI_MAIL_FROM: 'gk@example.org' })) }
  }

  test('given a letter, then it goes out under its own name, with the server’s answer as evidence', async () => {
    const { smtp, database, tasks } = await withMail()
    const one = act(1, letter)
    await put(database, one)
    await tasks.outbox()
    await tasks.outbox()
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]?.raw).toContain(`<${one.id}@example.org>`)
    expect(await rowOf(database, one)).toMatchObject({
      sentAt: noon,
      evidence: { answer: expect.stringMatching(/^250/) },
    })
  })

  test('given a letter that waited sealed, then it goes out as it was written', async () => {
    const { smtp, database, keys, tasks } = await withMail()
    await database.transaction({ agency: agencyId }, async tx => {
      const sealed = await agencyKeys(tx, keys, agencyId)
      await sendLater(tx, sealed, { agencyId, id: uuid7(3), kind: 'mail', subject: 'request:3', content: letter }, noon)
    })
    await tasks.outbox()
    expect(smtp.mails.map(({ to }) => to)).toEqual([[letter.to]])
    expect(await all<{ sentAt: Date }>(database, outbox)).toMatchObject([{ sentAt: noon }])
  })

  test('given an address that is refused, or none at all, then it stops there and the next goes out', async () => {
    const { smtp, database, tasks } = await withMail({ 'no@example.org': 550 })
    const [refused, none, good] = [act(1, { ...letter, to: 'no@example.org' }), act(2, {}), act(3, letter)]
    await put(database, refused, none, good)
    await tasks.outbox()
    expect(smtp.mails.map(({ to }) => to)).toEqual([['a@example.org']])
    for (const stopped of [refused, none]) {
      expect(await rowOf(database, stopped)).toMatchObject({ sentAt: null, stoppedAt: noon, evidence: null })
    }
  })

  test('given an installation without mail and SMS, then both are written down and not called sent', async () => {
    const { database, config, tasks } = await installed()
    const [mail, sms] = [act(1, letter), act(2, { to: '13800138000', text: '您好' }, 'sms')]
    await put(database, mail, sms)
    await tasks.outbox()
    expect(readdirSync(join(config.data, 'mail'))).toEqual([`${mail.id}.eml`])
    expect(readdirSync(join(config.data, 'sms'))).toEqual([`${sms.id}.json`])
    for (const each of [mail, sms]) expect(await rowOf(database, each)).toMatchObject({ sentAt: null, stoppedAt: noon })
  })
})

test('given thirty days of stillness, when several workers wake at once, then every overdue thing happens exactly once', async () => {
  // The pattern of every task that makes something fall due: ask for all that is due, and add each that is not there.
  const database = await databaseForTest()
  const dueDays = Array.from({ length: 30 }, (_, n) =>
    ago((30 - n) * day)
      .toISOString()
      .slice(0, 10),
  )
  const task = async () => {
    for (const due of dueDays) {
      await database.transaction({ agency: agencyId }, tx =>
        appendOnce(tx, {
          agencyId,
          id: uuid7(noon.getTime()),
          subject: 'column:1',
          at: noon,
          actor: 'job:reminders',
          kind: 'column.reminded',
          data: { due },
        }),
      )
    }
  }
  await Promise.all([task(), task(), task()])
  await task()
  const events = await all<{ data: { due: string } }>(database, event)
  expect(events.map(({ data }) => data.due)).toEqual(dueDays)
})
