/** One contract for every storage: the same tests over a folder and over a real S3 server. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type S3Server, s3Bucket, s3Keys, startS3 } from '../../../test/support/s3-server.ts'
import type { BlobStore, StoredBlob } from './blob-store.ts'
import { diskStore } from './disk.ts'
import { s3Store } from './s3.ts'

const mb = 2 ** 20
const now = Date.UTC(2026, 10, 21)
const root = mkdtempSync(join(tmpdir(), 'gongkai-blobs-'))
let server: S3Server

beforeAll(async () => {
  server = await startS3(join(root, 's3'))
})
afterAll(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

const s3Options = (prefix: string) => ({
  ...s3Keys,
  endpoint: server.endpoint,
  region: 'cn-north-1',
  bucket: s3Bucket,
  prefix,
  pathStyle: true,
  spoolFolder: join(root, 'spool'),
})

const stores: readonly (readonly [name: string, open: (room: string) => Promise<BlobStore>, spool: string])[] = [
  ['a folder', room => diskStore(join(root, 'disk', room), now), 'tmp'],
  ['an S3 server', room => s3Store(s3Options(`${room}/`), now), '../../spool'],
]

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The bytes in pieces of a prime length, as a network brings them: never where one expects. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_537) {
    await setImmediate()
    yield bytes.subarray(at, at + 65_537)
  }
}

const text = (words: string) => Buffer.from(words)
const put = (store: BlobStore, bytes: Uint8Array) => store.put(pieces(bytes), { mostBytes: 8 * mb })

async function readBack(store: BlobStore, hash: string): Promise<Buffer | null> {
  const blob = await store.get(hash)
  if (blob === null) return null
  const read: Uint8Array[] = []
  for await (const piece of blob.content) read.push(piece)
  return Buffer.concat(read)
}

async function listed(store: BlobStore): Promise<StoredBlob[]> {
  const all: StoredBlob[] = []
  for await (const blob of store.list()) all.push(blob)
  return all
}

describe.each(stores)('%s', (_, open, spool) => {
  const leftOver = (room: string) => readdirSync(join(root, 'disk', room, spool))

  test('given any content, when it is put, then it comes back under its sha256, byte for byte', async () => {
    const store = await open('any')
    const large = Buffer.alloc(3 * mb + 7, 'Aa年')
    for (const bytes of [text('一份答复书'), Buffer.alloc(0), large]) {
      const hash = sha256(bytes)
      expect(await store.has(hash)).toBe(false)
      expect(await put(store, bytes)).toEqual({ hash, size: bytes.length })
      expect(await store.has(hash)).toBe(true)
      expect(await store.get(hash)).toMatchObject({ hash, size: bytes.length })
      expect((await readBack(store, hash))?.equals(bytes)).toBe(true)
    }
  })

  test('given the same content twice, then it is stored once', async () => {
    const store = await open('twice')
    const bytes = text('同一附件')
    const both = await Promise.all([put(store, bytes), put(store, bytes)])
    expect(both[0]).toEqual(both[1])
    expect(await listed(store)).toEqual([{ hash: sha256(bytes), size: bytes.length }])
  })

  test('given a list, then it holds everything in the order of the hashes, and nothing removed', async () => {
    const store = await open('list')
    const all = await Promise.all(['甲', '乙', '丙', '丁'].map(word => put(store, text(word))))
    const [gone, ...kept] = all.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    await store.remove(gone?.hash ?? '')
    await store.remove(gone?.hash ?? '')
    expect(await listed(store)).toEqual(kept)
    expect(await store.get(gone?.hash ?? '')).toBeNull()
  })

  test('given more bytes than allowed, then a sentence, and nothing is kept; exactly as many are taken', async () => {
    const room = 'limits'
    const store = await open(room)
    await expect(store.put(pieces(Buffer.alloc(101)), { mostBytes: 100 })).rejects.toMatchObject({
      code: 'too_large',
      says: { zh: expect.stringContaining('100 B') },
    })
    expect(await listed(store)).toEqual([])
    expect(leftOver(room)).toEqual([])
    expect(await store.put(pieces(Buffer.alloc(100)), { mostBytes: 100 })).toMatchObject({ size: 100 })
  })

  test('given a stream that breaks off, then its own error comes out and nothing is kept', async () => {
    const room = 'broken'
    const store = await open(room)
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield text('一半')
      throw new Error('the sender left')
    }
    await expect(store.put(broken(), { mostBytes: mb })).rejects.toThrow('the sender left')
    expect(await listed(store)).toEqual([])
    expect(leftOver(room)).toEqual([])
  })

  test('given what is no hash, then it never becomes part of a path', async () => {
    const store = await open('paths')
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/x`]) {
      await expect((async () => store.has(name))()).rejects.toThrow('not the hash')
      await expect((async () => store.get(name))()).rejects.toThrow('not the hash')
      await expect((async () => store.remove(name))()).rejects.toThrow('not the hash')
    }
  })

  test('given a storage in order, then its check is silent and leaves nothing', async () => {
    const store = await open('check')
    await store.check()
    expect(await listed(store)).toEqual([])
  })
})

describe('S3 alone', () => {
  test('given more files than one answer lists, then all are listed', async () => {
    const store = await s3Store(s3Options('many/'), now)
    const words = Array.from({ length: 1005 }, (_, i) => `第 ${i} 件`)
    // This server takes files from anyone: put past the store, so that a thousand do not wait for the disk.
    const send = (word: string) =>
      fetch(`${server.endpoint}/${s3Bucket}/many/${sha256(text(word))}`, { method: 'PUT', body: word })
    for (let at = 0; at < words.length; at += 50) await Promise.all(words.slice(at, at + 50).map(send))
    expect((await listed(store)).map(blob => blob.hash)).toEqual(words.map(word => sha256(text(word))).sort())
  })

  test('given content changed in the bucket, when it is read, then its last piece never arrives', async () => {
    const options = s3Options('changed/')
    const store = await s3Store(options, now)
    const { hash } = await put(store, text('原件'))
    const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
    const other = new S3Client({
      region: options.region,
      endpoint: options.endpoint,
      forcePathStyle: true,
      credentials: { accessKeyId: options.accessKey, secretAccessKey: options.secretKey },
    })
    await other.send(new PutObjectCommand({ Bucket: s3Bucket, Key: `changed/${hash}`, Body: '改件' }))
    await expect(readBack(store, hash)).rejects.toMatchObject({
      code: 'blob_damaged',
      at: expect.stringContaining(`changed/${hash}`),
    })
  })

  test('given a file, when it is sent, then its hash is part of what is signed', async () => {
    const seen: IncomingHttpHeaders[] = []
    const recorder = createServer((request, answer) => {
      seen.push(request.headers)
      request.resume().on('end', () => answer.end())
    })
    await once(recorder.listen(0, '127.0.0.1'), 'listening')
    const { port } = recorder.address() as AddressInfo
    const store = await s3Store({ ...s3Options('signed/'), endpoint: `http://127.0.0.1:${port}` }, now)
    const { hash } = await put(store, text('签名'))
    recorder.close()
    expect(seen[0]?.['x-amz-content-sha256']).toBe(hash)
    expect(seen[0]?.authorization).toMatch(/SignedHeaders=[^,]*x-amz-content-sha256/)
    expect(seen[0]?.['content-length']).toBe('6')
  })

  test('given wrong keys, no such bucket, or no server, then each says so and names the storage', async () => {
    const wrongKey = await s3Store({ ...s3Options('x/'), accessKey: 'other' }, now)
    await expect(put(wrongKey, text('x'))).rejects.toMatchObject({
      code: 'storage_refused',
      says: { zh: expect.stringContaining(s3Bucket) },
    })
    const noBucket = await s3Store({ ...s3Options('x/'), bucket: 'no-such-bucket' }, now)
    await expect(noBucket.check()).rejects.toMatchObject({ code: 'storage_refused' })
    const noServer = await s3Store({ ...s3Options('x/'), endpoint: 'http://127.0.0.1:9' }, now)
    await expect(noServer.has('a'.repeat(64))).rejects.toMatchObject({ code: 'storage_away' })
  })
})
