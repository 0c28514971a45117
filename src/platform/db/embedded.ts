/** A real PostgreSQL server in the data folder: started, adopted when one is running already, stopped by its last user. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { Trouble } from '../trouble.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { enter, isAlive, leave } from './clients.ts'
import { giveTo, type Identity, identityToTake, mustReach } from './identity.ts'
import { cannotWrite, didNotStart, embeddedMajor, otherVersion } from './trouble.ts'

export interface EmbeddedServer {
  readonly connection: ClientConfig
  /** Whether a server that was running already is used. */
  readonly adopted: boolean
  /** Leaves the server, and stops it where nobody else uses it. */
  readonly stop: () => Promise<void>
}

const owner = 'gongkai'
const port = 5432
const startWithin = 60_000
const lookEvery = 10
/** The system's limit for the address of a socket, less the socket's own name. */
const longestFolder = 80

interface Places {
  readonly data: string
  readonly cluster: string
  readonly run: string
  readonly clients: string
  readonly socket: string
  readonly log: string
}

/**
 * Starts the server of a data folder, or joins the one that runs there. The folder is made where it is missing.
 * Throws a Trouble for what a person can mend.
 */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedServer> {
  const identity = identityToTake()
  const places = preparePlaces(dataFolder, identity)
  const connection = { host: places.socket, port, user: owner, database: owner }
  enter(places.clients)
  try {
    const adopted = await accepts(connection)
    if (!adopted) await start(places, connection, identity)
    return { connection, adopted, stop: () => stop(places) }
  } catch (error) {
    leave(places.clients)
    throw error
  }
}

function preparePlaces(dataFolder: string, identity: Identity | null): Places {
  try {
    mkdirSync(dataFolder, { recursive: true })
    const data = realpathSync(dataFolder)
    const run = join(data, 'run')
    const log = join(data, 'logs', 'postgres.log')
    mkdirSync(join(data, 'logs'), { recursive: true })
    mkdirSync(run, { recursive: true })
    const socket = socketFolder(run)
    mkdirSync(socket, { recursive: true, mode: 0o700 })
    if (identity) {
      giveTo(identity, socket)
      mustReach(identity, data)
    }
    chmodSync(socket, 0o700)
    return { data, cluster: join(data, 'postgres'), run, clients: join(run, 'clients'), socket, log }
  } catch (error) {
    throw error instanceof Trouble ? error : cannotWrite(dataFolder, error)
  }
}

/** In the data folder, or where its path is too long for a socket, in the system's folder for temporary files. */
function socketFolder(run: string): string {
  const own = join(run, 'socket')
  if (Buffer.byteLength(own) <= longestFolder) return own
  return join(tmpdir(), `gongkai-${createHash('sha256').update(own).digest('hex').slice(0, 16)}`)
}

async function accepts(connection: ClientConfig): Promise<boolean> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Starts the server, or waits for another process that is about to. */
async function start(places: Places, connection: ClientConfig, identity: Identity | null): Promise<void> {
  const until = Date.now() + startWithin
  let last: unknown
  while (Date.now() < until) {
    if (await accepts(connection)) return
    const lock = takeLock(places.run)
    if (lock) {
      try {
        const binaries = findBinaries()
        if (identity) mustReach(identity, binaries.postgres)
        await makeCluster(places, binaries, identity)
        clearStale(places)
        return await launch(places, binaries, connection, identity)
      } catch (error) {
        // A server that was killed may still be letting go of its memory; its own message says so.
        if (!isLettingGo(error)) throw error
        last = error
      } finally {
        lock()
      }
    }
    await pause(50)
  }
  throw last ?? didNotStart(places.log, lastWords(places.log))
}

function isLettingGo(error: unknown): boolean {
  return (
    error instanceof Trouble &&
    /pre-existing shared memory|lock file .* already exists|is starting up/.test(error.says.en)
  )
}

