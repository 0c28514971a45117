/** 网站地图: every page of the agency on one. */
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import { checkPath } from '../portal/paths.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { type MapEntry, mapOf } from '../portal/site-map.ts'
import { shared } from '../portal/words.ts'
import type { PortalData } from '../portal-data.ts'
import { PageTitle } from './parts.tsx'

export async function siteMap(portal: Portal, data: PortalData): Promise<Page> {
  const t = teller(portal.lang)
  const { agency, paths } = portal
  const [documents, reports] = await Promise.all([data.documents(agency.id), data.reports(agency.id)])
  const others: MapEntry[] = [
    { href: paths.search, label: t(shared.search), under: [] },
    { href: paths.feed, label: t(shared.feed), under: [] },
    { href: checkPath, label: t(shared.check), under: [] },
  ]
  return {
    head: headOf(portal, { title: t(shared.siteMap), wide: true }),
    body: (
      <>
        <PageTitle title={t(shared.siteMap)} />
        <Tree entries={[...mapOf(portal, documents, reports), ...others]} />
      </>
    ),
  }
}

function Tree({ entries }: { readonly entries: readonly MapEntry[] }) {
  return (
    <ul className="site-map">
      {entries.map(({ href, label, under }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {under.length > 0 && <Tree entries={under} />}
        </li>
      ))}
    </ul>
  )
}
