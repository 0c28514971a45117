import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import type { Database } from '../db/connect.ts'
import { countOne, forgetCounts } from './rate.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const start = Date.UTC(2026, 10, 21)
const within = 60_000
const count = (bucket: string, after = 0, most = 3) =>
  database.transaction('installation', tx => countOne(tx, { bucket, most, within }, new Date(start + after)))

describe('how often something may be done', () => {
  test('given as many as allowed, then none waits; one more, then it waits for the end of the window', async () => {
    expect([await count('a'), await count('a', 10), await count('a', 20)]).toEqual([0, 0, 0])
    expect(await count('a', 20_000)).toBe(40_000)
    expect(await count('a', within - 1)).toBe(1)
  })

  test('given the window is over, then it begins anew', async () => {
    for (let i = 0; i < 5; i += 1) await count('b')
    expect(await count('b', within)).toBe(0)
    expect(await count('b', within + 1)).toBe(0)
  })

  test('given another bucket, then it is counted apart', async () => {
    for (let i = 0; i < 5; i += 1) await count('c')
    expect(await count('d')).toBe(0)
  })

  test('given 60 at once, then as many as allowed go through', async () => {
    const waits = await Promise.all(Array.from({ length: 60 }, () => count('e', 0, 7)))
    expect(waits.filter(wait => wait === 0)).toHaveLength(7)
  })

  test('given windows long over, when they are forgotten, then those under way are not', async () => {
    for (let i = 0; i < 3; i += 1) await count('old')
    for (let i = 0; i < 3; i += 1) await count('young', 10_000)
    await database.transaction('installation', tx => forgetCounts(tx, new Date(start + 5000)))
    expect(await count('old', 11_000)).toBe(0)
    expect(await count('young', 11_000)).toBe(59_000)
  })
})
