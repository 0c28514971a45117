/** The web application, put together: guards, static files, slices, and pages for what goes wrong. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { agenciesPortal } from '../features/agencies/portal.tsx'
import type { PortalData } from '../features/agencies/portal-data.ts'
import { reportsApi } from '../features/reports/api.ts'
import type { Engine } from '../features/reports/engine.ts'
import { uploadPath } from '../features/reports/paths.ts'
import { reportsPortal } from '../features/reports/portal.tsx'
import type { ReportsSite, Sizes } from '../features/reports/site.ts'
import { usualLimits, type VisitStore } from '../features/reports/visit.ts'
import { page, trouble } from '../features/reports/words.ts'
import type { CitizenAccounts } from '../features/requests/account.ts'
import type { CitizenDesk } from '../features/requests/citizen.ts'
import { requestsPortal } from '../features/requests/portal/index.ts'
import { apiRoot } from '../kit/contract.ts'
import { defaultLimits } from '../platform/documents/limits.ts'
import { bodyReader } from '../platform/http/body.ts'
import type { Cookies } from '../platform/http/cookies.ts'
import { guardHeaders, guardWrites } from '../platform/http/guard.ts'
import { problem } from '../platform/http/problem.ts'
import { shanghaiDay } from '../ui/day.ts'
import { languageOf, rememberLanguage } from '../ui/language.ts'
import { type Frame, renderPage } from '../ui/layout.tsx'
import { teller } from '../ui/messages.ts'
import { TroublePage } from '../ui/trouble.tsx'
import type { Asset } from './assets.ts'

export interface AppDeps {
  readonly engine: Engine
  readonly visits: VisitStore
  /** Built files for the browser by their name: client.js, style.css. */
  readonly assets: ReadonlyMap<string, Asset>
  /** A short name for a fault, so that the page and the log can be put together. */
  readonly faultName: () => string
  readonly logFault: (name: string, error: unknown) => void
  readonly sizes?: Sizes
  /** What the agencies on this installation have published. */
  readonly portal: PortalData
  /** Changes when the program does. */
  readonly build: string
  readonly now: () => Date
  /** Whether the demo's agencies are just being entered; never where left out. */
  readonly filling?: () => boolean
  /** What sees every request first: the log, the figures. */
  readonly before?: readonly MiddlewareHandler[]
  /** Applying and following requests on the portal; left out where there is no database to keep them in. */
  readonly citizens?: {
    readonly desk: CitizenDesk
    readonly accounts: CitizenAccounts
    readonly publicUrl: string
    readonly cookies: Cookies
    readonly newKey: () => string
    readonly addressOf: (c: Context) => string
  }
  /** What stands on the database: the API, signing in, the console. Given the frame of the pages. */
  readonly parts?: readonly ((frame: (c: Context) => Frame) => Hono)[]
}

const foreignPage = {
  code: 'foreign_page',
  says: { zh: '这个请求不是从本站页面发出的。', en: 'This call did not come from a page of this site.' },
  mend: {
    zh: '请在本站页面上操作；程序调用时不要带 Origin 请求头。',
    en: 'Do it on a page of this site; a program leaves the header Origin out.',
  },
}
const leastFormBytes = 200 * 2 ** 20
/** All uploads being read or checked together. */
const heldBytes = 600 * 2 ** 20
const secondsToFill = 10
const aYear = 'public, max-age=31536000, immutable'

/** What may be uploaded at a time where a single file may have so many bytes. */
export function sizesFor(fileBytes: number): Sizes {
  return { fileBytes, formBytes: Math.max(leastFormBytes, fileBytes), minutes: usualLimits.minutes }
}

export function createApp(deps: AppDeps): Hono {
  const { engine, visits, assets, sizes = sizesFor(defaultLimits.fileBytes) } = deps
  const frame = (c: Context): Frame => frameOf(c, assets)
  const site: ReportsSite = { engine, visits, bodies: bodyReader(heldBytes), sizes, frame, lang: languageOf }

  const agencies = agenciesPortal({
    data: deps.portal,
    write: engine.write,
    style: versioned(assets, 'style.css'),
    build: deps.build,
    today: () => shanghaiDay(deps.now().toISOString()),
  })

  const app = new Hono()
  for (const each of deps.before ?? []) app.use(each)
  app.use(guardHeaders)
  app.use(rememberLanguage)
  app.use(
    guardWrites(c => {
      if (c.req.path.startsWith(`${apiRoot}/`)) return problem(c, 403, foreignPage, languageOf(c))
      const t = teller(languageOf(c))
      return stopped(site, c, 403, t(trouble.foreignTitle), t(trouble.foreign))
    }),
  )
  // Not yet there is not the same as nowhere: who asks is to come again.
  app.use('/a/*', async (c, next) => {
    if (!deps.filling?.()) return next()
    const t = teller(languageOf(c))
    c.header('Retry-After', String(secondsToFill))
    return stopped(site, c, 503, t(trouble.fillingTitle), t(trouble.filling))
  })
  app.get('/assets/:name', c => {
    const asset = assets.get(c.req.param('name'))
    if (!asset) return c.notFound()
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': aYear })
  })
  for (const part of deps.parts ?? []) app.route('/', part(frame))
  if (deps.citizens) {
    const { hostOf } = agencies
    const script = versioned(assets, 'client.js')
    app.route('/', requestsPortal({ ...deps.citizens, hostOf, bodies: site.bodies, now: deps.now, script }))
  }
  app.route('/', agencies.routes)
  app.route('/', reportsPortal(site))
  app.route('/', reportsApi(site))
  app.notFound(async c => {
    const help = await agencies.missing(c)
    if (help) return help
    const t = teller(languageOf(c))
    return stopped(site, c, 404, t(trouble.notFoundTitle), t(trouble.notFound))
  })
  app.onError((error, c) => {
    const name = deps.faultName()
    deps.logFault(name, error)
    const help = agencies.fault(c, name)
    if (help) return help
    const t = teller(languageOf(c))
    return stopped(site, c, 500, t(trouble.faultTitle), t(trouble.fault(name)))
  })
  return app
}

function frameOf(c: Context, assets: ReadonlyMap<string, Asset>): Frame {
  const { pathname, search } = new URL(c.req.url)
  return {
    lang: languageOf(c),
    here: pathname + search,
    assets: { style: versioned(assets, 'style.css'), script: versioned(assets, 'client.js') },
    nav: [{ href: uploadPath, label: page.title, under: '/reports/' }],
  }
}

function versioned(assets: ReadonlyMap<string, Asset>, name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.version ?? '0'}`
}

function stopped(site: ReportsSite, c: Context, status: 403 | 404 | 500 | 503, title: string, sentence: string) {
  const t = teller(site.lang(c))
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code: String(status), says: sentence } }, status)
  const children = <TroublePage title={title} paragraphs={[sentence]} action={t(trouble.home)} href="/" />
  return c.html(renderPage({ frame: site.frame(c), title, children }), status)
}
