import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArchivePart } from './archive.ts'
import { readArchive, verifyArchive } from './read.ts'
import { readHeader, tarHeader } from './tar.ts'
import { writeArchive } from './write.ts'

const head = { program: '0.2.0', schema: '0007_events', made: new Date('2026-11-21T02:00:00Z') }

async function written(parts: readonly ArchivePart[]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeArchive(head, parts)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* cut(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** Everything in an archive: tables with all their rows, files with their bytes. */
async function read(bytes: Uint8Array, length = 1000) {
  const tables: Record<string, unknown[]> = {}
  const files: Record<string, Buffer> = {}
  let found = {}
  for await (const part of readArchive(cut(bytes, length))) {
    if (part.kind === 'head') found = part.head
    else if (part.kind === 'rows') tables[part.name] = [...(tables[part.name] ?? []), ...part.rows]
    else {
      const pieces: Uint8Array[] = []
      for await (const piece of part.content) pieces.push(piece)
      files[part.name] = Buffer.concat(pieces)
    }
  }
  return { head: found, tables, files }
}

const rowsOf = (name: string, rows: readonly unknown[]): ArchivePart => ({ kind: 'rows', name, rows })
const fileOf = (name: string, content: Uint8Array): ArchivePart => ({
  kind: 'file',
  name,
  size: content.length,
  content: cut(content, 7),
})

const small = () =>
  written([
    rowsOf('request', [
      { id: 1, says: '申请' },
      { id: 2, says: 'a\nb' },
    ]),
    rowsOf('empty', []),
    fileOf('ab/abcd', Buffer.from('附件的内容')),
    fileOf('nothing', Buffer.alloc(0)),
  ])

describe('an archive', () => {
  test('given rows and files, then they come back as they went in, with who wrote it', async () => {
    expect(await read(await small())).toEqual({
      head,
      tables: {
        request: [
          { id: 1, says: '申请' },
          { id: 2, says: 'a\nb' },
        ],
        empty: [],
      },
      files: { 'ab/abcd': Buffer.from('附件的内容'), nothing: Buffer.alloc(0) },
    })
    expect(await verifyArchive(cut(await small(), 512))).toEqual({ head, rows: 2, files: 2 })
  })

  test('given any rows and files, however they arrive, then the same', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,20}$/), fc.array(fc.jsonValue(), { maxLength: 5 }), { maxKeys: 4 }),
        fc.dictionary(fc.stringMatching(/^[0-9a-f]{1,20}$/), fc.uint8Array({ maxLength: 1500 }), { maxKeys: 4 }),
        fc.integer({ min: 1, max: 2000 }),
        async (tables, files, length) => {
          const parts = [
            ...Object.entries(tables).map(([name, rows]) => rowsOf(name, rows)),
            ...Object.entries(files).map(([name, bytes]) => fileOf(name, bytes)),
          ]
          const found = await read(await written(parts), length)
          expect(found.tables).toEqual(JSON.parse(JSON.stringify(tables)))
          expect(found.files).toEqual(
            Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)])),
          )
        },
      ),
      { seed: 5, numRuns: 100 },
    ))

  test('given more rows than one piece holds, then they come in pieces and in order', async () => {
    const rows = Array.from({ length: 30 }, (_, id) => ({ id, text: '字'.repeat(200_000) }))
    const bytes = await written([rowsOf('large', rows)])
    const sizes: number[] = []
    for await (const part of readArchive(cut(bytes, 65_536))) if (part.kind === 'rows') sizes.push(part.rows.length)
    expect(sizes).toEqual([21, 9])
    expect((await read(bytes, 65_536)).tables.large).toEqual(rows)
  })

  test('given a reader that leaves files unread or half read, then the rest is checked all the same', async () => {
    const bytes = await small()
    const names: string[] = []
    for await (const part of readArchive(cut(bytes, 3))) {
      if (part.kind !== 'file') continue
      names.push(part.name)
      for await (const _ of part.content) break
    }
    expect(names).toEqual(['ab/abcd', 'nothing'])
    bytes[bytes.indexOf('附件')] = 1
    await expect(verifyArchive(cut(bytes, 3))).rejects.toMatchObject({
      code: 'archive_damaged',
      at: expect.stringContaining('files/ab/abcd'),
    })
  })

  test('given the same content at the same time, then the same bytes', async () => {
    expect((await small()).equals(await small())).toBe(true)
  })
})