/** One process at a time starts the server. Null while another does; else gives back how to let go. */
function takeLock(run: string): (() => void) | null {
  const path = join(run, 'starting')
  try {
    closeSync(openSync(path, 'wx'))
    writeFileSync(path, String(process.pid))
    return () => rmSync(path, { force: true })
  } catch {
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
    if (holder > 0 && !isAlive(holder)) rmSync(path, { force: true })
    return null
  }
}

/** Makes the cluster beside its place and moves it there whole: a start that is killed leaves none by halves. */
async function makeCluster({ cluster, data, log }: Places, { initdb }: Binaries, identity: Identity | null) {
  const versionFile = join(cluster, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim()
    if (found !== embeddedMajor) throw otherVersion(cluster, found)
    if (identity) giveTo(identity, cluster)
    return
  }
  const fresh = join(data, `postgres.new-${randomBytes(4).toString('hex')}`)
  mkdirSync(fresh, { mode: 0o700 })
  if (identity) giveTo(identity, fresh)
  const flags = [
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
    '-k',
  ]
  const child = run(initdb, ['-D', fresh, '-U', owner, ...flags], log, identity)
  const code = await ended(child)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw didNotStart(log, lastWords(log))
  }
  renameSync(fresh, cluster)
}

/** Removes what a server left that is no more. */
function clearStale({ cluster, socket }: Places): void {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = serverPid(cluster)
  if (pid === null || isServer(pid)) return
  rmSync(pidFile, { force: true })
  for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(join(socket, name), { force: true })
}

function serverPid(cluster: string): number | null {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** Whether the process is a PostgreSQL server; where the system does not tell, a living one may be. */
function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return true
  }
}

async function launch(places: Places, { postgres }: Binaries, connection: ClientConfig, identity: Identity | null) {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: places.socket,
    unix_socket_permissions: '0700',
    port,
    cluster_name: owner,
    max_connections: 60,
    shared_buffers: '64MB',
    wal_compression: 'on',
    password_encryption: 'scram-sha-256',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = run(postgres, ['-D', places.cluster, ...flags], places.log, identity)
  let exit: number | null | undefined
  child.once('exit', code => {
    exit = code
  })
  child.once('error', () => {
    exit = -1
  })
  const until = Date.now() + startWithin
  while (exit === undefined && Date.now() < until) {
    if (await accepts({ ...connection, database: 'postgres' })) {
      child.unref()
      return makeDatabase(connection)
    }
    await pause(lookEvery)
  }
  child.kill('SIGINT')
  throw didNotStart(places.log, lastWords(places.log))
}

async function makeDatabase(connection: ClientConfig): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [owner])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${owner}`)
  } finally {
    await client.end()
  }
}

/** Detached, so that an interrupt typed at the terminal reaches this program first, which then stops the server. */
function run(program: string, args: readonly string[], log: string, identity: Identity | null): ChildProcess {
  const out = openSync(log, 'a', 0o600)
  try {
    const { uid, gid } = identity ?? {}
    return spawn(program, args, {
      detached: true,
      stdio: ['ignore', out, out],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    })
  } finally {
    closeSync(out)
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    child.once('exit', code => resolve(code))
    child.once('error', () => resolve(-1))
  })
}

function lastWords(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []
  const told = lines.slice(-12).filter(line => /FATAL|PANIC|ERROR|error|No space|HINT/.test(line))
  return (told.join(' ') || lines.at(-1) || '').slice(0, 400)
}

async function stop(places: Places): Promise<void> {
  if (!leave(places.clients).last) return
  const pid = serverPid(places.cluster)
  if (pid === null || !isServer(pid)) return
  // Fast shutdown: ends sessions, writes everything down.
  process.kill(pid, 'SIGINT')
  const until = Date.now() + startWithin
  while (isAlive(pid) && existsSync(join(places.cluster, 'postmaster.pid')) && Date.now() < until)
    await pause(lookEvery)
}
