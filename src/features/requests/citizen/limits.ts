/** How often an address may do what it does. What one does never shuts out another who does it right. */
import { DAY, HOUR, MINUTE } from '../../../domain/kernel/instant.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { type Refusal, refuse } from '../../../domain/kernel/result.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Database } from '../../../platform/db/connect.ts'
import { countOne, waitOf } from '../../../platform/record/rate.ts'

/** A reading place or an office shares one address: many may apply from it. */
const limits = {
  /** What was filed; and forms sent with something to mend, which is no fault. */
  apply: { most: 30, within: HOUR },
  applyRefused: { most: 300, within: HOUR },
  /** By one who may follow it, of one request or account: counted for nobody else. */
  follow: { most: 120, within: 10 * MINUTE },
  /**
   * With a wrong number or code. Counted by address alone: numbers are consecutive, so a limit of a number would let
   * anybody shut its applicant out, and nobody guesses a code of 80 bits.
   */
  wrong: { most: 120, within: 10 * MINUTE },
  draft: { most: 300, within: HOUR },
  search: { most: 300, within: 10 * MINUTE },
  /** Codes to sign in with: asked for from an address, sent to one of mail or telephone, typed. */
  code: { most: 30, within: HOUR },
  codeTo: { most: 5, within: HOUR },
  codeToInADay: { most: 12, within: DAY },
  codeTry: { most: 60, within: 10 * MINUTE },
} as const

/** Counts one more; the refusal where that is too many. In a transaction of its own: what fails has been counted. */
export async function counted(database: Database, what: Limited, of: string, now: Date): Promise<Refusal | null> {
  return refusalFor(await database.transaction('installation', tx => countOne(tx, allowanceOf(what, of), now)))
}

/** The refusal where so many were counted that one more is too many; counts nothing. */
export async function exhausted(database: Database, what: Limited, of: string, now: Date): Promise<Refusal | null> {
  return refusalFor(await database.transaction('installation', tx => waitOf(tx, allowanceOf(what, of), now), 'nothing'))
}

type Limited = keyof typeof limits

/** The hash, as what is typed may be anything, and an address is personal data. */
function allowanceOf(what: Limited, of: string) {
  return { bucket: `citizen ${what} ${hashToken(of).slice(0, 32)}`, ...limits[what] }
}

function refusalFor(wait: number): Refusal | null {
  return wait === 0 ? null : refuse('too_often', tooOften(Math.ceil(wait / MINUTE))).refusal
}

const tooOften = (minutes: number): Said => ({
  zh: `操作太频繁，请 ${minutes} 分钟后再试；您填写的内容仍在页面上`,
  en: `Too many attempts; try again in ${minutes} minutes. What you typed is still on the page`,
})
