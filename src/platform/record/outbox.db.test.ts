import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import type { Database } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import { type Claimed, enqueue, enqueueAgain, type Message, outboxBacklog, sendDue } from './outbox.ts'
import { outbox } from './schema.ts'

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.close())

const start = Date.UTC(2026, 10, 21)
const minute = 60_000
const agencyId = uuid7(start)
const message = (id = uuid7(start), of = agencyId): Message => ({
  agencyId: of,
  id,
  kind: 'mail',
  subject: 'request:1',
  payload: { to: 'a@example.cn' },
})
const put = (given = message(), due = start) =>
  database.transaction({ agency: given.agencyId }, tx => enqueue(tx, given, new Date(due)))
const kept = () => database.transaction('installation', tx => tx.select().from(outbox).orderBy(outbox.dueAt))
const at = (after: number) => ({ now: () => new Date(start + after) })
const backlog = (after: number) =>
  database.transaction('installation', tx => outboxBacklog(tx, new Date(start + after)))
const accept = async ({ id }: Claimed) => ({ accepted: id })
const fail = async () => {
  throw new Error('450 mailbox busy')
}

describe('the outbox', () => {
  test('given a message, when it is sent, then its evidence is kept and it is not sent again', async () => {
    await put()
    expect(await sendDue(database, accept, at(0))).toEqual({ sent: 1, failed: 0 })
    expect(await kept()).toMatchObject([
      { sentAt: new Date(start), evidence: { accepted: expect.any(String) }, attempts: 1 },
    ])
    expect(await sendDue(database, accept, at(minute))).toEqual({ sent: 0, failed: 0 })
  })

  test('given the act that causes it is undone, then there is no message', async () => {
    const attempt = database.transaction({ agency: agencyId }, async tx => {
      await enqueue(tx, message(), new Date(start))
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow()
    expect(await kept()).toEqual([])
  })

  test('given messages of several agencies, then each is sent when it is due, the longest due first', async () => {
    const [first, second, later] = [message(), message(uuid7(0), uuid7(1)), message()]
    await put(second, start - 1)
    await put(first, start - 2)
    await put(later, start + 1)
    const order: string[] = []
    await sendDue(database, async ({ id }) => ({ number: order.push(id) }), at(0))
    expect(order).toEqual([first.id, second.id])
  })

  test('given it fails, then it is not marked sent, and is tried again after twice the pause each time', async () => {
    await put()
    const pauses: number[] = []
    let now = 0
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect(await sendDue(database, fail, at(now))).toEqual({ sent: 0, failed: 1 })
      const [row] = await kept()
      expect(row).toMatchObject({ sentAt: null, evidence: null, attempts: attempt, lastError: '450 mailbox busy' })
      expect(await backlog(now)).toEqual({ count: 1, oldest: new Date(start), stopped: 0 })
      const due = (row?.claimedUntil?.getTime() ?? 0) - start
      pauses.push((due - now) / minute)
      expect(await sendDue(database, fail, at(due - 1))).toEqual({ sent: 0, failed: 0 })
      now = due
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
    expect(await sendDue(database, accept, at(now))).toEqual({ sent: 1, failed: 0 })
    expect(await kept()).toMatchObject([{ lastError: null, evidence: {} }])
  })

  test('given one fails, then the others go out', async () => {
    const [bad, good] = [message(), message()]
    await put(bad, start - 1)
    await put(good)
    const send = async (given: Claimed) => (given.id === bad.id ? fail() : accept(given))
    expect(await sendDue(database, send, at(0))).toEqual({ sent: 1, failed: 1 })
  })

  test('given 8 senders at once, then each of 40 messages is sent by one of them', async () => {
    const ids = Array.from({ length: 40 }, () => uuid7(start))
    for (const id of ids) await put(message(id))
    const sent: string[] = []
    const send = async ({ id }: Claimed) => ({ number: sent.push(id) })
    await Promise.all(Array.from({ length: 8 }, () => sendDue(database, send, at(0))))
    expect(sent.sort()).toEqual(ids.sort())
  })

  test('given its sender died, then nobody takes it before its time is over, and then somebody does', async () => {
    await put()
    let died = () => {}
    const dead = sendDue(database, () => new Promise((_, reject) => (died = () => reject(new Error('dead')))), at(0))
    await until(async () => (await kept())[0]?.claimedUntil !== null)
    expect(await sendDue(database, accept, at(5 * minute - 1))).toEqual({ sent: 0, failed: 0 })
    expect(await sendDue(database, accept, at(5 * minute))).toEqual({ sent: 1, failed: 0 })
    died()
    await dead
    // What the first finds out later changes nothing.
    expect(await kept()).toMatchObject([{ attempts: 2, sentAt: new Date(start + 5 * minute), lastError: null }])
  })

  test('given the evidence cannot be written down, then it is not marked sent', async () => {
    await put()
    const evidence: Record<string, unknown> = {}
    evidence.self = evidence
    await expect(sendDue(database, async () => evidence, at(0))).rejects.toThrow()
    expect(await kept()).toMatchObject([{ sentAt: null }])
  })

  test('given another agency, then it sees no message', async () => {
    await put()
    const seen = await database.transaction({ agency: uuid7(0) }, tx =>
      tx.select().from(outbox).where(eq(outbox.agencyId, agencyId)),
    )
    expect(seen).toEqual([])
  })

  test('given it is refused for good, then it is not tried again, not marked sent, and counted', async () => {
    await put()
    const options = { ...at(0), isFinal: () => true }
    expect(await sendDue(database, fail, options)).toEqual({ sent: 0, failed: 1 })
    expect(await sendDue(database, accept, at(1e9))).toEqual({ sent: 0, failed: 0 })
    expect(await kept()).toMatchObject([{ sentAt: null, stoppedAt: new Date(start), lastError: '450 mailbox busy' }])
    expect(await backlog(0)).toEqual({ count: 0, oldest: null, stopped: 1 })
  })

  test('given it was only written down, then it is not called sent, says where it is, and is not late', async () => {
    await put()
    const write = async () => ({ sent: false, answer: 'mail/1.eml' })
    expect(await sendDue(database, write, at(0))).toEqual({ sent: 0, failed: 1 })
    expect(await kept()).toMatchObject([{ sentAt: null, evidence: { sent: false, answer: 'mail/1.eml' } }])
    expect(await sendDue(database, write, at(1e9))).toEqual({ sent: 0, failed: 0 })
    expect(await backlog(1e9)).toEqual({ count: 0, oldest: null, stopped: 0 })
  })

  test('given a crash between sending and marking, then the next evidence says that it may have gone out before', async () => {
    await put()
    const crashing: Database = {
      ...database,
      transaction: (scope, work) =>
        scope === 'installation' ? database.transaction(scope, work) : Promise.reject(new Error('killed')),
    }
    await expect(sendDue(crashing, accept, at(0))).rejects.toThrow('killed')
    expect(await kept()).toMatchObject([{ sentAt: null, evidence: null }])
    await sendDue(database, accept, at(6 * minute))
    expect(await kept()).toMatchObject([{ evidence: { attempt: 2, maybeBefore: true } }])
  })

  test('given what follows from the sending cannot be written, then it is not marked sent either', async () => {
    await put()
    const enter = () => Promise.reject(new Error('killed'))
    await expect(sendDue(database, accept, { ...at(0), enter })).rejects.toThrow('killed')
    expect(await kept()).toMatchObject([{ sentAt: null, evidence: null }])
  })

  test('given it ends without a word again and again, then it comes round ever more seldom', async () => {
    await put()
    const enter = () => Promise.reject(new Error('killed'))
    for (const [now, tries] of [
      [0, 1],
      [5, 2],
      [14, 2],
      [15, 3],
      [34, 3],
      [35, 4],
    ] as const) {
      await sendDue(database, accept, { ...at(now * minute), enter }).catch(() => undefined)
      expect(await kept()).toMatchObject([{ attempts: tries }])
    }
  })

  test('given it was given up, when people ask for it once more, then it is tried anew; what was sent is not', async () => {
    const again = (now: number) =>
      database.transaction({ agency: agencyId }, tx => enqueueAgain(tx, given, new Date(start + now)))
    const given = message()
    expect(await again(0)).toBe(true)
    expect(await again(0)).toBe(false)
    await sendDue(database, fail, { ...at(0), isFinal: () => true })
    expect(await again(minute)).toBe(true)
    expect(await sendDue(database, accept, at(minute))).toEqual({ sent: 1, failed: 0 })
    expect(await again(2 * minute)).toBe(false)
    expect(await kept()).toMatchObject([{ sentAt: new Date(start + minute), stoppedAt: null }])
  })

  test('given kinds that are sent elsewhere, then they wait and count as late', async () => {
    await put()
    expect(await sendDue(database, accept, { ...at(minute), kinds: ['sms'] })).toEqual({ sent: 0, failed: 0 })
    expect(await backlog(minute)).toEqual({ count: 1, oldest: new Date(start), stopped: 0 })
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 5))
}
