/** Running heads and feet: what a program prints over and under every page is no part of the text. */
import type { PaperBlock, TextLine } from '../../../../paper/paper.ts'

/** Lines from the top and from the bottom of a page among which its head and foot are looked for. */
const outermost = 2
/** How far, in points, a running line may move from page to page. */
const sway = 2
/** A line of more words than this, and no figure, is rather the head of a table that goes on. */
const mostWords = 2

/**
 * Drops the lines that stand at the top or bottom of at least two pages, and of half of all, in the same place and in
 * the same words but for figures. Page marks of figures alone stay: whoever reads on knows them. So does a head in Han
 * on the first page that has it: it may be all the title there is.
 */
export function withoutRunningHeads(pages: readonly (readonly PaperBlock[])[]): PaperBlock[][] {
  const edges = pages.map(blocks => edgeLines(blocks))
  const running = edges.map((lines, page) => new Set<PaperBlock>(lines.filter(line => recurs(line, page, edges))))
  const kept = firstHead(pages, running)
  return pages.map((blocks, page) => blocks.filter(block => block === kept || !running[page]?.has(block)))
}

function firstHead(pages: readonly (readonly PaperBlock[])[], running: readonly Set<PaperBlock>[]): PaperBlock | null {
  const page = running.findIndex(lines => lines.size > 0)
  const blocks = pages[page] ?? []
  const highest = Math.max(...blocks.map(topOf))
  const isHead = (block: PaperBlock) =>
    running[page]?.has(block) && block.kind === 'text' && /\p{Script=Han}/u.test(block.text)
  return blocks.find(block => isHead(block) && topOf(block) >= highest - 2 * sway) ?? null
}

/** The outermost lines of a page that hold words. */
function edgeLines(blocks: readonly PaperBlock[]): TextLine[] {
  const lines = blocks.filter(block => block.kind === 'text').toSorted((a, b) => heightOf(b) - heightOf(a))
  const inner = Math.max(outermost, lines.length - outermost)
  const highest = Math.max(...blocks.map(topOf))
  const lowest = Math.min(...blocks.map(bottomOf))
  return lines
    .filter((_, at) => at < outermost || at >= inner)
    .filter(line => /\p{L}{3}|\d:\d{2}/u.test(line.text) && !mayBeTableHead(line))
    .filter(line => highest - topOf(line) < 30 || bottomOf(line) - lowest < 30)
}

function mayBeTableHead({ text, pieces }: TextLine): boolean {
  return (pieces?.length ?? 0) > mostWords && !/\d/.test(text)
}

function recurs(line: TextLine, page: number, edges: readonly (readonly TextLine[])[]): boolean {
  const others = edges.filter((lines, at) => at !== page && lines.some(other => isAlike(line, other))).length
  return others >= 1 && (others + 1) * 2 >= edges.length
}

function isAlike(a: TextLine, b: TextLine): boolean {
  return Math.abs(heightOf(a) - heightOf(b)) <= sway && wordsOf(a) === wordsOf(b)
}

function wordsOf(line: TextLine): string {
  return line.text.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
}

function heightOf(line: TextLine): number {
  return 'box' in line.at ? line.at.box[1] : 0
}

function topOf(block: PaperBlock): number {
  const boxes = (block.kind === 'text' ? [block] : block.cells).flatMap(b => ('box' in b.at ? b.at.box[3] : []))
  return Math.max(...boxes)
}

function bottomOf(block: PaperBlock): number {
  const boxes = (block.kind === 'text' ? [block] : block.cells).flatMap(b => ('box' in b.at ? b.at.box[1] : []))
  return Math.min(...boxes)
}
