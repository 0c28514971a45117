/** The pages of 年报核查. Every one works without scripts. */
import { setImmediate } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { ReactNode } from 'react'
import { reportFileName } from '../../domain/report/file-name.ts'
import { csv } from '../../paper/csv.ts'
import { attachment } from '../../platform/http/attachment.ts'
import { contentTypes } from '../../platform/http/content-types.ts'
import { formFiles } from '../../platform/http/multipart.ts'
import { renderPage } from '../../ui/layout.tsx'
import { teller } from '../../ui/messages.ts'
import { cellRows } from '../../ui/report/cell-rows.ts'
import { tableViews } from '../../ui/report/judged.ts'
import { TroublePage } from '../../ui/trouble.tsx'
import { findingsCsv } from './downloads.ts'
import { writtenFormats } from './engine.ts'
import type { Incoming } from './intake.ts'
import { listing, listQuery } from './listing.ts'
import { ReportPage, reportTitle } from './pages/report.tsx'
import { UploadPage } from './pages/upload.tsx'
import { VisitPage } from './pages/visit.tsx'
import {
  type DownloadFormat,
  discardedPath,
  downloadFormats,
  reportPath,
  samplesPath,
  uploadPath,
  visitPath,
} from './paths.ts'
import type { ReportsSite } from './site.ts'
import { sampleFiles, takeIn } from './take-in.ts'
import { reportView } from './view.ts'
import { type Entry, type Gone, unpack, type Visit } from './visit.ts'
import { page, trouble, visitWords } from './words.ts'

type Status = 200 | 400 | 404 | 410 | 413 | 502 | 503

export function reportsPortal(site: ReportsSite): Hono {
  const app = new Hono()
  app.get(uploadPath, c => uploadPage(site, c))
  app.post(uploadPath, c => upload(site, c))
  app.post(samplesPath, c => trySamples(site, c))
  app.get(discardedPath, c => discardedPage(site, c))
  app.get('/reports/visits/:visit', c => withVisit(site, c, visit => visitPage(site, c, visit)))
  app.get('/reports/visits/:visit/findings.csv', c => withVisit(site, c, visit => batchCsv(site, c, visit)))
  app.post('/reports/visits/:visit/discard', c => {
    site.visits.discard(c.req.param('visit'))
    return c.redirect(discardedPath, 303)
  })
  app.get('/reports/visits/:visit/:n{[0-9]+}', c =>
    withEntry(site, c, (visit, entry) => reportPage(site, c, visit, entry)),
  )
  app.get('/reports/visits/:visit/:n{[0-9]+}/download/:format', c =>
    withEntry(site, c, (_, entry) => download(site, c, entry)),
  )
  return app
}

interface Shown {
  readonly title: string
  readonly wide?: boolean
  readonly status?: Status
}

function show(site: ReportsSite, c: Context, { title, wide = false, status = 200 }: Shown, children: ReactNode) {
  return c.html(renderPage({ frame: site.frame(c), title, wide, children }), status)
}

function uploadPage(site: ReportsSite, c: Context) {
  const lang = site.lang(c)
  return show(site, c, { title: teller(lang)(page.title) }, <UploadPage lang={lang} sizes={megabytes(site)} />)
}

async function upload(site: ReportsSite, c: Context) {
  const t = teller(site.lang(c))
  const { file, all } = megabytes(site)
  const held = await site.bodies.read(c.req.raw, site.sizes.formBytes)
  if (held === 'too_large') return stopped(site, c, 413, t(trouble.tooBigTitle), t(trouble.tooBig(file, all)))
  if (held === 'busy') return stopped(site, c, 503, t(trouble.busyTitle), t(trouble.busy))
  try {
    const files = filesOf(held.bytes, c.req.header('content-type') ?? '')
    if (files.length === 0) return stopped(site, c, 400, t(trouble.noFileTitle), t(trouble.noFile))
    return await intoVisit(site, c, files)
  } finally {
    held.release()
  }
}

/** The files chosen in the form; none where the body is no such form. */
function filesOf(body: Uint8Array, contentType: string): Incoming[] {
  const given = formFiles(body, contentType) ?? []
  // A browser sends an empty file without a name where none was chosen.
  return given.filter(f => f.name !== '' || f.bytes.length > 0).map(({ name, bytes }) => ({ file: name, bytes }))
}

async function trySamples(site: ReportsSite, c: Context) {
  return intoVisit(site, c, await sampleFiles(site.engine))
}

/** Checks the files in a new visit and leads there; to the report itself where there is nothing but one. */
async function intoVisit(site: ReportsSite, c: Context, files: readonly Incoming[]) {
  const visit = site.visits.open()
  const entries: Entry[] = []
  const going = takeIn(site.engine, site.visits, visit, files, site.lang(c))
  let step = await going.next()
  for (; !step.done; step = await going.next()) entries.push(step.value)
  if (step.value !== null) return c.redirect(`${visitPath(visit)}?full=1`, 303)
  const [only, second] = entries
  return c.redirect(only?.packed && !second ? reportPath(visit, only.n) : visitPath(visit), 303)
}

