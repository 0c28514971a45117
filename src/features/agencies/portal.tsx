/** The public portal: the column 政府信息公开 of every agency on this installation, by path or by host name. */
import { type Context, Hono } from 'hono'
import { hasCopy, tagOf } from '../../platform/http/etag.ts'
import { languageOf } from '../../ui/language.ts'
import { localPath } from '../../ui/local-path.ts'
import { renderPortal } from '../../ui/portal/document.tsx'
import type { PortalHost } from '../../ui/portal/host.ts'
import { modeChosen, modeOf } from '../../ui/portal/modes.ts'
import { apply } from './pages/apply.tsx'
import { catalogue, catalogueColumn } from './pages/catalogue.tsx'
import { contact } from './pages/contact.tsx'
import { directoryPage } from './pages/directory.tsx'
import { guide, page, rule } from './pages/document.tsx'
import { blankForm } from './pages/form.tsx'
import { guideVersion, guideVersions } from './pages/guide-versions.tsx'
import { home } from './pages/home.tsx'
import { report } from './pages/report.tsx'
import { reports } from './pages/reports.tsx'
import { rules } from './pages/rules.tsx'
import { search } from './pages/search.tsx'
import { siteMap } from './pages/site-map.tsx'
import { faultPage, missingPage } from './pages/trouble.tsx'
import { download, type FileMaker, feed, openCsv, openJson, sitemap } from './portal/files.ts'
import { columnLink, frameOf, headOf, plainFrame } from './portal/frame.ts'
import { baseOf, checkPath, pathsUnder } from './portal/paths.ts'
import type { Asked, Page, PageMaker, Portal, PortalSite, Reading } from './portal/portal.ts'
import { robotsTxt, sitemapIndex } from './portal/sitemap-xml.ts'

const pages: Readonly<Record<string, PageMaker>> = {
  '/': home,
  '/guide': guide,
  '/guide/versions': guideVersions,
  '/guide/versions/:version': guideVersion,
  '/rules': rules,
  '/rules/:name': rule,
  '/catalogue': catalogue,
  '/catalogue/:column': catalogueColumn,
  '/reports': reports,
  '/reports/:id{[0-9a-f-]{36}}': report,
  '/apply': apply,
  '/apply/form': blankForm,
  '/contact': contact,
  '/search': search,
  '/map': siteMap,
  '/pages/:name': page,
}

const files: Readonly<Record<string, FileMaker>> = {
  '/reports/:id{[0-9a-f-]{36}}/:format': download,
  '/data/reports.json': openJson,
  '/data/reports.csv': openCsv,
  '/feed.xml': feed,
  '/sitemap.xml': sitemap,
}

export interface AgenciesPortal {
  readonly routes: Hono
  /** The page for what an agency's site does not have; null where the address belongs to no agency. */
  readonly missing: (c: Context) => Promise<Response | null>
  /** The page for a fault; null where it is not known whose site it was on. */
  readonly fault: (c: Context, name: string) => Promise<Response> | null
  /** The portal an address stands in, for pages of other slices; null where it is nobody's. */
  readonly hostOf: (c: Context) => Promise<PortalHost | null>
}

export function agenciesPortal(site: PortalSite): AgenciesPortal {
  const routes = new Hono()
  routes.get('/a/:slug', c => c.redirect(localPath(`${new URL(c.req.url).pathname}/`), 301))
  for (const [path, make] of Object.entries(pages)) onBoth(routes, path, c => answerPage(site, c, make))
  for (const [path, make] of Object.entries(files)) onBoth(routes, path, c => answerFile(site, c, make))
  routes.get('/', c => directory(site, c))
  routes.get('/robots.txt', c => c.text(robotsTxt(new URL(c.req.url).origin)))
  routes.get('/sitemap.xml', c => directoryMap(site, c))
  return { routes, missing: c => missing(site, c), fault, hostOf: c => portalHost(site, c) }
}

/** Below `/a/{slug}` for everybody; at the root for those with a host of their own. */
function onBoth(routes: Hono, path: string, answer: (c: Context) => Promise<Response | undefined>) {
  routes.get(`/a/:slug${path}`, async (c, next) => (await answer(c)) ?? next())
  routes.get(path, async (c, next) => (await answer(c)) ?? next())
}

async function answerPage(site: PortalSite, c: Context, make: PageMaker): Promise<Response | undefined> {
  return withPortal(site, c, async portal => {
    const made = await make(portal, site.data, askedOf(c))
    return made && c.html(renderPortal(frameOf(portal), made.head, made.body))
  })
}

async function answerFile(site: PortalSite, c: Context, make: FileMaker): Promise<Response | undefined> {
  return withPortal(site, c, portal => make(portal, site, c))
}

type Answer = (portal: Portal) => Promise<Response | null>

