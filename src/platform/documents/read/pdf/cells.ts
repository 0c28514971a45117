import type { Grid } from '../../../../paper/paper.ts'
import type { Box } from './geometry.ts'
import type { Glyph } from './ink.ts'
import { linesOf, type PlaceOf, plainText } from './lines.ts'
import type { Table, TableCell } from './tables.ts'
import { levelled, type Word, wordFrom } from './words.ts'

/** A character may stick out of its cell by this part of its size and still fit. */
const slack = 0.15
/** Text that starts this near its cell's edge is set against that edge, in points. */
const padding = 6
/** Taller than its cell by this factor: something printed across the table, such as a watermark. */
const tooTall = 2

/** The words of a table in their cells, and those that turn out to be printed across it. */
export function fillTable(table: Table, words: readonly Word[], placeOf: PlaceOf): { grid: Grid; loose: Word[] } {
  const inCell = table.cells.map((): Word[] => [])
  const loose: Word[] = []
  for (const word of words) {
    for (const { cell, part } of cutAtRules(table, word)) {
      const box = cell === undefined ? undefined : table.cells[cell]?.box
      const target = cell === undefined ? undefined : inCell[cell]
      if (target && box && !isAcross(part, box)) target.push(part)
      else loose.push(part)
    }
  }
  const cells = table.cells.map(({ box, ...place }, at) => ({
    text: linesOf(inCell[at] ?? [])
      .map(plainText)
      .join('\n'),
    ...place,
    at: placeOf(box),
  }))
  return { grid: { kind: 'grid', width: table.width, height: table.height, cells }, loose }
}

function isAcross(word: Word, cell: Box): boolean {
  return word.turn === 0 && word.size > tooTall * (cell.y1 - cell.y0)
}

interface Part {
  readonly cell: number | undefined
  readonly part: Word
}

/**
 * Gives a word to its cell. A word over several cells is parted at the rule when both sides keep to their cells and
 * were drawn apart; otherwise it is one text too long for its cell, and all of it belongs where it is anchored:
 * half a number in the next cell would be two wrong numbers.
 */
function cutAtRules(table: Table, word: Word): Part[] {
  const owners = word.glyphs.map(glyph => table.cellAt((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2))
  if (owners.every(owner => owner === owners[0])) return [{ cell: owners[0], part: word }]
  const parts: { cells: (number | undefined)[]; glyphs: Glyph[] }[] = []
  for (const [at, glyph] of word.glyphs.entries()) {
    const open = parts.at(-1)
    const before = word.glyphs[at - 1]
    const cuts = before && owners[at] !== owners[at - 1] && isCut(table, before, owners[at - 1], glyph, owners[at])
    if (open && !cuts) {
      open.glyphs.push(glyph)
      open.cells.push(owners[at])
    } else parts.push({ cells: [owners[at]], glyphs: [glyph] })
  }
  return parts.map(({ cells, glyphs }) => ({ cell: anchor(table, glyphs, cells), part: wordFrom(glyphs, word.spaced) }))
}

function isCut(table: Table, a: Glyph, ownerA: number | undefined, b: Glyph, ownerB: number | undefined): boolean {
  return a.run !== b.run && fits(a, boxOf(table, ownerA)) && fits(b, boxOf(table, ownerB))
}

function boxOf(table: Table, owner: number | undefined): Box | undefined {
  return owner === undefined ? undefined : table.cells[owner]?.box
}

/** Whether a glyph keeps to its cell along the direction it is read. */
function fits(glyph: Glyph, cell: Box | undefined): boolean {
  if (!cell) return true
  const room = slack * glyph.size
  if (glyph.turn === 0 || glyph.turn === 2) return glyph.x0 >= cell.x0 - room && glyph.x1 <= cell.x1 + room
  return glyph.y0 >= cell.y0 - room && glyph.y1 <= cell.y1 + room
}

/** The cell a text too long for it was set in: by the edge it was set against, else by its middle. */
function anchor(table: Table, glyphs: readonly Glyph[], cells: readonly (number | undefined)[]): number | undefined {
  const [first, last] = [cells[0], cells.at(-1)]
  if (first === last) return first
  const turn = glyphs[0]?.turn ?? 0
  const level = (cell: number | undefined) => {
    const box = boxOf(table, cell)
    return box && levelled(box, turn)
  }
  const text = wordFrom(glyphs, false).level
  const [start, end] = [level(first), level(last)]
  const atStart = start !== undefined && text.x0 - start.x0 <= padding
  const atEnd = end !== undefined && end.x1 - text.x1 <= padding
  if (atStart !== atEnd) return atStart ? first : last
  return cells[Math.floor(cells.length / 2)]
}

/** True when the rules make a frame or a list of boxes, which holds lines of text and no table. */
export function isMereFrame(cells: readonly TableCell[], width: number): boolean {
  return cells.length < 2 || width < 2
}
