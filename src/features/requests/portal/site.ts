/** What `main` gives the pages of applying and following, and what a page is made of. */
import type { Context } from 'hono'
import type { ReactNode } from 'react'
import type { BodyReader } from '../../../platform/http/body.ts'
import type { Cookies } from '../../../platform/http/cookies.ts'
import { renderPortal } from '../../../ui/portal/document.tsx'
import type { Link } from '../../../ui/portal/frame.ts'
import type { PortalHost } from '../../../ui/portal/host.ts'
import type { Citizen, CitizenAccounts } from '../account.ts'
import type { CitizenDesk, CitizenOrigin } from '../citizen.ts'
import { type ApplyPaths, pathsIn } from './paths.ts'

export interface RequestsPortalSite {
  readonly desk: CitizenDesk
  readonly accounts: CitizenAccounts
  /** Whose portal an address belongs to; null where it is nobody's. */
  readonly hostOf: (c: Context) => Promise<PortalHost | null>
  readonly bodies: BodyReader
  readonly cookies: Cookies
  /** Address of the caller, for limits. */
  readonly addressOf: (c: Context) => string
  readonly now: () => Date
  /** A secret nobody guesses, for a form. */
  readonly newKey: () => string
  /** Address of the small script that shows what is public while one types. */
  readonly script: string
  /** How the installation is reached where an agency has a host of its own, without a slash at the end. */
  readonly publicUrl: string
}

/** Kept until the browser is closed; the table says how long it holds. */
export const sessionCookie = 'gongkai_citizen'

/** One call to a page. */
export interface Visit {
  readonly site: RequestsPortalSite
  readonly c: Context
  readonly host: PortalHost
  readonly paths: ApplyPaths
  /** Who is signed in; asked once a call, and only where a page wants to know. */
  readonly citizen: () => Promise<Citizen | null>
}

export function visitOf(site: RequestsPortalSite, c: Context, host: PortalHost): Visit {
  let asked: Promise<Citizen | null> | undefined
  const ask = async () => {
    const session = site.cookies.read(c, sessionCookie)
    return session === undefined ? null : site.accounts.signedIn(session)
  }
  const citizen = () => {
    asked ??= ask()
    return asked
  }
  return { site, c, host, paths: pathsIn(host.base), citizen }
}

/** `key`: the same for a repeated sending of one form. */
export function originOf({ site, c }: Visit, key: string): CitizenOrigin {
  return { address: site.addressOf(c), key }
}

/** The secret of a form in what it sent; null where there is none, or it is none. */
export function keyIn(typed: URLSearchParams | null): string | null {
  const key = typed?.get('key') ?? ''
  return isKey(key) ? key : null
}

export function isKey(text: string): boolean {
  return /^[\w-]{20,100}$/.test(text)
}

export interface Shown {
  readonly title: string
  readonly body: ReactNode
  readonly above?: readonly Link[]
  readonly status?: 200 | 404 | 409 | 410 | 413 | 422 | 429 | 503
}

/** Never kept by anybody on the way: what stands here is one person's. */
export function show({ c, host }: Visit, { title, body, above = [], status = 200 }: Shown): Response {
  const head = { ...host.head(title, above), troubled: status >= 400 }
  const html = renderPortal(host.frame, head, body)
  return c.html(html, status, { 'Cache-Control': 'no-store' })
}

export function leadTo({ c }: Visit, path: string): Response {
  return c.redirect(path, 303)
}
