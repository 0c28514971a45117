/**
 * The official table as the paper prints it: same heads, same spans. Findings sit at their cells as a coloured
 * corner with a number that leads to the sentence; the sentence itself shows on hover and on keyboard focus.
 */
import type { Lang } from '../domain/kernel/lang.ts'
import type { Severity } from '../domain/report/report.ts'
import type { PageCell, PageTable } from '../paper/page.ts'
import { Icon } from './icon.tsx'
import { languageTag, severityWords, tableWords, teller } from './messages.ts'
import { labelColumns, type PlacedCell, placeCells } from './table-columns.ts'

export interface CellMark {
  /** Number of the finding in the list beside the table. */
  readonly n: number
  readonly severity: Severity
  readonly says: string
  readonly href: string
}

/** What hangs on one cell besides its published text. */
export interface CellNote {
  readonly marks: readonly CellMark[]
  /** A failing sum adds this cell up, whether or not it points at it. */
  readonly touched?: boolean
  /** Shown under the published text where given. */
  readonly under?: readonly string[]
  /** Shown on hover: raw text and place. */
  readonly hover?: string
  readonly absent?: boolean
  /** Where the figure leads: to the cases behind it. */
  readonly link?: { readonly href: string; readonly says: string }
  /** What the checks expect here instead, where they can tell. */
  readonly computed?: { readonly text: string; readonly differs: boolean }
}

interface Props {
  readonly table: PageTable
  /** Unique on the page; cells get `cell-<value id>`. */
  readonly id: string
  readonly lang: Lang
  readonly notes: ReadonlyMap<string, CellNote>
}

/** More physical columns than this do not fit a phone. */
const narrowFits = 5

export function StatutoryTable({ table, id, lang, notes }: Props) {
  const t = teller(lang)
  const rows = placeCells(table)
  const labels = labelColumns(rows)
  const wide = table.widths.length > narrowFits
  const head = rows.slice(0, table.headRows)
  const body = rows.slice(table.headRows)
  return (
    <div className="sheet">
      {wide && <p className="scroll-hint">{t(tableWords.scrollHint)}</p>}
      <section className="sheet-region" aria-label={table.name} tabIndex={wide ? 0 : undefined}>
        <table className={`statutory ${wide ? 'statutory-wide' : 'statutory-narrow'}`} id={id} lang={languageTag(lang)}>
          <caption className="visually-hidden">{table.name}</caption>
          <Columns widths={table.widths} labels={labels} />
          {head.length > 0 && (
            <thead>
              <Rows rows={head} labels={labels} lang={lang} notes={notes} />
            </thead>
          )}
          <tbody>
            <Rows rows={body} labels={labels} lang={lang} notes={notes} />
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Columns({ widths, labels }: { readonly widths: readonly number[]; readonly labels: number }) {
  const whole = widths.reduce((a, b) => a + b, 0)
  const columns = widths.map((width, x) => ({
    key: `c${x}`,
    share: `${((100 * width) / whole).toFixed(2)}%`,
    kind: x >= labels ? 'col-value' : x === labels - 1 ? 'col-label' : 'col-group',
  }))
  return (
    <colgroup>
      {columns.map(c => (
        <col key={c.key} width={c.share} className={c.kind} />
      ))}
    </colgroup>
  )
}

interface RowsProps {
  readonly rows: readonly (readonly PlacedCell[])[]
  readonly labels: number
  readonly lang: Lang
  readonly notes: ReadonlyMap<string, CellNote>
}

function Rows({ rows, labels, lang, notes }: RowsProps) {
  const keyed = rows.map((cells, y) => ({ key: `r${y}`, cells }))
  return keyed.map(({ key, cells }) => (
    <tr key={key}>
      {cells.map(({ cell, column }) =>
        cell.role === 'value' ? (
          <ValueCell key={column} cell={cell} lang={lang} note={cell.id ? notes.get(cell.id) : undefined} />
        ) : (
          <NamingCell key={column} cell={cell} column={column} labels={labels} />
        ),
      )}
    </tr>
  ))
}

interface NamingProps {
  readonly cell: PageCell
  readonly column: number
  readonly labels: number
}

function NamingCell({ cell, column, labels }: NamingProps) {
  const stick = column + cell.colSpan <= labels ? `stick stick-${column}` : ''
  const shape = [cell.role, cell.vertical ? 'vertical' : '', cell.rowSpan > 1 ? 'tall' : '', `align-${cell.align}`]
  const props = {
    colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    className: [...shape, stick].filter(Boolean).join(' '),
  }
  const text = <span className="cell-text">{cell.text}</span>
  if (cell.text === '' || cell.role === 'note') return <td {...props}>{text}</td>
  return (
    <th {...props} scope={scopeOf(cell)}>
      {text}
    </th>
  )
}

function scopeOf(cell: PageCell): 'col' | 'row' | 'colgroup' | 'rowgroup' {
  if (cell.role === 'head') return cell.colSpan > 1 ? 'colgroup' : 'col'
  return cell.rowSpan > 1 ? 'rowgroup' : 'row'
}

interface ValueProps {
  readonly cell: PageCell
  readonly lang: Lang
  readonly note: CellNote | undefined
}

function ValueCell({ cell, lang, note }: ValueProps) {
  const t = teller(lang)
  const worst = note?.marks[0]?.severity
  const state = worst ? `has-${worst}` : note?.touched ? 'touched' : ''
  return (
    <td
      id={cell.id ? `cell-${cell.id}` : undefined}
      className={['value', state, `align-${cell.align}`].filter(Boolean).join(' ')}
      colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}
      rowSpan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
      title={note?.hover}
    >
      <span className="cell-text">
        {note?.link ? (
          <a href={note.link.href} aria-label={note.link.says}>
            {cell.text}
          </a>
        ) : (
          cell.text
        )}
      </span>
      {note?.absent && <span className="cell-absent">{t(tableWords.absent)}</span>}
      {note?.computed && (
        <span className={note.computed.differs ? 'cell-computed differs' : 'cell-computed'}>
          {`${t(tableWords.computed)} ${note.computed.text}`}
        </span>
      )}
      {note?.under?.map(line => (
        <span className="cell-under" key={line}>
          {line}
        </span>
      ))}
      {note && note.marks.length > 0 && <Marks marks={note.marks} lang={lang} />}
    </td>
  )
}

const shownMarks = 3

function Marks({ marks, lang }: { readonly marks: readonly CellMark[]; readonly lang: Lang }) {
  const t = teller(lang)
  return (
    <span className="marks">
      {marks.slice(0, shownMarks).map(mark => (
        <a className={`mark mark-${mark.severity}`} href={mark.href} key={mark.n}>
          <Icon name={mark.severity} />
          <span className="visually-hidden">{`${t(severityWords[mark.severity])} `}</span>
          {mark.n}
          <span className="bubble">{`${t(severityWords[mark.severity])} ${mark.n}${t(tableWords.colon)}${mark.says}`}</span>
        </a>
      ))}
    </span>
  )
}
