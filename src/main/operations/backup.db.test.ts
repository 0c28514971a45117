import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { describe, expect, test } from 'vitest'
import { databaseForTest, freshConnection } from '../../../test/support/database.ts'
import { migrationsFolder } from '../../../test/support/database-server.ts'
import {
  addEvent,
  addFile,
  everythingIn,
  fill,
  folderForTest,
  noon,
  storeForTest,
} from '../../../test/support/installation.ts'
import { asOwner } from '../../platform/db/connect.ts'
import { migrate, readMigrations } from '../../platform/db/migrate.ts'
import { waitingJobs } from '../../platform/record/waiting-jobs.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { backUp } from './backup.ts'
import { proven, restore } from './restore.ts'
import { verifyInstallation } from './verify.ts'

const quiet = () => undefined
const migrations = await readMigrations(migrationsFolder)

const emptyPlace = async () => ({ owner: await freshConnection('template0'), blobs: await storeForTest() })
const backup = (path: string, owner: ClientConfig, blobs: BlobStore) =>
  backUp(path, { owner, blobs, program: '0.2.0', now: noon, progress: quiet })
const bring = async (path: string, place: { owner: ClientConfig; blobs: BlobStore }, known = migrations) =>
  restore(await proven(path, known, quiet), { ...place, migrations: known, now: noon, progress: quiet })

async function filled() {
  const [database, blobs] = [await databaseForTest(), await storeForTest()]
  const agencies = await fill(database, blobs)
  const path = join(folderForTest(), '备份 1.tar')
  return { database, blobs, agencies, path, owner: database.owner }
}

describe('a backup', () => {
  test('given an installation, when restored into an empty place, then every row, file and job is the same', async () => {
    const { owner, blobs, path } = await filled()
    const before = await everythingIn(owner, blobs)
    const done = await backup(path, owner, blobs)
    expect(done).toMatchObject({ files: 2, lost: [], schema: migrations.at(-1)?.name })
    expect(statSync(path).mode & 0o077).toBe(0)

    const place = await emptyPlace()
    const brought = await bring(path, place)
    expect(brought).toMatchObject({ rows: done.rows, files: 2, migrated: [] })
    const after = await everythingIn(place.owner, place.blobs)
    expect(after).toEqual(before)
    expect(after.tables.event).toHaveLength(10)
    expect(await asOwner(place.owner, waitingJobs)).toEqual(await asOwner(owner, waitingJobs))
    expect(await asOwner(owner, waitingJobs)).toMatchObject([{ task: 'later', payload: '{"to":"张三"}', key: 'k1' }])
  })

  test('given what was restored, when written to again, then references between tables still hold', async () => {
    const { owner, blobs, path } = await filled()
    await backup(path, owner, blobs)
    const place = await emptyPlace()
    await bring(path, place)
    const wrong = asOwner(place.owner, client => client.query(`INSERT INTO region VALUES ('1', 'x', 'nowhere')`))
    await expect(wrong).rejects.toMatchObject({ code: '23503' })
  })

  test('given writers at work, when backed up meanwhile, then it is of one moment: whole chains, every file', async () => {
    const { database, owner, blobs, agencies, path } = await filled()
    let writing = true
    const write = async (n: number) => {
      for (let i = 0; writing; i++) {
        const agencyId = agencies[i % 2] ?? ''
        await addEvent(database, agencyId, { n, i })
        await addFile(database, blobs, agencyId, `${n} ${i}`)
      }
    }
    const writers = [1, 2, 3].map(write)
    await new Promise(resolve => setTimeout(resolve, 100))
    const { rows } = await backup(path, owner, blobs)
    writing = false
    await Promise.all(writers)

    const place = await emptyPlace()
    await bring(path, place)
    const proof = await verifyInstallation(place.owner, place.blobs, quiet)
    expect(proof.flaws).toEqual([])
    expect(proof.events).toBeGreaterThan(10)
    const { tables } = await everythingIn(place.owner, place.blobs)
    expect(Object.values(tables).flat().length + 1).toBe(rows)
    expect(Object.values((await everythingIn(owner, blobs)).tables).flat().length).toBeGreaterThan(rows)
  })

  test('given an owner that is bound by row-level security, when backed up and restored, then nothing is missing', async () => {
    const { owner, blobs, path } = await filled()
    const before = await everythingIn(owner, blobs)
    const bound = await boundOwner(owner)
    await backup(path, bound, blobs)
    const place = { owner: await boundOwner(await freshConnection('template0')), blobs: await storeForTest() }
    await bring(path, place)
    expect(await everythingIn(place.owner, place.blobs)).toEqual(before)
  })

  test('given a damaged file in the storage, when backed up, then all else is in it and the file is named', async () => {
    const { owner, blobs, agencies, database, path } = await filled()
    const hash = await addFile(database, blobs, agencies[0], '会坏的')
    const damaged: BlobStore = {
      ...blobs,
      get: async wanted => (wanted === hash ? failing(await blobs.get(wanted)) : blobs.get(wanted)),
    }
    const { lost, files } = await backup(path, owner, damaged)
    expect(files).toBe(2)
    expect(lost.map(({ code, at }) => [code, at])).toEqual([['blob_damaged', hash]])
  })

  test('given a name that is taken, or a folder that is not there, then a sentence and no file', async () => {
    const { owner, blobs, path } = await filled()
    writeFileSync(path, 'mine')
    await expect(backup(path, owner, blobs)).rejects.toMatchObject({ code: 'backup_name_taken', at: path })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    const nowhere = join(folderForTest(), 'no', 'x.tar')
    await expect(backup(nowhere, owner, blobs)).rejects.toMatchObject({ code: 'backup_not_written' })
  })

  test('given storage that fails half-way, then no file and no draft is left', async () => {
    const { owner, blobs, path } = await filled()
    const failingStore = { ...blobs, get: () => Promise.reject(new Error('away')) }
    await expect(backup(path, owner, failingStore)).rejects.toThrow('away')
    expect(readdirSync(join(path, '..'))).toEqual([])
  })
})

