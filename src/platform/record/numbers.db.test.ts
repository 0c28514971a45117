import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import type { Database } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import { takeNumber } from './numbers.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const take = (agencyId: string, series = 'request', year = 2026) =>
  database.transaction({ agency: agencyId }, tx => takeNumber(tx, { agencyId, series, year }))
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const inOrder = (numbers: number[]) => numbers.sort((a, b) => a - b)

describe('numbers people read', () => {
  test('given 200 takers at once, then each has its own and none is left out', async () => {
    const agencyId = uuid7(0)
    const taken = await Promise.all(upTo(200).map(() => take(agencyId)))
    expect(inOrder(taken)).toEqual(upTo(200))
  })

  test('given takers who change their mind, then nobody else goes without and none is given twice', async () => {
    const agencyId = uuid7(0)
    const attempts = upTo(60).map(i =>
      database.transaction({ agency: agencyId }, async tx => {
        const number = await takeNumber(tx, { agencyId, series: 'request', year: 2026 })
        if (i % 3 === 0) throw new Error('changed my mind')
        return number
      }),
    )
    const kept = (await Promise.allSettled(attempts)).flatMap(one => (one.status === 'fulfilled' ? one.value : []))
    expect(inOrder(kept)).toEqual(upTo(40))
  })

  test('given another series, year or agency, then it begins at 1', async () => {
    const agencyId = uuid7(0)
    expect([await take(agencyId), await take(agencyId)]).toEqual([1, 2])
    expect(await take(agencyId, 'letter')).toBe(1)
    expect(await take(agencyId, 'request', 2027)).toBe(1)
    expect(await take(uuid7(0))).toBe(1)
    expect(await take(agencyId)).toBe(3)
  })
})
