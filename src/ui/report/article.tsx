/** The report itself, section by section in the order of its form, tables as the paper prints them. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { editionOf } from '../../domain/report/form-cells.ts'
import { layoutTable, officialTitle } from '../../domain/report/layout.ts'
import type { TextSectionId } from '../../law/editions/form.ts'
import type { Edition, Section, TableId } from '../../law/editions/index.ts'
import { teller } from '../messages.ts'
import { type CellNote, StatutoryTable } from '../statutory-table.tsx'
import type { Judged } from './judged.ts'
import { reportWords } from './words.ts'

type Notes = ReadonlyMap<string, CellNote>

interface Props {
  readonly judged: Judged
  readonly notes: Notes
  readonly lang: Lang
}

export function ReportArticle({ judged, notes, lang }: Props) {
  const { report } = judged
  const edition = editionOf(report.edition)
  return (
    <article className="paper">
      <p className="paper-title" lang="zh-CN">
        {report.title ?? officialTitle(report)}
      </p>
      {edition.sections.map(section => (
        <PaperSection key={section.id} section={section} judged={judged} edition={edition} notes={notes} lang={lang} />
      ))}
    </article>
  )
}

/** What corners and dotted lines mean; nothing where there are none. */
export function Legend({ notes, lang }: { readonly notes: Notes; readonly lang: Lang }) {
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

type PartProps = Props & { readonly edition: Edition }

function PaperSection(props: PartProps & { readonly section: Section }) {
  const { section, judged, lang } = props
  const { id } = section
  const label = section.label[lang]
  const shownLabel = section.label.zh === '' ? '' : label
  return (
    <section className="paper-section" id={`section-${id}`}>
      {shownLabel && <h3>{shownLabel}</h3>}
      {isTable(id) ? (
        <TableSection {...props} id={id} />
      ) : (
        <TextSection text={judged.report.sections[id]} lang={lang} id={id} />
      )}
    </section>
  )
}

function TableSection({ judged, edition, notes, lang, id }: PartProps & { readonly id: TableId }) {
  const t = teller(lang)
  const values = Object.values(judged.report.tables[id]).flatMap(row => Object.values(row))
  return (
    <>
      {values.every(v => v === null) && <p className="note">{t(reportWords.noTable)}</p>}
      <StatutoryTable
        table={layoutTable(edition, judged.report, id, { lang })}
        id={`table-${id}`}
        lang={lang}
        notes={notes}
      />
      {judged.findings.length > 0 && (
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
