/** What happens to whole tables: columns and tables lost, standing side by side, wrong heads, other forms. */
import { editionOf } from '../../../src/domain/report/form-cells.ts'
import { cellId } from '../../../src/domain/report/report.ts'
import type { TableId } from '../../../src/law/editions/form.ts'
import { blur, cellsOf, type Draft, idsOf, lose, tablesOf } from '../draft.ts'
import { type Cell, isTable, type Row, slots, type Table } from '../shape.ts'
import type { Writer } from '../writers/writer.ts'
import { hasCells, type Quirk } from './quirk.ts'

/** Takes a column of figures out, head and all. */
function removeColumn(draft: Draft, name: 'requests' | 'disputes', column: string): void {
  const form = editionOf(draft.facts.edition)[name]
  const head = form.columns.find(c => c.id === column)?.label.zh
  const lost = name === 'disputes' ? form.rows.length : 1
  for (const table of tablesOf(draft, name)) {
    table.width -= lost
    for (const row of table.rows) {
      lose(
        draft,
        row.cells.filter(c => c.id?.endsWith(`.${column}`)).flatMap(c => c.id ?? []),
      )
      row.cells = row.cells.filter(c => !c.id?.endsWith(`.${column}`) && !(c.role === 'head' && c.text === head))
      narrow(row, table.width)
    }
  }
}

/** After a column is gone, the wide heads above it are narrower. */
function narrow(row: Row, width: number): void {
  const surplus = row.cells.reduce((sum, c) => sum + c.span, 0) - width
  const wide = row.cells.filter(c => c.role === 'head' && c.span > 3)
  const whole = wide.reduce((sum, c) => sum + c.span, 0)
  for (const cell of wide) cell.span -= Math.round((surplus * cell.span) / whole)
}

const noColumn =
  (column: string): Quirk['apply'] =>
  draft =>
    removeColumn(draft, 'requests', column)

/** Where a cell that is missing moves the others under a neighbour's head, the paper itself says something wrong. */
const placeless = (writer: Writer): boolean =>
  writer.format === 'txt' && !['txt-spaced', 'txt-pipes'].includes(writer.name)

/** Rows one figure short under a full head: whose figure is lost cannot be told. */
const shortRows =
  (column: string, from: number): Quirk['apply'] =>
  draft => {
    for (const table of tablesOf(draft, 'requests')) {
      for (const row of table.rows.filter(r => r.kind === 'data').slice(from)) {
        blur(draft, idsOf(row))
        lose(draft, [cellId('requests', row.row ?? '', column)])
        row.cells = row.cells.filter(c => !c.id?.endsWith(`.${column}`))
      }
    }
  }

function removeTable(draft: Draft, name: TableId): void {
  lose(
    draft,
    cellsOf(draft, name).flatMap(c => (c.id ? [c.id] : [])),
    'absent',
  )
  draft.shape.blocks = draft.shape.blocks.filter(b => !(isTable(b) && b.table === name))
  draft.rules.add('table.absent')
}

function emptyTable(draft: Draft, name: TableId): void {
  for (const cell of cellsOf(draft, name)) {
    if (cell.role !== 'value') continue
    cell.text = ''
    delete cell.number
    if (cell.id) lose(draft, [cell.id], 'blank', 'absent')
    delete cell.id
  }
}

/** Two tables printed beside each other, row by row on the same lines. */
function sideBySide(draft: Draft, left: TableId, right: TableId): void {
  const [a] = tablesOf(draft, left)
  const [b] = tablesOf(draft, right)
  if (!a || !b) return
  const pad = (table: Table, y: number): Cell[] =>
    table.rows[y]?.cells ?? [{ text: '', span: table.width, role: 'filler' }]
  const rows = Array.from({ length: Math.max(a.rows.length, b.rows.length) }, (_, y): Row => {
    const cells = [...pad(a, y), { text: '', span: 1, role: 'filler' as const }, ...pad(b, y)]
    return {
      kind: a.rows[y]?.kind ?? b.rows[y]?.kind ?? 'note',
      cells,
      ...(a.rows[y]?.row ? { row: a.rows[y].row } : {}),
    }
  })
  const joined: Table = { ...a, width: a.width + 1 + b.width, rows }
  draft.shape.blocks = draft.shape.blocks.flatMap(block => (block === a ? [joined] : block === b ? [] : [block]))
}

/** Heads copied from elsewhere over figures that are right. */
function wrongHeads(draft: Draft): void {
  const edition = editionOf(draft.facts.edition)
  for (const table of tablesOf(draft)) {
    const heads = table.rows.filter(r => r.kind === 'head').flatMap(r => r.cells)
    if (table.table === 'requests') {
      for (const cell of heads)
        if (cell.text === edition.requests.columns[2]?.label.zh) cell.text = edition.requests.columns[1]?.label.zh ?? ''
    }
    if (table.table === 'disputes') {
      for (const cell of heads)
        if (cell.text === edition.disputes.columns[2]?.label.zh) cell.text = edition.disputes.columns[0]?.label.zh ?? ''
    }
    if (table.table === 'proactive' && draft.facts.edition === '2019') {
      const titles = table.rows.filter(r => r.kind === 'head' && r.cells.length === 4)
      const first = titles[0]?.cells.map(c => c.text) ?? []
      for (const row of titles) for (const [i, cell] of row.cells.entries()) cell.text = first[i] ?? cell.text
    }
  }
}

