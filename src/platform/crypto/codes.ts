/** Codes that people copy by hand: recovery codes, query codes, digits sent to them. No letter of the alphabet can be taken for another sign. */
import { type Random, systemRandom } from './random.ts'
import { hashToken, sameText } from './tokens.ts'

/** 32 signs without I, L, O, U (Crockford): five bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 4
const CODES = 10

/** A code of 80 bits in groups of four: `7Q2M-0XKD-…`. */
export function newCode(random: Random = systemRandom): string {
  const signs = Array.from(random(GROUPS * GROUP), byte => ALPHABET[byte % ALPHABET.length] ?? '').join('')
  return Array.from({ length: GROUPS }, (_, n) => signs.slice(n * GROUP, (n + 1) * GROUP)).join('-')
}

/** Six digits that are sent to somebody and typed once, within minutes: to be kept by a keyed hash, few tries each. */
export function newDigits(random: Random = systemRandom): string {
  const number = random(6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 1_000_000).padStart(6, '0')
}

/** What to store of a code; however it was typed: spaces, dashes, case, full width, O for 0, I or L for 1. */
export function hashCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return hashToken(plain)
}

/** Codes shown once, and what is stored of them. */
export interface RecoveryCodes {
  readonly codes: readonly string[]
  readonly hashes: readonly string[]
}

/** Codes to sign in with, each once, when the second factor is lost. */
export function newRecoveryCodes(random: Random = systemRandom): RecoveryCodes {
  const codes = Array.from({ length: CODES }, () => newCode(random))
  return { codes, hashes: codes.map(hashCode) }
}

/** The hashes left after the typed code is used up; null when it is none of them. */
export function spendRecoveryCode(typed: string, hashes: readonly string[]): readonly string[] | null {
  const hash = hashCode(typed)
  const left = hashes.filter(stored => !sameText(stored, hash))
  return left.length === hashes.length ? null : left
}
