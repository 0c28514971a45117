import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { section, setting } from '../../kit/schema/agencies.ts'
import { account, membership } from '../../kit/schema/people.ts'
import { numberSeries } from '../record/schema.ts'
import { asOwner, brokenConstraint, type Database, openDatabase, sqlState, type Tx } from './connect.ts'
import { uuid7 } from './uuid7.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

let ours = ''
let theirs = ''
const sections = { ours: uuid7(0), theirs: uuid7(0) }
const write = (tx: Tx, agencyId: string, id: string, name = '办公室') =>
  tx.insert(section).values({ agencyId, id, name, position: 1, status: 'active' })

beforeEach(async () => {
  ours = uuid7(Date.now())
  theirs = uuid7(Date.now())
  await database.transaction({ agency: ours }, tx => write(tx, ours, sections.ours))
  await database.transaction({ agency: theirs }, tx => write(tx, theirs, sections.theirs))
})

const agenciesSeen = async (scope: Parameters<Database['transaction']>[0]) =>
  (await database.transaction(scope, tx => tx.select().from(section)))
    .map(({ agencyId }) => agencyId)
    .filter(id => id === ours || id === theirs)
    .sort()

describe('whose rows a transaction sees', () => {
  test('given two agencies, when one reads all there is, then it sees its own', async () => {
    expect(await agenciesSeen({ agency: ours })).toEqual([ours])
    expect(await agenciesSeen({ agency: theirs.toUpperCase() })).toEqual([theirs])
  })

  test('given a supervisor of both, then it sees both, and of one, that one', async () => {
    expect(await agenciesSeen({ agencies: [ours, theirs] })).toEqual([ours, theirs].sort())
    expect(await agenciesSeen({ agencies: [theirs] })).toEqual([theirs])
    expect(await agenciesSeen({ agencies: [] })).toEqual([])
  })

  test('given the installation, then it sees all', async () => {
    expect(await agenciesSeen('installation')).toEqual([ours, theirs].sort())
  })

  test('given a transaction that said it was about an agency, then the next on the same connection sees nothing of it', async () => {
    const alone = await openDatabase(database.owner, { ...database.owner, user: 'gongkai_app' })
    await alone.transaction({ agency: ours }, tx => tx.select().from(section))
    await alone.transaction('installation', tx => tx.select().from(section))
    const client = await alone.pool.connect()
    expect((await client.query('SELECT FROM section')).rowCount).toBe(0)
    client.release()
    await alone.close()
  })

  test.each(['', 'x', "'; DROP TABLE section; --", '{}', '*'])(
    'given %j for an agency, then no transaction begins',
    async agency => {
      await expect(database.transaction({ agency }, async () => 'begun')).rejects.toThrow('not the id of an agency')
      await expect(database.transaction({ agencies: [agency] }, async () => 'begun')).rejects.toThrow('not the id')
    },
  )
})

describe('whose rows a transaction writes', () => {
  test('given another agency, when its row is added, then the database refuses', async () => {
    const attempt = database.transaction({ agency: ours }, tx => write(tx, theirs, uuid7(1), '新科'))
    expect(sqlState(await attempt.catch(error => error))).toBe('42501')
  })

  test.each<[string, (tx: Tx) => PromiseLike<{ agencyId: string }[]>]>([
    ['changed', tx => tx.update(section).set({ name: '改' }).where(eq(section.agencyId, theirs)).returning()],
    ['removed', tx => tx.delete(setting).where(eq(setting.agencyId, theirs)).returning()],
    ['changed without saying whose', tx => tx.update(section).set({ position: 9 }).returning()],
  ])("given another agency's row, when it is %s, then nothing of it is found", async (_, act) => {
    await database.transaction({ agency: theirs }, tx =>
      tx.insert(setting).values({ agencyId: theirs, key: 'k', value: 1 }),
    )
    const touched: { agencyId: string }[] = await database.transaction({ agency: ours }, async tx => act(tx))
    expect(touched.filter(({ agencyId }) => agencyId === theirs)).toEqual([])
    const kept = await database.transaction({ agency: theirs }, async tx => [
      await tx.select().from(section),
      await tx.select().from(setting),
    ])
    expect(kept).toMatchObject([[{ name: '办公室', position: 1 }], [{ value: 1 }]])
  })

  test('given our row, when it is moved to another agency, then the database refuses', async () => {
    const attempt = database.transaction({ agency: ours }, tx => tx.update(section).set({ agencyId: theirs }))
    expect(sqlState(await attempt.catch(error => error))).toBe('42501')
  })

  test('given a key another agency has, when it is added, then nothing tells that it is there', async () => {
    await database.transaction({ agency: ours }, tx => write(tx, ours, sections.theirs, '同号'))
    expect(await agenciesSeen({ agency: ours })).toEqual([ours, ours])
  })

  test('given a look at several agencies, when anything is written, then the database refuses', async () => {
    const scope = { agencies: [ours, theirs] }
    const attempts = [
      database.transaction(scope, tx => write(tx, ours, uuid7(2), '新科')),
      database.transaction(scope, tx => tx.update(account).set({ name: '改' })),
      database.transaction(scope, tx => tx.execute(sql`SET TRANSACTION READ WRITE`)),
    ]
    const states = await Promise.all(attempts.map(attempt => attempt.then(() => 'done', sqlState)))
    expect(states.slice(0, 2)).toEqual(['25006', '25006'])
    expect(await agenciesSeen({ agency: ours })).toEqual([ours])
  })
})

