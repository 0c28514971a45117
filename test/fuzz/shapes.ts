/** Mutations of tables, done before a file is written: rows and cells come, go and change places. */
import type { Draft } from '../corpus/draft.ts'
import { tablesOf } from '../corpus/draft.ts'
import type { Chance } from '../corpus/random.ts'
import { type Block, type Cell, isTable, type Row, type Table } from '../corpus/shape.ts'

type Mutation = (draft: Draft, random: Chance) => void

const tableOf = (draft: Draft, random: Chance): Table | undefined => {
  const tables = tablesOf(draft).filter(t => t.rows.length > 1)
  return tables.length > 0 ? random.pick(tables) : undefined
}

const inTable =
  (change: (rows: Row[], random: Chance, table: Table) => Row[]): Mutation =>
  (draft, random) => {
    const table = tableOf(draft, random)
    if (table) table.rows = change(table.rows, random, table)
  }

const inBlocks =
  (change: (blocks: Block[], random: Chance) => Block[]): Mutation =>
  (draft, random) => {
    draft.shape.blocks = change(draft.shape.blocks, random)
  }

const place = (list: readonly unknown[], random: Chance): number => random.int(0, list.length - 1)

const mutations: Readonly<Record<string, Mutation>> = {
  'drop a row': inTable((rows, random) => rows.toSpliced(place(rows, random), 1)),
  'repeat a row': inTable((rows, random) => {
    const i = place(rows, random)
    return rows.toSpliced(i, 0, ...rows.slice(i, i + 1))
  }),
  'swap two rows': inTable((rows, random) => {
    const [i, j] = [place(rows, random), place(rows, random)]
    const [a, b] = [rows[i], rows[j]]
    return a && b ? rows.with(i, b).with(j, a) : rows
  }),
  'insert a note': inTable((rows, random, table) => {
    const text = random.pick(['注：1.数据截至12月31日。', '— 7 —', '', '说明：含2件补正后的申请'])
    return rows.toSpliced(place(rows, random), 0, { kind: 'note', cells: [{ text, span: table.width, role: 'note' }] })
  }),
  'cut the table': inTable((rows, random) => rows.slice(0, random.int(1, rows.length))),
  'behead the table': inTable((rows, random) => rows.slice(random.int(0, 4))),
  'part the table': (draft, random) => {
    const table = tableOf(draft, random)
    if (!table) return
    const cut = random.int(1, table.rows.length - 1)
    const rest: Table = { ...table, headRows: 0, rows: table.rows.slice(cut) }
    table.rows = table.rows.slice(0, cut)
    draft.shape.blocks = draft.shape.blocks.flatMap(b => (b === table ? [table, rest] : [b]))
  },
  'blank a figure': (draft, random) => {
    const cells = figures(draft)
    if (cells.length > 0) blank(random.pick(cells))
  },
  'blank a column of figures': inTable((rows, random) => {
    const kept = rows.find(r => r.kind === 'data')?.cells ?? []
    const i = kept.length - 1 - random.int(0, Math.min(6, kept.length - 1))
    for (const row of rows) {
      const cell = row.cells[row.cells.length - kept.length + i]
      if (cell?.role === 'value') blank(cell)
    }
    return rows
  }),
  'a letter in a figure': (draft, random) => {
    const cells = figures(draft).filter(c => /^\d+$/u.test(c.text))
    if (cells.length === 0) return
    const cell = random.pick(cells)
    const i = place([...cell.text], random)
    cell.text = cell.text.slice(0, i) + random.pick([...'OolISBx']) + cell.text.slice(i + 1)
    delete cell.number
  },
  'drop a paragraph': inBlocks((blocks, random) => {
    const i = place(blocks, random)
    const block = blocks[i]
    return block && isTable(block) ? blocks : blocks.toSpliced(i, 1)
  }),
  'swap two blocks': inBlocks((blocks, random) => {
    const [i, j] = [place(blocks, random), place(blocks, random)]
    const [a, b] = [blocks[i], blocks[j]]
    return a && b ? blocks.with(i, b).with(j, a) : blocks
  }),
}

const figures = (draft: Draft): Cell[] =>
  tablesOf(draft).flatMap(t => t.rows.flatMap(r => r.cells.filter(c => c.role === 'value')))

function blank(cell: Cell): void {
  cell.text = ''
  delete cell.number
}

/** Between one and four mutations; says which. */
export function mutateShape(draft: Draft, random: Chance): string {
  const done: string[] = []
  for (let n = random.int(1, 4); n > 0; n--) {
    const name = random.pick(Object.keys(mutations))
    mutations[name]?.(draft, random)
    done.push(name)
  }
  return done.join(', ')
}
