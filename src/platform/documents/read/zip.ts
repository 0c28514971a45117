/**
 * Zip containers, read from their central directory. Declared sizes are never believed: what really comes out is
 * counted against one budget for the whole container.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { type DocumentError, damaged, encrypted, tooLarge, unknownFormat } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { readName } from './zip-names.ts'

export interface ZipEntry {
  readonly name: string
  readonly folder: boolean
  readonly method: number
  readonly locked: boolean
  readonly crc: number
  readonly packed: number
  /** As declared; a hint for allocation only. */
  readonly size: number
  readonly offset: number
}

/** What may still be unpacked; shared by a container and those inside it. */
export interface Budget {
  bytes: number
  entries: number
}

export function budgetOf(limits: Limits): Budget {
  return { bytes: limits.unpackedBytes, entries: limits.entries }
}

const endSize = 22
const headSize = 46
const maxComment = 0xffff
const beyond32 = 0xffffffff
/** Below this an unpacked part harms nobody, whatever its ratio. */
const harmlessBytes = 1024 * 1024

function broken(cause?: unknown): DocumentError {
  return damaged('压缩结构', 'its zip structure', cause)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

interface Directory {
  readonly count: number
  readonly start: number
  readonly end: number
  /** Bytes that stand before the zip proper, by which every offset is too low. */
  readonly shift: number
}

function directory64(view: DataView, end: number): { count: number; size: number; offset: number; end: number } {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw broken()
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) throw broken()
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
    end: at,
  }
}

function isHeadAt(view: DataView, at: number): boolean {
  return at + headSize <= view.byteLength && view.getUint32(at, true) === 0x02014b50
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - endSize - maxComment)
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const short = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      end: at,
    }
    const long = short.offset === beyond32 || short.size === beyond32 || short.count === 0xffff
    const { count, size, offset, end } = long ? directory64(view, at) : short
    const start = isHeadAt(view, offset) ? offset : end - size
    if (start < 0 || offset > start) throw broken()
    return { count, start, end: start + size, shift: start - offset }
  }
  throw broken()
}

/** Sizes and offset of an entry, taken from its zip64 field where the short ones do not hold them. */
function extents(
  view: DataView,
  at: number,
  extra: number,
  extraEnd: number,
): [size: number, packed: number, offset: number] {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    for (const [index, value] of values.entries()) {
      if (value !== beyond32 || next + 8 > extraEnd) continue
      values[index] = Number(view.getBigUint64(next, true))
      next += 8
    }
  }
  return [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0]
}

function readHead(bytes: Uint8Array, view: DataView, at: number, shift: number): { entry: ZipEntry; next: number } {
  if (!isHeadAt(view, at)) throw broken()
  const flags = view.getUint16(at + 8, true)
  const nameEnd = at + headSize + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > bytes.length) throw broken()
  const nameBytes = bytes.subarray(at + headSize, nameEnd)
  const [size, packed, offset] = extents(view, at, nameEnd, extraEnd)
  const last = nameBytes.at(-1)
  const entry = {
    name: readName(nameBytes, (flags & 0x800) !== 0),
    folder: last === 0x2f || last === 0x5c,
    method: view.getUint16(at + 10, true),
    locked: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset: offset + shift,
  }
  return { entry, next }
}

/** A zip whose directory has been read and whose entries can be unpacked one by one. */
export class Zip {
  readonly entries: readonly ZipEntry[]
  /** Entries the container claims beyond those read. */
  readonly unread: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #limits: Limits
  readonly #budget: Budget

