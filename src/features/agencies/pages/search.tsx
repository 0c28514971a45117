/** What the agency has published, searched: titles and texts of its documents, titles of its reports. */
import { Isolated } from '../../../ui/isolated.tsx'
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import type { Asked, Page, Portal } from '../portal/portal.ts'
import { type Hit, hitsFor, type Searched, termsOf } from '../portal/search.ts'
import { reportListTitle } from '../portal/titles.ts'
import { columns, shared } from '../portal/words.ts'
import type { PortalData } from '../portal-data.ts'
import { Day, Empty, PageTitle } from './parts.tsx'

const words = {
  found: (n: number, q: string) => ({
    zh: n === 0 ? `没有找到“${q}”。` : `找到 ${n} 项与“${q}”有关的内容。`,
    en: n === 0 ? `Nothing found for “${q}”.` : `${n} found for “${q}”.`,
  }),
  type: { zh: '请在上面的搜索框输入要找的词。', en: 'Type what you look for into the search field above.' },
  tips: {
    zh: '可以换一个更短的词，或者按栏目查看；没有公开的信息可以提出申请：',
    en: 'Try a shorter word, or look through the columns; what is not published can be requested: ',
  },
  most: (n: number) => ({
    zh: `只列出前 ${n} 项，请把词写得更具体些。`,
    en: `Only the first ${n} are listed; be more specific.`,
  }),
}

const shownMost = 50

export async function search(portal: Portal, data: PortalData, asked: Asked): Promise<Page> {
  const t = teller(portal.lang)
  const sought = asked.query('q').trim().slice(0, 100)
  const hits = termsOf(sought).length === 0 ? null : hitsFor(sought, await everything(portal, data))
  return {
    head: headOf(portal, { title: t(shared.search), sought, unlisted: true }),
    body: (
      <>
        <PageTitle title={t(shared.search)} lead={hits ? t(words.found(hits.length, sought)) : t(words.type)} />
        {hits && hits.length > 0 && <Hits hits={hits.slice(0, shownMost)} />}
        {hits && hits.length > shownMost && <p className="note">{t(words.most(shownMost))}</p>}
        {hits?.length === 0 && (
          <Empty>
            <p>
              {t(words.tips)}
              <a href={portal.paths.map}>{t(shared.siteMap)}</a> ·{' '}
              <a href={portal.paths.apply}>{t(columns.apply.name)}</a>
            </p>
          </Empty>
        )}
      </>
    ),
  }
}

async function everything({ agency, paths }: Portal, data: PortalData): Promise<readonly Searched[]> {
  const [texts, reports] = await Promise.all([data.texts(agency.id), data.reports(agency.id)])
  return [
    ...texts.map(d => ({ href: paths.document(d), title: d.title, text: d.body, publishedAt: d.publishedAt })),
    ...reports.map(r => ({
      href: paths.report(r.id),
      title: reportListTitle(r),
      text: '',
      publishedAt: r.publishedAt,
    })),
  ]
}

function Hits({ hits }: { readonly hits: readonly Hit[] }) {
  return (
    <ul className="hits" lang="zh-CN">
      {hits.map(({ href, title, excerpt, publishedAt }) => (
        <li key={href}>
          <p className="hit-title">
            <a href={href}>
              <Isolated>{title}</Isolated>
            </a>{' '}
            <Day at={publishedAt} />
          </p>
          {excerpt.length > 0 && (
            <p>{excerpt.map(({ key, text, marked }) => (marked ? <mark key={key}>{text}</mark> : text))}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
