import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client, type ClientConfig } from 'pg'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freshConnection } from '../../../test/support/database.ts'
import { migrationsFolder } from '../../../test/support/database-server.ts'
import { asOwner } from './connect.ts'
import { type Migration, migrate, readMigrations, schemaVersion } from './migrate.ts'

const now = new Date('2026-11-21T02:00:00.000Z')
const own = await readMigrations(migrationsFolder)
let connection: ClientConfig
beforeEach(async () => {
  connection = await freshConnection('template0')
})

const made = (sql: string, number = 1, name = `000${number}_made`): Migration => ({
  number,
  name,
  sql,
  sha256: `${name}: ${sql}`,
})
const ask = (statement: string) => asOwner(connection, async client => (await client.query(statement)).rows)

describe('migrations of the program', () => {
  test('given an empty database, when migrated, then all are applied, and a second time none', async () => {
    expect(await asOwner(connection, schemaVersion)).toBe(0)
    expect(await migrate(connection, own, now)).toEqual(own.map(({ name }) => name))
    expect(await migrate(connection, own, now)).toEqual([])
    expect(await asOwner(connection, schemaVersion)).toBe(own.length)
  })

  test.each(own.slice(1).map(({ number, name }) => [name, number]))(
    'given data of the version before %s, when migrated, then they are kept',
    async (_, number) => {
      await migrate(connection, own.slice(0, number - 1), now)
      const agency = '018f0000-0000-7000-8000-000000000001'
      await ask(`INSERT INTO number_series VALUES ('${agency}', 'request', 2025, 41)`)
      expect(await migrate(connection, own, now)).toEqual(own.slice(number - 1).map(({ name }) => name))
      expect(await ask('SELECT series, last FROM number_series')).toEqual([{ series: 'request', last: 41 }])
    },
  )

  test('given several processes at once, when they migrate, then each file is applied by one of them', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(connection, own, now)))
    expect(applied.flat().sort()).toEqual(own.map(({ name }) => name))
  })
})

describe('a migration that does not fit', () => {
  test('given an applied file that was changed since, then it is named and nothing is applied', async () => {
    await migrate(connection, [made('CREATE TABLE one ()')], now)
    const changed = [made('CREATE TABLE one (id int)'), made('CREATE TABLE two ()', 2)]
    await expect(migrate(connection, changed, now)).rejects.toMatchObject({
      code: 'migration_changed',
      at: '0001_made',
    })
    expect(await ask(`SELECT to_regclass('two') AS two`)).toEqual([{ two: null }])
  })

  test('given a database newer than the program, then it is refused', async () => {
    await migrate(connection, [made('CREATE TABLE one ()'), made('CREATE TABLE two ()', 2)], now)
    const attempt = migrate(connection, [made('CREATE TABLE one ()')], now)
    await expect(attempt).rejects.toMatchObject({ code: 'database_newer' })
  })

  test('given a file that fails half way, then nothing of it remains, and what came before it does', async () => {
    const failing = [made('CREATE TABLE one ()'), made('CREATE TABLE two (); SELECT 1 / 0', 2)]
    await expect(migrate(connection, failing, now)).rejects.toMatchObject({ code: 'migration_failed', at: '0002_made' })
    const tables = `SELECT to_regclass('one') IS NOT NULL AS one, to_regclass('two') IS NOT NULL AS two`
    expect(await ask(tables)).toEqual([{ one: true, two: false }])
    const mended = [made('CREATE TABLE one ()'), made('CREATE TABLE two ()', 2)]
    expect(await migrate(connection, mended, now)).toEqual(['0002_made'])
  })

  test('given an owner without the right to make roles, then the sentence says what its administrator must run', async () => {
    const name = `small_${connection.database}`
    const server = new Client({ ...connection, database: 'postgres' })
    await server.connect()
    await server.query(`CREATE ROLE ${name} LOGIN; ALTER DATABASE ${connection.database} OWNER TO ${name}`)
    onTestFinished(async () => {
      await server.query(`DROP DATABASE ${connection.database}`)
      await server.query(`DROP ROLE ${name}`)
      await server.end()
    })
    await expect(migrate({ ...connection, user: name }, own, now)).rejects.toMatchObject({
      code: 'database_no_plain_role',
      mend: { zh: expect.stringContaining(`GRANT gongkai_app TO "${name}"`) },
    })
    await server.query(`GRANT gongkai_app TO ${name}`)
    await expect(migrate({ ...connection, user: name }, own, now)).resolves.toHaveLength(own.length)
  })
})

describe('the folder of migrations', () => {
  const folderOf = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return pathToFileURL(`${folder}/`)
  }

  test('given a checkout that turned line ends around, then the same hash', async () => {
    const [unix] = await readMigrations(folderOf({ '0001_a.sql': 'SELECT 1;\nSELECT 2;\n' }))
    const [windows] = await readMigrations(folderOf({ '0001_a.sql': 'SELECT 1;\r\nSELECT 2;\r\n', 'note.md': '' }))
    expect(windows).toEqual(unix)
  })

  test.each([
    ['a number is missing', { '0001_a.sql': '', '0003_c.sql': '' }],
    ['a number is given twice', { '0001_a.sql': '', '0001_b.sql': '' }],
  ])('given %s, then it is said', async (_, files) => {
    await expect(readMigrations(folderOf(files))).rejects.toThrow('should be number 2')
  })
})