/** Finds whose page this is, and answers; undefined where it is nobody's. What the reader has is not sent again. */
async function withPortal(site: PortalSite, c: Context, answer: Answer): Promise<Response | undefined> {
  const found = await portalOf(site, c)
  if (found === null) return undefined
  if (found instanceof Response) return found
  remember(c, found)
  const chosen = modeChosen(c)
  if (chosen) return chosen
  const tag = tagFor(found, found.agency.contentVersion)
  if (hasCopy(c, tag)) return c.body(null, 304, kept(tag))
  const response = await answer(found)
  if (!response) return shownMissing(c, found)
  for (const [name, value] of Object.entries(kept(tag))) response.headers.set(name, value)
  return response
}

/** The reader keeps it and asks each time whether it still holds. */
function kept(tag: string): Record<string, string> {
  return { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Cookie' }
}

function tagFor({ origin, here, lang, mode, style, build, today }: Reading, version: string): string {
  return tagOf([version, origin, here, lang, mode, style, build, today])
}

/** By path or host; a redirect where the address is another's way of saying it; null where it is nobody's. */
async function portalOf(site: PortalSite, c: Context): Promise<Portal | Response | null> {
  const { pathname, search: query } = new URL(c.req.url)
  const own = await hostPortal(site, c)
  const slug = /^\/a\/([^/]+)\//.exec(pathname)?.[1]
  if (slug === undefined) return own
  if (own === null) {
    const agency = await site.data.agencyBySlug(slug)
    return agency && { ...readingOf(site, c), agency, paths: pathsUnder(baseOf(agency.slug)) }
  }
  // On its own host an agency has no second address, and no other agency has one.
  return own.agency.slug === slug ? c.redirect(localPath(pathname.slice(baseOf(slug).length)) + query, 301) : null
}

/** The portal at the root of an agency's own host. */
async function hostPortal(site: PortalSite, c: Context): Promise<Portal | null> {
  const agency = await site.data.agencyByHost(new URL(c.req.url).hostname.toLowerCase())
  return agency && { ...readingOf(site, c), agency, paths: pathsUnder('') }
}

async function portalHost(site: PortalSite, c: Context): Promise<PortalHost | null> {
  const portal = await portalOf(site, c)
  if (portal === null || portal instanceof Response) return null
  remember(c, portal)
  const { agency, paths, lang, today } = portal
  const { id, name, channels, office } = agency
  return {
    agency: { id, name, channels, office },
    base: paths.base,
    lang,
    today,
    frame: frameOf(portal),
    head: (title, above = []) =>
      headOf(portal, { title, column: 'apply', above: [columnLink(portal, 'apply'), ...above], unlisted: true }),
  }
}

function readingOf(site: PortalSite, c: Context): Reading {
  const { origin, pathname, search: query } = new URL(c.req.url)
  const { style, build } = site
  return { lang: languageOf(c), mode: modeOf(c), here: pathname + query, origin, style, build, today: site.today() }
}

function askedOf(c: Context): Asked {
  return { param: name => c.req.param(name) ?? '', query: name => c.req.query(name) ?? '' }
}

const rememberedAs = 'portal'

/** So that a fault on the way still knows whose page it was to be. */
function remember(c: Context, portal: Portal): void {
  c.set(rememberedAs, portal)
}

function fault(c: Context, name: string): Promise<Response> | null {
  const portal: Portal | undefined = c.get(rememberedAs)
  return portal ? shown(c, portal, faultPage(portal, name), 500) : null
}

async function missing(site: PortalSite, c: Context): Promise<Response | null> {
  if (c.req.method !== 'GET') return null
  const found = (await portalOf(site, c)) ?? (await hostPortal(site, c))
  if (found === null || found instanceof Response) return found
  const { pathname, search: query } = new URL(c.req.url)
  // A slash too many at the end is no other page.
  if (/[^/]\/$/.test(pathname) && pathname !== found.paths.home)
    return c.redirect(localPath(pathname.slice(0, -1)) + query, 301)
  return shownMissing(c, found)
}

function shownMissing(c: Context, portal: Portal): Promise<Response> {
  return shown(c, portal, missingPage(portal), 404)
}

async function shown(c: Context, portal: Portal, { head, body }: Page, status: 404 | 500): Promise<Response> {
  return c.html(renderPortal(frameOf(portal), head, body), status)
}

/** Several agencies: the list. One: its column. None: what there is to use without any. */
async function directory(site: PortalSite, c: Context): Promise<Response> {
  const chosen = modeChosen(c)
  if (chosen) return chosen
  const list = await site.data.directory()
  const all = list.regions.flatMap(region => region.agencies)
  const [only, second] = all
  if (!second) return c.redirect(only ? `${baseOf(only.slug)}/` : checkPath, 302)
  const reading = readingOf(site, c)
  const tag = tagFor(reading, list.version)
  if (hasCopy(c, tag)) return c.body(null, 304, kept(tag))
  const { head, body } = directoryPage(reading, list)
  return c.html(renderPortal(plainFrame(reading), head, body), 200, kept(tag))
}

async function directoryMap(site: PortalSite, c: Context): Promise<Response> {
  const { origin } = new URL(c.req.url)
  const { regions } = await site.data.directory()
  const maps = regions.flatMap(region => region.agencies).map(({ slug }) => origin + pathsUnder(baseOf(slug)).siteMap)
  return c.body(sitemapIndex(maps), 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Cache-Control': 'no-cache',
  })
}
