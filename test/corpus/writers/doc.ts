/** Word 97 files (MS-DOC): the text in one piece, table rows marked by paragraph properties, merges declared. */
import { isTable, type Shape, type Slot, slots } from '../shape.ts'
import { compoundFile, concat } from './compound.ts'
import type { Writer } from './writer.ts'

const TEXT_AT = 0x800
const PAGE = 512
const CELL_MARK = '\u0007'

interface Paragraph {
  readonly text: string
  /** Property modifiers after the style index. */
  readonly properties: readonly number[]
}

const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff]
const IN_TABLE = [...u16(0x2416), 1]

/** Every paragraph with its end mark; a cell may hold several lines, a row ends with a paragraph of its own. */
function paragraphs(shape: Shape): Paragraph[] {
  return shape.blocks.flatMap(block => {
    if (!isTable(block)) return [{ text: `${lines(block.text)}\r`, properties: [] }]
    return slots(block).flatMap(row => {
      const cells = row.filter((slot, x) => slot.covered !== 'left' && row[x - 1]?.cell !== slot.cell)
      const texts = cells.map(slot => ({
        text: lines(slot.corner ? slot.cell.text : '') + CELL_MARK,
        properties: IN_TABLE,
      }))
      return [...texts, { text: CELL_MARK, properties: rowEnd(cells) }]
    })
  })
}

/** A line break inside a paragraph. */
const lines = (text: string): string => text.replace(/\n/gu, '\u000b')

/** sprmPFInTable, sprmPFTtp, and sprmTDefTable with the cell edges and vertical merges of the row. */
function rowEnd(cells: readonly Slot[]): number[] {
  let edge = 0
  const edges = [0, ...cells.map(slot => (edge += slot.cell.span * 600))]
  const flags = cells.map(slot => (slot.covered === 'above' ? 0x20 : slot.rowSpan > 1 ? 0x60 : 0))
  const operand = [
    cells.length,
    ...edges.flatMap(u16),
    ...flags.flatMap(flag => [...u16(flag), ...new Array<number>(18).fill(0)]),
  ]
  return [...IN_TABLE, ...u16(0x2417), 1, ...u16(0xd608), ...u16(operand.length + 1), ...operand]
}

/** Pages of paragraph properties: end positions, one entry a paragraph, the properties from the bottom up. */
function propertyPages(all: readonly Paragraph[]): { pages: Uint8Array[]; firsts: number[] } {
  const pages: Uint8Array[] = []
  const firsts: number[] = []
  let at = TEXT_AT
  let next = 0
  while (next < all.length) {
    const page = new Uint8Array(PAGE)
    const taken = fitting(all, next)
    firsts.push(at)
    at = fill(page, all.slice(next, next + taken), at)
    pages.push(page)
    next += taken
  }
  return { pages, firsts: [...firsts, at] }
}

/** The style index and modifiers as a page stores them: two counts of bytes are possible, this is the even one. */
function stored({ properties }: Paragraph): number[] {
  const body = [0, 0, ...properties]
  if (body.length % 2 === 1) body.push(0)
  return [0, body.length / 2, ...body]
}

function fitting(all: readonly Paragraph[], from: number): number {
  let used = 5
  let count = 0
  for (const paragraph of all.slice(from)) {
    const more = 17 + stored(paragraph).length + 1
    if (used + more > PAGE || count === 28) break
    used += more
    count++
  }
  return Math.max(1, count)
}

function fill(page: Uint8Array, some: readonly Paragraph[], start: number): number {
  const view = new DataView(page.buffer)
  let position = start
  let bottom = PAGE - 1
  some.forEach((paragraph, i) => {
    view.setUint32(i * 4, position, true)
    position += paragraph.text.length * 2
    const bytes = stored(paragraph)
    bottom = (bottom - bytes.length) & ~1
    page.set(bytes, bottom)
    page[(some.length + 1) * 4 + i * 13] = bottom / 2
  })
  view.setUint32(some.length * 4, position, true)
  page[PAGE - 1] = some.length
  return position
}

function doc(shape: Shape): Uint8Array {
  const all = paragraphs(shape)
  const text = all.map(p => p.text).join('')
  const { pages, firsts } = propertyPages(all)
  const firstPage = Math.ceil((TEXT_AT + text.length * 2) / PAGE)
  const main = new Uint8Array((firstPage + pages.length) * PAGE)
  const view = new DataView(main.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(TEXT_AT + i * 2, text.charCodeAt(i), true)
  pages.forEach((page, i) => {
    main.set(page, (firstPage + i) * PAGE)
  })
  const pieces = words([0, text.length, TEXT_AT * 65536, 0])
  const clx = concat([new Uint8Array([2]), words([16]), pieces])
  const papx = words([...firsts, ...pages.map((_, i) => firstPage + i)])
  information(view, text.length, main.length, clx.length, papx.length)
  return compoundFile({ '1Table': concat([clx, papx]), WordDocument: main })
}

/** The file information block: what it is, how much text, where the two tables stand in the table stream. */
function information(view: DataView, characters: number, size: number, clx: number, papx: number): void {
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, 0xc1, true)
  view.setUint16(6, 0x0804, true)
  view.setUint16(0x0a, 0x1200, true)
  view.setUint16(0x0c, 0xbf, true)
  view.setUint32(0x18, TEXT_AT, true)
  view.setUint32(0x1c, TEXT_AT + characters * 2, true)
  view.setUint16(0x20, 14, true)
  view.setUint16(0x3e, 22, true)
  view.setUint32(0x40, size, true)
  view.setUint32(0x4c, characters, true)
  view.setUint16(0x98, 0x5d, true)
  view.setUint32(0x102, clx, true)
  view.setUint32(0x106, papx, true)
  view.setUint32(0x1a2, 0, true)
  view.setUint32(0x1a6, clx, true)
}

/** Numbers as four bytes each, lowest first. */
function words(list: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(list.length * 4))
  list.forEach((n, i) => {
    view.setUint32(i * 4, n, true)
  })
  return new Uint8Array(view.buffer)
}

/** Word 97 files. */
export const docWriters: readonly Writer[] = [
  { name: 'doc-97', format: 'doc', extension: 'doc', write: shape => doc(shape) },
]