describe('the role of the application, with SQL of its own', () => {
  const refused = [
    'SET ROLE gongkai',
    'SET SESSION AUTHORIZATION gongkai',
    'ALTER TABLE section DISABLE ROW LEVEL SECURITY',
    'DROP POLICY read ON section',
    'CREATE POLICY mine ON section USING (true)',
    'UPDATE event SET actor = actor',
    'DELETE FROM event',
    'TRUNCATE event',
    'DELETE FROM account',
    "UPDATE migration SET sha256 = ''",
    'CREATE TABLE mine ()',
    'ALTER ROLE gongkai_app BYPASSRLS',
    "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
  ]
  test.each(refused)('given %s, then the database refuses', async statement => {
    const attempt = database.transaction({ agency: ours }, tx => tx.execute(sql.raw(statement)))
    expect(sqlState(await attempt.catch(error => error))).toBe('42501')
  })

  test('given RESET ROLE and SET ROLE NONE, then it is still the plain role', async () => {
    const client = await database.pool.connect()
    for (const statement of ['RESET ROLE', 'SET ROLE NONE', 'RESET ALL', 'DISCARD ALL']) await client.query(statement)
    expect((await client.query('SELECT current_user AS name')).rows).toEqual([{ name: 'gongkai_app' }])
    client.release(true)
  })

  test('given row security switched off, then reading is refused, not opened', async () => {
    const client = await database.pool.connect()
    await client.query('SET row_security = off')
    const told = await client.query('SELECT * FROM section').catch(sqlState)
    client.release(true)
    expect(told).toBe('42501')
  })

  test('given one address for both, then its connections step down before their first statement', async () => {
    const stepped = await openDatabase(database.owner)
    const { rows } = await stepped.pool.query('SELECT current_user AS name')
    expect(rows).toEqual([{ name: 'gongkai_app' }])
    expect(await stepped.transaction({ agency: ours }, tx => tx.select().from(section))).toHaveLength(1)
    await stepped.close()
  })

  test('given an owner without further rights, when it does not say that it means all rows, then it sees none', async () => {
    await asOwner(database.owner, async client => {
      await client.query('CREATE ROLE small_owner NOLOGIN; ALTER TABLE leader OWNER TO small_owner')
      await client.query('INSERT INTO leader VALUES ($1, $1, $2, $2, $2, 1)', [ours, '甲'])
      const count = 'SELECT count(*)::int AS count FROM leader'
      await client.query('SET ROLE small_owner')
      expect((await client.query(count)).rows).toEqual([{ count: 1 }])
      await client.query('RESET gongkai.reads; SET gongkai.reads = DEFAULT')
      await client.query("SET gongkai.reads = ''")
      expect((await client.query(count)).rows).toEqual([{ count: 0 }])
      await client.query('RESET ROLE; ALTER TABLE leader OWNER TO gongkai; DROP ROLE small_owner')
    })
  })
})

