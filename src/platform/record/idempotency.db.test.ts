import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import type { Database } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import { forgetCalls, once } from './idempotency.ts'
import { takeNumber } from './numbers.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

let agencyId = ''
let worked = 0
beforeEach(() => {
  agencyId = uuid7(0)
  worked = 0
})

interface Asked {
  readonly key?: string
  readonly hash?: string
  readonly caller?: string
  readonly secret?: boolean
  readonly now?: Date
  readonly work?: () => Promise<object>
}

/** Takes a number: what may not happen twice. */
const call = ({ key = 'k', hash = 'h', caller = 'c', secret = false, now = new Date(0), work }: Asked = {}) =>
  database.transaction({ agency: agencyId }, tx =>
    once(
      tx,
      { agencyId, caller, key, hash, now },
      work ??
        (async () => {
          worked += 1
          return { answer: { number: await takeNumber(tx, { agencyId, series: 's', year: 2026 }) }, record: [] }
        }),
      secret,
    ),
  )

const first = { answer: { number: 1 } }

describe('a call under a key', () => {
  test('given the same call again, then it is told the kept answer and nothing is done', async () => {
    expect(await call()).toMatchObject(first)
    expect(await call()).toEqual({ ...first, record: [] })
    expect(worked).toBe(1)
  })

  test('given the same key for another request, then it is refused and nothing is done', async () => {
    await call()
    expect(await call({ hash: 'other' })).toMatchObject({ refusal: { code: 'key_of_another_call' } })
    expect(worked).toBe(1)
  })

  test('given the same key of another caller or at another agency, then it is another call', async () => {
    await call()
    expect(await call({ caller: 'd' })).toMatchObject({ answer: { number: 2 } })
    agencyId = uuid7(0)
    expect(await call()).toMatchObject(first)
  })

  test('given 200 of the same at once, then one is carried out and all are told its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => call()))
    expect(answers.every(told => JSON.stringify(told).startsWith('{"answer":{"number":1}'))).toBe(true)
    expect(await call({ key: 'next' })).toMatchObject({ answer: { number: 2 } })
  })

  test('given the first fails while others wait, then one of them carries it out', async () => {
    let fail = true
    const work = async () => {
      if (fail) {
        fail = false
        throw new Error('power cut')
      }
      worked += 1
      return { answer: 'done', record: [] }
    }
    const told = await Promise.allSettled(Array.from({ length: 20 }, () => call({ work })))
    expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(worked).toBe(1)
  })

  test('given a refusal, when what was wrong is mended, then the same key is carried out', async () => {
    const refusal = { code: 'closed', says: { zh: '已办结。', en: 'Closed.' } }
    expect(await call({ work: async () => ({ refusal, record: [] }) })).toMatchObject({ refusal })
    expect(await call()).toMatchObject(first)
  })

  test('given an answer shown only once, when called again, then it is said that it was done', async () => {
    expect(await call({ secret: true })).toMatchObject(first)
    expect(await call({ secret: true })).toMatchObject({ refusal: { code: 'already_done' } })
    expect(worked).toBe(1)
  })

  test.each([null, '', 0, false, []].map(value => [value]))(
    'given the answer %j, then it is kept as it is',
    async answer => {
      const work = async () => ({ answer, record: [] })
      await call({ work })
      expect(await call({ work })).toEqual({ answer, record: [] })
    },
  )

  test('given calls before a time, when they are forgotten, then those after it are not', async () => {
    await call({ key: 'old', now: new Date(1000) })
    await call({ key: 'new', now: new Date(3000) })
    const forgotten = await database.transaction({ agency: agencyId }, tx => forgetCalls(tx, new Date(2000)))
    expect(forgotten).toBe(1)
    await call({ key: 'new' })
    expect(worked).toBe(2)
    await call({ key: 'old' })
    expect(worked).toBe(3)
  })
})
