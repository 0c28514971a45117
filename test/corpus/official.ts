/** Lays facts out as the official form of their edition; labels come from the law only. */
import { editionOf } from '../../src/domain/report/form-cells.ts'
import { cellId } from '../../src/domain/report/report.ts'
import type { Column, Edition, Group, ProactiveBlock, TableId } from '../../src/law/editions/form.ts'
import type { Facts } from './facts.ts'
import { prose } from './prose.ts'
import type { Block, Cell, Row, Shape, Table } from './shape.ts'

/** The report of these facts, as the form orders it. */
export function officialShape(facts: Facts): Shape {
  const edition = editionOf(facts.edition)
  const texts = prose(facts)
  const title = `${facts.agency}${facts.year}年政府信息公开工作年度报告`
  const blocks: Block[] = [{ kind: 'title', text: title }]
  for (const { id, label } of edition.sections) {
    if (label.zh) blocks.push({ kind: 'heading', text: label.zh })
    if (id === 'proactive') blocks.push(proactiveTable(edition, facts))
    else if (id === 'requests') blocks.push(requestsTable(edition, facts))
    else if (id === 'disputes') blocks.push(disputesTable(edition, facts))
    else blocks.push(...texts[id].map(text => ({ kind: 'paragraph' as const, text })))
  }
  blocks.push({ kind: 'paragraph', text: facts.agency }, { kind: 'paragraph', text: `${facts.year + 1}年1月18日` })
  return { title, blocks }
}

/** How a value is printed when nothing odd is done to it: yuan as 万元 in the unit the form or the cell names. */
function printed(column: Column, value: number): string {
  if (column.measure !== 'amount') return String(value)
  const wan = String(Math.round(value) / 10_000)
  return column.unit ? wan : `${wan}万元`
}

function valueCell(facts: Facts, table: TableId, row: string, column: Column, span = 1): Cell {
  const id = cellId(table, row, column.id)
  const value = facts.values.get(id) ?? 0
  const text = printed(column, value)
  const cell: Cell = { text, span, role: 'value', id }
  return String(Number(text)) === text ? { ...cell, number: Number(text) } : cell
}

/** Table 二: four columns; the last cell of a shorter block spans what is left. */
function proactiveTable(edition: Edition, facts: Facts): Table {
  const rows = edition.proactive.flatMap(block => proactiveBlock(edition, block, facts))
  return { kind: 'table', table: 'proactive', width: 4, headRows: 1, rows }
}

function proactiveBlock(edition: Edition, block: ProactiveBlock, facts: Facts): Row[] {
  const spanOf = (i: number): number => (i === block.columns.length - 1 ? 4 - block.columns.length : 1)
  const head: Row = {
    kind: 'head',
    cells: [
      { text: edition.itemHead.zh, span: 1, role: 'head' },
      ...block.columns.map((c, i) => ({ text: c.label.zh, span: spanOf(i), role: 'head' as const })),
    ],
  }
  const rows = block.rows.map(
    (row): Row => ({
      kind: 'data',
      row: row.id,
      cells: [
        { text: row.label.zh, span: 1, role: 'label', leaf: true },
        ...block.columns.map((c, i) => valueCell(facts, 'proactive', row.id, c, spanOf(i))),
      ],
    }),
  )
  return [{ kind: 'block', cells: [{ text: block.label.zh, span: 4, role: 'head' }] }, head, ...rows]
}

/** Table 三: three label columns and seven figures. */
function requestsTable(edition: Edition, facts: Facts): Table {
  const { columns, rows } = edition.requests
  const data = rows.map(
    (row): Row => ({
      kind: 'data',
      row: row.id,
      cells: [
        ...labelCells(edition, row.label.zh, row.group),
        ...columns.map(column => valueCell(facts, 'requests', row.id, column)),
      ],
    }),
  )
  return { kind: 'table', table: 'requests', width: 10, headRows: 3, rows: [...requestHeads(edition), ...data] }
}

function labelCells(edition: Edition, label: string, group: string | undefined): Cell[] {
  const chain: Group[] = []
  let next = group
  while (next !== undefined) {
    const found = edition.requests.groups.find(g => g.id === next)
    if (found) chain.unshift(found)
    next = found?.within
  }
  return [
    ...chain.map(
      (g): Cell => ({
        text: g.label.zh,
        span: 1,
        role: 'label',
        merge: g.id,
        ...(g.vertical ? { vertical: true } : {}),
      }),
    ),
    { text: label, span: 3 - chain.length, role: 'label', leaf: true },
  ]
}

function requestHeads(edition: Edition): Row[] {
  const corner = (): Cell => ({ text: edition.cornerNote.zh, span: 3, role: 'head', merge: 'corner' })
  const one = (id: string): Cell => {
    const text = edition.requests.columns.find(c => c.id === id)?.label.zh ?? ''
    return { text, span: 1, role: 'head', merge: `head-${id}` }
  }
  const kinds = edition.requests.organisations
  return [
    { kind: 'head', cells: [corner(), { text: edition.applicantHead.zh, span: 7, role: 'head' }] },
    {
      kind: 'head',
      cells: [
        corner(),
        one('natural_person'),
        { text: edition.organisationHead.zh, span: 5, role: 'head' },
        one('total'),
      ],
    },
    { kind: 'head', cells: [corner(), one('natural_person'), ...kinds.map(one), one('total')] },
  ]
}

/** Table 四: one row of fifteen figures under three strips. */
function disputesTable(edition: Edition, facts: Facts): Table {
  const { columns, rows } = edition.disputes
  const heads = (strip: string, tall: boolean): Cell[] =>
    columns.map(c => ({ text: c.label.zh, span: 1, role: 'head', ...(tall ? { merge: `${strip}-${c.id}` } : {}) }))
  const [first, ...suits] = rows
  const data = rows.flatMap(row => columns.map(column => valueCell(facts, 'disputes', row.id, column)))
  return {
    kind: 'table',
    table: 'disputes',
    width: 15,
    headRows: 3,
    rows: [
      {
        kind: 'head',
        cells: [
          { text: first?.under.zh ?? '', span: 5, role: 'head' },
          { text: suits[0]?.under.zh ?? '', span: 10, role: 'head' },
        ],
      },
      {
        kind: 'head',
        cells: [...heads('first', true), ...suits.map((row): Cell => ({ text: row.label.zh, span: 5, role: 'head' }))],
      },
      { kind: 'head', cells: [...heads('first', true), ...suits.flatMap(row => heads(row.id, false))] },
      { kind: 'data', row: 'outcomes', cells: data },
    ],
  }
}