describe('a transaction', () => {
  const count = async () => (await database.transaction({ agency: ours }, tx => tx.select().from(section))).length

  test('given an error in it, then nothing of it is kept', async () => {
    const attempt = database.transaction({ agency: ours }, async tx => {
      await write(tx, ours, uuid7(3), '甲')
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await count()).toBe(1)
  })

  test('given an error of the database that somebody swallowed, then it does not look as if it were saved', async () => {
    const attempt = database.transaction({ agency: ours }, async tx => {
      await write(tx, ours, uuid7(4), '乙')
      await tx.execute(sql`SELECT 1 / 0`).catch(() => undefined)
      return 'saved'
    })
    await expect(attempt).rejects.toThrow('nothing was saved')
    expect(await count()).toBe(1)
  })

  test('given a transaction within, when it fails, then only it is undone', async () => {
    await database.transaction({ agency: ours }, async tx => {
      await write(tx, ours, uuid7(5), '丙')
      const within = tx.transaction(async inner => {
        await write(inner as Tx, ours, uuid7(6), '丁')
        await inner.execute(sql`SELECT 1 / 0`)
      })
      await expect(within).rejects.toThrow()
    })
    const names = await database.transaction({ agency: ours }, tx => tx.select().from(section))
    expect(names.map(({ name }) => name).sort()).toEqual(['丙', '办公室'].sort())
  })

  test('given nothing is asked in it, then it takes no connection', async () => {
    const before = database.pool.totalCount
    const many = Array.from({ length: 40 }, () => database.transaction('installation', async () => 1))
    expect(new Set(await Promise.all(many))).toEqual(new Set([1]))
    expect(database.pool.totalCount).toBe(before)
  })

  test('given a statement that comes again and again, then it is prepared, and each agency sees its own rows by it', async () => {
    const names = async (agency: string) =>
      (await database.transaction({ agency }, tx => tx.select({ id: section.id }).from(section))).map(({ id }) => id)
    for (let n = 0; n < 8; n++) {
      expect(await names(ours)).toEqual([sections.ours])
      expect(await names(theirs)).toEqual([sections.theirs])
    }
    const there = await database.transaction({ agency: ours }, async tx => {
      await tx.select({ id: section.id }).from(section)
      return tx.execute(sql`SELECT statement FROM pg_prepared_statements WHERE name LIKE 'gongkai_%'`)
    })
    expect(there.rows.map(({ statement }) => statement)).toContain('select "id" from "section"')
  })

  test('given a table is changed below what was prepared, then one call may fail, and the next does not', async () => {
    const ask = () =>
      database.transaction({ agency: ours }, tx => tx.select({ position: section.position }).from(section))
    for (let n = 0; n < 4; n++) await ask()
    await asOwner(database.owner, client => client.query('ALTER TABLE section ALTER COLUMN position TYPE bigint'))
    const tried = await Promise.allSettled([ask()])
    expect(tried.map(({ status }) => status)).toEqual(['rejected'])
    expect(await ask()).toHaveLength(1)
    await asOwner(database.owner, client => client.query('ALTER TABLE section ALTER COLUMN position TYPE integer'))
    await Promise.allSettled([ask()])
    expect(await ask()).toHaveLength(1)
  })

  test('given work nobody waited for, when the transaction has ended, then that work cannot go on', async () => {
    let kept: Tx | undefined
    await database.transaction({ agency: ours }, async tx => {
      kept = tx
    })
    await expect(kept?.select().from(section)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('has ended') },
    })
  })

  test('given two that lock each other out, when the database ends one, then it is run again and both are done', async () => {
    const series = { series: 's', year: 2026, last: 0 }
    await database.transaction('installation', tx =>
      tx.insert(numberSeries).values([ours, theirs].map(agencyId => ({ agencyId, ...series }))),
    )
    let met = 0
    const both: (() => void)[] = []
    const meet = () =>
      new Promise<void>(go => {
        both.push(go)
        met += 1
        if (met >= 2) for (const wake of both) wake()
      })
    const add = (tx: Tx, agencyId: string) =>
      tx
        .update(numberSeries)
        .set({ last: sql`${numberSeries.last} + 1` })
        .where(eq(numberSeries.agencyId, agencyId))
    const run = (first: string, second: string) =>
      database.transaction('installation', async tx => {
        await add(tx, first)
        await meet()
        await add(tx, second)
      })
    await Promise.all([run(ours, theirs), run(theirs, ours)])
    expect(met).toBeGreaterThan(2)
    const rows = await database.transaction({ agencies: [ours, theirs] }, tx => tx.select().from(numberSeries))
    expect(rows.map(({ last }) => last)).toEqual([2, 2])
  })

  test('given a broken rule, then its name is told', async () => {
    const attempt = database.transaction({ agency: ours }, tx => write(tx, ours, uuid7(7)))
    expect(brokenConstraint(await attempt.catch(error => error))).toBe('section_name')
    expect(brokenConstraint(new Error('x'))).toBe(null)
  })
})

