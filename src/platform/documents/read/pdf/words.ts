import { around, type Box, boxThrough, levelling, type Turn } from './geometry.ts'
import type { Glyph } from './ink.ts'

/** Glyphs that stand close together and were drawn one after another. */
export interface Word {
  readonly text: string
  readonly box: Box
  /** The box turned so that the text runs to the right. */
  readonly level: Box
  readonly size: number
  readonly turn: Turn
  readonly glyphs: readonly Glyph[]
  /** A blank was drawn right before it. */
  readonly spaced: boolean
}

/** A gap wider than this part of the font size parts two words. */
export const wordGap = 0.3
const overlapGap = -0.4
const baselineShift = 0.25
const sizeRatio = 1.5

/** Words in drawing order. Oblique glyphs are left out: see `obliqueTexts`. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = []
  let open: Glyph[] = []
  let spaced = false
  const close = (nextSpaced: boolean) => {
    const first = open[0]
    if (first) words.push(wordFrom(open, spaced))
    spaced = nextSpaced || (spaced && !first)
    open = []
  }
  for (const glyph of glyphs) {
    if (glyph.turn === undefined) continue
    if (glyph.text === ' ') {
      close(true)
      continue
    }
    const last = open.at(-1)
    if (last && !follows(last, glyph)) close(false)
    open.push(glyph)
  }
  close(false)
  return words
}

/** A word made of some glyphs of one direction. */
export function wordFrom(glyphs: readonly Glyph[], spaced: boolean): Word {
  const box = around(glyphs)
  const turn = glyphs[0]?.turn ?? 0
  return {
    text: glyphs.map(glyph => glyph.text).join(''),
    box,
    level: levelled(box, turn),
    size: glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0),
    turn,
    glyphs,
    spaced,
  }
}

export function levelled(box: Box, turn: Turn): Box {
  return turn === 0 ? box : boxThrough(levelling(turn), box.x0, box.y0, box.x1, box.y1)
}

/** Watermarks and the like, one text for each operator that drew them. */
export function obliqueTexts(glyphs: readonly Glyph[]): { text: string; box: Box }[] {
  const runs = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    if (glyph.turn !== undefined) continue
    const run = runs.get(glyph.run)
    if (run) run.push(glyph)
    else runs.set(glyph.run, [glyph])
  }
  return [...runs.values()]
    .map(run => ({
      text: run
        .map(glyph => glyph.text)
        .join('')
        .trim(),
      box: around(run),
    }))
    .filter(({ text }) => text !== '')
}

function follows(last: Glyph, glyph: Glyph): boolean {
  if (last.turn === undefined || glyph.turn !== last.turn || glyph.vertical !== last.vertical) return false
  const em = Math.min(last.size, glyph.size)
  if (em * sizeRatio < Math.max(last.size, glyph.size)) return false
  const a = levelled(last, last.turn)
  const b = levelled(glyph, last.turn)
  const gap = b.x0 - a.x1
  return gap <= wordGap * em && gap >= overlapGap * em && Math.abs(a.y0 - b.y0) <= baselineShift * em
}
