import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { ClientConfig } from 'pg'
import { describe, expect, test } from 'vitest'
import { databaseForTest } from '../../../test/support/database.ts'
import { addEvent, addFile, fill, folderForTest, noon } from '../../../test/support/installation.ts'
import { tables } from '../../kit/schema/index.ts'
import { publicationFile } from '../../kit/schema/publications.ts'
import { requestPaper } from '../../kit/schema/requests.ts'
import { storedFiles } from '../../kit/schema/stored-files.ts'
import { asOwner } from '../../platform/db/connect.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { diskStore } from '../../platform/storage/disk.ts'
import { backUp } from './backup.ts'
import { type Proof, verifyInstallation } from './verify.ts'
import { verifyBackup } from './verify-backup.ts'

const quiet = () => undefined

async function filled() {
  const database = await databaseForTest()
  const folder = join(folderForTest(), 'files')
  const blobs = await diskStore(folder, 0)
  const agencies = await fill(database, blobs)
  return { database, owner: database.owner, folder, blobs, agencies }
}

/** The installation's own proof, and that of a backup made of it. */
async function bothProofs(owner: ClientConfig, blobs: BlobStore): Promise<readonly [Proof, Proof]> {
  const path = join(folderForTest(), 'b.tar')
  await backUp(path, { owner, blobs, program: '0.2.0', now: noon, progress: quiet })
  return [await verifyInstallation(owner, blobs, quiet), await verifyBackup(path, quiet)]
}

const alter = (owner: ClientConfig, sql: string) => asOwner(owner, client => client.query(sql))

describe('proving an installation and its backup', () => {
  test('given nothing was touched, then nothing is found, and all of it was counted', async () => {
    const { owner, blobs } = await filled()
    for (const proof of await bothProofs(owner, blobs)) {
      expect(proof).toMatchObject({ agencies: 2, events: 10, files: 2, flaws: [] })
    }
  })

  test.each([
    [
      'a word of an event',
      `UPDATE event SET data = replace(data::text, '件', '事')::json WHERE agency_id = $1 AND seq = 3`,
      3,
    ],
    ['the time of an event', `UPDATE event SET at = at + interval '1 ms' WHERE agency_id = $1 AND seq = 4`, 4],
    ['an event cut out', `DELETE FROM event WHERE agency_id = $1 AND seq = 2`, 2],
    ['the last events cut off', `DELETE FROM event WHERE agency_id = $1 AND seq > 3`, 4],
    ['the end of the chain taken away', `DELETE FROM event_head WHERE agency_id = $1`, 1],
    ['all events taken away', `DELETE FROM event WHERE agency_id = $1`, 1],
  ])('given %s, then the first broken link is named and the other agency is whole', async (_, sql, seq) => {
    const { owner, blobs, agencies } = await filled()
    await alter(owner, sql.replace('$1', `'${agencies[1]}'`))
    for (const { flaws } of await bothProofs(owner, blobs)) {
      expect(flaws).toMatchObject([{ kind: 'chain', agencyId: agencies[1], seq }])
    }
  })

  test('given one bit of a stored file, then the file is named', async () => {
    const { database, owner, blobs, folder, agencies } = await filled()
    const hash = await addFile(database, blobs, agencies[0], '内容')
    const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
    const bytes = readFileSync(path)
    bytes[2] = (bytes[2] ?? 0) ^ 4
    writeFileSync(path, bytes)
    const [own, carried] = await bothProofs(owner, blobs)
    expect(own.flaws).toMatchObject([{ kind: 'file', hash }])
    // The backup left the damaged file out; its tables still name it.
    expect(carried.flaws).toMatchObject([{ kind: 'file', hash }])
  })

  test('given a file the tables name and the storage lost, then it is named', async () => {
    const { database, owner, blobs, agencies } = await filled()
    const hash = await addFile(database, blobs, agencies[0], '丢失')
    await blobs.remove(hash)
    for (const { flaws } of await bothProofs(owner, blobs)) expect(flaws).toMatchObject([{ kind: 'file', hash }])
  })

  test('given a file of a draft or of a case that the storage lost, then it is named, also in a backup', async () => {
    const { database, owner, blobs, agencies } = await filled()
    const [draft, paper] = ['d'.repeat(64), 'e'.repeat(64)]
    const of = {
      agencyId: agencies[0] ?? '',
      id: agencies[0] ?? '',
      name: '附件',
      type: 'txt',
      size: 1,
      key: '',
      scan: '',
    }
    await database.transaction('installation', async tx => {
      await tx.insert(publicationFile).values({ ...of, publicationId: of.id, sha256: '', blob: draft, at: noon })
      await tx
        .insert(requestPaper)
        .values({ ...of, requestId: of.id, kind: 'other', sha256: '', blob: paper, at: noon })
    })
    for (const { flaws } of await bothProofs(owner, blobs)) {
      expect(flaws).toMatchObject([
        { kind: 'file', hash: draft },
        { kind: 'file', hash: paper },
      ])
    }
  })

  test('every column of every table that is called by a stored file is among those looked for', () => {
    const named = tables.flatMap(table => getTableConfig(table).columns.filter(({ name }) => name === 'blob'))
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter(column => !storedFiles.some(known => known === column))).toEqual([])
  })

  test('given events are added while it is proven, then no link is called broken', async () => {
    const { database, owner, blobs, agencies } = await filled()
    let writing = true
    const write = async () => {
      while (writing) await addEvent(database, agencies[0], {})
    }
    const writer = write()
    for (let i = 0; i < 20; i++) expect((await verifyInstallation(owner, blobs, quiet)).flaws).toEqual([])
    writing = false
    await writer
  })
})
