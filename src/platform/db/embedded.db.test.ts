import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  buildEmbeddedChild,
  type EmbeddedProcess,
  isServing,
  serverPid,
  startProcess,
  type Told,
} from '../../../test/support/embedded-process.ts'
import { guard } from '../../../test/support/guard.ts'
import { findBinaries } from './embedded/binaries.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

const isRoot = process.getuid?.() === 0
let child = { entry: '', remove: () => {} }
let letGo = () => {}
let all = ''
let parent = ''
let data = ''
beforeAll(async () => {
  child = await buildEmbeddedChild()
  all = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'))
  chmodSync(all, 0o755)
  letGo = guard(all)
})
afterAll(() => {
  child.remove()
  rmSync(all, { recursive: true, force: true })
  letGo()
})

beforeEach(() => {
  parent = mkdtempSync(join(all, 'test-'))
  chmodSync(parent, 0o755)
  data = join(parent, 'data')
  onTestFinished(() => {
    // Whatever a failed test left running over its folder.
    if (existsSync(join(data, 'postgres', 'postmaster.pid'))) spawnSync('kill', ['-QUIT', String(serverPid(data))])
    rmSync(parent, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
  })
})

function run(user: { uid?: number; gid?: number } = {}): EmbeddedProcess {
  const started = startProcess(child.entry, data, user)
  onTestFinished(() => {
    started.process.kill('SIGKILL')
  })
  return started
}

const isReady = (line: Told) => line.adopted !== undefined
const hasWritten = (count: number) => (line: Told) => (line.number ?? 0) >= count
const confirmed = ({ told }: EmbeddedProcess) => told.flatMap(({ number }) => number ?? [])

async function rowsOf(server: EmbeddedServer, writer?: EmbeddedProcess): Promise<number[]> {
  const client = new Client(server.connection)
  await client.connect()
  const { rows } = await client.query<{ number: number }>('SELECT number FROM row WHERE writer = $1 ORDER BY number', [
    writer?.process.pid,
  ])
  await client.end()
  return rows.map(({ number }) => number)
}

async function endInOrder(started: EmbeddedProcess): Promise<void> {
  started.process.kill('SIGTERM')
  await started.until(({ stopped }) => stopped === true)
  await started.ended
}

describe('an embedded server', () => {
  test('given an empty folder, when it is started, used and stopped, then nothing runs on and the rows are kept', async () => {
    const first = run()
    await first.until(hasWritten(3))
    const pid = serverPid(data)
    await endInOrder(first)
    expect(isServing(pid)).toBe(false)
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
    const server = await startEmbedded(data)
    expect(server.adopted).toBe(false)
    expect(await rowsOf(server, first)).toEqual(confirmed(first))
    await server.stop()
  })

  test.each([
    ['with spaces, commas, quotes and Han characters', '政务 公开,“数据” \'x\' "y"'],
    ['too long for a socket', 'x'.repeat(80)],
  ])('given a folder %s, when it is started, then it answers', async (_, name) => {
    data = join(parent, name)
    const server = await startEmbedded(data)
    const client = new Client(server.connection)
    await client.connect()
    expect((await client.query('SELECT current_database() AS name')).rows).toEqual([{ name: 'gongkai' }])
    await client.end()
    await server.stop()
    rmSync(server.connection.host ?? '', { recursive: true })
  })

  test('given a stranger, then neither the socket nor the data can be reached', async () => {
    const server = await startEmbedded(data)
    expect(statSync(server.connection.host ?? '').mode & 0o077).toBe(0)
    expect(statSync(join(data, 'postgres')).mode & 0o077).toBe(0)
    const client = new Client(server.connection)
    await client.connect()
    expect((await client.query('SHOW listen_addresses')).rows).toEqual([{ listen_addresses: '' }])
    await client.end()
    await server.stop()
  })
})

describe('after kill -9', () => {
  test('given node was killed, when another starts, then it adopts the server and no confirmed row is lost', async () => {
    const first = run()
    await first.until(hasWritten(20))
    const pid = serverPid(data)
    first.process.kill('SIGKILL')
    await first.ended
    const server = await startEmbedded(data)
    expect(server.adopted).toBe(true)
    expect(serverPid(data)).toBe(pid)
    expect(await rowsOf(server, first)).toEqual(expect.arrayContaining(confirmed(first)))
    await server.stop()
    expect(isServing(pid)).toBe(false)
  })

  test('given the server was killed, when node lives on, then it comes back and no confirmed row is lost', async () => {
    const first = run()
    await first.until(hasWritten(20))
    const before = confirmed(first).length
    const pid = serverPid(data)
    process.kill(pid, 'SIGKILL')
    await first.until(hasWritten(before + 20))
    expect(serverPid(data)).not.toBe(pid)
    await endInOrder(first)
    const server = await startEmbedded(data)
    expect(await rowsOf(server, first)).toEqual(expect.arrayContaining(confirmed(first)))
    await server.stop()
  })

  test('given both were killed, when another starts, then no confirmed row is lost', async () => {
    const first = run()
    await first.until(hasWritten(20))
    const pid = serverPid(data)
    process.kill(pid, 'SIGKILL')
    first.process.kill('SIGKILL')
    await first.ended
    const server = await startEmbedded(data)
    expect(server.adopted).toBe(false)
    expect(await rowsOf(server, first)).toEqual(expect.arrayContaining(confirmed(first)))
    await server.stop()
  })

  test('given its number went to another process meanwhile, when another starts, then that process is left alone', async () => {
    const first = run()
    await first.until(hasWritten(1))
    const lines = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(serverPid(data), 'SIGKILL')
    first.process.kill('SIGKILL')
    await first.ended
    writeFileSync(join(data, 'postgres', 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'))
    const server = await startEmbedded(data)
    expect(server.adopted).toBe(false)
    await server.stop()
  })

  test('given a first start was killed half way, when another starts, then it begins anew', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const half = join(data, `postgres.new-${gone}-abcd`)
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    const server = await startEmbedded(data)
    expect(existsSync(half)).toBe(false)
    await server.stop()
  })
})

describe('several processes', () => {
  test('given an empty folder, when two start at once, then they share one server and the last to leave ends it', async () => {
    const [first, second] = [run(), run()]
    await Promise.all([first.until(hasWritten(5)), second.until(hasWritten(5))])
    const pid = serverPid(data)
    await endInOrder(first)
    const soFar = confirmed(second).length
    await second.until(hasWritten(soFar + 5))
    expect(serverPid(data)).toBe(pid)
    await endInOrder(second)
    expect(isServing(pid)).toBe(false)
  })

  test('given one leaves in the moment another comes, then both end well', async () => {
    let last = run()
    for (let round = 0; round < 4; round += 1) {
      await last.until(isReady)
      const next = run()
      await endInOrder(last)
      last = next
    }
    await last.until(hasWritten(1))
    await endInOrder(last)
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  })
})

describe('as whom', () => {
  test('given root or not, then the server never runs as root, and its data belong to whom it runs as', async () => {
    const server = await startEmbedded(data)
    const { uid } = statSync(join(data, 'postgres'))
    expect(uid === 0).toBe(false)
    expect(statSync(`/proc/${serverPid(data)}`).uid).toBe(uid)
    await server.stop()
  })

  test('given an ordinary user, when it is started, then it runs as that user', async () => {
    mkdirSync(data)
    const user = isRoot ? { uid: 65534, gid: 65534 } : {}
    if (isRoot) spawnSync('chown', ['65534:65534', data])
    const first = run(user)
    await first.until(hasWritten(1))
    expect(statSync(join(data, 'postgres')).uid).toBe(user.uid ?? process.getuid?.())
    await endInOrder(first)
  })

  test('given a folder below one that only its owner may enter, then it starts, or the sentence names that folder', async () => {
    chmodSync(parent, 0o700)
    const mayStart = !isRoot || spawnSync('unshare', ['--user', '--map-user=99', 'true']).status === 0
    const told = await startEmbedded(data).then(
      async server => {
        await server.stop()
        return { adopted: server.adopted }
      },
      ({ code, at }) => ({ code, at }),
    )
    expect(told).toEqual(mayStart ? { adopted: false } : { code: 'database_folder_denied', at: parent })
  })
})

describe('what a person can mend is said', () => {
  test('given data of another major version, then it is named and nothing is touched', async () => {
    mkdirSync(join(data, 'postgres'), { recursive: true })
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n')
    await expect(startEmbedded(data)).rejects.toMatchObject({ code: 'database_other_version' })
    expect(readFileSync(join(data, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  test('given a file where the folder should be, then the folder is named', async () => {
    writeFileSync(data, '')
    await expect(startEmbedded(join(data, 'below'))).rejects.toMatchObject({ code: 'data_folder_denied' })
  })

  test('given a system without programs, then the sentence points to DATABASE_URL', () => {
    expect(() => findBinaries('linux-loong64')).toThrow(
      expect.objectContaining({
        code: 'database_not_bundled',
        mend: expect.objectContaining({ zh: expect.stringContaining('DATABASE_URL') }),
      }),
    )
  })

  test('given damaged data, then the last words of the server are given, not those of an earlier start', async () => {
    await (await startEmbedded(data)).stop()
    rmSync(join(data, 'postgres', 'global', 'pg_control'))
    await expect(startEmbedded(data)).rejects.toMatchObject({
      code: 'database_did_not_start',
      says: { en: expect.stringMatching(/pg_control|find the database system/) },
    })
  })
})
