import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { asOwner, type Database, type Tx } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import { appendEvent, appendEvents, type ChainAlgorithm, chains, verifyChain } from './chain.ts'
import { event } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-11-21T02:00:00.000Z')
const data = { title: '第1件', 更多: { b: [1, null, 0.1], a: 12 } }

async function chainOf(length: number, algorithm: ChainAlgorithm = 'sha256'): Promise<string> {
  const agencyId = uuid7(at.getTime())
  await database.transaction({ agency: agencyId }, async tx => {
    for (let i = 0; i < length; i++) {
      const added = { agencyId, id: uuid7(i), subject: 'section:1', at, actor: '甲', kind: 'x.y', data }
      await appendEvent(tx, added, algorithm)
    }
  })
  return agencyId
}

const verify = (agencyId: string) => database.transaction({ agency: agencyId }, tx => verifyChain(tx, agencyId))

/** Changes the record as only the owner of the tables can. */
const alter = (statement: string, values: unknown[] = []) =>
  asOwner(database.owner, client => client.query(statement, values))

describe('a chain nobody touched', () => {
  test.each(['sha256', 'sm3'] as const)('given one in %s, when verified, then it holds', async algorithm => {
    expect(await verify(await chainOf(5, algorithm))).toEqual({ count: 5, broken: null })
  })

  test('given none, when verified, then it holds', async () => {
    expect(await verify(uuid7(0))).toEqual({ count: 0, broken: null })
  })

  test('given its algorithm was changed by configuration, when verified, then it holds across the change', async () => {
    const agencyId = await chainOf(2)
    const added = { agencyId, id: uuid7(9), subject: 's', at, actor: 'a', kind: 'k.l', data: {} }
    await database.transaction({ agency: agencyId }, tx => appendEvent(tx, added, 'sm3'))
    expect(await verify(agencyId)).toEqual({ count: 3, broken: null })
  })

  test('given many writers at once, when they add, then it has no fork and no gap', async () => {
    const agencyId = await chainOf(0)
    const add = (i: number) =>
      database.transaction({ agency: agencyId }, tx =>
        appendEvent(tx, { agencyId, id: uuid7(i), subject: 's', at, actor: 'a', kind: 'k.l', data: {} }),
      )
    const seqs = await Promise.all(Array.from({ length: 60 }, (_, i) => add(i)))
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    expect(await verify(agencyId)).toEqual({ count: 60, broken: null })
  })

  test.each([0, 1, 2, 503])('given %i events added at once behind one, then each is as if added alone', async count => {
    const list = Array.from({ length: count }, (_, i) => ({
      ...{ id: uuid7(i), subject: `request:${i}`, at: new Date(at.getTime() + i), actor: '甲', kind: 'x.y' },
      data: { ...data, i },
    }))
    const [alone, atOnce] = [await chainOf(1), await chainOf(1)]
    const kept = (agencyId: string) =>
      database.transaction({ agency: agencyId }, async tx => {
        const rows = await tx.select().from(event).where(eq(event.agencyId, agencyId)).orderBy(event.seq)
        return rows.map(({ seq, id, subject, data: said }) => ({ seq, id, subject, said })).slice(1)
      })
    await database.transaction({ agency: alone }, async tx => {
      for (const one of list) await appendEvent(tx, { ...one, agencyId: alone })
    })
    await database.transaction({ agency: atOnce }, tx => appendEvents(tx, atOnce, list))
    expect(await kept(atOnce)).toEqual(await kept(alone))
    expect(await verify(atOnce)).toEqual({ count: count + 1, broken: null })
    const added = { agencyId: atOnce, id: uuid7(9), subject: 's', at, actor: 'a', kind: 'k.l', data: {} }
    await database.transaction({ agency: atOnce }, tx => appendEvent(tx, added))
    expect(await verify(atOnce)).toEqual({ count: count + 2, broken: null })
  })

  test('given the same events one by one and at once, then their hashes are the same', async () => {
    const agencyId = uuid7(at.getTime() + 1)
    const list = Array.from({ length: 7 }, (_, i) => ({
      id: uuid7(i),
      subject: 's',
      at,
      actor: 'a',
      kind: 'k.l',
      data,
    }))
    const tried = async (add: (tx: Tx) => Promise<void>) => {
      let made: string[] = []
      const undone = new Error('undone')
      await database
        .transaction({ agency: agencyId }, async tx => {
          await add(tx)
          const rows = await tx.select().from(event).where(eq(event.agencyId, agencyId)).orderBy(event.seq)
          made = rows.map(({ hash }) => hash)
          throw undone
        })
        .catch(error => {
          if (error !== undone) throw error
        })
      return made
    }
    const oneByOne = await tried(async tx => {
      for (const one of list) await appendEvent(tx, { ...one, agencyId })
    })
    expect(oneByOne).toHaveLength(7)
    expect(await tried(tx => appendEvents(tx, agencyId, list))).toEqual(oneByOne)
  })

  test('given writers while it is verified, then what they add is no break', async () => {
    const agencyId = await chainOf(3)
    const add = (i: number) =>
      database.transaction({ agency: agencyId }, tx =>
        appendEvent(tx, { agencyId, id: uuid7(i), subject: 's', at, actor: 'a', kind: 'k.l', data: {} }),
      )
    const writing = Promise.all(Array.from({ length: 30 }, (_, i) => add(i)))
    const verified = await Promise.all(Array.from({ length: 10 }, () => verify(agencyId)))
    await writing
    expect(verified.map(({ broken }) => broken)).toEqual(Array(10).fill(null))
  })

  test('given whatever data and words, when verified, then it holds, and the data come back as they were', async () => {
    const json = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
    const words = fc.string({ unit: 'binary', maxLength: 12 }).map(text => text.replaceAll('\0', ''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ json, words }), { minLength: 1, maxLength: 3 }), async list => {
        const agencyId = uuid7(at.getTime())
        const kept = await database.transaction({ agency: agencyId }, async tx => {
          for (const given of list) {
            const said = { subject: given.words, actor: given.words, kind: given.words, data: given.json }
            await appendEvent(tx, { agencyId, id: uuid7(0), at, ...said })
          }
          return tx.select().from(event).where(eq(event.agencyId, agencyId)).orderBy(event.seq)
        })
        expect(kept.map(row => row.data)).toEqual(JSON.parse(JSON.stringify(list.map(given => given.json))))
        expect(await verify(agencyId)).toEqual({ count: list.length, broken: null })
      }),
      { seed: 20261121, numRuns: 60 },
    )
  })
})

