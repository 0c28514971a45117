import { describe, expect, it } from 'vitest'
import { docxOf, paragraph, zipOf } from '../../../test/support/office.ts'
import { type Limits, limitsWith, unpack } from './index.ts'

async function contents(bytes: Uint8Array, limits?: Limits): Promise<string[]> {
  const seen: string[] = []
  for await (const file of unpack(bytes, limits)) {
    seen.push('error' in file ? `${file.name}: ${file.error.code}` : file.name)
  }
  return seen
}

describe('unpacking a zip', () => {
  it('gives its files in order, with what they hold, and no litter', async () => {
    const bytes = zipOf({ 'b.txt': '乙', '__MACOSX/._b.txt': 'x', 'a/': '', 'a/~$c.doc': 'x', 'a/c.txt': '丙' })
    const seen: [string, string][] = []
    for await (const file of unpack(bytes))
      if ('bytes' in file) seen.push([file.name, Buffer.from(file.bytes).toString()])
    expect(seen).toEqual([
      ['b.txt', '乙'],
      ['a/c.txt', '丙'],
    ])
  })

  it('opens zips inside, one level deep, and leaves office files whole', async () => {
    const deepest = zipOf({ 'z.txt': 'z' })
    const inner = zipOf({ 'x.txt': 'x', 'y.zip': deepest })
    const bytes = zipOf({ 'in.zip': inner, 'r.docx': docxOf(paragraph('字')), 'w.txt': 'w' })
    expect(await contents(bytes)).toEqual(['in.zip/x.txt', 'in.zip/y.zip: unknown_format', 'r.docx', 'w.txt'])
  })

  it('keeps names within the zip', async () => {
    expect(await contents(zipOf({ '../../evil.txt': 'x', '/root.txt': 'y' }))).toEqual(['evil.txt', 'root.txt'])
  })

  it('names the file that is bad and goes on with the others', async () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'aaaa', 'b.txt': 'b'.repeat(2_000_000), 'c.txt': 'cccc' }))
    const limits = limitsWith({ fileBytes: 1_000_000, ratio: 1e6 })
    const head = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    bytes.writeUInt32LE(1, head + 16)
    expect(await contents(bytes, limits)).toEqual(['a.txt: damaged', 'b.txt: too_large', 'c.txt'])
  })

  it('says so where there are more files than are read', async () => {
    expect(await contents(zipOf({ 'a.txt': 'a', 'b.txt': 'b' }), limitsWith({ entries: 1 }))).toEqual([
      'a.txt',
      '…: too_large',
    ])
  })

  it('hands a broken zip inside on as it is, for its reader to name', async () => {
    expect(await contents(zipOf({ 'in.zip': zipOf({ a: 'a' }).subarray(0, 40) }))).toEqual(['in.zip'])
  })

  it('refuses a zip that is empty or broken', async () => {
    await expect(contents(zipOf({}))).rejects.toMatchObject({ code: 'empty' })
    await expect(contents(Buffer.from('PK\x03\x04'))).rejects.toMatchObject({ code: 'damaged' })
  })
})
