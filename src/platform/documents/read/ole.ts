/**
 * OLE compound files (.doc, .wps, .xls, encrypted office files): a small file system in sectors. Every chain is
 * bounded by the number of sectors there are, so that a damaged one cannot run in a circle.
 */
import { damaged } from '../errors.ts'

const noSector = 0xfffffffa
const entrySize = 128
const headerChain = 109
const storage = 1
const stream = 2
const root = 5

interface OleEntry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

export function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0 && bytes[4] === 0xa1
}

function broken(cause?: unknown): Error {
  return damaged('复合文档结构', 'its compound file structure', cause)
}

/** The named streams of a compound file. All methods throw `damaged` where the structure does not hold. */
export class OleFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #smallSectorSize: number
  readonly #smallLimit: number
  readonly #next: Uint32Array
  readonly #entries: readonly OleEntry[]
  #small: { readonly bytes: Uint8Array; readonly next: Uint32Array } | undefined

  constructor(bytes: Uint8Array) {
    if (bytes.length < 1024) throw broken()
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const shift = this.#view.getUint16(30, true)
    const smallShift = this.#view.getUint16(32, true)
    if ((shift !== 9 && shift !== 12) || smallShift >= shift || smallShift < 4) throw broken()
    this.#sectorSize = 1 << shift
    this.#smallSectorSize = 1 << smallShift
    this.#smallLimit = this.#view.getUint32(56, true)
    this.#next = this.#readTable()
    this.#entries = this.#readEntries(this.#chain(this.#view.getUint32(48, true), this.#next))
  }

  has(name: string): boolean {
    return this.#entries.some(entry => entry.type === stream && entry.name === name)
  }

  /** The bytes of a stream. */
  stream(name: string): Uint8Array {
    const entry = this.#entries.find(each => each.type === stream && each.name === name)
    if (entry === undefined) throw broken()
    if (entry.size >= this.#smallLimit) return this.#gather(entry)
    return this.#gatherSmall(entry)
  }

  #sector(index: number): number {
    const at = (index + 1) * this.#sectorSize
    // The last sector of real files is sometimes cut short; where it starts must still exist.
    if (index >= noSector || at >= this.#bytes.length) throw broken()
    return at
  }

  #word(at: number): number {
    if (at + 4 > this.#bytes.length) throw broken()
    return this.#view.getUint32(at, true)
  }

  /** The sectors that hold the allocation table: the first 109 named in the header, the others chained. */
  #tableSectors(): number[] {
    const count = this.#view.getUint32(44, true)
    if (count * this.#sectorSize > this.#bytes.length) throw broken()
    const sectors: number[] = []
    for (let i = 0; i < Math.min(count, headerChain); i++) sectors.push(this.#view.getUint32(76 + i * 4, true))
    const perSector = this.#sectorSize / 4 - 1
    for (let next = this.#view.getUint32(68, true); sectors.length < count; ) {
      const at = this.#sector(next)
      for (let i = 0; i < perSector && sectors.length < count; i++) sectors.push(this.#word(at + i * 4))
      next = this.#word(at + perSector * 4)
    }
    return sectors
  }

  #readTable(): Uint32Array {
    const perSector = this.#sectorSize / 4
    const sectors = this.#tableSectors()
    const table = new Uint32Array(sectors.length * perSector).fill(noSector)
    for (const [index, sector] of sectors.entries()) {
      const at = this.#sector(sector)
      for (let i = 0; i < perSector && at + i * 4 + 4 <= this.#bytes.length; i++) {
        table[index * perSector + i] = this.#word(at + i * 4)
      }
    }
    return table
  }

  #chain(start: number, next: Uint32Array): number[] {
    const sectors: number[] = []
    for (let at = start; at < noSector; at = next[at] ?? noSector) {
      if (sectors.length >= next.length) throw broken()
      sectors.push(at)
    }
    return sectors
  }

  #copy(sectors: readonly number[], size: number): Uint8Array {
    const length = Math.min(size, sectors.length * this.#sectorSize)
    const result = new Uint8Array(length)
    for (const [index, sector] of sectors.entries()) {
      const to = index * this.#sectorSize
      if (to >= length) break
      const at = this.#sector(sector)
      result.set(this.#bytes.subarray(at, at + Math.min(this.#sectorSize, length - to)), to)
    }
    return result
  }

  #gather(entry: OleEntry): Uint8Array {
    const bytes = this.#copy(this.#chain(entry.start, this.#next), entry.size)
    if (bytes.length < entry.size) throw broken()
    return bytes
  }

  #smallStore(): { readonly bytes: Uint8Array; readonly next: Uint32Array } {
    if (this.#small !== undefined) return this.#small
    const rootEntry = this.#entries.find(entry => entry.type === root)
    if (rootEntry === undefined) throw broken()
    const bytes = this.#gather(rootEntry)
    const sectors = this.#chain(this.#view.getUint32(60, true), this.#next)
    const table = this.#copy(sectors, sectors.length * this.#sectorSize)
    const view = new DataView(table.buffer)
    const next = new Uint32Array(table.length >> 2)
    for (let i = 0; i < next.length; i++) next[i] = view.getUint32(i * 4, true)
    this.#small = { bytes, next }
    return this.#small
  }

  #gatherSmall(entry: OleEntry): Uint8Array {
    const { bytes, next } = this.#smallStore()
    const size = this.#smallSectorSize
    const result = new Uint8Array(entry.size)
    const sectors = this.#chain(entry.start, next)
    if (sectors.length * size < entry.size) throw broken()
    for (const [index, sector] of sectors.entries()) {
      const part = bytes.subarray(sector * size, sector * size + Math.min(size, entry.size - index * size))
      if (index * size >= entry.size) break
      result.set(part, index * size)
    }
    return result
  }

  #readEntries(sectors: readonly number[]): OleEntry[] {
    const entries: OleEntry[] = []
    for (const sector of sectors) {
      const start = this.#sector(sector)
      for (let at = start; at + entrySize <= start + this.#sectorSize; at += entrySize) {
        if (at + entrySize > this.#bytes.length) break
        const entry = this.#readEntry(at)
        if (entry.type === storage || entry.type === stream || entry.type === root) entries.push(entry)
      }
    }
    return entries
  }

  #readEntry(at: number): OleEntry {
    const length = Math.min(64, this.#view.getUint16(at + 64, true))
    let name = ''
    for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(this.#view.getUint16(at + i, true))
    const type = this.#view.getUint8(at + 66)
    return { name, type, start: this.#view.getUint32(at + 116, true), size: this.#view.getUint32(at + 120, true) }
  }
}
