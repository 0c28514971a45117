/** One report kept: its paper as published, what was found, and whether the portal shows it. */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { parseReport } from '../../../domain/report/codec.ts'
import { editionOf } from '../../../domain/report/form-cells.ts'
import type { Finding } from '../../../domain/report/report.ts'
import { useRead } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'
import { Legend, ReportArticle } from '../../../ui/report/article.tsx'
import { Badges } from '../../../ui/report/badges.tsx'
import { Findings } from '../../../ui/report/findings.tsx'
import { cellNotes, type Judged, judgedBy, type TableView, tableViews } from '../../../ui/report/judged.ts'
import { reportWords } from '../../../ui/report/words.ts'
import { getReport, listReports, publishReport, type ReportAnswer, removeReport } from '../contract.ts'
import { viewWords } from '../words.ts'
import { PublishedMark } from './kept-reports.tsx'
import { keptWords } from './words.ts'

export function KeptReport() {
  const t = useTell()
  const { agencyId } = useMe()
  const { reportId }: { readonly reportId?: string } = useParams({ strict: false })
  const query = useRead(getReport, { params: { agencyId, reportId: reportId ?? '' } })
  return (
    <div className="c-page c-page-wide">
      <p className="crumbs">
        <Link to="/reports">{t(keptWords.title)}</Link>
      </p>
      <Loaded query={query}>{answer => <Shown answer={answer} />}</Loaded>
    </div>
  )
}

/** The answer as the pages take it; null where its report is not whole. */
function judgedOf({ report: json, findings: given }: ReportAnswer): Judged | null {
  const report = parseReport(json)
  return report.ok ? judgedBy(report.value, given as readonly Finding[]) : null
}

function Shown({ answer }: { readonly answer: ReportAnswer }) {
  const t = useTell()
  const lang = useLang()
  const view = judgedOf(answer)
  return (
    <>
      <PageHead
        title={`${answer.reporter} ${t(keptWords.nth(answer.year))}`}
        lead={
          <span className="badges">
            {view && <Badges counts={view.counts} lang={lang} />}
            <PublishedMark publishedAt={answer.publishedAt} />
            <span>{t(keptWords.editionOf(answer.edition))}</span>
            {answer.fileName !== null && <span>{t(keptWords.file(answer.fileName))}</span>}
          </span>
        }
      >
        <Acts answer={answer} />
      </PageHead>
      {view ? <Paper view={view} /> : <Empty says={t(keptWords.unreadable)} />}
    </>
  )
}

function Acts({ answer }: { readonly answer: ReportAnswer }) {
  const t = useTell()
  const navigate = useNavigate()
  const { agencyId } = useMe()
  const { id, version, errors, publishedAt } = answer
  const params = { agencyId, reportId: id }
  const refresh = [getReport, listReports]
  if (publishedAt !== null) {
    return (
      <ActButton
        contract={publishReport}
        label={t(keptWords.takeDown)}
        ask={{ title: keptWords.takeDownTitle, text: keptWords.takeDownText }}
        inputOf={() => ({ params, body: { published: false, version } })}
        refresh={refresh}
        news={keptWords.takenDown}
      />
    )
  }
  return (
    <>
      <ActButton
        contract={publishReport}
        type="primary"
        label={t(keptWords.publish)}
        ask={{
          title: keptWords.publishTitle,
          text: errors > 0 ? keptWords.publishWrong(errors) : keptWords.publishText,
        }}
        inputOf={() => ({ params, body: { published: true, version } })}
        refresh={refresh}
        news={keptWords.published}
      />
      <ActButton
        contract={removeReport}
        danger
        label={t(keptWords.remove)}
        ask={{ title: keptWords.removeTitle, text: keptWords.removeText }}
        inputOf={() => ({ params })}
        refresh={[listReports]}
        news={keptWords.removed}
        done={() => void navigate({ to: '/reports' })}
      />
    </>
  )
}

function Paper({ view }: { readonly view: Judged }) {
  const t = useTell()
  const lang = useLang()
  const [state, change] = useUrlState()
  const edition = editionOf(view.report.edition)
  const shown = tableViews.find(known => known === state.view) ?? 'published'
  const notes = cellNotes(view, shown, lang)
  const names: Readonly<Record<TableView, string>> = {
    published: t(viewWords.viewPublished),
    computed: t(viewWords.viewComputed),
    places: t(viewWords.viewPlaces),
  }
  return (
    <div className="split">
      <div className="split-side">
        <Findings judged={view} edition={edition} lang={lang} />
      </div>
      <div className="split-main">
        <section className="paper-side" aria-labelledby="paper-title">
          <div className="paper-bar">
            <h2 id="paper-title">{t(reportWords.reportText)}</h2>
            <fieldset className="c-switch">
              <legend className="visually-hidden">{t(viewWords.view)}</legend>
              {tableViews.map(known => (
                <button
                  key={known}
                  type="button"
                  aria-pressed={known === shown}
                  onClick={() => change({ view: known === 'published' ? '' : known }, { replace: true })}
                >
                  {names[known]}
                </button>
              ))}
            </fieldset>
          </div>
          <Legend notes={notes} lang={lang} />
          <ReportArticle judged={view} notes={notes} lang={lang} />
        </section>
      </div>
    </div>
  )
}