function visitPage(site: ReportsSite, c: Context, visit: Visit) {
  const lang = site.lang(c)
  const params = new URL(c.req.url).searchParams
  const query = listQuery(params)
  return show(
    site,
    c,
    { title: teller(lang)(visitWords.title) },
    <VisitPage
      visit={visit}
      query={query}
      listing={listing(visit, query)}
      full={params.has('full')}
      lang={lang}
      minutes={site.sizes.minutes}
    />,
  )
}

function reportPage(site: ReportsSite, c: Context, visit: Visit, entry: Entry) {
  const lang = site.lang(c)
  const view = reportView(visit, entry, lang)
  if (!view) return c.redirect(`${visitPath(visit.id)}#file-${entry.n}`, 303)
  const shown = tableViews.find(v => v === c.req.query('view')) ?? 'published'
  const minutes = site.sizes.minutes
  return show(
    site,
    c,
    { title: reportTitle(view, lang), wide: true },
    <ReportPage visit={visit} view={view} shown={shown} lang={lang} minutes={minutes} />,
  )
}

function discardedPage(site: ReportsSite, c: Context) {
  const t = teller(site.lang(c))
  return show(
    site,
    c,
    { title: t(visitWords.discarded) },
    <TroublePage
      calm
      title={t(visitWords.discarded)}
      paragraphs={[t(visitWords.discardedText)]}
      action={t(visitWords.again)}
      href={uploadPath}
    />,
  )
}

async function download(site: ReportsSite, c: Context, entry: Entry) {
  const lang = site.lang(c)
  const format = downloadFormats.find(f => f === c.req.param('format'))
  const report = unpack(entry)
  if (!format || !report) return c.notFound()
  const written = writtenFormats.find(f => f === format)
  if (!written)
    return attach(
      c,
      format === 'csv' ? csv(cellRows(report, lang)) : json(report),
      reportFileName(report, format),
      format,
    )
  const document = await site.engine.write(report, written)
  if (document.ok) return attach(c, new Uint8Array(document.bytes), reportFileName(report, format), format)
  const t = teller(lang)
  return stopped(site, c, 502, t(trouble.renderTitle), `${t(document.error.says)}${t(trouble.render)}`)
}

function json(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

function batchCsv(site: ReportsSite, c: Context, visit: Visit) {
  const name = site.lang(c) === 'zh' ? '年报核查发现.csv' : 'findings.csv'
  for (const [key, value] of Object.entries(attached(name, 'csv'))) c.header(key, value)
  return stream(c, async out => {
    for (const piece of findingsCsv(visit, site.lang(c))) {
      if (out.aborted) return
      await out.write(piece)
      await setImmediate()
    }
  })
}

function attach(c: Context, body: string | Uint8Array<ArrayBuffer>, name: string, format: DownloadFormat) {
  return c.body(body, 200, attached(name, format))
}

function attached(name: string, format: DownloadFormat) {
  return { 'Content-Type': contentTypes[format], 'Content-Disposition': attachment(name) }
}

async function withVisit(site: ReportsSite, c: Context, then: (visit: Visit) => Response | Promise<Response>) {
  const visit = site.visits.find(c.req.param('visit') ?? '')
  return typeof visit === 'string' ? gonePage(site, c, visit) : then(visit)
}

async function withEntry(
  site: ReportsSite,
  c: Context,
  then: (visit: Visit, entry: Entry) => Response | Promise<Response>,
) {
  return withVisit(site, c, visit => {
    const entry = visit.entries[Number(c.req.param('n')) - 1]
    return entry ? then(visit, entry) : c.notFound()
  })
}

function gonePage(site: ReportsSite, c: Context, why: Gone) {
  const t = teller(site.lang(c))
  const sentence = why === 'expired' ? trouble.expired(site.sizes.minutes) : trouble[why]
  const status = why === 'unknown' ? 404 : 410
  return stopped(site, c, status, t(trouble.goneTitle), `${t(sentence)} ${t(trouble.repeat)}`)
}

function stopped(site: ReportsSite, c: Context, status: Status, title: string, sentence: string) {
  const t = teller(site.lang(c))
  return show(
    site,
    c,
    { title, status },
    <TroublePage title={title} paragraphs={[sentence]} action={t(trouble.toUpload)} href={uploadPath} />,
  )
}

function megabytes(site: ReportsSite) {
  const { fileBytes, formBytes, minutes } = site.sizes
  return { file: Math.floor(fileBytes / 2 ** 20), all: Math.floor(formBytes / 2 ** 20), minutes }
}
