/** Whose rows are seen and written, as the database is told. */

/**
 * Whose rows a transaction sees and writes. Held to by row-level security, behind the program's own checks.
 * `installation` is for work on behalf of all: signing in, jobs, back-up.
 */
export type Scope =
  | { readonly agency: string; readonly seen?: readonly string[] }
  /** A supervisor's look at several agencies: nothing can be written. */
  | { readonly agencies: readonly string[] }
  | 'installation'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The setting that says whose rows are seen: ids with commas between them, or a star. Throws for what is no id. */
export function readsOf(scope: Scope): string {
  if (scope === 'installation') return '*'
  return idsOf('agency' in scope ? [scope.agency, ...(scope.seen ?? [])] : scope.agencies)
}

function idsOf(agencies: readonly string[]): string {
  const ids = agencies.map(id => id.toLowerCase())
  const wrong = ids.find(id => !uuid.test(id))
  if (wrong !== undefined) throw new Error(`not the id of an agency: ${JSON.stringify(wrong)}`)
  return ids.join()
}

/** One trip for the beginning and the scope, which goes with the transaction: the next one here begins blind. */
export function beginning(scope: Scope): string {
  const reads = `SET LOCAL gongkai.reads = '${readsOf(scope)}'`
  if (scope !== 'installation' && 'agencies' in scope) return `BEGIN READ ONLY; ${reads}`
  const writes = scope === 'installation' ? '*' : idsOf([scope.agency])
  return `BEGIN; ${reads}; SET LOCAL gongkai.writes = '${writes}'`
}
