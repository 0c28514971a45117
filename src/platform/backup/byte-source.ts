/** A stream of bytes taken in the portions its reader wants. */
import { archiveTruncated } from './troubles.ts'

export class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array()
  /** Bytes taken so far: the place in the archive. */
  position = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Up to `most` bytes, as they come; null at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.#piece.length === 0) {
      const next = await this.#pieces.next()
      if (next.done === true) return null
      this.#piece = next.value
    }
    const taken = this.#piece.subarray(0, most)
    this.#piece = this.#piece.subarray(taken.length)
    this.position += taken.length
    return taken
  }

  /** Exactly so many bytes, as they come. Throws `archive_truncated` naming the entry where they end early. */
  async *stream(size: number, entry: string): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0; ) {
      const bytes = await this.some(left)
      if (bytes === null) throw archiveTruncated(entry, this.position)
      left -= bytes.length
      yield bytes
    }
  }

  /** Exactly so many bytes at once. Throws as `stream`. */
  async take(size: number, entry: string): Promise<Buffer> {
    const taken: Uint8Array[] = []
    for await (const bytes of this.stream(size, entry)) taken.push(bytes)
    return Buffer.concat(taken, size)
  }

  async close(): Promise<void> {
    await this.#pieces.return?.()
  }
}
