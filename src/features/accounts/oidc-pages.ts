/** The two addresses of signing in at the agency's identity provider. Both only send the browser on. */
import { type Context, Hono } from 'hono'
import { MINUTE } from '../../domain/kernel/instant.ts'
import type { Origin } from '../../kit/routes.ts'
import type { Services } from '../../kit/services.ts'
import {
  beginSignIn,
  connectProvider,
  finishSignIn,
  type OidcPerson,
  type OidcProvider,
  type OidcSettings,
  type PendingSignIn,
} from '../../platform/crypto/oidc.ts'
import { countOne } from '../../platform/record/rate.ts'
import { Trouble } from '../../platform/trouble.ts'
import { admit, keepPending, type OidcOutcome, takePending } from './actions/oidc.ts'
import type { Moment } from './actions/open-session.ts'
import { type OidcTrouble, oidcTroubles } from './oidc-words.ts'
import { homePath, oidcCallbackPath, oidcPath, oidcTroublePath } from './paths.ts'
import type { SessionCookie } from './session-cookie.ts'

export interface OidcPagesOptions {
  readonly services: Services
  /** Null where the installation has no provider. The callback is our own and added here. */
  readonly settings: Omit<OidcSettings, 'callback'> | null
  readonly originOf: (c: Context) => Origin
  readonly cookie: SessionCookie
}

const most = 120
const within = 5 * MINUTE

export function oidcPages(options: OidcPagesOptions): Hono {
  const { services, originOf, cookie } = options
  const provider = connection(options)
  const momentOf = (c: Context) => ({ now: services.now(), origin: originOf(c), services })
  const done = (c: Context, outcome: OidcOutcome) => {
    if ('trouble' in outcome) return c.redirect(oidcTroublePath(outcome.trouble), 303)
    if (outcome.token !== undefined) cookie.keep(c, outcome.token)
    return c.redirect(homePath, 303)
  }
  const app = new Hono()
  app.get(oidcPath, async c => {
    const link = c.req.query('link') === '1'
    // Another site could send somebody here to tie an identity to their account that is not theirs.
    if (link && !cameFromHere(c.req.raw, services.publicUrl)) return done(c, { trouble: 'not_signed_in' })
    const outcome = await troubleOr(() => begin(provider, momentOf(c), link))
    if ('trouble' in outcome) return done(c, outcome)
    if (outcome.token !== undefined) cookie.keep(c, outcome.token)
    return c.redirect(outcome.url, 302)
  })
  app.get(oidcCallbackPath, async c => done(c, await troubleOr(() => finish(provider, momentOf(c), c.req.url))))
  return app
}

type Connect = () => Promise<OidcProvider | null>
type Outside = Omit<Moment, 'tx'>

/** Reads the provider's description once; again after it could not be read. */
function connection({ services, settings }: OidcPagesOptions): Connect {
  let known: OidcProvider | null = null
  return async () => {
    if (settings === null) return null
    known ??= await connectProvider({ ...settings, callback: services.publicUrl + oidcCallbackPath })
    return known
  }
}

async function begin(connect: Connect, at: Outside, link: boolean) {
  const provider = await connect()
  if (!provider) return { trouble: 'off' as const }
  const { url, pending } = await beginSignIn(provider)
  const outcome = await inTransaction(at, async moment => {
    const bucket = `accounts.oidc ${at.origin.address}`
    const wait = await countOne(moment.tx, { bucket, most, within }, at.now)
    return wait > 0 ? { trouble: 'too_often' as const } : keepPending(moment, pending, link)
  })
  return 'trouble' in outcome ? outcome : { ...outcome, url }
}

/** The provider is asked between two transactions: nothing is held while it thinks. */
async function finish(connect: Connect, at: Outside, address: string): Promise<OidcOutcome> {
  const provider = await connect()
  if (!provider) return { trouble: 'off' }
  const taken = await inTransaction(at, takePending)
  if (!taken) return { trouble: 'mismatch' }
  const person: OidcPerson = await finishSignIn(provider, address, JSON.parse(taken.value) as PendingSignIn)
  return inTransaction(at, moment => admit(moment, taken.kind, person))
}

function inTransaction<T>(at: Outside, work: (moment: Moment) => Promise<T>): Promise<T> {
  return at.services.database.transaction('installation', tx => work({ ...at, tx }))
}

/** What goes wrong with the provider is an answer, too. */
async function troubleOr<T>(work: () => Promise<T>): Promise<T | { trouble: OidcTrouble }> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Trouble ? error.code : ''
    if (Object.hasOwn(oidcTroubles, code)) return { trouble: code as OidcTrouble }
    throw error
  }
}

/** Whether the page that led here is one of ours. Browsers say it in one of two headers; none is not enough. */
function cameFromHere(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const page = request.headers.get('referer') ?? ''
  return URL.canParse(page) && new URL(page).origin === new URL(publicUrl).origin
}
