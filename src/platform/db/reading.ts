/**
 * Reads in one trip. What a statement may see goes before it in the same message; the server takes both as one
 * transaction, which it ends by itself. So nothing stays on the connection, whatever becomes of the statement.
 */
import { type Connection, type PoolClient, Query, type QueryConfig } from 'pg'

/** The part of the statements of `pg` that is built on here; its types leave it out. */
interface Wire {
  callback: (error: Error | null, result: unknown) => void
  submit(connection: Connection): Error | null
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
}
const Statement = Query as unknown as new (config: object, values?: unknown[]) => Wire

/** Known on each connection under its name. The transaction is held to reading before anybody's rows are in sight. */
const scopeName = 'gongkai_scope'
const scopeText = `SELECT set_config('transaction_read_only', 'on', true), set_config('gongkai.reads', $1, true)`

class ScopedStatement extends Statement {
  /** Whether the answer to the scope is over; what comes after it is the statement's. */
  #scoped = false
  readonly #reads: string

  constructor(reads: string, statement: string | QueryConfig, values?: unknown[]) {
    const config = typeof statement === 'string' ? { text: statement } : statement
    super({ ...config, queryMode: 'extended' }, values)
    this.#reads = reads
  }

  override submit(connection: Connection): Error | null {
    connection.bind({ statement: scopeName, values: [this.#reads] }, true)
    connection.execute({}, true)
    return super.submit(connection)
  }

  override handleDataRow(message: unknown): void {
    if (this.#scoped) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#scoped) super.handleCommandComplete(message, connection)
    this.#scoped = true
  }
}

/** Makes the scope known on a new connection, ahead of everything else that is sent there. */
export function readyToRead(client: PoolClient): void {
  // Where this fails the connection does too, and so does what is asked there next.
  client.query({ name: scopeName, text: scopeText, values: [''] }).catch(() => undefined)
}

/** Sends a statement that only reads, in sight of `reads` alone; see `readsOf`. */
export function readInOneTrip(
  client: PoolClient,
  reads: string,
  statement: string | QueryConfig,
  values?: unknown[],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const query = new ScopedStatement(reads, statement, values)
    query.callback = (error, result) => (error === null ? resolve(result) : reject(error))
    client.query(query as never)
  })
}
