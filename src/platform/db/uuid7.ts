/** Identifiers that sort by time (RFC 9562, version 7), made by the application. */
import { randomBytes } from 'node:crypto'

/** Gives so many random bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** A UUID version 7 of that instant, ms since 1970. */
export function uuid7(now: number, random: RandomBytes = randomBytes): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