describe('a chain somebody changed', () => {
  test.each([
    ['subject', `'section:2'`],
    ['at', `at + interval '1 microsecond'`],
    ['at', `'infinity'`],
    ['actor', `'乙'`],
    ['kind', `'x.z'`],
    ['data', `'{}'`],
    ['data', `replace(data::text, '0.1', '0.10')::json`],
    ['data', `(data::text || ' ')::json`],
    ['id', `'018f0000-0000-7000-8000-0000000000ff'`],
    ['hash', 'md5(hash)'],
    ['previous_hash', 'md5(previous_hash)'],
    ['algorithm', `'md5'`],
    ['algorithm', `'sm3'`],
  ])('given its %s set to %s in the third event, when verified, then the third is named', async (column, value) => {
    const agencyId = await chainOf(5)
    await alter(`UPDATE event SET ${column} = ${value} WHERE agency_id = $1 AND seq = 3`, [agencyId])
    expect(await verify(agencyId)).toMatchObject({ count: 2, broken: { agencyId, seq: 3 } })
  })

  test('given one bit flipped in any column of any event, when verified, then that event is named', async () => {
    const columns = ['subject', 'at', 'actor', 'kind', 'data', 'id', 'hash', 'previous_hash', 'algorithm'] as const
    const flip = fc.record({
      length: fc.integer({ min: 1, max: 4 }),
      seq: fc.nat(),
      column: fc.constantFrom(...columns),
      byte: fc.nat(),
      bit: fc.integer({ min: 0, max: 6 }),
    })
    let flipped = 0
    await fc.assert(
      fc.asyncProperty(flip, async ({ length, seq, column, byte, bit }) => {
        const agencyId = await chainOf(length)
        const of = (seq % length) + 1
        if (!(await flipBit(agencyId, of, column, byte, bit))) return
        flipped += 1
        expect(await verify(agencyId)).toMatchObject({ broken: { agencyId, seq: of } })
      }),
      { seed: 20261121, numRuns: 90 },
    )
    expect(flipped).toBeGreaterThan(40)
  })

  test.each([
    ['at the beginning', 1],
    ['in the middle', 3],
    ['at the end', 5],
  ])('given an event cut out %s, when verified, then the gap is named', async (_, seq) => {
    const agencyId = await chainOf(5)
    await alter('DELETE FROM event WHERE agency_id = $1 AND seq = $2', [agencyId, seq])
    expect(await verify(agencyId)).toMatchObject({ broken: { seq } })
  })

  test('given an event moved to another agency, when both are verified, then both are broken there', async () => {
    const [from, to] = [await chainOf(3), await chainOf(2)]
    await alter('UPDATE event SET agency_id = $2 WHERE agency_id = $1 AND seq = 3', [from, to])
    expect(await verify(from)).toMatchObject({ broken: { agencyId: from, seq: 3 } })
    expect(await verify(to)).toMatchObject({ broken: { agencyId: to, seq: 3 } })
  })

  test('given a tail written anew with hashes that fit, when verified, then the last is not the one the head names', async () => {
    const [agencyId, other] = [await chainOf(3), await chainOf(2)]
    await alter(
      'UPDATE event_head SET seq = 2, hash = (SELECT hash FROM event WHERE agency_id = $1 AND seq = 2) WHERE agency_id = $1',
      [agencyId],
    )
    expect(await verify(agencyId)).toMatchObject({ broken: { seq: 3 } })
    await alter(`UPDATE event_head SET hash = md5('') WHERE agency_id = $1`, [other])
    expect(await verify(other)).toMatchObject({ broken: { seq: 2 } })
  })

  test('given events whose head was removed, when chains are listed, then theirs is among them and broken', async () => {
    const agencyId = await chainOf(2)
    await alter('DELETE FROM event_head WHERE agency_id = $1', [agencyId])
    expect(await database.transaction('installation', chains)).toContain(agencyId)
    expect(await verify(agencyId)).toMatchObject({ broken: { seq: 1 } })
  })
})

/** Flips a bit of the column's text; false where the database takes no such value, or takes it for the same. */
async function flipBit(agencyId: string, seq: number, column: string, byte: number, bit: number): Promise<boolean> {
  const [row] = await database.transaction({ agency: agencyId }, async tx => {
    const text = sql<string>`${sql.identifier(column)}::text`
    return tx.select({ text }).from(event).where(sql`agency_id = ${agencyId} AND seq = ${seq}`)
  })
  const bytes = Buffer.from(row?.text ?? '')
  if (bytes.length === 0) return false
  const place = byte % bytes.length
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
  const type = { id: 'uuid', at: 'timestamptz', data: 'json' }[column] ?? 'text'
  const change = `UPDATE event SET ${column} = convert_from($3, 'UTF8')::${type}
    WHERE agency_id = $1 AND seq = $2 AND ${column}::text <> (convert_from($3, 'UTF8')::${type})::text`
  return alter(change, [agencyId, seq, bytes]).then(
    ({ rowCount }) => rowCount === 1,
    () => false,
  )
}
