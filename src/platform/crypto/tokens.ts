/** Opaque tokens of sessions, links and api keys: the bearer holds the token, the database only its hash. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Random, systemRandom } from './random.ts'

const BYTES = 32

/** A new token, 43 characters of base64url, and what to store of it. */
export interface NewToken {
  readonly token: string
  readonly hash: string
}

export function newToken(random: Random = systemRandom): NewToken {
  const token = Buffer.from(random(BYTES)).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** SHA-256 in hex. Tokens are unpredictable, so that a fast hash without salt gives nothing away. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether the token is the one whose hash is stored, in a time that does not depend on where they differ. */
export function isToken(token: string, storedHash: string): boolean {
  return sameText(hashToken(token), storedHash)
}

/** Compares two texts in a time that depends on their length alone. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
