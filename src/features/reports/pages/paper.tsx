/** The report itself, section by section in the order of its form, tables as the paper prints them. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { layoutTable, officialTitle } from '../../../domain/report/layout.ts'
import type { TextSectionId } from '../../../law/editions/form.ts'
import type { Edition, Section, TableId } from '../../../law/editions/index.ts'
import { teller } from '../../../ui/messages.ts'
import { type CellNote, StatutoryTable } from '../../../ui/statutory-table.tsx'
import { reportPath } from '../paths.ts'
import { cellNotes, type ReportView, type TableView, tableViews } from '../view.ts'
import { reportWords } from '../words.ts'

interface Props {
  readonly view: ReportView
  readonly edition: Edition
  readonly shown: TableView
  readonly visit: string
  readonly lang: Lang
}

export function Paper({ view, edition, shown, visit, lang }: Props) {
  const t = teller(lang)
  const { report } = view
  const notes = cellNotes(view, shown, lang)
  return (
    <section className="paper-side" aria-labelledby="paper-title">
      <div className="paper-bar">
        <div>
          <h2 id="paper-title">{t(reportWords.reportText)}</h2>
          <p className="note">{t(shown === 'computed' ? reportWords.computedNote : reportWords.asPublished)}</p>
        </div>
        <ViewSwitch visit={visit} n={view.entry.n} shown={shown} lang={lang} />
      </div>
      <Legend notes={notes} lang={lang} />
      <article className="paper">
        <p className="paper-title" lang="zh-CN">
          {report.title ?? officialTitle(report)}
        </p>
        {edition.sections.map(section => (
          <PaperSection key={section.id} section={section} view={view} edition={edition} notes={notes} lang={lang} />
        ))}
      </article>
    </section>
  )
}

function Legend({ notes, lang }: { readonly notes: Notes; readonly lang: Lang }) {
  const t = teller(lang)
  const all = [...notes.values()]
  const marked = all.some(note => note.marks.length > 0)
  const summed = all.some(note => note.touched && note.marks.length === 0)
  if (!marked && !summed) return null
  return (
    <p className="legend note">
      {marked && t(reportWords.legendMarks)} {summed && t(reportWords.legendSums)}
    </p>
  )
}

type Notes = ReadonlyMap<string, CellNote>

type PartProps = Pick<Props, 'view' | 'edition' | 'lang'> & { readonly notes: Notes }

function PaperSection(props: PartProps & { readonly section: Section }) {
  const { section, view, lang } = props
  const { id } = section
  const label = section.label[lang]
  const shownLabel = section.label.zh === '' ? '' : label
  return (
    <section className="paper-section" id={`section-${id}`}>
      {shownLabel && <h3>{shownLabel}</h3>}
      {isTable(id) ? (
        <TableSection {...props} id={id} />
      ) : (
        <TextSection text={view.report.sections[id]} lang={lang} id={id} />
      )}
    </section>
  )
}

function TableSection({ view, edition, notes, lang, id }: PartProps & { readonly id: TableId }) {
  const t = teller(lang)
  const values = Object.values(view.report.tables[id]).flatMap(row => Object.values(row))
  return (
    <>
      {values.every(v => v === null) && <p className="note">{t(reportWords.noTable)}</p>}
      <StatutoryTable
        table={layoutTable(edition, view.report, id, { lang })}
        id={`table-${id}`}
        lang={lang}
        notes={notes}
      />
      {view.findings.length > 0 && (
        <p className="to-findings">
          <a href="#findings">{t(reportWords.toFindings)}</a>
        </p>
      )}
    </>
  )
}

interface TextProps {
  readonly text: string | null
  readonly id: TextSectionId
  readonly lang: Lang
}

function TextSection({ text, id, lang }: TextProps) {
  const t = teller(lang)
  if (text === null) return id === 'preface' ? null : <p className="note">{t(reportWords.noSection)}</p>
  const lines = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line, i) => ({ key: `${i}`, line: line.trim() }))
  return (
    <div className="prose" lang="zh-CN">
      {lines.map(({ key, line }) => (
        <p key={key}>{line}</p>
      ))}
    </div>
  )
}

function isTable(id: TextSectionId | TableId): id is TableId {
  return id === 'proactive' || id === 'requests' || id === 'disputes'
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
    published: t(reportWords.viewPublished),
    computed: t(reportWords.viewComputed),
    places: t(reportWords.viewPlaces),
  }
  return (
    <nav className="tabs view-switch" aria-label={t(reportWords.view)}>
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
