/** 法定主动公开内容: its columns, and each of them with what it holds or what belongs there. */
import { cite } from '../../../domain/citation.ts'
import { type CatalogueColumn, type CatalogueColumnId, catalogueColumns } from '../../../law/catalogue.ts'
import { teller } from '../../../ui/messages.ts'
import { columnLink, headOf } from '../portal/frame.ts'
import type { Asked, Page, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'
import type { PortalData } from '../portal-data.ts'
import { Organisation } from './organisation.tsx'
import { Empty, PageTitle } from './parts.tsx'

const words = {
  empty: { zh: '本栏目尚无内容。', en: 'This column holds nothing yet.' },
  belongs: { zh: '应当在这里公布：', en: 'Here belongs: ' },
  ask: {
    zh: '需要这方面的信息，可以提出申请或者向工作机构咨询。',
    en: 'For information of this kind, make a request or ask the office.',
  },
}

const columnEntries = Object.entries<CatalogueColumn>(catalogueColumns)

export async function catalogue(portal: Portal): Promise<Page> {
  const t = teller(portal.lang)
  const { name, about } = columns.catalogue
  return {
    head: headOf(portal, { title: t(name), description: t(about), column: 'catalogue', wide: true }),
    body: (
      <>
        <PageTitle title={t(name)} lead={t(about)} />
        <ul className="catalogue">
          {columnEntries.map(([id, { label, holds }]) => (
            <li key={id}>
              <a href={portal.paths.column(id)}>{t(label)}</a>
              <p>{t(holds)}</p>
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

export async function catalogueColumn(portal: Portal, data: PortalData, asked: Asked): Promise<Page | null> {
  const id = asked.param('column')
  if (!isColumn(id)) return null
  const t = teller(portal.lang)
  const { label }: CatalogueColumn = catalogueColumns[id]
  const title = t(label)
  const held = id === 'organisation' ? await organisationFacts(portal, data) : null
  return {
    head: headOf(portal, { title, column: 'catalogue', above: [columnLink(portal, 'catalogue')] }),
    body: (
      <>
        <PageTitle title={title} />
        {held ? <Organisation portal={portal} {...held} /> : <EmptyColumn portal={portal} id={id} />}
      </>
    ),
  }
}

async function organisationFacts({ agency, today }: Portal, data: PortalData) {
  const [sections, leaders] = await Promise.all([data.sections(agency.id), data.leaders(agency.id)])
  const serving = leaders.filter(
    ({ fromDate, untilDate }) => (fromDate === null || fromDate <= today) && (untilDate === null || untilDate >= today),
  )
  return { sections, leaders: serving }
}

function EmptyColumn({ portal, id }: { readonly portal: Portal; readonly id: CatalogueColumnId }) {
  const { lang, paths } = portal
  const t = teller(lang)
  const { holds, articles }: CatalogueColumn = catalogueColumns[id]
  return (
    <Empty>
      <p>{t(words.empty)}</p>
      <p>
        {t(words.belongs)}
        {t(holds)}
        {lang === 'zh' ? '。' : '.'}{' '}
        {articles.length > 0 && <span className="basis">{articles.map(a => cite(a, lang)).join('、')}</span>}
      </p>
      <p>
        {t(words.ask)} <a href={paths.apply}>{t(columns.apply.name)}</a> ·{' '}
        <a href={paths.contact}>{t(shared.contact)}</a>
      </p>
    </Empty>
  )
}

function isColumn(id: string): id is CatalogueColumnId {
  return Object.hasOwn(catalogueColumns, id)
}
