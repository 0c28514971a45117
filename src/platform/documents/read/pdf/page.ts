import type { PaperBlock } from '../../../../paper/paper.ts'
import { fillTable, isMereFrame } from './cells.ts'
import { stretchesOf } from './columns.ts'
import { withoutEchoes } from './echoes.ts'
import { around, type Box, boxThrough, compose, holds, inverse, levelling, type Matrix, type Turn } from './geometry.ts'
import type { Glyph, Rules } from './ink.ts'
import { linesOf, type PlaceOf, rounded, textLine } from './lines.ts'
import type { LoadedPage } from './load.ts'
import { ruleGroups } from './rules.ts'
import { type Table, tableOf } from './tables.ts'
import { missingRules } from './unruled.ts'
import { type Ink, walk } from './walk.ts'
import { obliqueTexts, type Word, wordsOf } from './words.ts'

interface Placed {
  readonly blocks: readonly PaperBlock[]
  readonly box: Box
  /** A column of vertical writing: its neighbour to the right is read before it. */
  readonly downwards?: boolean
}

/** What a page holds, in reading order. */
export interface ReadPage {
  readonly blocks: readonly PaperBlock[]
  /** Printed characters that are no blanks. */
  readonly characters: number
  /** Painted paths: rules, and letters drawn as outlines. */
  readonly paths: number
}

/** Reads one page; `number` counts from 1. */
export function readPage(page: LoadedPage, number: number): ReadPage {
  const { ink, matrix } = uprightInk(page)
  const glyphs = withoutEchoes(inkedGlyphs(ink))
  const back = inverse(matrix)
  const placeOf: PlaceOf = box => {
    const { x0, y0, x1, y1 } = boxThrough(back, box.x0, box.y0, box.x1, box.y1)
    return { page: number, box: [rounded(x0), rounded(y0), rounded(x1), rounded(y1)] }
  }
  const words = wordsOf(glyphs)
  const { placed, loose } = readTables(ink, words, placeOf)
  for (const stretch of stretchesOf(linesOf(loose))) {
    placed.push({
      blocks: stretch.map(line => textLine(line, placeOf)),
      box: around(stretch.map(line => line.box)),
      downwards: stretch[0]?.words[0]?.turn === 3,
    })
  }
  const blocks = inReadingOrder(placed)
  for (const { text, box } of obliqueTexts(glyphs)) blocks.push({ kind: 'text', text, at: placeOf(box) })
  return { blocks, characters: glyphs.filter(glyph => glyph.text !== ' ').length, paths: ink.paths }
}

/** Plays the page and, when most of its text runs sideways though the page claims to be upright, once more turned. */
function uprightInk({ operators, context }: LoadedPage): { ink: Ink; matrix: Matrix } {
  const ink = walk(operators, context)
  const turn = mainTurn(inkedGlyphs(ink))
  if (turn === 0) return { ink, matrix: context.page }
  const level = levelling(turn)
  const matrix = compose(level, context.page)
  const { x0, y0, x1, y1 } = context.frame
  return { ink: walk(operators, { ...context, page: matrix, frame: boxThrough(level, x0, y0, x1, y1) }), matrix }
}

function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0]
  for (const { turn, vertical } of glyphs) {
    const counted = vertical ? 0 : turn
    if (counted !== undefined) counts[counted] = (counts[counted] ?? 0) + 1
  }
  const sideways = ([1, 2, 3] as const).find(turn => (counts[turn] ?? 0) > 0.6 * glyphs.length)
  return sideways ?? 0
}

/** Text without ink counts only where no other is: it repeats what a picture shows. */
function inkedGlyphs(ink: Ink): readonly Glyph[] {
  return ink.glyphs.some(glyph => glyph.text !== ' ') ? ink.glyphs : ink.hidden
}

function readTables(ink: Ink, words: readonly Word[], placeOf: PlaceOf): { placed: Placed[]; loose: Word[] } {
  const area = ({ box }: Table) => (box.x1 - box.x0) * (box.y1 - box.y0)
  const hasText = (box: Box) => words.some(word => isIn(word, box))
  const tables = ruleGroups(ink.rules, ink.dots)
    .flatMap(group => wholeTable(group, words, hasText) ?? [])
    .filter(table => !isMereFrame(table.cells, table.width))
    .sort((a, b) => area(a) - area(b))
  const placed: Placed[] = []
  let loose = [...words]
  for (const table of tables) {
    const own = loose.filter(word => isIn(word, table.box))
    if (own.length === 0) continue
    const filled = fillTable(table, own, placeOf)
    loose = [...loose.filter(word => !isIn(word, table.box)), ...filled.loose]
    placed.push({ blocks: [filled.grid], box: table.box })
  }
  return { placed, loose }
}

/** The table as ruled, with the rules it lacks where its numbers show them. */
function wholeTable(rules: Rules, words: readonly Word[], hasText: (box: Box) => boolean): Table | undefined {
  const table = tableOf(rules, hasText)
  if (!table || isMereFrame(table.cells, table.width)) return table
  const { across, down } = missingRules(table, words)
  if (across.length + down.length === 0) return table
  return tableOf({ across: [...rules.across, ...across], down: [...rules.down, ...down] }, hasText)
}

function isIn(word: Word, box: Box): boolean {
  return holds(box, (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2)
}

/** Top to bottom; what stands side by side for most of its height goes left to right. */
function inReadingOrder(placed: readonly Placed[]): PaperBlock[] {
  const rows: { box: Box; members: Placed[] }[] = []
  for (const item of placed.toSorted((a, b) => b.box.y1 - a.box.y1)) {
    const row = rows.at(-1)
    const height = Math.min(item.box.y1 - item.box.y0, row ? row.box.y1 - row.box.y0 : 0)
    const shared = row ? Math.min(item.box.y1, row.box.y1) - Math.max(item.box.y0, row.box.y0) : 0
    if (row && shared > height / 2) row.members.push(item)
    else rows.push({ box: item.box, members: [item] })
  }
  return rows.flatMap(row => row.members.sort(sideBySide).flatMap(({ blocks }) => blocks))
}

function sideBySide(a: Placed, b: Placed): number {
  return a.downwards && b.downwards ? b.box.x0 - a.box.x0 : a.box.x0 - b.box.x0
}
