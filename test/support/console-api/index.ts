/** The console on a made-up API in memory: the built pages, the guards of the real server, every call checked. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { consoleSite } from '../../../src/main/console-site.ts'
import { guardHeaders } from '../../../src/platform/http/guard.ts'
import { type Accounts, accountHandlers, madeUpAccounts } from './accounts.ts'
import { type Agencies, agencyHandlers, madeUpAgencies } from './agencies.ts'
import { type Desk, deskHandlers, madeUpDesk } from './desk.ts'
import { type Fake, fakeApi } from './fake.ts'
import { madeUpOffice, type OfficeThings, officeHandlers } from './office.ts'
import { madeUpPapers, type Papers, paperHandlers } from './papers.ts'
import { madeUpPublications, type Publications, publicationHandlers } from './publications.ts'
import { madeUpRequests, type Requests, requestHandlers } from './requests/index.ts'

export interface MadeUp {
  readonly url: string
  readonly api: Fake
  readonly state: Accounts & Agencies & Desk & Papers & Requests & OfficeThings & Publications
  readonly close: () => Promise<void>
}

const built = new URL('../../../dist/public/console/', import.meta.url)
const behindRoles = ['accounts.edit', 'accounts.grant']

/** Starts on a free port, nobody signed in. `without`: contracts this person may not carry out. */
export async function startMadeUp(without: readonly string[] = []): Promise<MadeUp> {
  const papers = { ...madeUpPapers(), ...madeUpRequests(), ...madeUpOffice(), ...madeUpPublications() }
  const state = { ...madeUpAccounts(), ...madeUpAgencies(), ...madeUpDesk(), ...papers }
  // Lists of the office before the one request that an id names.
  const ofRequests = [...officeHandlers(state), ...requestHandlers(state), ...publicationHandlers(state)]
  const others = [...agencyHandlers(state), ...deskHandlers(state), ...paperHandlers(state), ...ofRequests]
  const known = [...accountHandlers(state, []), ...others].map(({ contract }) => contract.id)
  const may = [...known, ...behindRoles].filter(id => !without.includes(id))
  const api = fakeApi([...accountHandlers(state, may), ...others])
  const app = new Hono()
  app.use(guardHeaders)
  app.get('/api/v1/', c => c.json({ oidc: true }))
  app.route('/', api.app)
  app.route('/', await consoleSite(built))
  const server = serve({ fetch: app.fetch, port: 0 }) as Server
  await new Promise(resolve => server.once('listening', resolve))
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close(error => (error ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, api, state, close }
}
