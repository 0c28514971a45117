import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BlobStore, isHash } from './blob-store.ts'
import { diskStore } from './disk.ts'
import { diskTrouble } from './troubles.ts'

const day = 24 * 3600 * 1000
const now = Date.UTC(2026, 10, 21)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const put = (store: BlobStore, text: string) => store.put(onePiece(text), { mostBytes: 1000 })
const place = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(n => statSync(join(folder, n)).isFile())

describe('a store in a folder', () => {
  test('given a stored file, then nobody but its owner may read it or look into the folders', async () => {
    const { hash } = await put(await diskStore(folder, now), '身份证复印件')
    expect(statSync(place(hash)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, hash.slice(0, 2))).mode & 0o777).toBe(0o700)
  })

  test('given one changed byte on the disk, when it is read, then the file is named and never arrives whole', async () => {
    const store = await diskStore(folder, now)
    const { hash } = await put(store, '原来的内容')
    const bytes = readFileSync(place(hash))
    bytes[3] = (bytes[3] ?? 0) ^ 1
    writeFileSync(place(hash), bytes)
    const seen: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of (await store.get(hash))?.content ?? []) seen.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'blob_damaged', at: place(hash) })
    expect(seen).toEqual([])
  })

  test('given a damaged copy, when the same content is put again, then the copy is whole', async () => {
    const store = await diskStore(folder, now)
    const { hash } = await put(store, '内容')
    writeFileSync(place(hash), 'x')
    await put(store, '内容')
    expect(readFileSync(place(hash), 'utf8')).toBe('内容')
  })

  test('given files half written, when the store is opened, then those of yesterday go and those of now stay', async () => {
    mkdirSync(join(folder, 'tmp'))
    for (const [name, age] of [
      ['old', 1.1 * day],
      ['new', day / 2],
    ] as const) {
      writeFileSync(join(folder, 'tmp', name), 'half')
      const then = new Date(now - age)
      utimesSync(join(folder, 'tmp', name), then, then)
    }
    await diskStore(folder, now)
    expect(readdirSync(join(folder, 'tmp'))).toEqual(['new'])
  })

  test('given a process killed while it writes, then no file under a final name is half a file', async () => {
    const outfile = join(folder, 'writer.mjs')
    const data = join(folder, 'data')
    const entryPoints = ['test/support/endless-writer.ts']
    await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm' })
    const child = spawn(process.execPath, [outfile, data], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = await diskStore(data, now)
    let whole = 0
    for await (const { hash } of store.list()) {
      for await (const _ of (await store.get(hash))?.content ?? []) whole += 1
    }
    expect(whole).toBeGreaterThan(0)
    const names = files().filter(name => /^data\/[0-9a-f]{2}\//.test(name))
    expect(names.every(name => isHash(name.split('/').at(-1) ?? ''))).toBe(true)
    // The half file is still there, but only where nobody looks for files.
    expect(files().filter(name => name.startsWith('data/tmp/'))).toHaveLength(1)
  })

  test('given a folder that cannot be made, then its path is in the sentence', async () => {
    const error = Object.assign(new Error('EROFS'), { code: 'EROFS' })
    expect(diskTrouble(error, '/data/files')).toMatchObject({
      code: 'storage_refused',
      says: { zh: expect.stringContaining('/data/files') },
    })
    expect(diskTrouble(Object.assign(new Error(''), { code: 'ENOSPC' }), '/data')).toMatchObject({
      code: 'storage_full',
    })
    const fault = new Error('a fault')
    expect(diskTrouble(fault, '/data')).toBe(fault)
  })
})
