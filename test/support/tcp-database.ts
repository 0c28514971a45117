/** A PostgreSQL of its own on a loopback port, as an administrator would run one for other programs. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries } from '../../src/platform/db/embedded/binaries.ts'
import { readyCluster, superuser } from '../../src/platform/db/embedded/cluster.ts'
import { findFooting } from '../../src/platform/db/embedded/footing.ts'
import { makeSocketFolder, placeAt } from '../../src/platform/db/embedded/place.ts'
import { launch } from '../../src/platform/db/embedded/server.ts'
import { guard } from './guard.ts'

export interface TcpDatabase {
  /** The address of an empty database whose owner may make roles and owns nothing else. */
  readonly url: string
  readonly close: () => Promise<void>
}

const owner = 'owner_of_it'
const password = 'only-for-this-test'

export async function startTcpDatabase(): Promise<TcpDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-elsewhere-'))
  chmodSync(folder, 0o755)
  const letGo = guard(folder)
  const port = await freePort()
  const [binaries, place] = [findBinaries(), await placeAt(folder)]
  const footing = await findFooting(place.data, binaries.postgres)
  await readyCluster(place, binaries, footing)
  await makeSocketFolder(place, footing)
  const settings = { listen_addresses: '127.0.0.1', port: `${port}`, fsync: 'off' }
  const server = await launch(place, binaries, footing, settings)
  const root = await connected(port, server.hasEnded)
  await root.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${password}'`)
  await root.query(`CREATE DATABASE its_own OWNER ${owner}`)
  await root.end()
  return {
    url: `postgres://${owner}:${password}@127.0.0.1:${port}/its_own`,
    close: async () => {
      process.kill(server.pid ?? 0, 'SIGINT')
      while (!server.hasEnded()) await pause(10)
      rmSync(folder, { recursive: true, force: true })
      letGo()
    },
  }
}

/** Waits until the server takes connections. */
async function connected(port: number, hasEnded: () => boolean): Promise<Client> {
  for (;;) {
    const client = new Client({ host: '127.0.0.1', port, user: superuser, database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (hasEnded()) throw error
      await pause(20)
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