/** 总计 printed outside 申请人情况, as many papers do. */
function totalOutside(draft: Draft): void {
  const { applicantHead } = editionOf(draft.facts.edition)
  for (const table of tablesOf(draft, 'requests')) {
    const [first] = table.rows
    const wide = first?.cells.find(c => c.text === applicantHead.zh)
    const total = table.rows[1]?.cells.at(-1)
    if (!first || !wide || !total) continue
    wide.span = 6
    first.cells.push({ ...total })
  }
}

/** （六）其他处理 as one row on the form that asks for three. */
function oneOtherRow(draft: Draft): void {
  const values = ['3', '0', '1', '0', '2', '0', '6']
  for (const table of tablesOf(draft, 'requests')) {
    const three = table.rows.filter(r => r.row?.startsWith('other.'))
    lose(draft, three.flatMap(idsOf), 'absent')
    const [first] = three
    const group = first?.cells[1]
    const whole = first?.cells[0]
    if (!first || !group || !whole) continue
    const row: Row = {
      kind: 'data',
      cells: [
        whole,
        { text: group.text, span: 2, role: 'label', leaf: true },
        ...values.map((text): Cell => ({ text, span: 1, role: 'value' })),
      ],
    }
    table.rows = table.rows.flatMap(r => (r === first ? [row] : three.includes(r) ? [] : [r]))
    draft.extraRows.push({ table: 'requests', label: group.text, values })
  }
}

const blurAll = (draft: Draft): void => blur(draft, draft.wants.keys())

/** Every quirk of tables. */
export const tableQuirks: readonly Quirk[] = [
  ...['natural_person', 'research', 'other', 'total'].map(
    (c): Quirk => ({ name: `column-missing-${c}`, apply: noColumn(c) }),
  ),
  { name: 'column-missing-disputes-pending', apply: draft => removeColumn(draft, 'disputes', 'pending') },
  { name: 'rows-short-middle', apply: shortRows('legal_service', 10), fits: placeless },
  { name: 'rows-short-first', apply: shortRows('natural_person', 10), fits: placeless },
  { name: 'rows-short-total', apply: shortRows('total', 10), fits: placeless },
  {
    name: 'labels-missing',
    apply: draft => {
      for (const table of tablesOf(draft, 'requests')) {
        for (const row of table.rows.filter(r => r.kind === 'data').slice(7)) {
          blur(draft, idsOf(row))
          if (row.row !== table.rows.filter(r => r.kind === 'data')[7]?.row)
            for (const cell of row.cells) if (cell.leaf) cell.text = ''
        }
      }
    },
  },
  ...(['proactive', 'requests', 'disputes'] as const).map(
    (t): Quirk => ({ name: `table-missing-${t}`, apply: draft => removeTable(draft, t) }),
  ),
  ...(['proactive', 'requests', 'disputes'] as const).map(
    (t): Quirk => ({ name: `table-empty-${t}`, apply: draft => emptyTable(draft, t) }),
  ),
  {
    name: 'side-by-side',
    apply: (draft, _, writer) => {
      sideBySide(draft, 'proactive', 'disputes')
      if (!hasCells(writer) && writer.name !== 'txt-tabs') blurAll(draft)
    },
    fits: writer => writer.format !== 'pdf',
  },
  { name: 'heads-wrong', apply: wrongHeads },
  { name: 'heads-total-outside', apply: totalOutside },
  {
    name: 'form-of-before',
    editions: ['2019'],
    apply: draft => {
      const old = String(draft.facts.year)
      for (const block of draft.shape.blocks) if (!isTable(block)) block.text = block.text.replaceAll(old, '2022')
      draft.shape.title = draft.shape.title.replace(old, '2022')
      draft.year = 2022
      draft.rules.add('edition.year')
    },
  },
  { name: 'other-one-row', editions: ['2021'], apply: oneOtherRow },
  {
    name: 'scrambled',
    apply: (draft, random) => {
      for (const table of tablesOf(draft)) {
        const cells = slots(table).flatMap(line => line.filter(s => s.corner).map(s => s.cell))
        const loose = cells.map(cell => ({ ...cell, span: 1 })).sort(() => random.int(0, 2) - 1)
        table.rows = loose.map(cell => ({
          kind: 'note',
          cells: [{ text: cell.text, span: table.width, role: 'note' }],
        }))
        table.headRows = 0
      }
      blurAll(draft)
      draft.mayRefuse = true
    },
  },
]
