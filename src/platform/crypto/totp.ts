/** Time-based one-time codes (RFC 6238): SHA-1, 6 digits, 30 s, what every authenticator app understands. */
import { HOTP, Secret, TOTP } from 'otpauth'
import { type Random, systemRandom } from './random.ts'
import { sameText } from './tokens.ts'

const DIGITS = 6
const PERIOD_S = 30
const SECRET_BYTES = 20
/** Steps before and after the present one that are taken as well: clocks of telephones are off by seconds. */
const WINDOW = 1

/** A new secret in base32; to be sealed before it is stored. */
export function newTotpSecret(random: Random = systemRandom): string {
  return new Secret({ buffer: Uint8Array.from(random(SECRET_BYTES)).buffer }).base32
}

/** What the QR code says: `otpauth://totp/…`. `issuer` is the installation's name, `account` the login. */
export function totpUri(of: { readonly secret: string; readonly issuer: string; readonly account: string }): string {
  const { secret, issuer, account } = of
  return new TOTP({ secret, issuer, label: account, digits: DIGITS, period: PERIOD_S }).toString()
}

/** `now` in ms since 1970; `lastStep` the step of the last code taken from this account, null before the first. */
export interface TotpAttempt {
  readonly secret: string
  readonly typed: string
  readonly now: number
  readonly lastStep: number | null
}

/** Taken, with the step to store; or refused: `replayed` is a right code that was taken before. */
export type TotpAnswer =
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly why: 'malformed' | 'wrong' | 'replayed' }

/** Whether the typed code is that of the present step or one beside it, and no code of that or a later step was used. */
export function checkTotp({ secret, typed, now, lastStep }: TotpAttempt): TotpAnswer {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return { ok: false, why: 'malformed' }
  const present = Math.floor(now / 1000 / PERIOD_S)
  const key = Secret.fromBase32(secret)
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, n) => present - WINDOW + n)
  const right = steps.filter(step => sameText(codeAt(key, step), code))
  const fresh = right.find(step => lastStep === null || step > lastStep)
  if (fresh !== undefined) return { ok: true, step: fresh }
  return { ok: false, why: right.length > 0 ? 'replayed' : 'wrong' }
}

function codeAt(secret: Secret, step: number): string {
  return HOTP.generate({ secret, counter: step, digits: DIGITS, algorithm: 'SHA1' })
}
