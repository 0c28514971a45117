import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { startClamd } from '../../../../test/support/clamd-server.ts'
import { databaseForTest, freshConnection } from '../../../../test/support/database.ts'
import { migrationsFolder } from '../../../../test/support/database-server.ts'
import { addEvent, folderForTest, noon } from '../../../../test/support/installation.ts'
import { startSmtp } from '../../../../test/support/smtp-server.ts'
import { calendarYear } from '../../../kit/schema/desk.ts'
import { dataKey } from '../../../kit/schema/people.ts'
import { newMasterKey, parseMasterKeys } from '../../../platform/crypto/master-key.ts'
import { newAgencyKeys } from '../../../platform/crypto/seal.ts'
import type { Database } from '../../../platform/db/connect.ts'
import { readMigrations } from '../../../platform/db/migrate.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { beat } from '../../heartbeat.ts'
import { clockFinding } from './base.ts'
import type { Finding } from './finding.ts'
import { examine } from './index.ts'
import { diskFinding } from './machine.ts'

const migrations = await readMigrations(migrationsFolder)
const agencyId = uuid7(1)
const url = (name: string) => `postgres://gongkai@socket/${name}?host=${encodeURIComponent(inject('databaseFolder'))}`

interface Case {
  readonly env?: Record<string, string>
  readonly now?: Date
}

/** What doctor says, by what it looked at. */
async function examined(database: Database | null, data: string, { env = {}, now = noon }: Case = {}) {
  const own = database === null ? {} : { DATABASE_URL: url(String(database.owner.database)) }
  const found: Record<string, Finding> = {}
  const given = { env: { ...own, ...env }, options: { GONGKAI_DATA: data }, migrations, now: () => now }
  for await (const finding of examine(given)) found[finding.check] = finding
  return found
}

const stateOf = (found: Record<string, Finding>) =>
  Object.fromEntries(Object.entries(found).map(([k, f]) => [k, f.state]))

async function sealedWith(database: Database, key: string): Promise<void> {
  const keys = newAgencyKeys(agencyId, { masters: parseMasterKeys(key, 'test'), suite: 'aes-256-gcm' })
  await database.transaction('installation', tx => tx.insert(dataKey).values(keys))
}

