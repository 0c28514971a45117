/** The bulk of requests that the bench looks at, made by the database itself on a fresh folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client, ClientConfig } from 'pg'
import { decisionsByLine } from '../src/law/decisions.ts'
import type { ResultLine } from '../src/law/lines.ts'
import { asOwner } from '../src/platform/db/connect.ts'

export interface Size {
  readonly agencies: number
  readonly requests: number
}

/** The day everything is looked at: a Friday. */
export const today = '2026-11-27'
/** How many of a hundred end in which way; what is left is shared evenly by all other ways. */
const usual: Readonly<Partial<Record<string, number>>> = {
  granted: 28,
  already_public: 8,
  partial: 9,
  does_not_exist: 14,
  not_ours: 6,
}

export const agencyAt = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const personAt = (agency: number, role: number) =>
  `01900000-0000-7000-8001-${(agency * 8 + role).toString(16).padStart(12, '0')}`

/** Fills a migrated database. `sealed`: an applicant as sealed, for its length. */
export async function fillRequests(owner: ClientConfig, root: string, size: Size, sealed: string): Promise<void> {
  await asOwner(owner, async client => {
    await client.query("SET maintenance_work_mem = '768MB'; SET work_mem = '512MB'; SET synchronous_commit = off")
    await client.query('CREATE SCHEMA bench')
    await client.query(`CREATE TABLE bench.size AS
      SELECT ${size.agencies} AS agencies, ${size.requests}::bigint AS requests, date '${today}' AS today`)
    await client.query('CREATE TABLE bench.outcome (n int, decision text, letter text, line text)')
    await client.query('CREATE TABLE bench.sealed (sealed text)')
    await client.query('INSERT INTO bench.sealed VALUES ($1)', [sealed])
    for (const [n, { decision, letter, line }] of outcomes().entries()) {
      await client.query('INSERT INTO bench.outcome VALUES ($1, $2, $3, $4)', [n, decision, letter, line])
    }
    const put = await withoutIndexes(client)
    await client.query(readFileSync(join(root, 'bench', 'requests.sql'), 'utf8'))
    for (const definition of put) await client.query(definition)
    await client.query('DROP SCHEMA bench CASCADE')
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
  })
}

interface Outcome {
  readonly decision: string
  readonly letter: string
  readonly line: ResultLine | null
}

/** A hundred, two of them enquiries. */
function outcomes(): readonly Outcome[] {
  const all = Object.entries(decisionsByLine).flatMap(([line, list]) =>
    list.map(({ id, letter }): Outcome => ({ decision: id, letter, line: line as ResultLine })),
  )
  const enquiry: Outcome = { decision: 'enquiry_answered', letter: 'L21', line: null }
  const some = all.flatMap(one => Array.from({ length: usual[one.decision] ?? 0 }, () => one))
  const others = all.filter(({ decision }) => usual[decision] === undefined)
  const rest = Array.from({ length: 98 - some.length }, (_, n) => others[n % others.length] ?? enquiry)
  return [...some, ...rest, enquiry, enquiry]
}

/** Takes the indexes of the two large tables away; gives what puts them back. */
async function withoutIndexes(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ of: string; name: string; index: string; rule: string | null }>(`
    SELECT i.indrelid::regclass::text AS of, coalesce(c.conname, i.indexrelid::regclass::text) AS name,
      pg_get_indexdef(i.indexrelid) AS index, pg_get_constraintdef(c.oid) AS rule
    FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
    WHERE i.indrelid IN ('request'::regclass, 'event'::regclass)`)
  for (const { of, name, rule } of rows) {
    await client.query(rule === null ? `DROP INDEX ${name}` : `ALTER TABLE ${of} DROP CONSTRAINT ${name}`)
  }
  return rows.map(({ of, name, index, rule }) =>
    rule === null ? index : `ALTER TABLE ${of} ADD CONSTRAINT ${name} ${rule}`,
  )
}
