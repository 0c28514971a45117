import { isBlank, withoutLookAlikes } from './characters.ts'
import { type Box, boxThrough, compose, holds, type Matrix, turnOf } from './geometry.ts'
import type { Glyph } from './ink.ts'

/** What is needed of a font once pdfjs has loaded it. */
export interface PdfFont {
  readonly vertical: boolean
  readonly matrix: Matrix
  /** Lower and upper edge of the characters for a size of 1. */
  readonly descent: number
  readonly ascent: number
}

export interface TextState {
  font: PdfFont
  size: number
  charSpacing: number
  wordSpacing: number
  /** 1 is normal width. */
  stretch: number
  leading: number
  rise: number
  mode: number
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

/** One glyph as pdfjs hands it over; a bare number between glyphs moves the pen by thousandths of the size. */
interface PdfGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: readonly number[] | undefined
}

function isGlyph(value: unknown): value is PdfGlyph {
  if (typeof value !== 'object' || value === null || !('unicode' in value) || !('width' in value)) return false
  return typeof value.unicode === 'string' && Number.isFinite(value.width)
}

/** Edges of a character in parts of its size, wherever its font says nothing better: those of a Han square. */
export const plainFont: PdfFont = { vertical: false, matrix: [0.001, 0, 0, 0.001, 0, 0], descent: -0.12, ascent: 0.88 }

/** The glyphs of one text operator: those within what may be painted on, and those beyond it, which nobody sees. */
export interface Shown {
  readonly glyphs: readonly Glyph[]
  readonly beyond: readonly Glyph[]
}

/**
 * Places the glyphs of one text operator and moves the pen.
 * `page` is the matrix in force (device from user space).
 */
export function showText(items: readonly unknown[], state: TextState, page: Matrix, clip: Box, run: number): Shown {
  const matrix = compose(compose(page, state.matrix), [1, 0, 0, 1, state.x, state.y + state.rise])
  const place = placing(state, matrix, run)
  const glyphs: Glyph[] = []
  const beyond: Glyph[] = []
  let pen = 0
  for (const item of items) {
    if (typeof item === 'number') {
      pen -= ((item * state.size) / 1000) * (state.font.vertical ? 1 : state.stretch)
      continue
    }
    if (!isGlyph(item)) continue
    const glyph = place(item, pen)
    const within = holds(clip, (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2, 1)
    ;(within ? glyphs : beyond).push(glyph)
    pen += advance(item, state)
  }
  if (state.font.vertical) state.y += pen
  else state.x += pen
  return { glyphs, beyond }
}

function advance(glyph: PdfGlyph, state: TextState): number {
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
  const scale = state.size * state.font.matrix[0]
  if (state.font.vertical) return (glyph.vmetric?.[0] ?? -1000) * scale + spacing
  return (glyph.width * scale + spacing) * state.stretch
}

function placing(state: TextState, m: Matrix, run: number): (glyph: PdfGlyph, pen: number) => Glyph {
  const { font, size, stretch } = state
  const scale = size * font.matrix[0]
  const forward = size * stretch < 0 ? -1 : 1
  const turn = font.vertical ? turnOf(-m[2], -m[3]) : turnOf(m[0] * forward, m[1] * forward)
  const height = (font.ascent - font.descent) * Math.abs(size) * Math.hypot(m[2], m[3])
  return (glyph, pen) => {
    const width = glyph.width * scale * stretch
    const x = font.vertical ? -(glyph.vmetric?.[1] ?? glyph.width / 2) * scale * stretch : pen
    const y = font.vertical ? pen - (glyph.vmetric?.[2] ?? 880) * scale : 0
    const box = boxThrough(m, x, y + font.descent * size, x + width, y + font.ascent * size)
    const text = printed(glyph.unicode)
    const { vertical } = font
    return { text, x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, size: height, turn, vertical, run }
  }
}

/** Ordinary Latin and Han characters, nearly all of any page, are told by their code alone. */
function printed(text: string): string {
  const code = text.length === 1 ? text.charCodeAt(0) : 0
  if ((code > 0x3000 && code < 0xf000) || (code > 0x20 && code < 0x7f)) return text
  return isBlank(text) ? ' ' : withoutLookAlikes(text)
}
