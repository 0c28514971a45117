/** What happens to labels. */
import { editionOf } from '../../../src/domain/report/form-cells.ts'
import type { Label } from '../../../src/law/editions/form.ts'
import { cellsOf, type Draft, tablesOf } from '../draft.ts'
import type { Chance } from '../random.ts'
import { type Cell, isTable, type Row, type Table } from '../shape.ts'
import { badlyConverted, lookalike, traditional } from './glyphs.ts'
import type { Quirk } from './quirk.ts'

const isLabel = (cell: Cell): boolean => cell.role === 'label' || cell.role === 'head'

function eachLabel(draft: Draft, change: (text: string, cell: Cell) => string): void {
  for (const cell of cellsOf(draft).filter(isLabel)) cell.text = change(cell.text, cell)
}

function eachText(draft: Draft, change: (text: string) => string): void {
  eachLabel(draft, change)
  for (const block of draft.shape.blocks) if (!isTable(block)) block.text = change(block.text)
}

type Way = 'after' | 'around' | 'before'

/** Every third long label is parted, its other half on a row of its own. */
function wrap(draft: Draft, way: Way): void {
  for (const table of tablesOf(draft)) {
    let long = 0
    table.rows = table.rows.flatMap(row => {
      const leaf = row.cells.find(c => c.leaf && c.text.length >= 8)
      if (!leaf || row.kind !== 'data' || long++ % 3 !== 1) return [row]
      return wrapped(table, row, leaf, way)
    })
  }
}

function wrapped(table: Table, row: Row, leaf: Cell, way: Way): Row[] {
  const cut = Math.ceil(leaf.text.length / 2)
  const [first, rest] = [leaf.text.slice(0, cut), leaf.text.slice(cut)]
  const values = (text: string): Row => ({ ...row, cells: row.cells.map(c => (c === leaf ? { ...c, text } : c)) })
  if (way === 'after') return [values(first), remainder(row, leaf, rest)]
  if (way === 'before') return [remainder(row, leaf, first), values(rest)]
  return table.table === 'requests' ? [remainder(row, leaf, first), values(''), remainder(row, leaf, rest)] : [row]
}

/** A row that holds only a piece of a label. */
export function remainder(row: Row, leaf: Cell, text: string): Row {
  const cells = row.cells.map((c): Cell => {
    if (c === leaf) return { ...c, text }
    if (c.role === 'label') return c
    return { text: '', span: c.span, role: 'filler' }
  })
  return { kind: 'rest', cells }
}

/** Another wording of a label; a unit that stands in it stays. */
function alias(labels: readonly Label[], text: string, random: Chance): string {
  const known = labels.find(label => label.zh === text)?.aliases ?? []
  const telling = known.filter(other => other.includes('万元') === text.includes('万元'))
  return telling.length > 0 ? random.pick(telling) : text
}

function labelsOf(draft: Draft): Label[] {
  const { proactive, requests, disputes, organisationHead } = editionOf(draft.facts.edition)
  const own = [...proactive.flatMap(b => [...b.columns, ...b.rows]), ...requests.columns, ...requests.rows]
  return [...own, ...requests.groups, ...disputes.columns, ...disputes.rows].map(x => x.label).concat(organisationHead)
}

/** Changes one character of a label, never its number and never a word whose loss changes its sense. */
function spoil(text: string, random: Chance, drop: boolean): string {
  if (text.length < 6) return text
  const places = [...text].flatMap((char, i) => (i > 2 && i < text.length - 1 && lookalike.has(char) ? [i] : []))
  if (places.length === 0) return text
  const place = random.pick(places)
  const char = text.charAt(place)
  return text.slice(0, place) + (drop ? '' : (lookalike.get(char) ?? char)) + text.slice(place + 1)
}

const gaps = (text: string, gap: string): string => [...text].join(gap)

