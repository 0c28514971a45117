/** How often an address may call, and how often a number may be tried: counted whatever comes of it. */
import { DAY, HOUR, MINUTE } from '../../../domain/kernel/instant.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { type Refusal, refuse } from '../../../domain/kernel/result.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Database } from '../../../platform/db/connect.ts'
import { countOne } from '../../../platform/record/rate.ts'

/** A reading place or an office shares one address: many may apply from it, nobody guesses a code of 80 bits. */
const limits = {
  apply: { most: 30, within: HOUR },
  follow: { most: 120, within: 10 * MINUTE },
  number: { most: 60, within: HOUR },
  draft: { most: 300, within: HOUR },
  search: { most: 300, within: 10 * MINUTE },
  /** Codes to sign in with: asked for from an address, sent to one of mail or telephone, typed. */
  code: { most: 30, within: HOUR },
  codeTo: { most: 5, within: HOUR },
  codeToInADay: { most: 12, within: DAY },
  codeTry: { most: 60, within: 10 * MINUTE },
} as const

/** Counts one more; the refusal where that is too many. In a transaction of its own: what fails has been counted. */
export async function counted(
  database: Database,
  what: keyof typeof limits,
  of: string,
  now: Date,
): Promise<Refusal | null> {
  // The hash, as what is typed may be anything, and an address is personal data.
  const bucket = `citizen ${what} ${hashToken(of).slice(0, 32)}`
  const wait = await database.transaction('installation', tx => countOne(tx, { bucket, ...limits[what] }, now))
  return wait === 0 ? null : refuse('too_often', tooOften(Math.ceil(wait / MINUTE))).refusal
}

const tooOften = (minutes: number): Said => ({
  zh: `操作太频繁，请 ${minutes} 分钟后再试；您填写的内容仍在页面上`,
  en: `Too many attempts; try again in ${minutes} minutes. What you typed is still on the page`,
})
