/** The tables as the program writes them down, against the tables the migrations make. */
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { ClientConfig } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../../src/kit/schema/index.ts'
import { asOwner } from '../../src/platform/db/connect.ts'
import { freshConnection } from '../support/database.ts'

let connection: ClientConfig
beforeAll(async () => {
  connection = await freshConnection()
})

const ask = <T>(statement: string, values: unknown[] = []) =>
  asOwner(connection, async client => (await client.query(statement, values)).rows as T[])

const named = tables.map(table => [getTableConfig(table).name, table] as const)
const hasAgency = (table: PgTable) => keyOf(table)[0] === 'agency_id'

function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const composed = primaryKeys[0]?.columns.map(({ name }) => name)
  return composed ?? columns.filter(({ primary }) => primary).map(({ name }) => name)
}

const columnsInDatabase = `
  SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AS required
    FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`

const keysInDatabase = `
  SELECT contype AS kind, array(
      SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS part(number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = number ORDER BY place) AS columns
    FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u')`

/** Unique indexes that are no key and do not begin with the agency, which a distributed database would refuse. */
const uniqueIndexes = `
  SELECT indexrelid::regclass::text AS name FROM pg_index
   WHERE indrelid = $1::regclass AND indisunique AND NOT EXISTS (
     SELECT FROM pg_constraint WHERE conindid = indexrelid)
     AND pg_get_indexdef(indexrelid, 1, false) <> 'agency_id'`

interface Key {
  readonly kind: 'p' | 'u'
  readonly columns: readonly string[]
}

describe('the list of tables', () => {
  test('given the migrated database, then it has these tables and no others', async () => {
    const found = await ask<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
    const own = [...named.map(([name]) => name), 'migration']
    expect(found.map(({ name }) => name).sort()).toEqual(own.sort())
  })
})

describe.each(named)('%s', (name, table) => {
  test('has the columns the program knows, of the same types and as required', async () => {
    const found = await ask<{ name: string }>(columnsInDatabase, [name])
    const own = getTableConfig(table).columns.map(column => ({
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull,
    }))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(found.sort(byName)).toEqual(own.sort(byName))
  })

  test('has the same primary key', async () => {
    const keys = await ask<Key>(keysInDatabase, [name])
    expect(keys.find(({ kind }) => kind === 'p')?.columns).toEqual(keyOf(table))
  })

  test('has agency_id first in every key, or in none', async () => {
    const keys = await ask<Key>(keysInDatabase, [name])
    const first = keys.map(({ columns }) => columns[0] === 'agency_id')
    expect(first.every(is => is === hasAgency(table))).toBe(true)
    expect(await ask(uniqueIndexes, [name])).toEqual([])
  })

  test('keeps its rows from other agencies where they belong to one, also from its owner', async () => {
    const [row] = await ask<{ on: boolean; forced: boolean }>(
      'SELECT relrowsecurity AS on, relforcerowsecurity AS forced FROM pg_class WHERE oid = $1::regclass',
      [name],
    )
    expect(row?.on).toBe(row?.forced)
    if (hasAgency(table)) expect(row).toEqual({ on: true, forced: true })
  })

  test('has neither trigger nor sequence nor reference to a row of another agency', async () => {
    const own = 'tgrelid = $1::regclass AND NOT tgisinternal'
    expect(await ask(`SELECT tgname FROM pg_trigger WHERE ${own}`, [name])).toEqual([])
    const drawn = `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND column_default LIKE 'nextval%'`
    expect(await ask(drawn, [name])).toEqual([])
    const references = `
      SELECT confrelid::regclass::text AS target, array(SELECT attname::text FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS columns
        FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`
    for (const { target, columns } of await ask<{ target: string; columns: string[] }>(references, [name])) {
      const there = tables.find(other => getTableConfig(other).name === target)
      if (there && hasAgency(there)) expect(columns).toContain('agency_id')
    }
  })
})

describe('what the role of the application may do', () => {
  const mayNot: readonly (readonly [table: string, rights: readonly string[]])[] = [
    ['event', ['UPDATE', 'DELETE']],
    ['event_head', ['DELETE']],
    ['number_series', ['DELETE']],
    ['outbox', ['DELETE']],
    ['account', ['DELETE']],
    ['membership', ['DELETE']],
    ['agency', ['DELETE']],
    ['migration', ['INSERT', 'UPDATE', 'DELETE']],
  ]
  test.each(mayNot)('%s: not %s', async (name, rights) => {
    const asked = rights.map(right => `has_table_privilege('gongkai_app', '${name}', '${right}') AS "${right}"`)
    const [row] = await ask<Record<string, boolean>>(`SELECT ${asked.join()}`)
    expect(row).toEqual(Object.fromEntries(rights.map(right => [right, false])))
  })

  test('nothing at all: to empty a table, to own one, to refer to one', async () => {
    const found = await ask(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND (has_table_privilege('gongkai_app', oid, 'TRUNCATE') OR has_table_privilege('gongkai_app', oid, 'REFERENCES')
        OR has_table_privilege('gongkai_app', oid, 'TRIGGER') OR relowner = 'gongkai_app'::regrole)`)
    expect(found).toEqual([])
  })
})
