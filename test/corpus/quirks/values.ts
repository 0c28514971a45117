/** What happens to figures. */
import { editionOf, formCells } from '../../../src/domain/report/form-cells.ts'
import type { CellKind } from '../../../src/domain/report/report.ts'
import type { Column } from '../../../src/law/editions/form.ts'
import { blur, cellsOf, type Draft, idsOf, lose, rowsOf } from '../draft.ts'
import type { Chance } from '../random.ts'
import type { Cell } from '../shape.ts'
import type { Writer } from '../writers/writer.ts'
import { hasCells, type Quirk } from './quirk.ts'

type Measured = (draft: Draft) => { cell: Cell; id: string; column: Column; value: number }[]

/** Every value cell with what it holds. */
const measured: Measured = draft => {
  const columns = new Map(formCells(editionOf(draft.facts.edition)).map(c => [c.id, c.column]))
  return cellsOf(draft).flatMap(cell => {
    const column = cell.id === undefined ? undefined : columns.get(cell.id)
    if (cell.id === undefined || column === undefined) return []
    return [{ cell, id: cell.id, column, value: draft.facts.values.get(cell.id) ?? 0 }]
  })
}

function write(cell: Cell, text: string): void {
  cell.text = text
  delete cell.number
}

/** Each count written another way, its value kept. */
const counts =
  (change: (text: string, random: Chance) => string): Quirk['apply'] =>
  (draft, random) => {
    for (const { cell, column } of measured(draft))
      if (column.measure === 'count') write(cell, change(cell.text, random))
  }

/** Each value written another way, kept as it is. */
const each =
  (change: (text: string) => string): Quirk['apply'] =>
  draft => {
    for (const { cell } of measured(draft)) write(cell, change(cell.text))
  }

/** Some values give way to a sign that means nothing is there: a blank to any, 不适用 to a zero only. */
const nothing =
  (text: string, kind: CellKind): Quirk['apply'] =>
  (draft, random) => {
    for (const { cell, id, value } of measured(draft)) {
      if (!random.yes(0.25) || (kind === 'not_applicable' && value !== 0)) continue
      write(cell, text)
      lose(draft, [id], kind)
    }
  }

/** Some values give way to something that is no figure; where nothing marks the cells, their row suffers too. */
const noFigure =
  (text: (value: number) => string): Quirk['apply'] =>
  (draft, random, writer) => {
    const open = !hasCells(writer) && !writer.name.startsWith('txt-tabs')
    const lost: string[] = []
    for (const { cell, id, column, value } of measured(draft)) {
      if (column.measure !== 'count' || !random.yes(0.1)) continue
      write(cell, text(value))
      if (open)
        blur(
          draft,
          rowsOf(draft)
            .filter(r => r.cells.includes(cell))
            .flatMap(idsOf),
        )
      lost.push(id)
    }
    lose(draft, lost, ...(open ? [] : (['unreadable', 'text'] as const)))
    draft.rules.add('value.unreadable')
  }

const changes =
  (text: (value: number, random: Chance) => string): Quirk['apply'] =>
  (draft, random) => {
    for (const { cell, column, value } of measured(draft)) {
      if (column.measure === 'change') write(cell, text(value, random))
    }
  }

/** Amounts written in another unit, told in the cell, in the head or nowhere. */
const amounts =
  (text: (yuan: number) => string, head: string): Quirk['apply'] =>
  draft => {
    const heads = new Set(measured(draft).flatMap(m => (m.column.measure === 'amount' ? [m.column.label.zh] : [])))
    for (const cell of cellsOf(draft, 'proactive')) {
      if (cell.role === 'head' && heads.has(cell.text)) cell.text = cell.text.replace(/（.*$/u, '') + head
    }
    for (const { cell, column, value } of measured(draft)) {
      if (column.measure === 'amount') write(cell, text(value))
    }
  }

const wan = (yuan: number): string => String(Math.round(yuan) / 10_000)
const grouped = (text: string, comma: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/gu, comma)
const fullwidth = (text: string): string =>
  text.replace(/[0-9]/gu, d => String.fromCharCode(0xff10 + Number(d))).replace(/-/gu, '－')

const signed = (value: number, up: string, down: string): string =>
  value === 0 ? '0' : value > 0 ? up + value : down + -value

/** Figures broken inside their cell: only cells and their lines keep them whole. */
const wrapped =
  (
    pick: (column: Column, value: number) => boolean,
    text: (value: number) => string,
    whole: (writer: Writer) => boolean,
  ): Quirk['apply'] =>
  (draft, _, writer) => {
    const broken = measured(draft).filter(({ column, value }) => pick(column, value))
    for (const { cell, value } of broken) write(cell, text(value))
    if (whole(writer)) return
    const touched = new Set(broken.map(b => b.cell))
    blur(
      draft,
      rowsOf(draft)
        .filter(r => r.cells.some(c => touched.has(c)))
        .flatMap(idsOf),
    )
  }

