/** Reads the few entries of EXIF that say who, when, with what and where (EXIF 2.3, a TIFF of directories). */

export interface Exif {
  /** Camera, program, author, time. */
  readonly words: string
  /** Latitude and longitude in degrees, where there are any. */
  readonly position: string | undefined
  /** Degrees by which the picture is to be turned clockwise; mirrored pictures are turned only. */
  readonly turn: 0 | 90 | 180 | 270
}

/** Make, model, program, time, author, rights, time of the exposure. */
const telling = [0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x8298, 0x9003]
const subDirectories = [0x8769]
const gpsDirectory = 0x8825
const orientation = 0x0112
const turns: readonly Exif['turn'][] = [0, 0, 0, 180, 180, 90, 90, 270, 270]
const mostEntries = 500

export function readExif(body: Buffer): Exif {
  try {
    return read(new Tiff(body))
  } catch {
    // Broken or cut short: that it is there is what counts.
    return { words: '', position: undefined, turn: 0 }
  }
}

function read(tiff: Tiff): Exif {
  const words: string[] = []
  let position: string | undefined
  const first = tiff.directory(tiff.first)
  const directories = [
    first,
    ...subDirectories.flatMap(tag => (first.has(tag) ? [tiff.directory(tiff.number(first, tag))] : [])),
  ]
  for (const directory of directories) {
    for (const tag of telling) if (directory.has(tag)) words.push(tiff.text(directory, tag))
  }
  if (first.has(gpsDirectory)) position = positionOf(tiff, tiff.directory(tiff.number(first, gpsDirectory)))
  return { words: words.join(' '), position, turn: turns[tiff.value(first, orientation)] ?? 0 }
}

function positionOf(tiff: Tiff, gps: Directory): string {
  const degrees = (tag: number, sign: number, negative: string) => {
    const [d = 0, m = 0, s = 0] = tiff.fractions(gps, tag)
    return (d + m / 60 + s / 3600) * (tiff.text(gps, sign).startsWith(negative) ? -1 : 1)
  }
  return gps.has(2) && gps.has(4) ? `${degrees(2, 1, 'S').toFixed(5)}, ${degrees(4, 3, 'W').toFixed(5)}` : ''
}

/** Where each entry of a directory stands. */
type Directory = ReadonlyMap<number, number>

class Tiff {
  readonly #body: Buffer
  readonly #little: boolean

  constructor(body: Buffer) {
    this.#body = body
    this.#little = body[0] === 0x49
  }

  get first(): number {
    return this.#long(4)
  }

  #short(at: number): number {
    return this.#little ? this.#body.readUInt16LE(at) : this.#body.readUInt16BE(at)
  }

  #long(at: number): number {
    return this.#little ? this.#body.readUInt32LE(at) : this.#body.readUInt32BE(at)
  }

  directory(at: number): Directory {
    const count = Math.min(mostEntries, this.#short(at))
    return new Map(Array.from({ length: count }, (_, n) => [this.#short(at + 2 + n * 12), at + 2 + n * 12]))
  }

  number(directory: Directory, tag: number): number {
    return this.#long((directory.get(tag) ?? 0) + 8)
  }

  /** The short number of an entry; 0 where there is none. */
  value(directory: Directory, tag: number): number {
    const entry = directory.get(tag)
    return entry === undefined ? 0 : this.#short(entry + 8)
  }

  /** The text of an entry: in the entry itself where it is of four signs or fewer. */
  text(directory: Directory, tag: number): string {
    const entry = directory.get(tag)
    if (entry === undefined) return ''
    const count = Math.min(200, this.#long(entry + 4))
    const at = count <= 4 ? entry + 8 : this.#long(entry + 8)
    return this.#body
      .subarray(at, at + count)
      .toString('utf8')
      .replace(/\0/g, '')
      .trim()
  }

  fractions(directory: Directory, tag: number): number[] {
    const entry = directory.get(tag)
    if (entry === undefined) return []
    const at = this.#long(entry + 8)
    return [0, 1, 2].map(n => this.#long(at + n * 8) / (this.#long(at + n * 8 + 4) || 1))
  }
}
