/** Transactions that say whose rows they are about. */
import { setTimeout as pause } from 'node:timers/promises'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres/session'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { isAway, sqlState, statementTrouble } from './errors.ts'
import { statementNames } from './prepared.ts'
import { readInOneTrip } from './reading.ts'
import { beginning, readsOf, type Scope } from './scope.ts'

/** A transaction's handle: drizzle over one connection. `tx.transaction` within it is a savepoint. */
export type Tx = NodePgDatabase<Record<string, never>>

/**
 * When what a transaction wrote is safe. `soon`: the caller goes on before it is, and a crash within the next second
 * may lose it; for counts, and for when something was last used. `nothing`: it only reads, and the database refuses
 * anything else; each statement is then a transaction of its own, which has no savepoints and holds no locks.
 */
export type Kept = 'at once' | 'soon' | 'nothing'

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
  const run = () => (kept === 'nothing' ? reading(pool, readsOf(scope), work) : once(pool, { begin, kept }, work))
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
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
  const send: Send = ({ client }, statement, values) => client.query(statement, values)
  const gate = gateTo(() => open(pool, begin), send)
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

/** Work that only reads: nothing is begun, and there is nothing to end. */
async function reading<T>(pool: Pool, reads: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  let spoilt = false
  let last: Promise<unknown> | undefined
  const send: Send = ({ client }, statement, values) => {
    const answer = readInOneTrip(client, reads, statement, values)
    last = answer.catch(error => {
      spoilt ||= sqlState(error) === changedBelow || isAway(error)
    })
    return answer
  }
  const gate = gateTo(async () => ({ client: await pool.connect() }), send)
  try {
    return await work(gate.tx)
  } finally {
    // Answers come in the order of the statements: with the last one, all are there.
    const giveBack = async ({ client }: Connected) => {
      await last
      client.release(spoilt)
    }
    gate.close()?.then(giveBack, () => undefined)
  }
}

interface Connected {
  readonly client: PoolClient
}

type Statement = string | QueryConfig
type Send = (on: Connected, statement: Statement, values?: unknown[]) => Promise<unknown>

/** A connection on which a transaction has been begun, whether or not the server has said so yet. */
interface Opened extends Connected {
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
function gateTo<C extends Connected>(begin: () => Promise<C>, send: Send) {
  let isOpen = true
  let opened: Promise<C> | undefined
  const query = async (statement: Statement, values?: unknown[]) => {
    if (isOpen) opened ??= begin()
    const on = await opened
    if (!isOpen || on === undefined) throw new Error('the transaction has ended: wait for all work within it')
    sendTogether(on.client)
    return send(on, typeof statement === 'string' ? statement : prepared(statement), values)
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
