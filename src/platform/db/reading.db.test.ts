/** Work that only reads: whose rows it sees, and what it leaves behind on its connection. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { leader, section } from '../../kit/schema/agencies.ts'
import { membership } from '../../kit/schema/people.ts'
import { asOwner, type Database, openDatabase, sqlState, type Tx } from './connect.ts'
import { uuid7 } from './uuid7.ts'

const [ours, theirs] = [uuid7(1), uuid7(2)]
const sections = { ours: uuid7(0), theirs: uuid7(0) }

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  const row = { name: '办公室', position: 1, status: 'active' }
  await database.transaction('installation', tx =>
    tx.insert(section).values([
      { agencyId: ours, id: sections.ours, ...row },
      { agencyId: theirs, id: sections.theirs, ...row },
    ]),
  )
})
afterAll(() => database.close())

describe('a transaction that only reads', () => {
  const read = <T>(scope: Parameters<Database['transaction']>[0], work: (tx: Tx) => Promise<T>, on = database) =>
    on.transaction(scope, work, 'nothing')
  const all = (tx: Tx) => tx.select({ id: section.id, agencyId: section.agencyId }).from(section)
  const seenBy = async (scope: Parameters<Database['transaction']>[0]) =>
    (await read(scope, all)).map(({ agencyId }) => agencyId).filter(id => id === ours || id === theirs)
  /** On one connection, which is looked at afterwards by whoever gets it next. */
  const afterwards = async (work: (alone: Database) => Promise<unknown>) => {
    const alone = await openDatabase(database.owner, { ...database.owner, user: 'gongkai_app' })
    await work(alone)
    expect(alone.pool.totalCount).toBe(1)
    const client = await alone.pool.connect()
    const rows = (await client.query('SELECT FROM section')).rowCount
    const settings = `SELECT current_setting('gongkai.reads', true) AS reads, current_setting('transaction_read_only') AS only`
    const { rows: left } = await client.query<{ reads: string | null; only: string }>(settings)
    client.release()
    await alone.close()
    return { rows, reads: left[0]?.reads ?? '', only: left[0]?.only }
  }
  const clean = { rows: 0, reads: '', only: 'off' }

  test('given two agencies, then each sees its own, a supervisor of both sees both, and the installation all', async () => {
    for (let n = 0; n < 5; n++) {
      expect(await seenBy({ agency: ours })).toEqual([ours])
      expect(await seenBy({ agency: theirs.toUpperCase() })).toEqual([theirs])
    }
    expect((await seenBy({ agencies: [ours, theirs] })).sort()).toEqual([ours, theirs].sort())
    expect(await seenBy({ agencies: [] })).toEqual([])
    expect((await seenBy('installation')).sort()).toEqual([ours, theirs].sort())
    await expect(read({ agency: '*' }, all)).rejects.toThrow('not the id of an agency')
  })

  test("given another agency's row, when it is asked for by its key, then it is not there", async () => {
    const found = await read({ agency: ours }, async tx =>
      tx.select().from(section).where(eq(section.agencyId, theirs)),
    )
    expect(found).toEqual([])
  })

  test('given it has read, then whoever gets the connection next sees nothing of it and may write', async () => {
    expect(
      await afterwards(async alone => {
        for (let n = 0; n < 5; n++) expect(await read({ agency: ours }, all, alone)).toHaveLength(1)
        await read('installation', all, alone)
      }),
    ).toEqual(clean)
  })

  test.each([
    ['is refused by the server', 'SELECT 1 / 0', '22012'],
    ['cannot be read', 'SELEKT', '42601'],
    ['writes', "UPDATE section SET name = 'x'", '25006'],
    ['begins to write', 'SET TRANSACTION READ WRITE', '25001'],
    ['begins a part of a transaction', 'SAVEPOINT one', '25P01'],
  ])(
    'given a statement that %s, then the caller is told, and the connection is clean and goes on',
    async (_, statement, state) => {
      expect(
        await afterwards(async alone => {
          const failed = read({ agency: ours }, tx => tx.execute(sql.raw(statement)), alone)
          expect(sqlState(await failed.catch(error => error))).toBe(state)
          expect(await read({ agency: theirs }, all, alone)).toMatchObject([{ agencyId: theirs }])
        }),
      ).toEqual(clean)
    },
  )

  test('given statements side by side, when one fails, then the others have their answers', async () => {
    const told = await read({ agency: ours }, async tx =>
      Promise.allSettled([
        all(tx),
        tx.execute(sql`SELECT ${'a'}::text AS a, 1 / ${0}::int`),
        tx.execute(sql`SELECT generate_series(1, 3) AS n`),
        tx.select({ name: section.name }).from(section).where(eq(section.id, sections.ours)),
      ]),
    )
    expect(told).toMatchObject([
      { status: 'fulfilled', value: [{ agencyId: ours }] },
      { status: 'rejected' },
      { status: 'fulfilled', value: { rows: [{ n: 1 }, { n: 2 }, { n: 3 }] } },
      { status: 'fulfilled', value: [{ name: '办公室' }] },
    ])
  })

  test('given its work throws while an answer is on its way, then the connection comes back after it', async () => {
    const fails = afterwards(async alone => {
      const attempt = read(
        { agency: ours },
        async tx => {
          await all(tx)
          tx.execute(sql`SELECT pg_sleep(0.05)`).catch(() => undefined)
          await Promise.resolve()
          throw new Error('no')
        },
        alone,
      )
      await expect(attempt).rejects.toThrow('no')
      expect(alone.pool.idleCount).toBe(0)
      await expect.poll(() => alone.pool.idleCount).toBe(1)
    })
    expect(await fails).toEqual(clean)
  })

  test('given more than there are connections, then each gives its own back', async () => {
    const many = Array.from({ length: 60 }, (_, n) => seenBy({ agency: n % 2 === 0 ? ours : theirs }))
    expect((await Promise.all(many)).flat()).toEqual(many.map((_, n) => (n % 2 === 0 ? ours : theirs)))
  })

  test('given work nobody waited for, when it is over, then that work cannot go on', async () => {
    let kept: Tx | undefined
    await read({ agency: ours }, async tx => {
      kept = tx
    })
    await expect(kept?.select().from(section)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('has ended') },
    })
  })

  test('given the connection is cut, then a Trouble says so and the next one works', async () => {
    const attempt = read({ agency: ours }, async tx => {
      const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
      await asOwner(database.owner, client => client.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]))
      await tx.select().from(membership)
    })
    await expect(attempt).rejects.toMatchObject({ code: 'database_unreachable' })
    expect(await seenBy({ agency: ours })).toEqual([ours])
  })

  test('given a table is changed below what was prepared, then one call may fail, and the next does not', async () => {
    const alone = await openDatabase(database.owner)
    const ask = () => read({ agency: ours }, tx => tx.select({ position: leader.position }).from(leader), alone)
    for (let n = 0; n < 4; n++) await ask()
    await asOwner(database.owner, client => client.query('ALTER TABLE leader ALTER COLUMN position TYPE bigint'))
    expect(sqlState(await ask().catch(error => error))).toBe('0A000')
    expect(await ask()).toEqual([])
    await alone.close()
  })
})
