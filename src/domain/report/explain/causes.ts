/** What most likely happened when just these figures are wrong: the slips people make when they fill in a table. */
import { entry } from '../../kernel/entry.ts'
import type { Lang, Said } from '../../kernel/lang.ts'
import { shown } from '../check/finding.ts'
import type { Figures } from '../figures.ts'
import { isSum } from '../identities.ts'
import type { Change, ChangeSet } from './index.ts'
import { filled, namesOf } from './names.ts'

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
  const known = set.changes.flatMap(change => certain(figures, change))
  if (known.length < set.changes.length) return ''
  const first = entry(known, 0)
  const [, second, third] = known
  if (!second) return singleCause(figures, first)?.[lang] ?? ''
  const moved = third ? null : movedCause(figures, first, second, lang)
  return moved ?? rowCause(figures, known, lang)
}

interface Certain {
  readonly place: number
  readonly row: string
  readonly from: number
  readonly to: number
}

function certain({ index }: Figures, { place, from, to }: Change): Certain[] {
  return to === null ? [] : [{ place, row: entry(index.cells, place).row.id, from: from ?? 0, to }]
}

function singleCause(figures: Figures, { place, from, to }: Certain): Said | null {
  if (from === 0) return causes.left_out
  if (sorted(from) === sorted(to)) return causes.swapped
  if (from === to * 10 || to === from * 10) return causes.tenfold
  if (isSum(figures.index, place)) return causes.wrong_total
  return from >= TELLING && besideIt(figures, place).includes(from) ? causes.neighbour : null
}

function sorted(value: number): string {
  return [...shown(value)].sort().join()
}

/** The figures at its left and right and above and below. */
function besideIt({ index, values }: Figures, place: number): (number | null)[] {
  const row = index.rows.findIndex(({ cells }) => cells.includes(place))
  const cellsAt = (k: number) => index.rows[k]?.cells ?? []
  const column = cellsAt(row).indexOf(place)
  const beside = [
    cellsAt(row)[column - 1],
    cellsAt(row)[column + 1],
    cellsAt(row - 1)[column],
    cellsAt(row + 1)[column],
  ]
  return beside.filter(p => p !== undefined).map(p => entry(values, p))
}

/** Two cells of one row, one too high by what the other is too low. */
function movedCause(figures: Figures, a: Certain, b: Certain, lang: Lang): string | null {
  if (a.row !== b.row || a.to - a.from !== b.from - b.to) return null
  const [wrong, right] = a.to < a.from ? [a, b] : [b, a]
  const words = {
    count: wrong.from - wrong.to,
    wrong: namesOf(figures, wrong.place, lang).column,
    right: namesOf(figures, right.place, lang).column,
  }
  return filled(causes.moved[lang], words)
}

/** One row besides the sums: receipts left out, results that are no requests, a line too high or too low. */
function rowCause(figures: Figures, changes: readonly Certain[], lang: Lang): string {
  const { lines } = figures.index.edition
  const counted = changes.filter(({ row }) => row !== lines.requests.total)
  const [first] = counted
  if (!first || counted.some(({ row }) => row !== first.row)) return ''
  const by = Math.max(...counted.map(({ from, to }) => Math.abs(to - from)))
  const words = { row: namesOf(figures, first.place, lang).row, count: by }
  const receipts: readonly string[] = [lines.requests.new, lines.requests.carried_in]
  if (receipts.includes(first.row) && counted.every(({ from }) => from === 0))
    return filled(causes.no_receipt[lang], words)
  if (counted.every(({ to }) => to === 0) && nothingReceived(figures, receipts)) {
    return filled(causes.not_requests[lang], words)
  }
  return filled((first.to > first.from ? causes.too_few : causes.too_many)[lang], words)
}

function nothingReceived({ index, known }: Figures, rows: readonly string[]): boolean {
  return index.cells.every(({ row }, place) => !rows.includes(row.id) || !entry(known, place))
}
