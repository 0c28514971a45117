/** What happens to rows: notes and page marks between them, page breaks, lost and added ones. */
import type { TableId } from '../../../src/law/editions/form.ts'
import { cellsOf, type Draft, idsOf, lose, tablesOf } from '../draft.ts'
import type { Cell, Row, Table, Text } from '../shape.ts'
import { remainder } from './labels.ts'
import type { Quirk } from './quirk.ts'

interface Break {
  readonly marks: readonly string[]
  readonly repeatHead?: boolean
  /** The merged labels at the left are printed again after the break; else their cells are empty there. */
  readonly repeatGroups?: boolean
  /** A label is cut by the break. */
  readonly cutLabel?: boolean
}

/** Parts a table before each of the named rows, as a page break does. */
function breakBefore(draft: Draft, name: TableId, rows: readonly string[], how: Break): void {
  draft.shape.blocks = draft.shape.blocks.flatMap(block => {
    if (block.kind !== 'table' || block.table !== name) return [block]
    const parts: Row[][] = [[]]
    for (const row of block.rows) {
      if (row.row !== undefined && rows.includes(row.row)) parts.push([])
      parts.at(-1)?.push(row)
    }
    return parts.flatMap((part, i) => (i === 0 ? [{ ...block, rows: part }] : after(block, part, i, how)))
  })
}

function after(table: Table, rows: readonly Row[], i: number, how: Break): (Table | Text)[] {
  const heads = how.repeatHead ? table.rows.slice(0, table.headRows) : []
  const renamed = rows.map(row => ({
    ...row,
    cells: row.cells.map((c): Cell => fresh(c, i, how.repeatGroups === true)),
  }))
  const marks = how.marks.map((text): Text => ({ kind: 'mark', text }))
  return [...marks, { ...table, headRows: heads.length, rows: [...heads, ...renamed] }]
}

/** A merged cell begun on the page before starts anew on this one. */
function fresh(cell: Cell, page: number, repeat: boolean): Cell {
  if (cell.merge === undefined || cell.role !== 'label') return cell
  return { ...cell, merge: `${cell.merge}-${page}`, text: repeat ? cell.text : '' }
}

const everywhere =
  (how: Break): Quirk['apply'] =>
  draft => {
    breakBefore(draft, 'requests', ['denied.law_forbids', 'not_processed.petition', 'carried_out'], how)
    breakBefore(draft, 'proactive', ['penalties'], how)
  }

/** Rows put between the rows of the tables. */
function insert(draft: Draft, name: TableId, before: string, row: (table: Table) => Row): void {
  for (const table of tablesOf(draft, name)) {
    table.rows = table.rows.flatMap(r => (r.row === before ? [row(table), r] : [r]))
  }
}

const note =
  (text: string) =>
  (table: Table): Row => ({
    kind: 'note',
    cells: [{ text, span: table.width, role: 'note' }],
  })

const notes =
  (...texts: readonly [string, string, string]): Quirk['apply'] =>
  draft => {
    insert(draft, 'requests', 'denied.third_party', note(texts[0]))
    insert(draft, 'requests', 'total', note(texts[1]))
    insert(draft, 'proactive', 'permits', note(texts[2]))
  }

function removeRow(draft: Draft, name: TableId, id: string): void {
  for (const table of tablesOf(draft, name)) {
    for (const row of table.rows) if (row.row === id) lose(draft, idsOf(row), 'absent')
    table.rows = table.rows.filter(row => row.row !== id)
  }
}

function ownRow(label: string, values: readonly string[], name: TableId) {
  return (): Row => {
    const labels: Cell[] = [{ text: label, span: name === 'requests' ? 3 : 1, role: 'label', leaf: true }]
    return { kind: 'data', cells: [...labels, ...values.map((text): Cell => ({ text, span: 1, role: 'value' }))] }
  }
}

function addOwnRow(draft: Draft, name: TableId, before: string, label: string, values: readonly string[]): void {
  insert(draft, name, before, ownRow(label, values, name))
  draft.extraRows.push({ table: name, label, values: [...values] })
}

const pageNumbers = ['— 5 —', '- 3 -', '第 3 页 共 8 页', '7', '－ 4 －', '5 / 12', 'Page 2 of 6']

