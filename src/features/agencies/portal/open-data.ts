/** An agency's published reports as open data: everything as JSON, every figure as CSV. */
import { csv } from '../../../paper/csv.ts'
import { cellRows } from '../../../ui/report/cell-rows.ts'
import type { PortalData, PublishedReport } from '../portal-data.ts'
import type { Portal } from './portal.ts'
import { reportListTitle } from './titles.ts'

/** `gongkai.reports/1`: the agency, and its reports as `gongkai.report/1`, the newest first. */
export async function reportsJson(portal: Portal, data: PortalData): Promise<string> {
  const { agency, paths, origin } = portal
  const reports = (await allReports(portal, data)).map(shown => ({
    title: reportListTitle(shown),
    reporter: shown.reporter,
    year: shown.year,
    publishedAt: shown.publishedAt,
    address: `${origin}${paths.report(shown.id)}`,
    report: shown.report,
  }))
  const about = { name: agency.name, siteCode: agency.siteCode, address: `${origin}${paths.home}` }
  return `${JSON.stringify({ schema: 'gongkai.reports/1', agency: about, reports }, null, 2)}\n`
}

/** A line each cell of each report, the newest report first. */
export async function reportsCsv(portal: Portal, data: PortalData): Promise<string> {
  const reports = await allReports(portal, data)
  const lines = reports.flatMap(({ reporter, year, report }) =>
    cellRows(report, portal.lang)
      .slice(1)
      .map(([id = '', label = '', value = null, kind = '']) => [reporter, year, id, label, value, kind]),
  )
  return csv([['reporter', 'year', 'id', 'label', 'value', 'kind'], ...lines])
}

async function allReports({ agency }: Portal, data: PortalData): Promise<readonly PublishedReport[]> {
  const heads = await data.reports(agency.id)
  const reports = await Promise.all(heads.map(({ id }) => data.report(agency.id, id)))
  return reports.filter(report => report !== null)
}
