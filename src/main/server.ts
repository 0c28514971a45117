/** The web application of an installation on a port of this machine. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { oidcPages } from '../features/accounts/oidc-pages.ts'
import { sessionCookie } from '../features/accounts/session-cookie.ts'
import { portalStore } from '../features/agencies/portal-store.ts'
import type { Engine } from '../features/reports/engine.ts'
import { visitStore } from '../features/reports/visit.ts'
import { citizenAccounts } from '../features/requests/account/accounts.ts'
import { citizenDesk } from '../features/requests/citizen/desk.ts'
import { materialReader } from '../features/requests/materials/reader.ts'
import type { Services } from '../kit/services.ts'
import type { Config } from '../platform/config/config.ts'
import { newToken } from '../platform/crypto/tokens.ts'
import { readMigrations } from '../platform/db/migrate.ts'
import { uuid7 } from '../platform/db/uuid7.ts'
import { cookies } from '../platform/http/cookies.ts'
import { asSent, type Proxies, proxiesAt } from '../platform/http/proxies.ts'
import { requestLog } from '../platform/log/request-log.ts'
import { createApp, sizesFor } from './app.tsx'
import { loadAssets } from './assets.ts'
import { backend } from './backend.tsx'
import { consoleSite } from './console-site.ts'
import { health } from './health.ts'
import { waysOf } from './installation/outside.ts'
import type { Installation } from './installation.ts'
import { originsBehind, type TellOrigin } from './origin.ts'
import { materialsEntry, migrationsFolder } from './root.ts'
import { addressAt, servicesOf } from './services.ts'
import { allRoutes } from './slices.ts'
import { sendAtOnce } from './tasks.ts'

export interface ServerOptions {
  readonly engine: Engine
  readonly installation: Installation
  /** 0 lets the system choose. */
  readonly port: number
  /** 127.0.0.1 serves this machine only; 0.0.0.0 everyone who can reach it. */
  readonly host: string
  /** Folder with what was built for the browser; ends with a slash. */
  readonly assets: URL
  /** The largest file taken, in bytes; as usual where left out. */
  readonly fileBytes?: number
  /** The program's version. */
  readonly version: string
  /** Agencies are still to be entered: until told that they are, their pages ask to come again. */
  readonly filling?: boolean
}

export interface RunningServer {
  readonly url: string
  readonly services: Services
  /** The agencies are entered. */
  readonly filled: () => void
  readonly close: () => Promise<void>
}

const sweepEvery = 60_000
const nameBytes = 24

/** Starts the web application. Rejects where the port is taken or the build is not whole. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host, assets, installation } = options
  const [files, console] = await Promise.all([loadAssets(assets), consoleSite(new URL('console/', assets))])
  const proxies = proxiesAt(installation.config.trustedProxies)
  const originOf = originsBehind(proxies)
  const reserved = await reservePort(port, host, proxies)
  const url = addressAt(host, reserved.port)
  const services = servicesOf(installation, installation.config.publicUrl ?? url)
  const watched = health({ installation, migrations: await readMigrations(migrationsFolder), now: services.now })
  const visits = visitStore(Date.now, () => randomBytes(nameBytes).toString('base64url'))
  const materials = materialReader(materialsEntry)
  let filling = options.filling ?? false
  const app = createApp({
    engine: options.engine,
    visits,
    assets: files,
    faultName: () => randomBytes(4).toString('hex'),
    ...(options.fileBytes === undefined ? {} : { sizes: sizesFor(options.fileBytes) }),
    logFault: (name, error) => services.log.error('fault', error, { code: name }),
    portal: portalStore(services),
    build: options.version,
    filling: () => filling,
    now: services.now,
    citizens: {
      desk: citizenDesk(services),
      accounts: citizenAccounts(services, { ways: waysOf(installation.config), hurry: sendAtOnce }),
      publicUrl: services.publicUrl,
      cookies: cookies(services.publicUrl.startsWith('https:')),
      newKey: () => newToken(services.random).token,
      addressOf: c => originOf(c, null).address,
    },
    before: [watching(services), installation.metrics.middleware],
    parts: [
      frame =>
        backend({
          services,
          routes: allRoutes(options.engine, materials),
          version: options.version,
          oidc: installation.config.oidc !== null,
          originOf,
          frame,
        }),
      () => oidc(services, installation.config, originOf),
      () => watched,
      () => console,
    ],
  })
  reserved.listen(app.fetch)
  const sweeper = setInterval(visits.sweep, sweepEvery)
  sweeper.unref()
  return {
    url,
    services,
    filled: () => {
      filling = false
    },
    close: () => {
      clearInterval(sweeper)
      materials.close()
      return reserved.close()
    },
  }
}

/** A line of the log for every request, without what it was about. */
function watching({ log, now, random }: Services) {
  const requestId = () => uuid7(now().getTime(), random)
  return requestLog({ log, requestId, now: () => now().getTime() })
}

function oidc(services: Services, { oidc: given }: Config, originOf: TellOrigin) {
  const cookie = sessionCookie(services)
  const settings = given && {
    issuer: given.issuer,
    clientId: given.clientId,
    clientSecret: given.clientSecret.reveal(),
    allowHttp: given.issuer.startsWith('http:'),
  }
  return oidcPages({ services, settings, originOf: c => originOf(c, cookie.read(c)), cookie })
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** The port is taken before the application is put together: links in it name the port that was given. */
async function reservePort(port: number, host: string, proxies: Proxies) {
  let answer: Fetch = () => new Response(null, { status: 503 })
  const server = serve({ fetch: (request, env) => answer(request, env), port, hostname: host }) as Server
  server.prependListener('request', incoming => asSent(incoming, proxies))
  await listening(server)
  return {
    port: (server.address() as AddressInfo).port,
    listen: (fetch: Fetch) => {
      answer = fetch
    },
    close: () => closed(server),
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
