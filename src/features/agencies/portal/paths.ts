/** Addresses of an agency's pages, built in one place. */
import type { DocumentHead } from '../portal-data.ts'

export const reportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export type Paths = ReturnType<typeof pathsUnder>

/** `base` is `/a/{slug}`, or empty where the host is the agency's own. */
export function pathsUnder(base: string) {
  const under = (path: string) => `${base}${path}`
  return {
    base,
    home: under('/'),
    guide: under('/guide'),
    guideVersions: under('/guide/versions'),
    guideVersion: (version: number) => under(`/guide/versions/${version}`),
    rules: under('/rules'),
    catalogue: under('/catalogue'),
    reports: under('/reports'),
    apply: under('/apply'),
    form: under('/apply/form'),
    online: under('/apply/online'),
    track: under('/apply/track'),
    mine: under('/apply/mine'),
    contact: under('/contact'),
    search: under('/search'),
    map: under('/map'),
    feed: under('/feed.xml'),
    siteMap: under('/sitemap.xml'),
    openJson: under('/data/reports.json'),
    openCsv: under('/data/reports.csv'),
    column: (id: string) => under(`/catalogue/${id}`),
    report: (id: string) => under(`/reports/${id}`),
    download: (id: string, format: ReportFormat) => under(`/reports/${id}/${format}`),
    document: (document: Pick<DocumentHead, 'kind' | 'slug'>) => under(documentPath(document)),
  }
}

function documentPath({ kind, slug }: Pick<DocumentHead, 'kind' | 'slug'>): string {
  if (kind === 'guide') return '/guide'
  return kind === 'rule' ? `/rules/${slug}` : `/pages/${slug}`
}

/** Where an agency without a host of its own is found. */
export function baseOf(slug: string): string {
  return `/a/${slug}`
}

/** Where 年报核查 stands. */
export const checkPath = '/reports/check'
