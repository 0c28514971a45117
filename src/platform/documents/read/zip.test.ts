import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../../test/support/office.ts'
import { DocumentError } from '../errors.ts'
import { defaultLimits, limitsWith } from '../limits.ts'
import { budgetOf, Zip, type ZipEntry } from './zip.ts'
import { isLitter, readName } from './zip-names.ts'

const megabyte = 1024 * 1024

function only(zip: Zip): ZipEntry {
  const [entry] = zip.entries
  if (entry === undefined) throw new Error('the zip of the test is empty')
  return entry
}

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof DocumentError) return error.code
    throw error
  }
  return 'none'
}

/** The zip of one file with a field of its central directory changed; offsets as in the zip specification. */
function changed(bytes: Uint8Array, field: number, value: number, size: 2 | 4): Uint8Array {
  const copy = Buffer.from(bytes)
  const head = copy.indexOf('PK\x01\x02', 0, 'latin1')
  if (size === 2) copy.writeUInt16LE(value, head + field)
  else copy.writeUInt32LE(value, head + field)
  return copy
}

describe('a zip', () => {
  it('gives back what was put in, packed or stored', () => {
    const zip = new Zip(zipOf({ 'a/b.txt': '字'.repeat(1000), 'c.txt': '' }), defaultLimits)
    expect(zip.entries.map(entry => [entry.name, Buffer.from(zip.bytesOf(entry)).toString()])).toEqual([
      ['a/b.txt', '字'.repeat(1000)],
      ['c.txt', ''],
    ])
    expect(zip.has('c.txt')).toBe(true)
    expect(zip.has('C.txt')).toBe(false)
  })

  it('is found behind other bytes and before a comment', () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'a' }))
    bytes.writeUInt16LE(3, bytes.length - 2)
    const zip = new Zip(Buffer.concat([Buffer.from('before'), bytes, Buffer.from('end')]), defaultLimits)
    expect(Buffer.from(zip.bytesOf(only(zip))).toString()).toBe('a')
  })

  it('reads sizes from the fields of 64 bits', () => {
    const plain = Buffer.from(zipOf({ 'a.txt': 'aaaa' }))
    const head = plain.indexOf('PK\x01\x02', 0, 'latin1')
    const nameEnd = head + 46 + 5
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(4n, 4)
    extra.writeBigUInt64LE(BigInt(plain.readUInt32LE(head + 20)), 12)
    plain.writeUInt32LE(0xffffffff, head + 20)
    plain.writeUInt32LE(0xffffffff, head + 24)
    plain.writeUInt16LE(20, head + 30)
    const bytes = Buffer.concat([plain.subarray(0, nameEnd), extra, plain.subarray(nameEnd)])
    bytes.writeUInt32LE(46 + 5 + 20, bytes.length - 10)
    const zip = new Zip(bytes, defaultLimits)
    expect(only(zip).size).toBe(4)
    expect(Buffer.from(zip.bytesOf(only(zip))).toString()).toBe('aaaa')
  })

  it('stops a bomb by its ratio', () => {
    const zip = new Zip(zipOf({ bomb: new Uint8Array(30 * megabyte) }), defaultLimits)
    expect(refusal(() => zip.bytesOf(only(zip)))).toBe('too_large')
  })

  it('counts what comes out and not what is declared', () => {
    const lying = changed(zipOf({ bomb: new Uint8Array(3 * megabyte) }), 24, 10, 4)
    const zip = new Zip(lying, limitsWith({ unpackedBytes: 2 * megabyte, ratio: 1e6 }))
    expect(only(zip).size).toBe(10)
    expect(refusal(() => zip.bytesOf(only(zip)))).toBe('too_large')
    const boasting = changed(zipOf({ small: 'a'.repeat(100) }), 24, 0xfffffff0, 4)
    const other = new Zip(boasting, defaultLimits)
    expect(other.bytesOf(only(other))).toHaveLength(100)
  })

  it('counts all its files against one budget', () => {
    const content = Uint8Array.from({ length: 600_000 }, (_each, i) => (i * 7919) % 251)
    const zip = new Zip(zipOf({ a: content, b: content }), limitsWith({ unpackedBytes: megabyte }))
    expect(zip.entries.map(entry => refusal(() => zip.bytesOf(entry)))).toEqual(['none', 'too_large'])
  })

  it('reads no more entries than allowed and says how many are left', () => {
    const zip = new Zip(zipOf({ a: '1', b: '2', c: '3' }), limitsWith({ entries: 2 }))
    expect(zip.entries.map(entry => entry.name)).toEqual(['a', 'b'])
    expect(zip.unread).toBe(1)
  })

  it('shares its budget with the zips inside it', () => {
    const budget = budgetOf(limitsWith({ entries: 3 }))
    const bytes = zipOf({ a: '1', b: '2' })
    expect(new Zip(bytes, defaultLimits, budget).unread).toBe(0)
    expect(new Zip(bytes, defaultLimits, budget).unread).toBe(1)
  })

  it.each([
    ['a wrong sum', 16, 1, 4, 'damaged'],
    ['a lock', 8, 1, 2, 'encrypted'],
    ['a rare method', 10, 14, 2, 'unknown_format'],
    ['a place outside', 42, 0xfffff, 4, 'damaged'],
    ['a length beyond', 20, 0xfffff, 4, 'damaged'],
  ] as const)('refuses an entry with %s', (_name, field, value, size, code) => {
    const zip = new Zip(changed(zipOf({ 'a.txt': 'a'.repeat(50) }), field, value, size), defaultLimits)
    expect(refusal(() => zip.bytesOf(only(zip)))).toBe(code)
  })

  it('is damaged when cut anywhere', () => {
    const bytes = zipOf({ 'a.txt': 'a'.repeat(50) })
    for (let length = 0; length < bytes.length; length++) {
      expect(refusal(() => new Zip(bytes.subarray(0, length), defaultLimits))).toBe('damaged')
    }
  })
})

describe('a name in a zip', () => {
  const name = (written: string | Buffer, utf8 = true) => readName(Buffer.from(written), utf8)

  it.each([
    ['年报/海东市.docx', '年报/海东市.docx'],
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\a.doc', 'a.doc'],
    ['/a/./b//c.txt', 'a/b/c.txt'],
    ['C:\\年报\\a.doc', '年报/a.doc'],
    ['a\0b.txt', 'a␀b.txt'],
    ['a\nb\u007F\u0085.txt', 'a␊b␡\uFFFD.txt'],
    ['תקציב.txt', 'תקציב.txt'],
    ['a\u202Etxt.exe', 'atxt.exe'],
    ['e\u0301.txt', '\u00E9.txt'],
    ['..', '(无名)'],
    ['', '(无名)'],
  ])('%j becomes %j', (written, shown) => {
    expect(name(written)).toBe(shown)
  })

  it('is read as GBK where it says nothing, and as Latin where it is neither', () => {
    expect(name(Buffer.from('c4eab1a8', 'hex'), false)).toBe('年报')
    expect(name('年报', false)).toBe('年报')
    expect(name(Buffer.from('c4ff', 'hex'), false)).toBe('Äÿ')
  })

  it.each(['__MACOSX/._a.docx', 'a/__MACOSX/b', 'a/.DS_Store', '年报/~$a.docx', 'Thumbs.db', 'a/Desktop.ini', '._a'])(
    '%s is litter',
    litter => {
      expect(isLitter(litter)).toBe(true)
    },
  )

  it.each(['a.docx', 'DS_Store.docx', 'a~$.docx', 'MACOSX/a'])('%s is not litter', kept => {
    expect(isLitter(kept)).toBe(false)
  })
})
