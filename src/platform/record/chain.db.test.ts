import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { asOwner, type Database } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import { appendEvent, type ChainAlgorithm, verifyChain } from './chain.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-11-21T02:00:00.000Z')

async function chainOf(length: number, algorithm: ChainAlgorithm = 'sha256'): Promise<string> {
  const agencyId = uuid7(at.getTime())
  await database.transaction({ agency: agencyId }, async tx => {
    for (let i = 0; i < length; i++) {
      const id = uuid7(at.getTime() + i)
      const data = { title: `第${i}件`, 更多: { b: [1, null], a: i } }
      await appendEvent(tx, { agencyId, id, subject: 'section:1', at, actor: 'a', kind: 'x.y', data }, algorithm)
    }
  })
  return agencyId
}

const verify = (agencyId: string) => database.transaction({ agency: agencyId }, tx => verifyChain(tx, agencyId))

const alter = (statement: string, agencyId: string) =>
  asOwner(database.owner, client => client.query(`SET row_security = off; ${statement.replace('$1', `'${agencyId}'`)}`))

describe('the record', () => {
  it.each(['sha256', 'sm3'] as const)('given a chain in %s, when verified, then it is intact', async algorithm => {
    const agencyId = await chainOf(5, algorithm)
    expect(await verify(agencyId)).toEqual({ count: 5, broken: null })
  })

  it.each([
    ['subject', `'section:2'`],
    ['at', `at + interval '1 millisecond'`],
    ['actor', `'b'`],
    ['kind', `'x.z'`],
    ['data', `data || '{"a":9}'`],
    ['id', `'018f0000-0000-7000-8000-0000000000ff'`],
    ['hash', `md5(hash)`],
    ['previous_hash', `md5(previous_hash)`],
    ['algorithm', `'md5'`],
  ])('given an altered %s in the third event, when verified, then the third is named', async (column, value) => {
    const agencyId = await chainOf(5)
    await alter(`UPDATE event SET ${column} = ${value} WHERE agency_id = $1 AND seq = 3`, agencyId)
    expect(await verify(agencyId)).toMatchObject({ broken: { agencyId, seq: 3 } })
  })

  it.each([
    ['in the middle', 3],
    ['at the end', 5],
  ])('given an event cut out %s, when verified, then the gap is named', async (_, seq) => {
    const agencyId = await chainOf(5)
    await alter(`DELETE FROM event WHERE agency_id = $1 AND seq = ${seq}`, agencyId)
    expect(await verify(agencyId)).toMatchObject({ broken: { seq } })
  })

  it.each(['UPDATE event SET actor = actor', 'DELETE FROM event'])(
    'given the role of the application, when it tries to %s, then the database refuses',
    async statement => {
      const agencyId = await chainOf(1)
      const attempt = database.transaction({ agency: agencyId }, tx => tx.execute(sql.raw(statement)))
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    },
  )

  it('given many writers at once, when they add, then the chain has no fork and no gap', async () => {
    const agencyId = await chainOf(1)
    const add = (i: number) =>
      database.transaction({ agency: agencyId }, tx =>
        appendEvent(tx, { agencyId, id: uuid7(i), subject: 's', at, actor: 'a', kind: 'k.l', data: {} }),
      )
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(i)))
    expect(await verify(agencyId)).toEqual({ count: 61, broken: null })
  })
})
