/** The report itself, section by section in the order of its form, tables as the paper prints them. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { teller } from '../../../ui/messages.ts'
import { Legend, ReportArticle } from '../../../ui/report/article.tsx'
import { cellNotes, type TableView, tableViews } from '../../../ui/report/judged.ts'
import { reportWords } from '../../../ui/report/words.ts'
import { reportPath } from '../paths.ts'
import type { ReportView } from '../view.ts'
import { viewWords } from '../words.ts'

interface Props {
  readonly view: ReportView
  readonly shown: TableView
  readonly visit: string
  readonly lang: Lang
}

export function Paper({ view, shown, visit, lang }: Props) {
  const t = teller(lang)
  const notes = cellNotes(view, shown, lang)
  return (
    <section className="paper-side" aria-labelledby="paper-title">
      <div className="paper-bar">
        <div>
          <h2 id="paper-title">{t(reportWords.reportText)}</h2>
          <p className="note">{t(shown === 'computed' ? viewWords.computedNote : viewWords.asPublished)}</p>
        </div>
        <ViewSwitch visit={visit} n={view.entry.n} shown={shown} lang={lang} />
      </div>
      <Legend notes={notes} lang={lang} />
      <ReportArticle judged={view} notes={notes} lang={lang} />
    </section>
  )
}

interface SwitchProps {
  readonly visit: string
  readonly n: number
  readonly shown: TableView
  readonly lang: Lang
}

function ViewSwitch({ visit, n, shown, lang }: SwitchProps) {
  const t = teller(lang)
  const names: Readonly<Record<TableView, string>> = {
    published: t(viewWords.viewPublished),
    computed: t(viewWords.viewComputed),
    places: t(viewWords.viewPlaces),
  }
  return (
    <nav className="tabs view-switch" aria-label={t(viewWords.view)}>
      {tableViews.map(view => (
        <a
          key={view}
          href={`${reportPath(visit, n)}${view === 'published' ? '' : `?view=${view}`}#paper-title`}
          aria-current={view === shown ? 'true' : undefined}
        >
          {names[view]}
        </a>
      ))}
    </nav>
  )
}
