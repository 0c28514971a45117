/** Brings a database to the structure this program knows: forward only, one file after another, each whole or not at all. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Client, ClientConfig } from 'pg'
import { asOwner } from './connect.ts'
import { statementTrouble } from './errors.ts'
import { readyAppRole } from './roles.ts'
import { changedMigration, failedMigration, newerDatabase } from './trouble.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Any number will do, so long as all versions of the program use the same. */
const lockNumber = 740_019_49

const ledger = `CREATE TABLE IF NOT EXISTS migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL
)`

/** The migrations of a folder, in order; files are named `0001_what.sql`, numbered without gaps. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => /^\d{4}_\w+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name, index) => {
      if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`)
      // Some checkouts turn line ends around.
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      return { number: Number(name.slice(0, 4)), name: name.slice(0, -4), sql, sha256 }
    }),
  )
}

/** Applies what is missing and says what it was. Throws a Trouble where database and program do not fit. */
export async function migrate(owner: ClientConfig, migrations: readonly Migration[], now: Date): Promise<string[]> {
  return asOwner(owner, async client => {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
    try {
      await client.query(ledger)
      await readyAppRole(client)
      const missing = await notApplied(client, migrations)
      for (const migration of missing) await apply(client, migration, now)
      return missing.map(({ name }) => name)
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockNumber])
    }
  })
}

/**
 * Makes the structure of an empty database within the caller's transaction: it comes with that, or not at all. The
 * plain role must be there: `migrate` with no migrations makes it.
 */
export async function migrateWithin(client: Client, migrations: readonly Migration[], now: Date): Promise<void> {
  await client.query(ledger)
  for (const migration of migrations) await run(client, migration, now)
}

/** How far a database has come; 0 for one without any structure. */
export async function schemaVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`)
  if (!rows[0]?.there) return 0
  const { rows: last } = await client.query<{ last: number }>('SELECT coalesce(max(number), 0) AS last FROM migration')
  return last[0]?.last ?? 0
}

async function notApplied(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; sha256: string }>('SELECT number, sha256 FROM migration')
  const applied = new Map(rows.map(({ number, sha256 }) => [number, sha256]))
  for (const number of applied.keys()) {
    if (!migrations.some(m => m.number === number)) throw newerDatabase(number)
  }
  for (const { number, sha256, name } of migrations) {
    if (applied.has(number) && applied.get(number) !== sha256) throw changedMigration(name)
  }
  return migrations.filter(({ number }) => !applied.has(number))
}

async function apply(client: Client, migration: Migration, now: Date): Promise<void> {
  await client.query('BEGIN')
  try {
    await run(client, migration, now)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    const trouble = statementTrouble(error, migration.name)
    throw trouble === error ? failedMigration(migration.name, error) : trouble
  }
}

async function run(client: Client, { number, name, sql, sha256 }: Migration, now: Date): Promise<void> {
  await client.query(sql)
  await client.query('INSERT INTO migration VALUES ($1, $2, $3, $4)', [number, name, sha256, now])
}
