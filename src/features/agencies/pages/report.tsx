/** One published report: its check first, then the report with the statutory tables, and its files. */
import { editionOf } from '../../../domain/report/form-cells.ts'
import { shanghaiDay } from '../../../ui/day.ts'
import { Icon } from '../../../ui/icon.tsx'
import { teller } from '../../../ui/messages.ts'
import { Legend, ReportArticle } from '../../../ui/report/article.tsx'
import { Badges } from '../../../ui/report/badges.tsx'
import { Findings } from '../../../ui/report/findings.tsx'
import { cellNotes, type Judged, judge } from '../../../ui/report/judged.ts'
import { reportWords } from '../../../ui/report/words.ts'
import { columnLink, headOf } from '../portal/frame.ts'
import { checkPath, type ReportFormat, reportFormats } from '../portal/paths.ts'
import type { Asked, Page, Portal } from '../portal/portal.ts'
import { reportListTitle } from '../portal/titles.ts'
import { shared } from '../portal/words.ts'
import type { PortalData, PublishedReport } from '../portal-data.ts'

const words = {
  check: { zh: '核查结果', en: 'What the check found' },
  checked: {
    zh: '本页对表内勾稽、表文一致和填报规范作了核查，结果如下；报告内容按公布原样显示。',
    en: 'Sums, text and form were checked, with this result; the report is shown as published.',
  },
  chained: (year: number) => ({ zh: `已与 ${year} 年报告核对年度衔接。`, en: `Checked against the ${year} report.` }),
  how: { zh: '怎样核查', en: 'How it is checked' },
}

export async function report(portal: Portal, data: PortalData, asked: Asked): Promise<Page | null> {
  const shown = await data.report(portal.agency.id, asked.param('id'))
  if (!shown) return null
  const previous = await yearBefore(portal, data, shown)
  const judged = judge(shown.report, portal.lang, previous?.report ?? null)
  const title = reportListTitle(shown)
  return {
    head: headOf(portal, {
      title,
      column: 'reports',
      above: [columnLink(portal, 'reports')],
      publishedAt: shown.publishedAt,
      wide: true,
    }),
    body: <Report portal={portal} shown={shown} judged={judged} before={previous?.year ?? null} />,
  }
}

/** The same reporter's report of the year before, where it is published too. */
async function yearBefore({ agency }: Portal, data: PortalData, { reporter, year }: PublishedReport) {
  const heads = await data.reports(agency.id)
  const head = heads.find(h => h.reporter === reporter && h.year === year - 1)
  return head ? data.report(agency.id, head.id) : null
}

interface Props {
  readonly portal: Portal
  readonly shown: PublishedReport
  readonly judged: Judged
  readonly before: number | null
}

function Report({ portal, shown, judged, before }: Props) {
  const { lang, agency } = portal
  const t = teller(lang)
  const notes = cellNotes(judged, 'published', lang)
  return (
    <>
      <div className="page-head" lang="zh-CN">
        <h1>{reportListTitle(shown)}</h1>
      </div>
      <p className="stamp">
        <span>{t(shared.published(shanghaiDay(shown.publishedAt)))}</span>
        <span>{t(shared.source(agency.name))}</span>
        <span>{t(reportWords.edition(shown.edition))}</span>
      </p>
      <Downloads portal={portal} id={shown.id} />
      <details className="check-result" open={judged.counts.error + judged.counts.warning > 0}>
        <summary>
          <h2 className="check-title">{t(words.check)}</h2> <Badges counts={judged.counts} lang={lang} />
        </summary>
        <p className="note">
          {t(words.checked)} {before !== null && t(words.chained(before))} <a href={checkPath}>{t(words.how)}</a>
        </p>
        <Findings plain judged={judged} edition={editionOf(judged.report.edition)} lang={lang} />
      </details>
      <h2 className="report-text">{t(reportWords.reportText)}</h2>
      <Legend notes={notes} lang={lang} />
      <ReportArticle judged={judged} notes={notes} lang={lang} />
    </>
  )
}

const formatNames: Readonly<Record<ReportFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
}

function Downloads({ portal, id }: { readonly portal: Portal; readonly id: string }) {
  const t = teller(portal.lang)
  return (
    <nav className="downloads" aria-labelledby="download-title">
      <p id="download-title">
        <Icon name="download" /> {t(reportWords.download)}
      </p>
      <ul>
        {reportFormats.map(format => (
          <li key={format}>
            <a href={portal.paths.download(id, format)}>{formatNames[format]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
