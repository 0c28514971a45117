/** The web application without a socket: requests go straight in, the clock and the names are the test's. */
import type { Hono } from 'hono'
import { noAgencies, type PortalData } from '../../src/features/agencies/portal-data.ts'
import type { Engine } from '../../src/features/reports/engine.ts'
import { visitStore } from '../../src/features/reports/visit.ts'
import type { CitizenAccounts } from '../../src/features/requests/account.ts'
import type { CitizenDesk } from '../../src/features/requests/citizen.ts'
import { createApp } from '../../src/main/app.tsx'
import { asset } from '../../src/main/assets.ts'
import { newToken } from '../../src/platform/crypto/tokens.ts'
import { cookies } from '../../src/platform/http/cookies.ts'
import { noAccounts } from '../support/citizen-accounts.ts'
import { memoryDesk } from '../support/citizen-desk.ts'
import { smallEngine } from '../support/small-engine.ts'

export interface TestSite {
  readonly app: Hono
  /** Milliseconds; tests move it. */
  readonly clock: { ms: number }
  readonly faults: unknown[]
}

const sizes = { fileBytes: 60_000, formBytes: 150_000, minutes: 60 }

export interface SiteChanges {
  readonly engine?: Engine
  readonly visitBytes?: number
  readonly portal?: PortalData
  readonly build?: string
  readonly desk?: CitizenDesk
  readonly accounts?: CitizenAccounts
  readonly now?: () => Date
  readonly filling?: () => boolean
}

export function testSite(changes: SiteChanges = {}): TestSite {
  const { engine = smallEngine, visitBytes = 2 ** 20, portal = noAgencies, build = 'b1' } = changes
  const { desk = memoryDesk(), accounts = noAccounts, now = () => new Date('2026-11-21T01:00:00Z') } = changes
  const clock = { ms: 0 }
  const faults: unknown[] = []
  let count = 0
  const visits = visitStore(
    () => clock.ms,
    () => `visit-${++count}`,
    { minutes: sizes.minutes, visitBytes, totalBytes: 2 ** 22 },
  )
  const encode = (text: string) => new TextEncoder().encode(text)
  const assets = new Map([
    ['client.js', asset('client.js', encode('console.log(1)'))],
    ['style.css', asset('style.css', encode('body{}'))],
  ])
  const logFault = (_: string, error: unknown) => faults.push(error)
  const citizens = {
    desk,
    accounts,
    publicUrl: 'http://localhost',
    cookies: cookies(false),
    newKey: () => newToken().token,
    addressOf: () => '127.0.0.1',
  }
  const app = createApp({
    engine,
    visits,
    assets,
    faultName: () => 'f001',
    logFault,
    sizes,
    portal,
    build,
    ...(changes.filling ? { filling: changes.filling } : {}),
    now,
    citizens,
  })
  return { app, clock, faults }
}

/** A browser's plain form with these files. */
export function formWith(files: readonly (readonly [name: string, text: string])[]): RequestInit {
  const body = new FormData()
  for (const [name, text] of files) body.append('files', new File([text], name))
  return { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } }
}

/** Uploads and gives the address the answer leads to. */
export async function uploaded(app: Hono, files: readonly (readonly [name: string, text: string])[]): Promise<string> {
  const answer = await app.request('/reports/check', formWith(files))
  return answer.headers.get('location') ?? `no redirect: ${answer.status}`
}

export async function textAt(app: Hono, path: string): Promise<string> {
  return (await app.request(path)).text()
}
