/** What most likely happened when just these figures are wrong: the slips people make when they fill in a table. */
import type { RequestLine } from '../../../law/lines.ts'
import type { Lang, Said } from '../../kernel/lang.ts'
import { shown } from '../check/finding.ts'
import type { Figures } from '../figures.ts'
import { cellParts } from '../report.ts'
import type { Change, ChangeSet } from './index.ts'
import { filled, namesOf } from './names.ts'

const receipts: readonly RequestLine[] = ['new', 'carried_in']

/** Small figures stand beside their like by chance. */
const TELLING = 10

const causes = {
  swapped: { zh: '像是数字写颠倒了：', en: 'digits look swapped: ' },
  tenfold: { zh: '像是多写或少写了一个 0：', en: 'a 0 too many or too few: ' },
  neighbour: { zh: '像是抄了旁边一格的数：', en: 'it looks copied from the cell beside it: ' },
  left_out: { zh: '像是漏填了：', en: 'it looks left out: ' },
  wrong_total: { zh: '各分项都对得上，只是合计数不对：', en: 'the parts agree, only the total is wrong: ' },
  moved: {
    zh: '像是 {count} 件填错了栏，应填在「{right}」而填在了「{wrong}」：',
    en: '{count} stand under “{wrong}” instead of “{right}”: ',
  },
  not_requests: {
    zh: '可能这 {count} 件并不是依申请公开（例如误填了主动公开条数或咨询件数），应当去掉：',
    en: 'these {count} may not be requests at all (published items or enquiries, say) and should go: ',
  },
  no_receipt: { zh: '可能是漏填了「{row}」{count} 件：', en: '“{row}” {count} may have been left out: ' },
  too_few: { zh: '「{row}」可能少计了 {count} 件：', en: '“{row}” may be {count} too low: ' },
  too_many: { zh: '「{row}」可能多计了 {count} 件：', en: '“{row}” may be {count} too high: ' },
} as const satisfies Record<string, Said>

/** A clause that opens the list of changes, empty where no slip fits. */
export function reasonOf(figures: Figures, set: ChangeSet, lang: Lang): string {
  const known = set.changes.flatMap(change => certain(change))
  const [first, second] = known
  if (known.length !== set.changes.length || !first) return ''
  if (!second) return singleCause(figures, first)?.[lang] ?? ''
  return movedCause(figures, known, lang) ?? rowCauses(figures, known, lang)
}

interface Certain {
  readonly cell: string
  readonly from: number
  readonly to: number
}

function certain({ cell, from, to }: Change): Certain[] {
  return to === null ? [] : [{ cell, from: from ?? 0, to }]
}

function singleCause(figures: Figures, change: Certain): Said | null {
  const { from, to } = change
  if (from === 0) return causes.left_out
  if (sorted(from) === sorted(to)) return causes.swapped
  if (from === to * 10 || to === from * 10) return causes.tenfold
  if (isTotal(figures, change.cell)) return causes.wrong_total
  return from >= TELLING && besideIt(figures, change.cell).includes(from) ? causes.neighbour : null
}

function sorted(value: number): string {
  return [...shown(value)].sort().join('')
}

/** Whether a cell is the sum of others by some identity. */
function isTotal({ index }: Figures, id: string): boolean {
  const place = index.at.get(id) ?? -1
  return (index.identitiesOf[place] ?? []).some(k => {
    const left = index.identities[k]?.left
    return left?.length === 1 && left[0] === place
  })
}

/** The figures at its left and right and above and below. */
function besideIt({ index, values }: Figures, id: string): (number | null)[] {
  const place = index.at.get(id) ?? -1
  const row = index.rows.findIndex(r => r.cells.includes(place))
  const column = index.rows[row]?.cells.indexOf(place) ?? -1
  const beside = [
    ...[-1, 1].map(step => index.rows[row]?.cells[column + step]),
    ...[-1, 1].map(step => index.rows[row + step]?.cells[column]),
  ]
  return beside.map(p => (p === undefined ? null : (values[p] ?? null)))
}

/** Two cells of one row, one too high by what the other is too low. */
function movedCause(figures: Figures, changes: readonly Certain[], lang: Lang): string | null {
  const [a, b, third] = changes
  if (!a || !b || third) return null
  const sameRow = cellParts(a.cell).row === cellParts(b.cell).row
  const count = Math.abs(a.to - a.from)
  if (!sameRow || a.to - a.from !== b.from - b.to) return null
  const [wrong, right] = a.to < a.from ? [a, b] : [b, a]
  const words = {
    count,
    wrong: namesOf(figures, wrong.cell, lang).column,
    right: namesOf(figures, right.cell, lang).column,
  }
  return filled(causes.moved[lang], words)
}

/** By rows: receipts left out, results that are no requests, lines too high or too low. */
function rowCauses(figures: Figures, changes: readonly Certain[], lang: Lang): string {
  const { lines } = figures.index.edition
  const rows = [...new Set(changes.map(({ cell }) => cellParts(cell).row))]
  const shifts = rows.map(row => shiftOf(row, changes))
  const sum = lines.requests.total
  const [first, second] = shifts.filter(({ row }) => row !== sum)
  if (!first || second) return ''
  const name = namesOf(figures, first.cell, lang).row
  const words = { row: name, count: Math.abs(first.by) }
  const received = receipts.map(line => lines.requests[line])
  if (received.includes(first.row) && first.fromZero) return filled(causes.no_receipt[lang], words)
  if (first.toZero && rows.includes(sum) && nothingReceived(figures, received)) {
    return filled(causes.not_requests[lang], words)
  }
  return filled((first.by > 0 ? causes.too_few : causes.too_many)[lang], words)
}

interface Shift {
  readonly row: string
  readonly cell: string
  /** By how much the row as a whole rises. */
  readonly by: number
  readonly fromZero: boolean
  readonly toZero: boolean
}

/** What happens to a row: its total column tells, else its other cells together. */
function shiftOf(row: string, changes: readonly Certain[]): Shift {
  const own = changes.filter(({ cell }) => cellParts(cell).row === row)
  const total = own.find(({ cell }) => cellParts(cell).column === 'total')
  const counted = total ? [total] : own
  return {
    row,
    cell: own[0]?.cell ?? '',
    by: counted.reduce((by, { from, to }) => by + to - from, 0),
    fromZero: own.every(({ from }) => from === 0),
    toZero: own.every(({ to }) => to === 0),
  }
}

function nothingReceived({ index, known }: Figures, rows: readonly string[]): boolean {
  return index.rows
    .filter(row => row.table === 'requests' && rows.includes(row.id))
    .every(row => row.cells.every(place => !known[place]))
}
