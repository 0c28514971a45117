/** A compound file (MS-CFB, version 3): named streams in sectors of 512 bytes, all of them large. */

const SECTOR = 512
const LARGE = 4096
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd

/** Streams shorter than the small-stream limit are padded beyond it, so that none is needed. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(streams).map(([name, bytes]) => ({ name, bytes: padded(bytes) }))
  const sectors = parts.reduce((sum, p) => sum + p.bytes.length / SECTOR, 0)
  const directorySectors = Math.ceil((parts.length + 1) / 4)
  let fatSectors = 1
  while (fatSectors * 128 < sectors + directorySectors + fatSectors) fatSectors++
  const fat: number[] = new Array<number>(fatSectors).fill(FAT)
  chain(fat, directorySectors)
  const starts = parts.map(p => chain(fat, p.bytes.length / SECTOR))
  while (fat.length < fatSectors * 128) fat.push(FREE)
  const entries = parts.map((p, i) =>
    entry(p.name, 2, starts[i] ?? END, p.bytes.length, i + 2 <= parts.length ? i + 2 : FREE, FREE),
  )
  const root = entry('Root Entry', 5, END, 0, FREE, parts.length > 0 ? 1 : FREE)
  const directory = new Uint8Array(directorySectors * SECTOR)
  ;[root, ...entries].forEach((e, i) => {
    directory.set(e, i * 128)
  })
  return concat([header(fatSectors), numbers(fat), directory, ...parts.map(p => p.bytes)])
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.max(LARGE, Math.ceil(bytes.length / SECTOR) * SECTOR))
  whole.set(bytes)
  return whole
}

/** Appends a chain of so many sectors to the table; says where it starts. */
function chain(fat: number[], length: number): number {
  const start = fat.length
  for (let i = 1; i < length; i++) fat.push(start + i)
  fat.push(END)
  return start
}

/** One directory entry; siblings hang to the right of each other. */
function entry(name: string, type: number, start: number, size: number, right: number, child: number): Uint8Array {
  const bytes = new Uint8Array(128)
  const view = new DataView(bytes.buffer)
  ;[...name].forEach((char, i) => {
    view.setUint16(i * 2, char.charCodeAt(0), true)
  })
  view.setUint16(64, (name.length + 1) * 2, true)
  bytes[66] = type
  bytes[67] = 1
  view.setUint32(68, FREE, true)
  view.setUint32(72, right, true)
  view.setUint32(76, child, true)
  view.setUint32(116, start, true)
  view.setUint32(120, size, true)
  return bytes
}

function header(fatSectors: number): Uint8Array {
  const bytes = new Uint8Array(SECTOR)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const view = new DataView(bytes.buffer)
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, fatSectors, true)
  view.setUint32(48, fatSectors, true)
  view.setUint32(56, LARGE, true)
  view.setUint32(60, END, true)
  view.setUint32(68, END, true)
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i < fatSectors ? i : FREE, true)
  return bytes
}

function numbers(list: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(list.length * 4))
  list.forEach((n, i) => {
    view.setUint32(i * 4, n, true)
  })
  return new Uint8Array(view.buffer)
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
