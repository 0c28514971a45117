/** Who calls: found once, at the edge, from a session or an API key. */
import type { Actor } from '../domain/people/policy.ts'

export interface Caller {
  readonly actor: Actor
  readonly name: string
  /** The session of a browser, or null for a program with a key. */
  readonly sessionId: string | null
  /**
   * What a key is confined to, by contract id (`reports.*` for a slice), or a session that is not whole yet to what
   * makes it whole; null for a whole session.
   */
  readonly scopes: readonly string[] | null
}

/** Whether a key's scopes take in a contract. */
export function inScope({ scopes }: Caller, contractId: string): boolean {
  if (scopes === null) return true
  const slice = contractId.slice(0, contractId.indexOf('.'))
  return scopes.includes(contractId) || scopes.includes(`${slice}.*`)
}
