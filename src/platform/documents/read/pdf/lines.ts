import type { Piece, Place, TextLine } from '../../../../paper/paper.ts'
import { around, type Box } from './geometry.ts'
import { type Word, wordGap } from './words.ts'

/** Words side by side, in reading order. */
export interface Line {
  readonly words: readonly Word[]
  readonly box: Box
}

export type PlaceOf = (box: Box) => Place

/** Two words share a line when their heights overlap by this part of the lower one. */
const sameLine = 0.55
/** How many lines back a word may still belong: stacked labels beside centred numbers interleave. */
const lookBack = 6
/** A drawn blank narrower than this part of the font size was squeezed away. */
const leastBlank = 0.05

/** Groups words into lines, top to bottom; words of other directions follow as lines of their own. */
export function linesOf(words: readonly Word[]): Line[] {
  return [0, 3, 1, 2].flatMap(turn => levelLines(words.filter(word => word.turn === turn)))
}

function levelLines(words: readonly Word[]): Line[] {
  const middle = (word: Word) => (word.level.y0 + word.level.y1) / 2
  const lines: Word[][] = []
  for (const word of words.toSorted((a, b) => middle(b) - middle(a))) {
    const line = lines.slice(-lookBack).find(([first]) => first && overlap(first.level, word.level) >= sameLine)
    if (line) line.push(word)
    else lines.push([word])
  }
  return lines.map(line => {
    const ordered = line.toSorted((a, b) => a.level.x0 - b.level.x0)
    return { words: ordered, box: around(ordered.map(word => word.box)) }
  })
}

function overlap(a: Box, b: Box): number {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  return shared / Math.max(Math.min(a.y1 - a.y0, b.y1 - b.y0), 1e-6)
}

/** How many blanks stand between two neighbours: none, one between words, more across a wider gap. */
function blanksBetween(before: Word, after: Word): number {
  const gap = after.level.x0 - before.level.x1
  const em = Math.max(Math.min(before.size, after.size), 1)
  if (gap >= em) return Math.min(Math.max(2, Math.round(gap / (em / 2))), 200)
  if (gap > wordGap * em) return 1
  return after.spaced && gap > leastBlank * em ? 1 : 0
}

/** The text of a line inside a cell: words parted by single blanks. */
export function plainText(line: Line): string {
  return line.words.reduce((text, word, at) => {
    const before = line.words[at - 1]
    return text + (before && blanksBetween(before, word) > 0 ? ' ' : '') + word.text
  }, '')
}

/** A line of running text; wide gaps become as many blanks as they are wide, so columns stay visible. */
export function textLine(line: Line, placeOf: PlaceOf): TextLine {
  let text = ''
  const groups: Word[][] = []
  for (const [at, word] of line.words.entries()) {
    const before = line.words[at - 1]
    const blanks = before ? blanksBetween(before, word) : 0
    text += ' '.repeat(blanks) + word.text
    const group = groups.at(-1)
    if (group && blanks === 0) group.push(word)
    else groups.push([word])
  }
  return { kind: 'text', text, at: placeOf(line.box), pieces: groups.map(group => pieceOf(group, placeOf)) }
}

function pieceOf(group: readonly Word[], placeOf: PlaceOf): Piece {
  const box = around(group.map(word => word.box))
  return { text: group.map(word => word.text).join(''), x0: rounded(box.x0), x1: rounded(box.x1), at: placeOf(box) }
}

/** Hundredths of a point are enough to find a place again. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100
}
