/** Everything of a portal that is no page: reports as documents, open data, feed, map for search engines. */
import type { Context } from 'hono'
import { reportFileName } from '../../../domain/report/file-name.ts'
import { csv } from '../../../paper/csv.ts'
import { attachment } from '../../../platform/http/attachment.ts'
import { contentTypes } from '../../../platform/http/content-types.ts'
import { cellRows } from '../../../ui/report/cell-rows.ts'
import type { PortalData, PublishedReport } from '../portal-data.ts'
import { atomFeed } from './feed.ts'
import { reportsCsv, reportsJson } from './open-data.ts'
import { type ReportFormat, reportFormats } from './paths.ts'
import type { Portal, PortalSite } from './portal.ts'
import { mapOf } from './site-map.ts'
import { sitemapXml } from './sitemap-xml.ts'

/** Answers with a file; null where there is none of that name. */
export type FileMaker = (portal: Portal, site: PortalSite, c: Context) => Promise<Response | null>

const headsOf = (data: PortalData, { agency }: Portal) =>
  Promise.all([data.documents(agency.id), data.reports(agency.id)])

export const feed: FileMaker = async (portal, { data }, c) =>
  c.body(atomFeed(portal, ...(await headsOf(data, portal))), 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
  })

export const sitemap: FileMaker = async (portal, { data }, c) =>
  c.body(sitemapXml(portal.origin, mapOf(portal, ...(await headsOf(data, portal)))), 200, {
    'Content-Type': 'application/xml; charset=utf-8',
  })

export const openJson: FileMaker = async (portal, { data }, c) =>
  c.body(await reportsJson(portal, data), 200, { 'Content-Type': contentTypes.json })

export const openCsv: FileMaker = async (portal, { data }, c) =>
  c.body(await reportsCsv(portal, data), 200, {
    'Content-Type': contentTypes.csv,
    'Content-Disposition': attachment(`${portal.agency.name}政府信息公开年报数据.csv`),
  })

/** One report as a file. Rejects where the writer fails: that is a fault of ours. */
export const download: FileMaker = async (portal, site, c) => {
  const format = reportFormats.find(f => f === c.req.param('format'))
  const shown = format && (await site.data.report(portal.agency.id, c.req.param('id') ?? ''))
  if (!shown) return null
  return c.body(await written(site, shown, format, portal), 200, {
    'Content-Type': contentTypes[format],
    'Content-Disposition': attachment(reportFileName(shown.report, format)),
  })
}

async function written(site: PortalSite, { report }: PublishedReport, format: ReportFormat, { lang }: Portal) {
  if (format === 'csv') return csv(cellRows(report, lang))
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  const document = await site.write(report, format)
  if (!document.ok) throw new Error(`a published report cannot be written as ${format}: ${document.error.says.en}`)
  return new Uint8Array(document.bytes)
}