describe('doctor', () => {
  test('given an installation in order, then every line is ok', async () => {
    const [database, data] = [await databaseForTest(), folderForTest()]
    const smtp = await startSmtp()
    onTestFinished(smtp.close)
    const { server } = await startClamd({})
    onTestFinished(() => void server.close())
    const clamd = `127.0.0.1:${(server.address() as AddressInfo).port}`
    await database.transaction('installation', tx => beat(tx, noon))
    await addEvent(database, agencyId, {})
    const env = { GONGKAI_SMTP_URL: smtp.url, GONGKAI_MAIL_FROM: 'gk@example.org', GONGKAI_CLAMD: clamd }
    const { clock, ...found } = await examined(database, data, { env })
    const names = ['config', 'folder', 'disk', 'permissions', 'fonts', 'database', 'migrations', 'key', 'calendar']
    expect(Object.keys(found)).toEqual([...names, 'worker', 'outbox', 'mail', 'scanner', 'storage'])
    expect(Object.values(found).filter(({ state, mend }) => state !== 'ok' || mend)).toEqual([])
    expect(clock?.says.zh).toContain('时钟相差')
  })

  test('given what is wrong, then every line that is not ok names its mend in both languages', async () => {
    const found = await examined(await databaseForTest(), folderForTest(), {
      env: {
        GONGKAI_SMTP_URL: 'smtp://127.0.0.1:1',
        GONGKAI_MAIL_FROM: 'gk@example.org',
        GONGKAI_CLAMD: '127.0.0.1:1',
      },
      now: new Date('2031-03-01T00:00:00Z'),
    })
    expect(stateOf(found)).toMatchObject({
      clock: 'error',
      calendar: 'error',
      worker: 'warning',
      mail: 'error',
      scanner: 'error',
    })
    const troubled = Object.values(found).filter(({ state }) => state !== 'ok')
    expect(troubled.filter(({ mend }) => !mend?.zh || !mend.en)).toEqual([])
  })

  test('given a mail account that is refused, then it is in error and says by whom', async () => {
    const smtp = await startSmtp()
    onTestFinished(smtp.close)
    const wrong = smtp.url.replace('geheim', 'falsch')
    const env = { GONGKAI_SMTP_URL: wrong, GONGKAI_MAIL_FROM: 'gk@example.org' }
    const { mail } = await examined(await databaseForTest(), folderForTest(), { env })
    expect(mail).toMatchObject({ state: 'error', says: { zh: expect.stringContaining('拒收') } })
    expect(JSON.stringify(mail)).not.toContain('falsch')
  })

  test('given no mail and no scanner, then warnings', async () => {
    const found = await examined(await databaseForTest(), folderForTest())
    expect(stateOf(found)).toMatchObject({ mail: 'warning', scanner: 'warning' })
  })

  test.each([
    ['another key', newMasterKey(), 'error', '打不开'],
    ['no key file', null, 'error', '没有主密钥文件'],
    ['a damaged key', 'not a key', 'error', '不是 32 字节'],
  ])('given %s over sealed data, then in error', async (_, key, state, says) => {
    const [database, data] = [await databaseForTest(), folderForTest()]
    await sealedWith(database, newMasterKey())
    if (key !== null) writeFileSync(join(data, 'master.key'), key, { mode: 0o600 })
    const found = await examined(database, data)
    expect(found.key).toMatchObject({ state, says: { zh: expect.stringContaining(says) } })
  })

  test('given the right key beside a newer one, then ok; readable by others, then in error with the command', async () => {
    const [database, data, old] = [await databaseForTest(), folderForTest(), newMasterKey()]
    await sealedWith(database, old)
    const file = join(data, 'master.key')
    writeFileSync(file, `${newMasterKey()}\n${old}\n`, { mode: 0o600 })
    expect(stateOf(await examined(database, data))).toMatchObject({ key: 'ok', permissions: 'ok' })
    chmodSync(file, 0o644)
    const { permissions } = await examined(database, data)
    expect(permissions).toMatchObject({ state: 'error', mend: { zh: expect.stringContaining('chmod 600') } })
  })

  test('given no key and nothing sealed, then none is made', async () => {
    const data = folderForTest()
    const { key } = await examined(await databaseForTest(), data)
    expect(key).toMatchObject({ state: 'ok', says: { zh: expect.stringContaining('还没有') } })
    expect((await examined(await databaseForTest(), data)).key?.says.zh).toContain('还没有')
  })

  test.each([
    ['2026-11-30T00:00:00Z', 'ok'],
    ['2026-12-02T00:00:00Z', 'warning'],
    ['2027-01-01T00:00:00Z', 'error'],
  ])('given the law’s years end in 2026, when it is %s, then the calendar is %s', async (now, state) => {
    const found = await examined(await databaseForTest(), folderForTest(), { now: new Date(now) })
    expect(found.calendar?.state).toBe(state)
  })

  test('given the next years were entered, then the calendar is full', async () => {
    const database = await databaseForTest()
    const row = (year: number) => ({ region: '', year, state: 'published', days: [], version: 1, updatedAt: noon })
    await database.transaction('installation', tx => tx.insert(calendarYear).values([row(2027), row(2028)]))
    const found = await examined(database, folderForTest(), { now: new Date('2027-12-30T00:00:00Z') })
    expect(found.calendar).toMatchObject({ state: 'ok', says: { zh: expect.stringContaining('2027') } })
  })

  test('given a database without its structure, then it is said and left as it is', async () => {
    const { database } = await freshConnection('template0')
    const found: Finding[] = []
    const given = { env: { DATABASE_URL: url(database) }, options: { GONGKAI_DATA: folderForTest() }, migrations }
    for await (const finding of examine({ ...given, now: () => noon })) found.push(finding)
    expect(found.find(({ check }) => check === 'migrations')).toMatchObject({ state: 'warning' })
    expect(found.some(({ check }) => check === 'calendar')).toBe(false)
  })

  test('given a database that does not answer, then in error, and all else is looked at', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const found = await examined(null, folderForTest(), { env })
    expect(stateOf(found)).toMatchObject({ database: 'error', fonts: 'ok', mail: 'warning', storage: 'ok' })
  })

  test('given an empty place, then it is left empty', async () => {
    const data = join(folderForTest(), 'new')
    const found = await examined(null, data)
    expect(stateOf(found)).toMatchObject({ folder: 'warning', database: 'warning', disk: 'ok' })
    expect(() => mkdirSync(data)).not.toThrow()
  })

  test('given settings that are wrong, then only they are told, and no secret', async () => {
    const found = await examined(null, folderForTest(), { env: { GONGKAI_MASTER_KEY: 'short', GONGKAI_LOGDAYS: '1' } })
    expect(Object.keys(found)).toEqual(['config'])
    expect(JSON.stringify(found)).not.toContain('short')
  })

  test.each([
    [100 * 2 ** 20, 'error'],
    [1.5 * 2 ** 30, 'warning'],
    [2 * 2 ** 30, 'ok'],
  ])('given %d free bytes, then %s', (free, state) => expect(diskFinding(free).state).toBe(state))

  test.each([
    [4.9, 'ok'],
    [5, 'warning'],
    [60, 'error'],
  ])('given clocks %d seconds apart, then %s', (apart, state) => expect(clockFinding(apart).state).toBe(state))
})
