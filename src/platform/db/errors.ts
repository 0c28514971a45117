/** What errors of the database mean. */
import { codeOf, Trouble } from '../trouble.ts'
import { diskFull, unreachable } from './trouble.ts'

/** PostgreSQL's five-character code of an error, also where drizzle has wrapped it; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return null
}

/** The name of the constraint an error broke, or null. */
export function brokenConstraint(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('constraint' in at && typeof at.constraint === 'string') return at.constraint
  }
  return null
}

const networkCodes = /^(?:ECONN|ENOENT$|ENOTFOUND$|EAI_AGAIN$|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$)/
/** The connection failed or was ended by the server: stopping, starting, crashed. */
const goneStates = /^(?:08|57P0[123])/
const goneWords =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/

/** Whether the connection, not the statement, was the trouble. */
export function isAway(error: unknown): boolean {
  if (goneStates.test(sqlState(error) ?? '')) return true
  for (let at = error; at instanceof Error; at = at.cause) {
    if (networkCodes.test(codeOf(at)) || goneWords.test(at.message)) return true
  }
  return false
}

/** The error the database gave: what is wrapped around it repeats the values of the statement, which may be personal. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error
}

/** A Trouble where a person can mend what made a statement fail (disk, connection), else the error itself. */
export function statementTrouble(error: unknown, where: string): unknown {
  if (error instanceof Trouble) return error
  if (sqlState(error) === '53100') return diskFull(where, rootOf(error))
  return isAway(error) ? unreachable(where, rootOf(error)) : error
}