/** Every quirk of figures. */
export const valueQuirks: readonly Quirk[] = [
  { name: 'value-slash', profile: 'sparse', apply: nothing('/', 'not_applicable') },
  { name: 'value-hyphen', profile: 'sparse', apply: nothing('-', 'not_applicable') },
  { name: 'value-dash', profile: 'sparse', apply: nothing('—', 'not_applicable') },
  { name: 'value-double-dash', profile: 'sparse', apply: nothing('——', 'not_applicable') },
  { name: 'value-none', profile: 'sparse', apply: nothing('无', 'not_applicable') },
  { name: 'value-blank', apply: nothing('', 'blank') },
  { name: 'value-blank-nbsp', apply: nothing('\u00a0', 'blank') },
  {
    name: 'value-blank-for-zero',
    profile: 'sparse',
    apply: draft => {
      for (const { cell, id, value } of measured(draft)) {
        if (value !== 0) continue
        write(cell, '')
        lose(draft, [id], 'blank')
      }
    },
  },
  { name: 'value-zeros', profile: 'sparse', apply: () => {} },
  { name: 'value-fullwidth', apply: each(t => fullwidth(t)) },
  {
    name: 'value-spaces',
    apply: each(t => ` ${t} `),
    fits: w => w.name !== 'txt-spaced',
  },
  {
    name: 'value-fullwidth-spaces',
    apply: each(t => `　${t}　`),
  },
  {
    name: 'value-nbsp',
    apply: each(t => `\u00a0${t}\u00a0`),
  },
  { name: 'value-thousands', profile: 'large', apply: counts(t => grouped(t, ',')) },
  { name: 'value-thousands-fullwidth', profile: 'large', apply: counts(t => grouped(t, '，')) },
  { name: 'value-large', profile: 'large', apply: () => {} },
  { name: 'value-pieces', apply: counts((t, random) => `${t}${random.pick(['件', '项', '个', '件次'])}`) },
  { name: 'value-pieces-apart', apply: counts(t => `${t} 件`) },
  { name: 'value-plus', apply: counts(t => `+${t}`) },
  { name: 'value-bold', apply: counts(t => `**${t}**`), fits: w => w.name === 'txt-pipes' },
  { name: 'value-words', apply: noFigure(() => '详见附件') },
  { name: 'value-letters', apply: noFigure(v => (v > 9 ? `${String(v).slice(0, -1)}O` : `${v}l`)) },
  { name: 'value-range', apply: noFigure(v => `${v}-${v + 2}`) },
  { name: 'value-two', apply: noFigure(v => `${v}；${v + 3}`) },
  { name: 'change-words', editions: ['2019'], apply: changes(v => signed(v, '增', '减')) },
  {
    name: 'change-long-words',
    editions: ['2019'],
    apply: changes((v, random) => signed(v, '增加', '减少') + random.pick(['', '项', '个'])),
  },
  { name: 'change-spaced-words', editions: ['2019'], apply: changes(v => signed(v, '增 ', '减 ')) },
  { name: 'change-signs', editions: ['2019'], apply: changes(v => signed(v, '+', '-')) },
  { name: 'change-fullwidth-signs', editions: ['2019'], apply: changes(v => fullwidth(signed(v, '＋', '－'))) },
  { name: 'change-true-minus', editions: ['2019'], apply: changes(v => signed(v, '', '\u2212')) },
  { name: 'amount-wan', apply: amounts(y => `${wan(y)} 万`, '') },
  { name: 'amount-wanyuan', apply: amounts(y => `${wan(y)}万元`, '') },
  { name: 'amount-yi', apply: amounts(y => `${Math.round(y) / 1e8}亿元`, '') },
  { name: 'amount-yuan', apply: amounts(y => `${y}元`, '') },
  { name: 'amount-yuan-against-head', apply: amounts(y => `${y}元`, '（万元）') },
  { name: 'amount-grouped', apply: amounts(y => `${grouped(y.toFixed(0), ',')}.00元`, '') },
  { name: 'amount-head-wan', apply: amounts(wan, '（单位：万元）') },
  { name: 'amount-head-wan-short', apply: amounts(wan, '(万元)') },
  { name: 'amount-head-yuan', apply: amounts(y => y.toFixed(2), '（元）') },
  {
    name: 'amount-no-unit',
    apply: (draft, random, writer) => {
      amounts(y => y.toFixed(2), '')(draft, random, writer)
      draft.rules.add('unit.assumed')
    },
  },
  {
    name: 'amount-wrapped',
    apply: (draft, random, writer) => {
      amounts(y => y.toFixed(2), '（元）')(draft, random, writer)
      wrapped(
        column => column.measure === 'amount',
        y => y.toFixed(2).replace(/(\d\d\.)/u, '\n$1'),
        hasCells,
      )(draft, random, writer)
    },
  },
  {
    name: 'value-wrapped',
    profile: 'large',
    apply: wrapped(
      (column, value) => column.measure === 'count' && value > 999,
      value => String(value).replace(/(\d\d)$/u, '\n$1'),
      // Two lines of figures in every cell of a row look like two rows where only rules tell them apart.
      writer => hasCells(writer) && writer.format !== 'pdf',
    ),
  },
]
