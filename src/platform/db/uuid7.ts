/** Identifiers made by the application (RFC 9562): version 7 sorts by time, version 8 follows from what it names. */
import { createHash, randomBytes } from 'node:crypto'

/** Gives so many random bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** A UUID version 7 of that instant, ms since 1970. */
export function uuid7(now: number, random: RandomBytes = randomBytes): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  return written(bytes, 7)
}

/** The UUID that stands for these words and no others: what must be there once has one. */
export function uuidOf(...words: readonly string[]): string {
  return written(createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16), 8)
}

function written(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
