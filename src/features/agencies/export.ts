/** The open data of a whole installation: only what every visitor of the portal may read. */
import type { Report } from '../../domain/report/report.ts'
import type { PortalAgency, PortalData } from './portal-data.ts'

export type OpenLine =
  | {
      readonly kind: 'agency'
      readonly id: string
      readonly name: string
      readonly region: string
      readonly site_code: string | null
      readonly address: string
      readonly office: PortalAgency['office']
    }
  | {
      readonly kind: 'report'
      /** The agency that published it. */
      readonly agency: string
      readonly reporter: string
      readonly year: number
      readonly published_at: string
      /** `gongkai.report/1` */
      readonly report: Report
    }

/** Each agency, by region, and behind it its published reports, the newest first. */
export async function* openData(data: PortalData, publicUrl: string): AsyncGenerator<OpenLine> {
  for (const { code, agencies } of (await data.directory()).regions) {
    for (const { slug } of agencies) {
      const agency = await data.agencyBySlug(slug)
      // Closed since the list was read.
      if (!agency) continue
      yield agencyLine(agency, code, publicUrl)
      for (const { id } of await data.reports(agency.id)) {
        const kept = await data.report(agency.id, id)
        if (!kept) continue
        const { reporter, year, publishedAt, report } = kept
        yield { kind: 'report', agency: agency.id, reporter, year, published_at: publishedAt, report }
      }
    }
  }
}

function agencyLine({ id, name, siteCode, host, slug, office }: PortalAgency, region: string, publicUrl: string) {
  const address = host === null ? `${publicUrl}/a/${slug}/` : `https://${host}/`
  return { kind: 'agency' as const, id, name, region, site_code: siteCode, address, office }
}
