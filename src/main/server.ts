/** The web application on a port of this machine. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { noAgencies } from '../features/agencies/portal-data.ts'
import type { Engine } from '../features/reports/engine.ts'
import { visitStore } from '../features/reports/visit.ts'
import { createApp, sizesFor } from './app.tsx'
import { loadAssets } from './assets.ts'

export interface ServerOptions {
  readonly engine: Engine
  /** 0 lets the system choose. */
  readonly port: number
  /** 127.0.0.1 serves this machine only; 0.0.0.0 everyone who can reach it. */
  readonly host: string
  /** Folder with the built client.js and style.css; ends with a slash. */
  readonly assets: URL
  /** The largest file taken, in bytes; as usual where left out. */
  readonly fileBytes?: number
}

export interface RunningServer {
  readonly url: string
  readonly close: () => Promise<void>
}

const sweepEvery = 60_000
const nameBytes = 24

/** Starts the web application. Rejects where the port is taken or the build is not whole. */
export async function startServer({ engine, port, host, assets, fileBytes }: ServerOptions): Promise<RunningServer> {
  const visits = visitStore(Date.now, () => randomBytes(nameBytes).toString('base64url'))
  const app = createApp({
    engine,
    visits,
    assets: await loadAssets(assets),
    portal: noAgencies,
    build: Date.now().toString(36),
    now: () => new Date(),
    faultName: () => randomBytes(4).toString('hex'),
    ...(fileBytes === undefined ? {} : { sizes: sizesFor(fileBytes) }),
    logFault: (name, error) => console.error(`fault ${name}`, error),
  })
  const server = serve({ fetch: app.fetch, port, hostname: host }) as Server
  await listening(server)
  const sweeper = setInterval(visits.sweep, sweepEvery)
  sweeper.unref()
  const { port: given } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}`,
    close: () => {
      clearInterval(sweeper)
      return closed(server)
    },
  }
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
}

/** Lets answers under way end; idle connections end at once. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()))
    server.closeIdleConnections()
  })
}
