/**
 * Properties of characters and paragraphs in a Word binary file: pages of 512 bytes, found by the place of the text in
 * the document stream ([MS-DOC] 2.9.33, 2.9.175), holding lists of single property modifiers (2.2.5).
 */
import { Bytes } from './bytes.ts'
import type { WordStreams } from './head.ts'

const pageSize = 512

/** Modifiers asked for here ([MS-DOC] 2.6). */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  cells: 0xd608,
  longList: 0x6646,
  tableList: 0x646b,
} as const

/** Called with each modifier and the place of its operand in the list. */
export type Visit = (modifier: number, list: Bytes, operand: number) => void

function operandSize(modifier: number, list: Bytes, at: number): number {
  // The cells of a row are the one list whose length takes two bytes, and counts one too many.
  if (modifier === sprm.cells) return list.u16(at) + 1
  switch (modifier >> 13) {
    case 0:
    case 1:
      return 1
    case 3:
      return 4
    case 6:
      return list.u8(at) + 1
    case 7:
      return 3
    default:
      return 2
  }
}

/** Walks a list of modifiers; a list cut short ends the walk. */
export function eachModifier(list: Bytes, visit: Visit): void {
  for (let at = 0; at + 3 <= list.length; ) {
    const modifier = list.u16(at)
    if (modifier === 0) return
    const operand = at + 2
    const end = operand + operandSize(modifier, list, operand)
    if (end > list.length) return
    visit(modifier, list, operand)
    at = end
  }
}

/** A stretch of the document stream, in bytes, and the list of modifiers that holds for it. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly list: Bytes
}

const none = new Bytes(new Uint8Array(0))

/** Numbers of the property pages, out of the plain table that leads to them. */
function pageNumbers(pages: Bytes): number[] {
  const count = Math.max(0, Math.floor((pages.length - 4) / 8))
  return Array.from({ length: count }, (_each, i) => pages.u32((count + 1) * 4 + i * 4) & 0x3fffff)
}

function stretchesOf(
  document: Bytes,
  pages: Bytes,
  entrySize: number,
  listAt: (page: Bytes, at: number) => Bytes,
): Stretch[] {
  const stretches: Stretch[] = []
  for (const number of pageNumbers(pages)) {
    const page = document.part(number * pageSize, pageSize)
    const runs = page.u8(pageSize - 1)
    for (let i = 0; i < runs; i++) {
      const entry = (runs + 1) * 4 + i * entrySize
      if (entry >= pageSize) break
      const at = page.u8(entry) * 2
      stretches.push({ start: page.u32(i * 4), end: page.u32(i * 4 + 4), list: at === 0 ? none : listAt(page, at) })
    }
  }
  return stretches
}

/** Stretches of characters with properties of their own. */
export function characterStretches({ document, characterPages }: WordStreams): Stretch[] {
  return stretchesOf(document, characterPages, 1, (page, at) => page.part(at + 1, Math.min(page.u8(at), 511 - at)))
}

function paragraphList(page: Bytes, at: number): Bytes {
  const words = page.u8(at)
  const start = words === 0 ? at + 2 : at + 1
  const length = words === 0 ? page.u8(at + 1) * 2 : words * 2 - 1
  // The first two bytes name the style.
  return length <= 2 ? none : page.part(start + 2, Math.min(length - 2, pageSize - start - 2))
}

/** Stretches of paragraphs, in the order of the document stream. */
export function paragraphStretches({ document, paragraphPages }: WordStreams): Stretch[] {
  return stretchesOf(document, paragraphPages, 13, paragraphList).sort((a, b) => a.start - b.start)
}

/** The stretch that holds a byte of the document stream. */
export function stretchAt(stretches: readonly Stretch[], place: number): Stretch | undefined {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const found = stretches[low]
  return found !== undefined && found.start <= place ? found : undefined
}

/** Modifiers kept in the data stream because their list is long: length in two bytes, then the list. */
export function longList(data: Bytes, place: number): Bytes {
  return data.part(place + 2, data.u16(place))
}
