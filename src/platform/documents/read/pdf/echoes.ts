import type { Glyph } from './ink.ts'

/** Farthest an echo stands from its glyph: parts of the size and of the width, and points. */
const ofSize = 0.25
const ofWidth = 0.5
const farthest = 4

/**
 * Drops glyphs printed once more over themselves, the poor printer's bold face and shadow.
 * Each character has its own lattice of squares `farthest` wide, so that only near places are compared.
 */
export function withoutEchoes(glyphs: readonly Glyph[]): Glyph[] {
  const places = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter(glyph => {
    if (glyph.text === ' ') return true
    const lattice = places.get(glyph.text) ?? new Map<number, Glyph[]>()
    places.set(glyph.text, lattice)
    const column = Math.floor(glyph.x0 / farthest)
    const row = Math.floor(glyph.y0 / farthest)
    if (hasEcho(lattice, column, row, glyph)) return false
    const square = lattice.get(keyOf(column, row))
    if (square) square.push(glyph)
    else lattice.set(keyOf(column, row), [glyph])
    return true
  })
}

function hasEcho(lattice: ReadonlyMap<number, readonly Glyph[]>, column: number, row: number, glyph: Glyph): boolean {
  if (lattice.size === 0) return false
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      if (lattice.get(keyOf(column + dx, row + dy))?.some(other => isEcho(other, glyph))) return true
    }
  }
  return false
}

function keyOf(column: number, row: number): number {
  return column * 65_536 + row
}

function isEcho(a: Glyph, b: Glyph): boolean {
  const near = Math.min(ofSize * b.size, ofWidth * (b.x1 - b.x0), ofWidth * (b.y1 - b.y0), farthest)
  return Math.abs(a.x0 - b.x0) < near && Math.abs(a.y0 - b.y0) < near && Math.abs(a.size - b.size) < near
}
