/** A small installation with something odd in every kind of column, for tests that carry all of it somewhere. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { onTestFinished } from 'vitest'
import { agency, region } from '../../src/kit/schema/agencies.ts'
import { file, installation } from '../../src/kit/schema/desk.ts'
import { account, membership, session } from '../../src/kit/schema/people.ts'
import { type TextRow, withSnapshot } from '../../src/platform/backup/tables.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import { appendEvent } from '../../src/platform/record/chain.ts'
import { addJob } from '../../src/platform/record/jobs.ts'
import { takeNumber } from '../../src/platform/record/numbers.ts'
import type { BlobStore } from '../../src/platform/storage/blob-store.ts'
import { diskStore } from '../../src/platform/storage/disk.ts'

export const noon = new Date('2026-11-21T04:00:00.123Z')

/** A folder for one test, gone at its end. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-公开 '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty store of files for one test. */
export function storeForTest(): Promise<BlobStore> {
  return diskStore(join(folderForTest(), 'files'), Date.now())
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Puts a file and its row in place, as an upload does. */
export async function addFile(database: Database, blobs: BlobStore, agencyId: string, text: string): Promise<string> {
  const { hash, size } = await blobs.put(bytesOf(text), { mostBytes: 1e6 })
  const row = {
    agencyId,
    id: uuid7(Date.now()),
    hash,
    size,
    type: 'text/plain',
    name: '附件.txt',
    scan: 'clean',
    at: noon,
  }
  await database.transaction({ agency: agencyId }, tx => tx.insert(file).values(row))
  return hash
}

/** Adds one event to an agency's chain. */
export async function addEvent(database: Database, agencyId: string, data: Record<string, unknown>): Promise<void> {
  const event = { agencyId, id: uuid7(Date.now()), subject: 's:1', at: noon, actor: 'visitor', kind: 'x.y', data }
  await database.transaction({ agency: agencyId }, tx => appendEvent(tx, event))
}

/** Fills an installation; gives its two agencies. */
export async function fill(database: Database, blobs: BlobStore): Promise<readonly [string, string]> {
  const agencies = [uuid7(1), uuid7(2)] as const
  const person = uuid7(3)
  await database.transaction('installation', async tx => {
    // The child before its parent: a backup must not depend on the order of rows.
    await tx.insert(region).values([
      { code: '63', name: '示例省', parentCode: null },
      { code: '630001', name: '示例县', parentCode: '63' },
    ])
    await tx.insert(region).values({ code: '00', name: '后来的上级', parentCode: null })
    await tx.insert(agency).values(agencies.map((id, i) => agencyRow(id, i)))
    await tx.insert(account).values({
      id: person,
      login: 'zhang',
      name: '张\t三\n"\\N\u{20bb7}',
      passwordHistory: ['a', '\\x00'],
      totpLastStep: 2 ** 52 + 1,
      recoveryHashes: [],
      status: 'active',
      createdAt: noon,
    })
    await tx
      .insert(membership)
      .values({ agencyId: agencies[0], accountId: person, roles: ['drafter', 'a,"b"', ''], since: noon })
    await tx.insert(session).values({
      tokenHash: 'x',
      id: uuid7(4),
      accountId: person,
      address: '::1',
      agent: '',
      proof: 'password',
      strong: false,
      createdAt: noon,
      lastSeenAt: noon,
    })
    await tx
      .insert(installation)
      .values({ key: 'k', value: { n: 1.5, big: 12345678901234567n.toString() }, secret: false })
    await takeNumber(tx, { agencyId: agencies[0], series: 'request', year: 2026 })
    await addJob(tx, {
      task: 'later',
      payload: { to: '张三' },
      key: 'k1',
      runAt: new Date('2099-01-01T00:00:00Z'),
    })
  })
  for (const agencyId of agencies) {
    for (let i = 0; i < 5; i++)
      await addEvent(database, agencyId, { i, 说: `第${i}件`, more: { b: [1, null], a: i / 3 } })
    await addFile(database, blobs, agencyId, `${agencyId} 的附件`)
  }
  return agencies
}

function agencyRow(id: string, i: number): typeof agency.$inferInsert {
  return {
    id,
    name: `示例机关${i}`,
    shortName: `机关${i}`,
    kind: 'department',
    regionCode: '630001',
    vertical: i === 1,
    slug: `a${i}`,
    office: { 电话: '0972-0000000', 空: null },
    status: 'active',
    version: 1,
    createdAt: noon,
    updatedAt: noon,
  }
}

/** Every row of every table, and the bytes of every file. */
export async function everythingIn(owner: ClientConfig, blobs: BlobStore) {
  const tables = await withSnapshot(owner, async snapshot => {
    const all: Record<string, TextRow[]> = {}
    for (const table of snapshot.tables) {
      all[table.name] = []
      for await (const row of snapshot.rows(table)) all[table.name]?.push(row)
    }
    return all
  })
  const files: Record<string, string> = {}
  for await (const { hash } of blobs.list()) {
    const pieces: Uint8Array[] = []
    for await (const piece of (await blobs.get(hash))?.content ?? []) pieces.push(piece)
    files[hash] = Buffer.concat(pieces).toString('base64')
  }
  return { tables, files }
}
