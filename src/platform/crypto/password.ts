/** Passwords at rest: argon2id, so that a stolen table costs 19 MiB and two passes for every guess. */
import { hash, parseOptions, verify } from '@node-rs/argon2'

/** What one hash costs; `memory` in KiB. */
export interface PasswordCost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** About 30 ms on a small server. */
const passwordCost: PasswordCost = { memory: 19 * 1024, passes: 2, lanes: 1 }

/** The hash to store, in the PHC form `$argon2id$v=19$m=…`, with its own salt. */
export function hashPassword(password: string, cost: PasswordCost = passwordCost): Promise<string> {
  return hash(asTyped(password), { memoryCost: cost.memory, timeCost: cost.passes, parallelism: cost.lanes })
}

/**
 * Whether the password is the stored one. `stored` is null where there is no such account: the answer is then no,
 * after the same work, so that time does not tell who has an account.
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  cost: PasswordCost = passwordCost,
): Promise<boolean> {
  if (stored === null) {
    await hashPassword(password, cost)
    return false
  }
  return verify(stored, asTyped(password))
}

/** Whether the stored hash was made more cheaply, or otherwise, than it would be now: hash anew at the next sign-in. */
export function needsRehash(stored: string, cost: PasswordCost = passwordCost): boolean {
  if (!stored.startsWith('$argon2id$')) return true
  const made = parseOptions(stored)
  return made.memoryCost < cost.memory || made.timeCost < cost.passes || made.parallelism !== cost.lanes
}

/** Whether the password is among the former ones; all are tried, whatever the first says. */
export async function isAmongFormer(password: string, former: readonly string[]): Promise<boolean> {
  const found: boolean[] = []
  for (const stored of former) found.push(await verifyPassword(stored, password))
  return found.includes(true)
}

/** Full-width letters of an input method are the same password. */
function asTyped(password: string): string {
  return password.normalize('NFKC')
}