describe('a transaction kept soon', () => {
  test('given it wrote, when another holds the same row, then that waits for it and sees what it wrote', async () => {
    const here = eq(section.agencyId, ours)
    await database.transaction(
      { agency: ours },
      tx => tx.update(section).set({ name: '政务公开办' }).where(here),
      'soon',
    )
    const held = await database.transaction({ agency: ours }, tx => tx.select().from(section).where(here).for('update'))
    expect(held.map(({ name }) => name)).toEqual(['政务公开办'])
  })

  test('given its work throws, then nothing is kept and the caller hears of it', async () => {
    const here = eq(section.agencyId, ours)
    const fails = database.transaction(
      { agency: ours },
      async tx => {
        await tx.update(section).set({ name: '政务公开办' }).where(here)
        throw new Error('no')
      },
      'soon',
    )
    await expect(fails).rejects.toThrow('no')
    const kept = await database.transaction({ agency: ours }, tx => tx.select().from(section).where(here))
    expect(kept.map(({ name }) => name)).toEqual(['办公室'])
  })

  test('given more than there are connections, then each gives its own back', async () => {
    const all = Array.from({ length: 60 }, () =>
      database.transaction({ agency: ours }, tx => tx.select().from(section), 'soon'),
    )
    expect((await Promise.all(all)).map(rows => rows.length)).toEqual(Array.from({ length: 60 }, () => 1))
  })
})

describe('a database that is not there', () => {
  test('given nobody at the address, then the sentence names it without its password', async () => {
    const url = 'postgres://xxgk:geheim@127.0.0.1:1/gongkai'
    const told = await openDatabase({ connectionString: url }).catch(error => error)
    expect(told).toMatchObject({ code: 'database_unreachable', says: { zh: expect.stringContaining('127.0.0.1:1') } })
    expect(JSON.stringify(told)).not.toContain('geheim')
  })

  test('given the connection is cut during the work, then a Trouble says so and the next one works', async () => {
    const attempt = database.transaction({ agency: ours }, async tx => {
      const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
      await asOwner(database.owner, client => client.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]))
      await tx.select().from(membership)
    })
    await expect(attempt).rejects.toMatchObject({ code: 'database_unreachable' })
    expect(await agenciesSeen({ agency: ours })).toEqual([ours])
  })
})

describe('finding rows', () => {
  test('given many rows of many agencies, when one is read by its key, then by the index of the key', async () => {
    await asOwner(database.owner, async client => {
      const fill = `INSERT INTO section SELECT gen_random_uuid(), gen_random_uuid(), 'x', 1, 'y' FROM generate_series(1, 5000)`
      await client.query(fill)
      const own = `INSERT INTO section SELECT $1, gen_random_uuid(), 'x' || i, 1, 'y' FROM generate_series(1, 2000) AS i`
      await client.query(own, [ours])
      await client.query('ANALYZE section')
    })
    const plans = await database.transaction({ agency: ours }, async tx => {
      const explained: string[] = []
      for (const statement of [
        `SELECT * FROM section WHERE agency_id = '${ours}' AND id = '${sections.ours}'`,
        `SELECT * FROM section WHERE agency_id = '${ours}' AND name = '办公室'`,
        `UPDATE section SET position = 2 WHERE agency_id = '${ours}' AND id = '${sections.ours}'`,
      ]) {
        const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql.raw(`EXPLAIN (COSTS OFF) ${statement}`))
        explained.push(rows.map(row => row['QUERY PLAN']).join('\n'))
      }
      return explained
    })
    for (const plan of plans) {
      expect(plan).toMatch(/Index Scan (?:using|on) section_/)
      expect(plan).toMatch(/Index Cond: \(\(agency_id = [^)]*\) AND \((?:id|name) = /)
    }
  })
})