describe('restoring', () => {
  test('given a backup of an older version, then it is brought to this one', async () => {
    const owner = await freshConnection('template0')
    await migrate(owner, migrations.slice(0, 1), noon)
    await asOwner(owner, client => client.query(`INSERT INTO rate VALUES ('b', '2026-11-21 02:00:00.000001+00', 3)`))
    const path = join(folderForTest(), 'old.tar')
    await backup(path, owner, await storeForTest())
    const place = await emptyPlace()
    const { migrated } = await bring(path, place)
    expect(migrated).toEqual(migrations.slice(1).map(({ name }) => name))
    const { tables } = await everythingIn(place.owner, place.blobs)
    expect(tables.rate).toEqual([{ bucket: 'b', started_at: '2026-11-21 02:00:00.000001+00', count: '3' }])
    expect(tables.agency).toEqual([])
  })

  test('given a backup of a newer version, then refused with its name', async () => {
    const { owner, blobs, path } = await filled()
    await backup(path, owner, blobs)
    const place = await emptyPlace()
    await expect(bring(path, place, migrations.slice(0, 1))).rejects.toMatchObject({ code: 'backup_newer' })
    await expectEmpty(place)
  })

  test('given a place with tables, or with files, then refused and nothing changes', async () => {
    const { owner, blobs, path } = await filled()
    await backup(path, owner, blobs)
    const before = await everythingIn(owner, blobs)
    await expect(bring(path, { owner, blobs })).rejects.toMatchObject({ code: 'place_not_empty' })
    expect(await everythingIn(owner, blobs)).toEqual(before)
    const halfEmpty = { ...(await emptyPlace()), blobs }
    await expect(bring(path, halfEmpty)).rejects.toMatchObject({ code: 'place_not_empty' })
    expect((await everythingIn(halfEmpty.owner, blobs)).tables).toEqual({})
  })

  test('given one bit changed anywhere, or the end cut off, then refused and the place stays empty', async () => {
    const { owner, blobs, path } = await filled()
    await backup(path, owner, blobs)
    const whole = readFileSync(path)
    const place = await emptyPlace()
    for (let i = 0; i < 12; i++) {
      const bytes = Buffer.from(whole)
      const at = Math.floor((i + 0.5) * (whole.length / 12))
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
      await expect(bring(path, place), `bit at ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^archive_(damaged|truncated|unknown)$/),
      })
      writeFileSync(path, whole.subarray(0, at))
      await expect(bring(path, place), `cut at ${at}`).rejects.toMatchObject({ code: 'archive_truncated' })
    }
    await expectEmpty(place)
  })

  test('given a storage that fails at the last file, then rows and files are taken back, and it can be tried again', async () => {
    const { owner, blobs, path } = await filled()
    await backup(path, owner, blobs)
    const place = await emptyPlace()
    let puts = 0
    const failingStore: BlobStore = {
      ...place.blobs,
      put: (content, limits) => (++puts === 2 ? Promise.reject(new Error('full')) : place.blobs.put(content, limits)),
    }
    await expect(bring(path, { ...place, blobs: failingStore })).rejects.toThrow('full')
    await expectEmpty(place)
    await bring(path, place)
    expect(await everythingIn(place.owner, place.blobs)).toEqual(await everythingIn(owner, blobs))
  })

  test('given a file that is none, or is not there, then a sentence', async () => {
    const path = join(folderForTest(), 'x.tar')
    const place = await emptyPlace()
    await expect(bring(path, place)).rejects.toMatchObject({ code: 'backup_unreadable' })
    writeFileSync(path, randomBytes(5000))
    await expect(bring(path, place)).rejects.toMatchObject({ code: 'archive_unknown' })
    expect(existsSync(path)).toBe(true)
  })
})

async function expectEmpty({ owner, blobs }: { owner: ClientConfig; blobs: BlobStore }) {
  const { tables, files } = await everythingIn(owner, blobs)
  expect(Object.values(tables).flat()).toEqual([])
  expect(files).toEqual({})
}

function failing<T extends { hash: string }>(blob: T | null) {
  if (!blob) return null
  const content = (async function* () {
    yield* []
    const { blobDamaged } = await import('../../platform/storage/troubles.ts')
    throw blobDamaged(blob.hash, blob.hash)
  })()
  return { ...blob, size: 1, content }
}

/** A role that owns the database and everything in it, and is no superuser. */
async function boundOwner(owner: ClientConfig): Promise<ClientConfig> {
  const name = `owner_${randomBytes(6).toString('hex')}`
  await asOwner(owner, async client => {
    await client.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS`)
    await client.query(`GRANT gongkai_app TO ${name} WITH ADMIN OPTION`)
    await client.query(`ALTER DATABASE ${owner.database} OWNER TO ${name}; ALTER SCHEMA public OWNER TO ${name}`)
    const { rows } = await client.query<{ says: string }>(`
      SELECT format('ALTER TABLE %s OWNER TO ${name}', oid::regclass) AS says FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text IN ('public', 'graphile_worker')`)
    for (const { says } of rows) await client.query(says)
    await client.query(`DO $$ BEGIN IF to_regnamespace('graphile_worker') IS NOT NULL
      THEN ALTER SCHEMA graphile_worker OWNER TO ${name}; END IF; END $$`)
  })
  return { ...owner, user: name }
}
