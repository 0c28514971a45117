/** One report: what was found at the side, the report with its official tables in the middle. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { editionOf } from '../../../domain/report/form-cells.ts'
import { Icon } from '../../../ui/icon.tsx'
import { teller } from '../../../ui/messages.ts'
import { Badges } from '../../../ui/report/badges.tsx'
import { Findings } from '../../../ui/report/findings.tsx'
import type { TableView } from '../../../ui/report/judged.ts'
import { reportWords } from '../../../ui/report/words.ts'
import { reportNumbers } from '../listing.ts'
import { type DownloadFormat, downloadFormats, downloadPath, reportPath, uploadPath, visitPath } from '../paths.ts'
import type { ReportView } from '../view.ts'
import type { Visit } from '../visit.ts'
import { page, viewWords, visitWords } from '../words.ts'
import { Paper } from './paper.tsx'
import { VisitActions } from './visit.tsx'

interface Props {
  readonly visit: Visit
  readonly view: ReportView
  readonly shown: TableView
  readonly lang: Lang
  readonly minutes: number
}

/** Agency and year, as far as the paper gives them. */
export function reportTitle(view: ReportView, lang: Lang): string {
  const t = teller(lang)
  const { agency, year } = view.report
  return t(
    reportWords.titleOf(
      agency ?? t(visitWords.noAgency),
      year === null ? t(visitWords.noYear) : t(reportWords.yearOf(year)),
    ),
  )
}

export function ReportPage({ visit, view, shown, lang, minutes }: Props) {
  const edition = editionOf(view.report.edition)
  return (
    <>
      <Crumbs visit={visit} view={view} lang={lang} />
      <Head visit={visit} view={view} lang={lang} />
      <div className="split">
        <div className="split-side">
          <Findings judged={view} edition={edition} lang={lang} />
        </div>
        <div className="split-main">
          <Paper view={view} shown={shown} visit={visit.id} lang={lang} />
        </div>
      </div>
      <VisitActions visit={visit.id} lang={lang} minutes={minutes} batch />
    </>
  )
}

interface PartProps {
  readonly visit: Visit
  readonly view: ReportView
  readonly lang: Lang
}

function Crumbs({ visit, view, lang }: PartProps) {
  const t = teller(lang)
  const numbers = reportNumbers(visit)
  const at = numbers.indexOf(view.entry.n)
  const [before, after] = [numbers[at - 1], numbers[at + 1]]
  return (
    <div className="crumb-bar">
      <nav className="crumbs" aria-label={t({ zh: '当前位置', en: 'You are here' })}>
        <a href={uploadPath}>{t(page.title)}</a>
        {visit.entries.length > 1 && <a href={visitPath(visit.id)}>{t(visitWords.crumb(visit.entries.length))}</a>}
      </nav>
      {numbers.length > 1 && (
        <nav className="pager" aria-label={t(visitWords.title)}>
          {before !== undefined && (
            <a href={reportPath(visit.id, before)} rel="prev">
              <Icon name="back" /> {t(viewWords.previous)}
            </a>
          )}
          <span>{t(viewWords.position(at + 1, numbers.length))}</span>
          {after !== undefined && (
            <a href={reportPath(visit.id, after)} rel="next">
              {t(viewWords.next)} <Icon name="next" />
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

function Head({ visit, view, lang }: PartProps) {
  const t = teller(lang)
  const { report, entry, counts, previousYear } = view
  return (
    <div className="report-head">
      <div>
        <h1>{reportTitle(view, lang)}</h1>
        <p className="report-meta">
          <Badges counts={counts} lang={lang} />
          <span>{t(reportWords.edition(report.edition))}</span>
          <span className="report-file">{t(viewWords.source(entry.file))}</span>
        </p>
        <p className="note">
          {previousYear !== null && t(viewWords.chained(previousYear))}
          {previousYear === null && report.year !== null && t(viewWords.notChained(report.year - 1))}
        </p>
      </div>
      <Downloads visit={visit.id} n={entry.n} lang={lang} />
    </div>
  )
}

const formatNames: Readonly<Record<DownloadFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  html: 'HTML',
  txt: 'TXT',
  csv: 'CSV',
  json: 'JSON',
}

function Downloads({ visit, n, lang }: { readonly visit: string; readonly n: number; readonly lang: Lang }) {
  const t = teller(lang)
  return (
    <nav className="downloads" aria-labelledby="download-title">
      <p id="download-title">
        <Icon name="download" /> {t(reportWords.download)}
      </p>
      <ul>
        {downloadFormats.map(format => (
          <li key={format}>
            <a href={downloadPath(visit, n, format)}>{formatNames[format]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
