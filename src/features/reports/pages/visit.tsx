/** The overview of a visit: every file with its outcome, sorted and filtered by the address. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type Teller, teller } from '../../../ui/messages.ts'
import { Badges } from '../../../ui/report/badges.tsx'
import { reportWords } from '../../../ui/report/words.ts'
import {
  type Listing,
  type ListQuery,
  listAddress,
  type Row,
  type ShowKey,
  type SortKey,
  showKeys,
} from '../listing.ts'
import { discardPath, findingsCsvPath, reportPath, uploadPath, visitPath } from '../paths.ts'
import { previousOf } from '../view.ts'
import type { Visit } from '../visit.ts'
import { page, trouble, visitWords } from '../words.ts'

interface Props {
  readonly visit: Visit
  readonly query: ListQuery
  readonly listing: Listing
  /** More was uploaded than the visit could hold. */
  readonly full: boolean
  readonly lang: Lang
  readonly minutes: number
}

export function VisitPage({ visit, query, listing, full, lang, minutes }: Props) {
  const t = teller(lang)
  const reports = visit.entries.filter(e => e.packed)
  const chained = reports.filter(e => previousOf(visit, e)).length
  return (
    <>
      <nav className="crumbs" aria-label={t({ zh: '当前位置', en: 'You are here' })}>
        <a href={uploadPath}>{t(page.title)}</a>
      </nav>
      <div className="page-head">
        <h1>{t(visitWords.title)}</h1>
        <p className="lead">
          {t(visitWords.summary(reports.length, listing.totals.errors, listing.totals.failed))}
          {chained > 0 && t(visitWords.chained(chained))}
        </p>
      </div>
      {full && (
        <p className="notice" role="status">
          <Icon name="warning" /> {t(trouble.full)}
        </p>
      )}
      <Filter visit={visit} query={query} listing={listing} t={t} />
      {listing.rows.length > 0 ? (
        <Overview visit={visit} query={query} listing={listing} lang={lang} />
      ) : (
        <p className="nothing">
          {t(visitWords.nothing)} <a href={visitPath(visit.id)}>{t(visitWords.clearFilter)}</a>
        </p>
      )}
      <Pager visit={visit} query={query} listing={listing} t={t} />
      <VisitActions visit={visit.id} lang={lang} minutes={minutes} batch={reports.length > 0} />
    </>
  )
}

/** What can be done with the whole visit. */
export function VisitActions(props: {
  readonly visit: string
  readonly lang: Lang
  readonly minutes: number
  readonly batch: boolean
}) {
  const t = teller(props.lang)
  return (
    <div className="visit-actions">
      {props.batch && (
        <a className="button" href={findingsCsvPath(props.visit)}>
          <Icon name="download" /> {t(visitWords.batchCsv)}
        </a>
      )}
      <a className="button" href={uploadPath}>
        <Icon name="upload" /> {t(visitWords.again)}
      </a>
      <form method="post" action={discardPath(props.visit)}>
        <button type="submit" className="button button-quiet" aria-describedby="discard-note">
          <Icon name="discard" /> {t(visitWords.discard)}
        </button>
      </form>
      <p className="note" id="discard-note">
        {t(visitWords.discardNote(props.minutes))}
      </p>
    </div>
  )
}

interface PartProps {
  readonly visit: Visit
  readonly query: ListQuery
  readonly listing: Listing
}

