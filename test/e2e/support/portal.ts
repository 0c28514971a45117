/** The portal of made-up agencies, served from this process on a port of its own, with the built style sheet. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { renderReport } from '../../../src/features/reports/render.ts'
import { visitStore } from '../../../src/features/reports/visit.ts'
import { createApp } from '../../../src/main/app.tsx'
import { loadAssets } from '../../../src/main/assets.ts'
import { newToken } from '../../../src/platform/crypto/tokens.ts'
import { cookies } from '../../../src/platform/http/cookies.ts'
import { noAccounts } from '../../support/citizen-accounts.ts'
import { type MemoryDesk, memoryDesk } from '../../support/citizen-desk.ts'
import { memoryPortal, type TestAgency } from '../../support/portal.ts'
import { smallEngine } from '../../support/small-engine.ts'
import type { ServedSite } from './site.ts'

const built = new URL('../../../dist/public/', import.meta.url)

export async function servePortal(
  agencies: readonly TestAgency[],
  desk: MemoryDesk = memoryDesk(),
): Promise<ServedSite> {
  const app = createApp({
    engine: {
      ...smallEngine,
      write: async (report, format) => ({ ok: true, bytes: await renderReport(report, format) }),
    },
    visits: visitStore(Date.now, () => randomBytes(24).toString('base64url')),
    assets: await loadAssets(built),
    portal: memoryPortal(agencies),
    citizens: {
      desk,
      accounts: noAccounts,
      publicUrl: 'http://localhost',
      cookies: cookies(false),
      newKey: () => newToken().token,
      addressOf: () => '127.0.0.1',
    },
    build: 'test',
    now: () => new Date('2026-11-21T01:00:00Z'),
    faultName: () => 'f001',
    logFault: (name, error) => console.error(name, error),
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
