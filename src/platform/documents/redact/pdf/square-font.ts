/**
 * A TrueType font of one shape, a square as wide as it is high, made here from nothing. The text laid over pages of
 * pixels is set in it, without ink: some readers pass over signs whose font has no shape for them.
 */

/** Units of the square's side. */
const side = 1000

/** Writes numbers of two bytes, and of four where marked `long`, as TrueType wants them. */
class Table {
  readonly #bytes: number[] = []

  short(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push((value >> 8) & 0xff, value & 0xff)
    return this
  }

  long(...values: readonly number[]): this {
    for (const value of values) this.short(value >>> 16, value & 0xffff)
    return this
  }

  bytes(): Buffer {
    return Buffer.from(this.#bytes)
  }
}

function tables(): ReadonlyMap<string, Buffer> {
  const contour = [1, 0, 0, side, side, 3, 0]
  const corners = Buffer.from([1, 1, 1, 1])
  const across = new Table().short(0, 0, side, 0)
  const down = new Table().short(0, side, 0, -side)
  const glyph = Buffer.concat([new Table().short(...contour).bytes(), corners, across.bytes(), down.bytes()])
  const padded = Buffer.concat([glyph], Math.ceil(glyph.length / 4) * 4)
  const head = new Table().long(0x10000, 0x10000, 0, 0x5f0f3cf5).short(0, side).long(0, 0, 0, 0).short(0, 0, side, side)
  return new Map([
    // A table of characters that has none: codes lead to the square by the map of the PDF.
    ['cmap', new Table().short(0, 1, 3, 1).long(12).short(4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0).bytes()],
    ['glyf', padded],
    ['head', head.short(0, 8, 2, 0, 0).bytes()],
    ['hhea', new Table().long(0x10000).short(side, 0, 0, side, 0, 0, side, 1, 0, 0, 0, 0, 0, 0, 0, 2).bytes()],
    ['hmtx', new Table().short(side, 0, side, 0).bytes()],
    ['loca', new Table().short(0, 0, padded.length / 2).bytes()],
    ['maxp', new Table().long(0x10000).short(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0).bytes()],
    ['post', new Table().long(0x30000, 0).short(0, 0).long(0, 0, 0, 0, 0).bytes()],
  ])
}

/** The font file; its glyph 1 is the square. */
export function squareFont(): Buffer {
  const parts = tables()
  const head = new Table().long(0x10000).short(parts.size, 128, 3, parts.size * 16 - 128)
  const bodies: Buffer[] = []
  let offset = 12 + parts.size * 16
  for (const [name, body] of parts) {
    const padded = Buffer.concat([body], Math.ceil(body.length / 4) * 4)
    head.long(Buffer.from(name).readUInt32BE(), sumOf(padded), offset, body.length)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head.bytes(), ...bodies])
}

function sumOf(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0
  return sum
}