  /** Reads the directory, of at most as many entries as the budget still allows. Throws `damaged`. */
  constructor(bytes: Uint8Array, limits: Limits, budget: Budget = budgetOf(limits)) {
    this.#bytes = bytes
    this.#view = viewOf(bytes)
    this.#limits = limits
    this.#budget = budget
    const directory = findDirectory(this.#view)
    const taken = Math.min(directory.count, budget.entries)
    budget.entries -= taken
    this.unread = directory.count - taken
    this.entries = this.#readHeads(taken, directory)
  }

  #readHeads(count: number, { start, end, shift }: Directory): ZipEntry[] {
    const entries: ZipEntry[] = []
    let at = start
    for (let i = 0; i < count; i++) {
      const { entry, next } = readHead(this.#bytes, this.#view, at, shift)
      entries.push(entry)
      at = next
    }
    if (this.unread === 0 && at !== end) throw broken()
    return entries
  }

  /**
   * Makes sure that every entry bears the same name at its own place as in the directory. Where parts are found by
   * name, one changed letter would make a part seem absent. Throws `damaged`.
   */
  checkNames(): void {
    for (const entry of this.entries) {
      const at = entry.offset
      if (at + 30 > this.#bytes.length) throw broken()
      const end = at + 30 + this.#view.getUint16(at + 26, true)
      const saysUtf8 = (this.#view.getUint16(at + 6, true) & 0x800) !== 0
      if (readName(this.#bytes.subarray(at + 30, end), saysUtf8) !== entry.name) throw broken()
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.entries.find(entry => entry.name === name)
  }

  has(name: string): boolean {
    return this.find(name) !== undefined
  }

  /**
   * The unpacked bytes, checked against their sum; `limit` bounds this one beside the budget of the whole.
   * Throws `damaged`, `encrypted`, `too_large`, `unknown_format`.
   */
  bytesOf(entry: ZipEntry, limit = Number.POSITIVE_INFINITY): Uint8Array {
    if (entry.locked) throw encrypted('压缩包', 'The zip')
    const packed = this.#packed(entry)
    const left = Math.min(this.#budget.bytes, limit)
    const bytes = entry.method === 0 ? stored(packed, left) : this.#inflated(entry, packed, left)
    this.#budget.bytes -= bytes.length
    if (crc32(bytes) !== entry.crc) throw broken()
    return bytes
  }

  #packed(entry: ZipEntry): Uint8Array {
    const head = entry.offset
    if (head + 30 > this.#bytes.length || this.#view.getUint32(head, true) !== 0x04034b50) throw broken()
    const start = head + 30 + this.#view.getUint16(head + 26, true) + this.#view.getUint16(head + 28, true)
    if (start + entry.packed > this.#bytes.length) throw broken()
    return this.#bytes.subarray(start, start + entry.packed)
  }

  #inflated(entry: ZipEntry, packed: Uint8Array, left: number): Uint8Array {
    if (entry.method !== 8) {
      throw unknownFormat(
        {
          zh: `压缩包使用了不支持的压缩方法（${entry.method}）`,
          en: `a zip packed by a rare method (${entry.method})`,
        },
        { zh: '请用系统自带的压缩功能重新打包。', en: 'Pack it again with the tool of the operating system.' },
      )
    }
    const byRatio = Math.max(harmlessBytes, packed.length * this.#limits.ratio)
    const most = Math.max(1, Math.min(left, byRatio))
    const chunkSize = Math.max(1024, Math.min(entry.size, most, packed.length * 32) + 64)
    try {
      return inflateRawSync(packed, { maxOutputLength: most, chunkSize })
    } catch (error) {
      if (error instanceof RangeError) throw most === byRatio ? swollen(this.#limits.ratio) : overflow(left)
      throw broken(error)
    }
  }
}

function stored(packed: Uint8Array, left: number): Uint8Array {
  if (packed.length > left) throw overflow(left)
  return packed
}

function swollen(ratio: number): DocumentError {
  return tooLarge(`解压后超过原大小的 ${ratio} 倍`, `it unpacks to more than ${ratio} times its size`)
}

function overflow(left: number): DocumentError {
  const megabytes = Math.floor(left / 1024 / 1024)
  return tooLarge(`解压后超过允许的 ${megabytes} MB`, `it unpacks to more than the ${megabytes} MB allowed`)
}