function Filter({ visit, query, listing, t }: PartProps & { readonly t: Teller }) {
  const names: Readonly<Record<ShowKey, string>> = {
    all: t(visitWords.showAll),
    errors: t(visitWords.showErrors),
    warnings: t(visitWords.showWarnings),
    clean: t(visitWords.showClean),
    failed: t(visitWords.showFailed),
  }
  return (
    <div className="filter">
      <nav className="tabs" aria-label={t(visitWords.show)}>
        {showKeys.map(show => (
          <a
            key={show}
            href={visitPath(visit.id) + listAddress({ ...query, show, page: 1 })}
            aria-current={show === query.show ? 'true' : undefined}
          >
            {names[show]} <span className="tab-count">{listing.totals[show]}</span>
          </a>
        ))}
      </nav>
      <search>
        <form method="get" action={visitPath(visit.id)} className="search">
          <input type="hidden" name="show" value={query.show} />
          <input type="hidden" name="sort" value={query.sort} />
          <label htmlFor="q" className="visually-hidden">
            {t(visitWords.search)}
          </label>
          <input id="q" type="search" name="q" defaultValue={query.search} placeholder={t(visitWords.search)} />
          <button type="submit" className="button">
            {t(visitWords.filter)}
          </button>
        </form>
      </search>
    </div>
  )
}

const columns: readonly { readonly key: SortKey; readonly said: { readonly zh: string; readonly en: string } }[] = [
  { key: 'agency', said: visitWords.agency },
  { key: 'year', said: visitWords.year },
  { key: 'errors', said: visitWords.outcome },
  { key: 'file', said: visitWords.file },
]

function Overview({ visit, query, listing, lang }: PartProps & { readonly lang: Lang }) {
  const t = teller(lang)
  const ordered = (key: SortKey) => (key === 'errors' || key === 'warnings' ? 'descending' : 'ascending')
  return (
    <table className="overview">
      <caption className="visually-hidden">{t(visitWords.title)}</caption>
      <thead>
        <tr>
          {columns.map(({ key, said }) => (
            <th key={key} scope="col" aria-sort={query.sort === key ? ordered(key) : undefined} className={`c-${key}`}>
              <a
                href={visitPath(visit.id) + listAddress({ ...query, sort: key, page: 1 })}
                title={t(visitWords.sortedBy(t(said)))}
              >
                {t(said)}
                <span className="sort-mark" aria-hidden="true">
                  {query.sort === key ? (ordered(key) === 'ascending' ? '▲' : '▼') : '↕'}
                </span>
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listing.rows.map(row => (
          <OverviewRow key={row.entry.n} visit={visit.id} row={row} lang={lang} />
        ))}
      </tbody>
    </table>
  )
}

function OverviewRow({ visit, row, lang }: { readonly visit: string; readonly row: Row; readonly lang: Lang }) {
  const t = teller(lang)
  const { entry, counts } = row
  if (entry.error) {
    return (
      <tr className="row-failed" id={`file-${entry.n}`}>
        <td colSpan={3} className="c-trouble">
          <span className="badge badge-failed">
            <Icon name="failed" /> {t(visitWords.failed)}
          </span>{' '}
          <span>{t(entry.error.says)}</span> <code>{entry.error.code}</code>
        </td>
        <td className="c-file">{entry.file}</td>
      </tr>
    )
  }
  return (
    <tr id={`file-${entry.n}`}>
      <th scope="row" className="c-agency">
        <a href={reportPath(visit, entry.n)}>{entry.agency ?? t(visitWords.noAgency)}</a>
      </th>
      <td className="c-year">
        {entry.year === null ? t(visitWords.noAgencyShort) : t(reportWords.yearOf(entry.year))}
      </td>
      <td className="c-errors">
        <Badges counts={counts} lang={lang} />
      </td>
      <td className="c-file">{entry.file}</td>
    </tr>
  )
}

function Pager({ visit, query, listing, t }: PartProps & { readonly t: Teller }) {
  if (listing.pages < 2) return null
  const to = (n: number) => visitPath(visit.id) + listAddress({ ...query, page: n })
  return (
    <nav className="pager" aria-label={t(visitWords.pages)}>
      {listing.page > 1 && (
        <a href={to(listing.page - 1)} rel="prev">
          <Icon name="back" /> {t(visitWords.previousPage)}
        </a>
      )}
      <span>{t(visitWords.pageOf(listing.page, listing.pages))}</span>
      {listing.page < listing.pages && (
        <a href={to(listing.page + 1)} rel="next">
          {t(visitWords.nextPage)} <Icon name="next" />
        </a>
      )}
    </nav>
  )
}