describe('an archive that is not whole', () => {
  test('given it ends anywhere, then it is refused with the place', async () => {
    const bytes = await small()
    for (let end = 0; end < bytes.length; end += 61) {
      await expect(verifyArchive(cut(bytes.subarray(0, end), 512)), `cut at ${end}`).rejects.toMatchObject({
        code: 'archive_truncated',
        says: { zh: expect.stringContaining(`第 ${end} 字节`) },
      })
    }
  })

  test('given one flipped bit anywhere, then it is refused', async () => {
    const bytes = await small()
    for (let at = 0; at < bytes.length; at += 5) {
      const bit = 1 << (at % 8)
      bytes[at] = (bytes[at] ?? 0) ^ bit
      await expect(verifyArchive(cut(bytes, 4096)), `flipped at ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^archive_/),
      })
      bytes[at] = (bytes[at] ?? 0) ^ bit
    }
    await verifyArchive(cut(bytes, 4096))
  })

  test('given an entry taken out or put twice, then the entry is named', async () => {
    const bytes = await small()
    const at = bytes.indexOf('files/ab/abcd')
    const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1024)])
    await expect(verifyArchive(cut(without, 512))).rejects.toMatchObject({
      at: expect.stringContaining('files/ab/abcd'),
    })
    const twice = Buffer.concat([bytes.subarray(0, at + 1024), bytes.subarray(at)])
    await expect(verifyArchive(cut(twice, 512))).rejects.toMatchObject({ code: 'archive_damaged' })
  })

  test('given something else, or something after the end, then it is refused', async () => {
    for (const other of [Buffer.from('no archive'.repeat(100)), Buffer.alloc(2048)]) {
      await expect(verifyArchive(cut(other, 512))).rejects.toMatchObject({ code: 'archive_unknown' })
    }
    const longer = Buffer.concat([await small(), Buffer.from('x')])
    await expect(verifyArchive(cut(longer, 512))).rejects.toMatchObject({ code: 'archive_damaged' })
    await verifyArchive(cut(Buffer.concat([await small(), Buffer.alloc(8192)]), 512))
  })

  test('given a later format, then the mend says to upgrade', async () => {
    const bytes = await small()
    bytes.write('gongkai.backup/2', bytes.indexOf('gongkai.backup/1'))
    await expect(verifyArchive(cut(bytes, 512))).rejects.toMatchObject({
      code: 'archive_unknown',
      mend: { zh: expect.stringContaining('升级') },
    })
  })
})

describe('writing', () => {
  test('given a file of another length than said, then it fails and leaves nothing a reader takes', async () => {
    for (const size of [2, 4]) {
      const pieces: Uint8Array[] = []
      const writing = (async () => {
        const part: ArchivePart = { kind: 'file', name: 'a', size, content: [Buffer.from('abc')] }
        for await (const piece of writeArchive(head, [part])) pieces.push(piece)
      })()
      await expect(writing).rejects.toThrow('files/a')
      await expect(verifyArchive(cut(Buffer.concat(pieces), 512))).rejects.toMatchObject({ code: 'archive_truncated' })
    }
  })

  test.each(['', '../a', '/a', 'a/../b', 'a b', '附件', 'a//b', '.a', 'x'.repeat(101)])(
    'given the name %j, then it is refused',
    async name => {
      await expect(written([rowsOf(name, [])])).rejects.toThrow('no name for')
    },
  )

  test('given a file beyond eight gigabytes, then its size is still told', () => {
    for (const size of [0, 8 ** 11 - 1, 8 ** 11, 2 ** 45]) {
      expect(readHeader(tarHeader({ name: 'files/a', size }, 0))).toEqual({ name: 'files/a', size })
    }
  })
})
