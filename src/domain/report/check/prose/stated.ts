/** What the tables say of a figure the text may name. */
import type { RequestLine } from '../../../../law/lines.ts'
import { entry } from '../../../kernel/entry.ts'
import { computedCells } from '../../compute.ts'
import { type Figures, sumOfKnown } from '../../figures.ts'
import { cellId, type Report } from '../../report.ts'
import type { Claimed } from './claims.ts'

/** What the tables say, and which numbers agree with it. */
export interface Stated {
  readonly cells: readonly string[]
  readonly figure: number
  /** The figure itself, and other readings of the words that are as good. */
  readonly right: readonly number[]
  /** Those, and readings good enough for words that are loose. */
  readonly nearly: readonly number[]
  /** The most a part of it can be. */
  readonly most: number
}

/** Null where the tables do not say. */
export interface Tables {
  /** As it follows from the single entries: text that agrees with these is right, whatever total was printed. */
  readonly computed: (claimed: Claimed) => Stated | null
  /** As published, or where a total is blank, as its entries add up when every one of them is a figure. */
  readonly certain: (claimed: Claimed) => Stated | null
}

export function tablesOf(report: Report, figures: Figures): Tables {
  const published = (id: string) => {
    const place = figures.index.at.get(id)
    return place === undefined ? null : entry(figures.known, place)
  }
  let cells: ReadonlyMap<string, number> | null = null
  const computed = (id: string) => {
    cells ??= computedCells(report, [figures.index.edition])
    return cells.get(id) ?? published(id)
  }
  const certain = (id: string) => published(id) ?? entriesOf(figures, id)
  return {
    certain: claimed => stated(figures, claimed, certain),
    computed: claimed => stated(figures, claimed, computed),
  }
}

/** The sum of a blank total's entries in its own row; null where one of them is no figure. */
function entriesOf({ index, known }: Figures, id: string): number | null {
  const place = index.at.get(id)
  const own = index.identities.find(({ line, left }) => 'row' in line && left.join() === String(place))
  return own ? sumOfKnown(own.right.map(at => entry(known, at))) : null
}

type FigureAt = (id: string) => number | null

function stated({ index }: Figures, claimed: Claimed, figureAt: FigureAt): Stated | null {
  const { lines, balances } = index.edition
  const totalOf = (rule: string) => balances.flatMap(b => (b.rule === rule ? b.left : [])).join()
  const dispute = (line: keyof typeof lines.disputes) =>
    cellId('disputes', lines.disputes[line], totalOf('disputes.total'))
  const lawsuits = [dispute('lawsuit_direct'), dispute('lawsuit_after_reconsideration')]
  if (claimed === 'reconsideration') return sumOf([dispute('reconsideration')], figureAt)
  if (claimed === 'lawsuit') return sumOf(lawsuits, figureAt)
  if (claimed === 'reconsideration_and_lawsuit') return sumOf([dispute('reconsideration'), ...lawsuits], figureAt)
  return requestsStated(
    claimed,
    line => cellId('requests', lines.requests[line], totalOf('requests.row_total')),
    figureAt,
  )
}

function sumOf(cells: readonly string[], figureAt: FigureAt): Stated | null {
  const figure = sumOfKnown(cells.map(figureAt))
  return figure === null ? null : { cells, figure, right: [figure], nearly: [figure], most: figure }
}

function requestsStated(
  claimed: 'received' | 'handled' | 'carried_in' | 'carried_out',
  cellOf: (line: RequestLine) => string,
  figureAt: FigureAt,
): Stated | null {
  const line = { received: 'new', handled: 'total', carried_in: 'carried_in', carried_out: 'carried_out' } as const
  const own = sumOf([cellOf(line[claimed])], figureAt)
  if (own === null || claimed === 'carried_in' || claimed === 'carried_out') return own
  const fresh = figureAt(cellOf('new')) ?? own.figure
  const closed = figureAt(cellOf('total')) ?? own.figure
  const before = figureAt(cellOf('carried_in')) ?? 0
  const after = figureAt(cellOf('carried_out')) ?? 0
  const right = [own.figure, ...(claimed === 'received' ? [fresh + before] : [fresh, closed - before, fresh - after])]
  return { ...own, right, nearly: [...right, closed], most: Math.max(fresh + before, closed) }
}
