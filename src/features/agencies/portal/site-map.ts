/** What the agency's site holds, as a tree: for the page 网站地图 and for sitemap.xml. */
import { type CatalogueColumn, catalogueColumns } from '../../../law/catalogue.ts'
import { teller } from '../../../ui/messages.ts'
import { frameWords } from '../../../ui/portal/words.ts'
import { form } from '../pages/form-words.ts'
import type { DocumentHead, ReportHead } from '../portal-data.ts'
import type { Portal } from './portal.ts'
import { reportListTitle } from './titles.ts'
import { columns, shared } from './words.ts'

export interface MapEntry {
  readonly href: string
  readonly label: string
  /** A page of whoever is signed in: search engines are not led there. */
  readonly own?: boolean
  /** When it was published last; ISO 8601. */
  readonly changedAt?: string
  readonly under: readonly MapEntry[]
}

export function mapOf(portal: Portal, documents: readonly DocumentHead[], reports: readonly ReportHead[]): MapEntry[] {
  const { paths, lang } = portal
  const t = teller(lang)
  const of = (kind: DocumentHead['kind']) =>
    documents
      .filter(d => d.kind === kind)
      .map(d => ({ href: paths.document(d), label: d.title, changedAt: d.publishedAt, under: [] }))
  const catalogue = Object.entries<CatalogueColumn>(catalogueColumns).map(([id, { label }]) => ({
    href: paths.column(id),
    label: t(label),
    under: [],
  }))
  const years = reports.map(r => ({
    href: paths.report(r.id),
    label: reportListTitle(r),
    changedAt: r.publishedAt,
    under: [],
  }))
  const column = (id: keyof typeof columns, under: readonly MapEntry[]) => ({
    href: paths[id],
    label: t(columns[id].name),
    under,
  })
  const versions = { href: paths.guideVersions, label: t(shared.guideVersions), under: [] }
  return [
    { href: paths.home, label: t(shared.home), under: [] },
    column('guide', documents.some(({ kind }) => kind === 'guide') ? [versions] : []),
    column('rules', of('rule')),
    column('catalogue', catalogue),
    column('reports', years),
    column('apply', [
      { href: paths.form, label: t(form.title), under: [] },
      { href: paths.mine, label: t(frameWords.mine), own: true, under: [] },
    ]),
    ...of('page'),
    { href: paths.contact, label: t(shared.contact), under: [] },
  ]
}
