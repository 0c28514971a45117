/** The way into the database: one role that owns the tables and migrates, one plain role for everything else. */
import { Client, type ClientConfig, Pool } from 'pg'
import { readyToRead } from './reading.ts'
import { appRole } from './roles.ts'
import type { Scope } from './scope.ts'
import { inTransaction, type Kept, type Tx } from './transaction.ts'
import { tooOld, unreachable } from './trouble.ts'

export { brokenConstraint, sqlState } from './errors.ts'
export type { Scope } from './scope.ts'
export type { Tx } from './transaction.ts'

export interface Database {
  /**
   * Runs the work in one transaction; again, where the database asks for it (serialisation, deadlock), so the work
   * does nothing outside the database that may not be done twice. Throws a Trouble where the server is away or its
   * disk is full. What it wrote is safe when this ends, unless it is said to be kept `soon`; `nothing` only reads.
   */
  readonly transaction: <T>(scope: Scope, work: (tx: Tx) => Promise<T>, kept?: Kept) => Promise<T>
  /** The plain role's pool, for libraries that bring their own SQL. */
  readonly pool: Pool
  /** How to connect as the owner: migrations, back-up. */
  readonly owner: ClientConfig
  readonly close: () => Promise<void>
}

const oldestVersion = 150000
const mostConnections = 20
/** Instants are written and read in one zone, wherever the server stands. */
const zone = '-c timezone=UTC'

/**
 * Opens a migrated database. Throws a Trouble where it cannot be reached or is too old. The plain role's connections
 * begin as the owner and step down before their first statement, so that one address is enough; where the role may
 * sign in by itself, `plain` says how, and its connections cannot step up again.
 */
export async function openDatabase(owner: ClientConfig, plain = steppedDown(owner)): Promise<Database> {
  await checkServer(owner)
  const pool = new Pool({
    ...plain,
    max: mostConnections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    // Halves the trips of a short transaction.
    pipeline: true,
  })
  // A connection lost while idle is replaced by the next caller's; one lost in use fails the statements of its user.
  // Neither is a reason to end the program.
  pool.on('error', () => undefined)
  pool.on('connect', client => {
    client.on('error', () => undefined)
    readyToRead(client)
  })
  return {
    pool,
    owner,
    close: () => pool.end(),
    transaction: (scope, work, kept = 'at once') => inTransaction(pool, describe(owner), { scope, kept }, work),
  }
}

function steppedDown(owner: ClientConfig): ClientConfig {
  return { ...owner, options: `${zone} -c role=${appRole}` }
}

/** Runs work on one connection of the owner, who sees the rows of all agencies. */
export async function asOwner<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...owner, options: `${zone} -c gongkai.reads=* -c gongkai.writes=*` })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    throw unreachable(describe(owner), cause)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function checkServer(owner: ClientConfig): Promise<void> {
  await asOwner(owner, async client => {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    const version = Number(rows[0]?.server_version_num)
    if (version < oldestVersion) throw tooOld(String(Math.floor(version / 10000)))
  })
}

/** Without the password. */
function describe(owner: ClientConfig): string {
  if (owner.connectionString && URL.canParse(owner.connectionString)) {
    const url = new URL(owner.connectionString)
    return `${url.host}${url.pathname}`
  }
  return `${owner.host ?? 'localhost'}/${owner.database ?? ''}`
}
