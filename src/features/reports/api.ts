/** The same actions for programs and for the page's own script: JSON, one object per line while files are checked. */

import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { Lang } from '../../domain/kernel/lang.ts'
import { teller } from '../../ui/messages.ts'
import type { Counts } from '../../ui/report/judged.ts'
import { apiVisitsPath, reportPath, visitPath } from './paths.ts'
import type { ReportsSite } from './site.ts'
import { takeIn } from './take-in.ts'
import { entryCounts, reportView } from './view.ts'
import type { Entry, Visit } from './visit.ts'
import { trouble } from './words.ts'

/** One line of the answer while a file is checked. */
export type FileLine =
  | {
      readonly n: number
      readonly file: string
      readonly agency: string | null
      readonly year: number | null
      readonly path: string
      readonly counts: Counts
    }
  | { readonly n: number; readonly file: string; readonly error: { readonly code: string; readonly says: string } }
  /** Nothing more comes of this file. */
  | { readonly stopped: string; readonly says: string }

export function reportsApi(site: ReportsSite): Hono {
  const app = new Hono()
  app.post(apiVisitsPath, c => {
    const visit = site.visits.open()
    return c.json({ visit, path: visitPath(visit) }, 201)
  })
  app.get(`${apiVisitsPath}/:visit`, c => whole(site, c))
  app.post(`${apiVisitsPath}/:visit/files`, c => addFile(site, c))
  return app
}

/** Everything the visit holds, as the command line prints it. */
function whole(site: ReportsSite, c: Context) {
  const lang = site.lang(c)
  const visit = site.visits.find(c.req.param('visit') ?? '')
  if (typeof visit === 'string') return refuse(c, 410, visit, teller(lang)(trouble.repeat))
  return c.json({ files: visit.entries.map(entry => outcome(visit, entry, lang)) })
}

function outcome(visit: Visit, entry: Entry, lang: Lang) {
  const { file, error } = entry
  if (error) return { file, error: { ...error, says: error.says[lang] } }
  const view = reportView(visit, entry, lang)
  return { file, report: view?.report, findings: view?.findings.map(({ n, ...finding }) => finding) }
}

async function addFile(site: ReportsSite, c: Context) {
  const lang = site.lang(c)
  const t = teller(lang)
  const id = c.req.param('visit') ?? ''
  const visit = site.visits.find(id)
  if (typeof visit === 'string') return refuse(c, 410, visit, t(trouble.repeat))
  const held = await site.bodies.read(c.req.raw, site.sizes.fileBytes)
  if (held === 'busy') return refuse(c, 503, 'busy', t(trouble.busy))
  if (held === 'too_large') {
    const mb = (n: number) => Math.floor(n / 2 ** 20)
    return refuse(c, 413, 'too_large', t(trouble.tooBig(mb(site.sizes.fileBytes), mb(site.sizes.formBytes))))
  }
  const incoming = { file: c.req.query('name') || 'upload', bytes: held.bytes }
  c.header('Content-Type', 'application/x-ndjson; charset=utf-8')
  return stream(c, async out => {
    try {
      const going = takeIn(site.engine, site.visits, id, [incoming], lang)
      let step = await going.next()
      for (; !step.done && !out.aborted; step = await going.next()) {
        await out.write(line(lineOf(visit, step.value, lang)))
      }
      if (step.done && step.value !== null) await out.write(line(stopLine(step.value, lang)))
    } finally {
      held.release()
    }
  })
}

function lineOf(visit: Visit, entry: Entry, lang: Lang): FileLine {
  const { n, file, agency, year, error } = entry
  if (error) return { n, file, error: { code: error.code, says: error.says[lang] } }
  return { n, file, agency, year, path: reportPath(visit.id, n), counts: entryCounts(visit, entry) }
}

function stopLine(why: string, lang: Lang): FileLine {
  const t = teller(lang)
  return { stopped: why, says: why === 'full' ? t(trouble.full) : t(trouble.repeat) }
}

function line(value: FileLine): string {
  return `${JSON.stringify(value)}\n`
}

function refuse(c: Context, status: 410 | 413 | 503, code: string, says: string) {
  return c.json({ error: { code, says } }, status)
}
