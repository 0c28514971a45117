import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { freshConnection } from '../../test/support/database.ts'
import { folderForTest, noon } from '../../test/support/installation.ts'
import { dataKey } from '../kit/schema/people.ts'
import { readConfig } from '../platform/config/config.ts'
import { newMasterKey } from '../platform/crypto/master-key.ts'
import { newAgencyKeys } from '../platform/crypto/seal.ts'
import { addJob } from '../platform/record/jobs.ts'
import { type Installation, openInstallation } from './installation.ts'

/** An empty database and an empty folder, and how to open an installation over them. */
async function place() {
  const { database } = await freshConnection('template0')
  const data = folderForTest()
  const DATABASE_URL = `postgres://gongkai@socket/${database}?host=${encodeURIComponent(inject('databaseFolder'))}`
  const read = readConfig({ DATABASE_URL, GONGKAI_DATA: data })
  if (!read.ok) throw new Error('the configuration of this test is wrong')
  const open = async (): Promise<Installation> => {
    const opened = await openInstallation(read.config, { now: () => noon, onLogTrouble: () => undefined })
    onTestFinished(opened.close)
    return opened
  }
  return { data, key: join(data, 'master.key'), open }
}

const sealSomething = ({ database, keys }: Installation) =>
  database.transaction('installation', tx =>
    tx.insert(dataKey).values(newAgencyKeys('018f0000-0000-7000-8000-000000000001', keys)),
  )

describe('an installation', () => {
  test('given an empty place, when opened, then all is made, the key for its owner alone; again, then nothing is', async () => {
    const { key, open } = await place()
    const first = await open()
    expect(first.migrated.length).toBeGreaterThan(0)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    await first.database.transaction('installation', tx => addJob(tx, { task: 'note' }))
    await first.blobs.check()
    await first.close()
    const second = await open()
    expect(second.migrated).toEqual([])
    expect(second.keys.masters.current).toBe(first.keys.masters.current)
  })

  test('given an empty place, when several open it at once, then all have the same key and one made the structure', async () => {
    const { open } = await place()
    const all = await Promise.all([open(), open(), open()])
    expect(new Set(all.map(({ keys }) => keys.masters.current)).size).toBe(1)
    expect(all.filter(({ migrated }) => migrated.length > 0)).toHaveLength(1)
  })

  test('given sealed data, when the key is gone, then it is not made anew, and the sentence says what to do', async () => {
    const { key, open } = await place()
    const first = await open()
    await sealSomething(first)
    await first.close()
    rmSync(key)
    await expect(open()).rejects.toMatchObject({ code: 'master_key_missing', at: key })
    expect(() => statSync(key)).toThrow()
  })

  test('given sealed data, when the key is another, then the one wanted is named', async () => {
    const { key, open } = await place()
    const first = await open()
    await sealSomething(first)
    await first.close()
    writeFileSync(key, newMasterKey())
    await expect(open()).rejects.toMatchObject({
      code: 'master_key_foreign',
      says: { en: expect.stringContaining(first.keys.masters.current) },
    })
  })
})