/** Every quirk of labels. */
export const labelQuirks: readonly Quirk[] = [
  { name: 'label-wrapped-after', apply: draft => wrap(draft, 'after') },
  { name: 'label-wrapped-around', apply: draft => wrap(draft, 'around') },
  { name: 'label-wrapped-before', apply: draft => wrap(draft, 'before') },
  {
    name: 'label-broken-lines',
    apply: draft => eachLabel(draft, t => (t.length > 5 ? `${t.slice(0, 3)}\n${t.slice(3)}` : t)),
  },
  {
    name: 'label-spaces',
    apply: (draft, random) =>
      eachLabel(draft, t =>
        t.length < 5 ? gaps(t, ' ') : t.replace(/[.、）]/u, m => m + ' '.repeat(random.int(1, 2))),
      ),
    fits: writer => !['txt-spaced', 'txt-single', 'txt-glued'].includes(writer.name),
  },
  { name: 'label-fullwidth-spaces', apply: draft => eachLabel(draft, t => `　${t.length < 4 ? gaps(t, '　') : t}　`) },
  { name: 'label-nbsp', apply: draft => eachLabel(draft, t => `\u00a0${t.slice(0, 2)}\u00a0${t.slice(2)}`) },
  { name: 'label-misspelt', apply: (draft, random) => eachLabel(draft, t => spoil(t, random, false)) },
  { name: 'label-dropped-character', apply: (draft, random) => eachLabel(draft, t => spoil(t, random, true)) },
  { name: 'label-alias', apply: (draft, random) => eachLabel(draft, t => alias(labelsOf(draft), t, random)) },
  {
    name: 'label-traditional',
    apply: draft => {
      eachText(draft, traditional)
      draft.agency = null
    },
  },
  {
    name: 'label-badly-converted',
    apply: draft => {
      eachText(draft, badlyConverted)
      draft.agency = null
    },
  },
  {
    name: 'label-fullwidth-numbers',
    apply: draft =>
      eachLabel(draft, t => t.replace(/^(\d)\./u, (_, d: string) => `${String.fromCharCode(0xff10 + Number(d))}．`)),
  },
  {
    name: 'label-other-marks',
    apply: draft =>
      eachLabel(draft, t =>
        t
          .replace(/^(\d)\./u, '$1、')
          .replace(/（/gu, '(')
          .replace(/）/gu, ') ')
          .replace(/[“”]/gu, '"'),
      ),
  },
  {
    name: 'label-without-numbers',
    apply: draft => eachLabel(draft, t => t.replace(/^(\d\.|（[一二三四五六七]）|[一二三四]、)/u, '')),
  },
  {
    name: 'label-with-numbers',
    apply: ({ facts, ...draft }) => {
      const note: Record<string, string> = {
        new: `（含${facts.year - 1}年12月收到的3件）`,
        carried_out: '（截至12月31日）',
        permits: '（共32项）',
        'denied.state_secret': '（2件以上另附说明）',
      }
      for (const table of draft.shape.blocks.filter(isTable)) {
        for (const row of table.rows) {
          const leaf = row.cells.find(c => c.leaf)
          if (leaf && row.row && note[row.row]) leaf.text += note[row.row]
        }
      }
    },
  },
  {
    name: 'label-one-character-a-line',
    apply: draft => eachLabel(draft, (t, cell) => (cell.vertical || t.length <= 4 ? gaps(t, '\n') : t)),
    fits: writer => !['txt-spaced', 'txt-single', 'txt-glued', 'txt-run-together', 'txt-pages'].includes(writer.name),
  },
  {
    name: 'label-one-character-a-space',
    apply: draft => eachLabel(draft, (t, cell) => (cell.vertical || t.length <= 4 ? gaps(t, ' ') : t)),
    fits: writer => writer.name !== 'txt-spaced',
  },
  {
    name: 'label-kangxi-radicals',
    apply: draft => eachLabel(draft, t => t.replace(/行/gu, '⾏').replace(/工/gu, '⼯').replace(/非/gu, '⾮')),
  },
]
