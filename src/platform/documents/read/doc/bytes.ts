/** Bounded reading of little-endian numbers: a place outside the bytes throws instead of giving undefined. */
import { damaged } from '../../errors.ts'

export class Bytes {
  readonly array: Uint8Array
  readonly #view: DataView

  constructor(array: Uint8Array) {
    this.array = array
    this.#view = new DataView(array.buffer, array.byteOffset, array.byteLength)
  }

  get length(): number {
    return this.array.length
  }

  #within(at: number, length: number): number {
    if (at < 0 || at + length > this.array.length) throw damaged('正文', 'the main text')
    return at
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1))
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#within(at, 2), true)
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#within(at, 2), true)
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#within(at, 4), true)
  }

  /** A part of the bytes; throws where it reaches beyond them. */
  part(at: number, length: number): Bytes {
    return new Bytes(this.array.subarray(this.#within(at, length), at + length))
  }
}
