/** The way into the database: one role that owns the tables and migrates, one plain role for everything else. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Client, type ClientConfig, Pool, type PoolClient } from 'pg'
import { tooOld, unreachable } from './trouble.ts'

/** A transaction's handle: drizzle over one connection. */
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

export interface Database {
  /** Runs the work in one transaction; again, where the database asks for it (serialisation, deadlock). */
  readonly transaction: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The plain role's pool, for libraries that bring their own SQL. */
  readonly pool: Pool
  /** How to connect as the owner: migrations, back-up. */
  readonly owner: ClientConfig
  readonly close: () => Promise<void>
}

/** The role the application works as: owns nothing, bypasses nothing. */
export const appRole = 'gongkai_app'
const oldestVersion = 150000
const mostConnections = 20
const tries = 4
/** serialization_failure, deadlock_detected */
const again = new Set(['40001', '40P01'])

/** Opens a migrated database. Throws a Trouble where it cannot be reached or is too old. */
export async function openDatabase(owner: ClientConfig): Promise<Database> {
  await checkServer(owner)
  const pool = new Pool({ ...owner, max: mostConnections, options: `-c role=${appRole}`, idleTimeoutMillis: 30_000 })
  // A connection lost while idle is replaced by the next caller's; it is no reason to end.
  pool.on('error', () => undefined)
  return {
    pool,
    owner,
    close: () => pool.end(),
    transaction: (scope, work) => withRetries(() => inTransaction(pool, scope, work)),
  }
}

/** Runs work on one connection of the owner. */
export async function asOwner<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(owner)
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

async function inTransaction<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('BEGIN')
    await setScope(client, scope)
    const result = await work(drizzle({ client }))
    await client.query('COMMIT')
    broken = false
    return result
  } catch (error) {
    broken = await rolledBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function setScope(client: PoolClient, scope: Scope): Promise<void> {
  const [reads, writes] =
    scope === 'installation'
      ? ['*', '*']
      : 'agency' in scope
        ? [scope.agency, scope.agency]
        : [scope.agencies.join(','), '']
  await client.query(`SELECT set_config('gongkai.reads', $1, true), set_config('gongkai.writes', $2, true)`, [
    reads,
    writes,
  ])
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

async function withRetries<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt >= tries || !again.has(sqlState(error) ?? '')) throw error
    }
  }
}

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
