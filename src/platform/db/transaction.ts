/** Transactions that say whose rows they are about. */
import { setTimeout as pause } from 'node:timers/promises'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres/session'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { sqlState, statementTrouble } from './errors.ts'
import { statementNames } from './prepared.ts'

/** A transaction's handle: drizzle over one connection. `tx.transaction` within it is a savepoint. */
export type Tx = NodePgDatabase<Record<string, never>>

/**
 * Whose rows a transaction sees and writes. Held to by row-level security, behind the program's own checks.
 * `installation` is for work on behalf of all: signing in, jobs, back-up.
 */
export type Scope =
  | { readonly agency: string }
  /** A supervisor's look at several agencies: nothing can be written. */
  | { readonly agencies: readonly string[] }
  | 'installation'

/**
 * When what a transaction wrote is safe. `soon`: the caller goes on before it is, and a crash within the next second
 * may lose it. For counts, for when something was last used, and for what only reads: it need not wait for its end.
 */
export type Kept = 'at once' | 'soon'

const tries = 5
/** serialization_failure, deadlock_detected */
const again = new Set(['40001', '40P01'])
/** feature_not_supported: among others, what was prepared no longer fits a table that a newer program has changed. */
const changedBelow = '0A000'

/** Runs the work in one transaction of the pool; `where` names the database in sentences. */
export async function inTransaction<T>(
  pool: Pool,
  where: string,
  { scope, kept }: { readonly scope: Scope; readonly kept: Kept },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begin = kept === 'soon' ? `${beginning(scope)}; SET LOCAL synchronous_commit = off` : beginning(scope)
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, { begin, kept }, work)
    } catch (error) {
      if (attempt >= tries || !again.has(sqlState(error) ?? '')) throw statementTrouble(error, where)
      // Those that met once shall not meet again.
      await pause(Math.random() * 2 ** attempt * 5)
    }
  }
}

interface Frame {
  readonly begin: string
  readonly kept: Kept
}

async function once<T>(pool: Pool, { begin, kept }: Frame, work: (tx: Tx) => Promise<T>): Promise<T> {
  const gate = gateTo(() => open(pool, begin))
  const result = await work(gate.tx).catch(async error => {
    const begun = await gate.close()?.catch(() => null)
    if (begun) begun.client.release((await rolledBack(begun.client)) || sqlState(error) === changedBelow)
    throw error
  })
  const opened = gate.close()
  // Nothing was asked: there is nothing to begin, and nothing to end.
  if (opened === undefined) return result
  const committed = opened.then(commit)
  if (kept === 'at once') await committed
  // What may be lost may be lost here too; that the server is away is told to whoever asks it next.
  else committed.catch(() => undefined)
  return result
}

/** A connection on which a transaction has been begun, whether or not the server has said so yet. */
interface Opened {
  readonly client: PoolClient
  readonly begun: Promise<unknown>
}

async function open(pool: Pool, begin: string): Promise<Opened> {
  const client = await pool.connect()
  // Not waited for: the connection is pipelined, so the first statement of the work travels with it.
  sendTogether(client)
  const begun = client.query(begin)
  begun.catch(() => undefined)
  return { client, begun }
}

/** Holds back what is sent until this turn's work is done, so that all of it goes out in one write. */
function sendTogether({ connection: { stream } }: PoolClient): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Ends the transaction and gives the connection back. */
async function commit({ client, begun }: Opened): Promise<void> {
  let broken = true
  try {
    await begun
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('an error within the transaction was kept from it: nothing was saved')
    broken = false
  } catch (error) {
    broken = await rolledBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Whether the connection is no longer to be used. */
async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return false
  } catch {
    return true
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One trip for the beginning and the scope, which goes with the transaction: the next one here begins blind. */
function beginning(scope: Scope): string {
  if (scope === 'installation') return `BEGIN; SET LOCAL gongkai.reads = '*'; SET LOCAL gongkai.writes = '*'`
  const agencies = ('agency' in scope ? [scope.agency] : scope.agencies).map(id => id.toLowerCase())
  const wrong = agencies.find(id => !uuid.test(id))
  if (wrong !== undefined) throw new Error(`not the id of an agency: ${JSON.stringify(wrong)}`)
  const reads = `SET LOCAL gongkai.reads = '${agencies.join()}'`
  return 'agency' in scope
    ? `BEGIN; ${reads}; SET LOCAL gongkai.writes = '${agencies.join()}'`
    : `BEGIN READ ONLY; ${reads}`
}

const dialect = new PgDialect()
const schema = { fullSchema: {}, schema: {}, tableNamesMap: {} }

const nameOf = statementNames()

/** The statement under its name, where it has one: by then it is prepared on this connection, or is now. */
function prepared(statement: QueryConfig): QueryConfig {
  const name = statement.name ?? nameOf(statement.text)
  return name === undefined ? statement : { ...statement, name }
}

/**
 * A handle that works until it is closed: work that somebody forgot to wait for must not run on in the transaction of
 * whoever gets the connection next, with another agency's rows in sight. The transaction begins with its first
 * statement; `close` gives it, undefined where there was none.
 */
function gateTo(begin: () => Promise<Opened>) {
  let isOpen = true
  let opened: Promise<Opened> | undefined
  const query = async (statement: string | QueryConfig, values?: unknown[]) => {
    if (isOpen) opened ??= begin()
    const client = (await opened)?.client
    if (!isOpen || client === undefined) throw new Error('the transaction has ended: wait for all work within it')
    sendTogether(client)
    return client.query(typeof statement === 'string' ? statement : prepared(statement), values)
  }
  const session = new NodePgSession({ query } as unknown as PoolClient, dialect, schema)
  return {
    tx: new NodePgTransaction(dialect, session, schema) as Tx,
    close: () => {
      isOpen = false
      return opened
    },
  }
}