/** Every quirk of rows. */
export const rowQuirks: readonly Quirk[] = [
  ...pageNumbers.map(
    (mark, i): Quirk => ({ name: `break-page-number-${i + 1}`, apply: everywhere({ marks: [mark] }) }),
  ),
  { name: 'break-no-mark', apply: everywhere({ marks: [] }) },
  { name: 'break-repeated-heads', apply: everywhere({ marks: ['— 5 —'], repeatHead: true }) },
  { name: 'break-repeated-heads-and-groups', apply: everywhere({ marks: [], repeatHead: true, repeatGroups: true }) },
  {
    name: 'break-running-head',
    apply: everywhere({ marks: ['12', '某某局信息公开年度报告（内部打印稿）第6页'], repeatHead: false }),
  },
  {
    name: 'break-inside-label',
    apply: draft => {
      for (const table of tablesOf(draft, 'requests')) {
        table.rows = table.rows.flatMap(row => cutAtBreak(row))
      }
      breakBefore(draft, 'requests', ['rest-of-denied.process_info', 'rest-of-unavailable.not_held'], {
        marks: ['— 6 —'],
      })
    },
  },
  {
    name: 'note-rows',
    apply: notes(
      '注：1.本表统计期为1月1日至12月31日；2.第1项与第2项之和应等于第3项与第4项之和。',
      '说明：以上12项如有交叉，按主要情形计1件。',
      '注：规章、规范性文件以司法行政部门认定的2件为准。',
    ),
  },
  { name: 'blank-rows', apply: notes('', ' ', '\u00a0') },
  { name: 'note-number-rows', apply: notes('5', '— 6 —', '7') },
  {
    name: 'row-missing',
    apply: (draft, random) => {
      removeRow(draft, 'requests', random.pick(['partial', 'denied.third_party', 'not_processed.repeat']))
      removeRow(draft, 'proactive', random.pick(['coercion', 'rules']))
      draft.rules.add('row.absent')
    },
  },
  {
    name: 'rows-missing-many',
    apply: draft => {
      for (const id of [
        'denied.state_secret',
        'denied.law_forbids',
        'unavailable.not_held',
        'not_processed.petition',
      ]) {
        removeRow(draft, 'requests', id)
      }
      for (const id of ['new', 'carried_in', 'granted']) removeRow(draft, 'requests', id)
      draft.rules.add('row.absent')
    },
  },
  {
    name: 'row-own-note',
    apply: draft => {
      for (const table of tablesOf(draft, 'proactive')) {
        table.rows.push(note(`${draft.facts.year}年本部门政府信息公开发布总数量（非新闻类、消息类）：6`)(table))
      }
    },
  },
  {
    name: 'row-own-proactive',
    apply: draft => addOwnRow(draft, 'proactive', 'penalties', '行政确认', ['771', '772', '773']),
    editions: ['2019'],
  },
  {
    name: 'row-own-requests',
    apply: draft =>
      addOwnRow(draft, 'requests', 'carried_in', '其中：通过网络提交的', [
        '701',
        '702',
        '703',
        '704',
        '705',
        '706',
        '4221',
      ]),
  },
  {
    name: 'group-labels-missing',
    apply: draft => {
      for (const cell of cellsOf(draft, 'requests')) {
        if (cell.role === 'label' && !cell.leaf) cell.text = ''
      }
    },
  },
  {
    name: 'heads-missing',
    apply: draft => {
      for (const table of tablesOf(draft, 'requests')) {
        table.rows = table.rows.slice(table.headRows)
        table.headRows = 0
      }
    },
  },
]

function cutAtBreak(row: Row): Row[] {
  if (row.row !== 'denied.process_info' && row.row !== 'unavailable.not_held') return [row]
  const leaf = row.cells.find(c => c.leaf)
  if (!leaf) return [row]
  const text = leaf.text
  const first = { ...row, cells: row.cells.map(c => (c === leaf ? { ...c, text: text.slice(0, 8) } : c)) }
  return [first, { ...remainder(row, leaf, text.slice(8)), row: `rest-of-${row.row}` }]
}
