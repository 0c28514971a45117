/** The tables of a database as rows of text: whatever their types, PostgreSQL's own texts come back as they went. */
import { Client, type ClientConfig, escapeIdentifier } from 'pg'

/** One row: what each column says as text, null where it says nothing. */
export type TextRow = Readonly<Record<string, string | null>>

export interface Column {
  readonly name: string
  /** As a cast takes it: `timestamp with time zone`, `text[]`. */
  readonly type: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[]
}

/** A database as it was at one moment, whoever writes meanwhile. */
export interface Snapshot {
  readonly tables: readonly Table[]
  /** The rows in the order of the primary key; take them to the end before asking for other rows. */
  readonly rows: (table: Table) => AsyncGenerator<TextRow>
  /** The connection, inside the transaction. */
  readonly client: Client
}

const batch = 1000
const asText = { getTypeParser: () => (value: string) => value }

/** What the texts depend on, and whose rows are seen: all agencies', also where the owner is no superuser. */
const settings = `
  SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL search_path = public;
  SET LOCAL statement_timeout = 0; SET LOCAL gongkai.reads = '*'; SET LOCAL gongkai.writes = '*'`

/** Runs the work on a connection of the owner in one transaction; undone where the work throws. */
export async function inOwnTransaction<T>(
  owner: ClientConfig,
  mode: 'ISOLATION LEVEL REPEATABLE READ READ ONLY' | 'READ WRITE',
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(owner)
  // What ends the connection shows in the next statement.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`BEGIN ${mode}`)
    await client.query(settings)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } finally {
    // Ending the connection undoes what was not committed.
    await client.end()
  }
}

/** Reads the database as it is now, while others go on writing. */
export function withSnapshot<T>(owner: ClientConfig, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return inOwnTransaction(owner, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async client => {
    const tables = await tablesOf(client)
    return work({ tables, client, rows: table => rowsOf(client, table) })
  })
}

/** Every table of the program, by name; those of extensions left out. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ) AS columns,
      coalesce((SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS key
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`)
  return rows
}

async function* rowsOf(client: Client, { name, columns, key }: Table): AsyncGenerator<TextRow> {
  const list = columns.map(column => escapeIdentifier(column.name)).join(', ')
  const order = key.length === 0 ? '' : ` ORDER BY ${key.map(escapeIdentifier).join(', ')}`
  await client.query(`DECLARE dump NO SCROLL CURSOR FOR SELECT ${list} FROM ${escapeIdentifier(name)}${order}`)
  for (;;) {
    const { rows } = await client.query<TextRow>({ text: `FETCH ${batch} FROM dump`, types: asText })
    yield* rows
    if (rows.length < batch) break
  }
  await client.query('CLOSE dump')
}

/** Puts rows into their table. Throws the database's error where one does not fit. */
export async function insertRows(client: Client, table: Table, rows: readonly TextRow[]): Promise<void> {
  const columns = table.columns.filter(({ name }) => rows.some(row => Object.hasOwn(row, name)))
  const names = columns.map(({ name }) => escapeIdentifier(name))
  const casts = columns.map(({ type }, i) => `r.${names[i]}::${type}`)
  const shape = names.map(name => `${name} text`)
  for (let from = 0; from < rows.length; from += batch) {
    await client.query(
      `INSERT INTO ${escapeIdentifier(table.name)} (${names.join(', ')})
       SELECT ${casts.join(', ')} FROM json_to_recordset($1::json) AS r(${shape.join(', ')})`,
      [JSON.stringify(rows.slice(from, from + batch))],
    )
  }
}

/** Runs work while rows may come in any order: the references between tables are held to again at its end. */
export async function withoutReferences<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const { rows: references } = await client.query<{ table: string; name: string; says: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS says
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`)
  for (const { table, name } of references) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${escapeIdentifier(name)}`)
  }
  const result = await work()
  for (const { table, name, says } of references) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${says}`)
  }
  return result
}
