/** From a stretch of a page's text to the boxes to paint over it. */
import type { PieceBox, TextPiece } from './piece.ts'

/** Most two neighbours of one line differ in height, in points. */
const sameHeight = 2

/** The boxes of a stretch, one for each line of it; empty where the piece has no boxes. */
export function boxesOfStretch({ boxes = [] }: TextPiece, start: number, end: number): PieceBox[] {
  const joined: PieceBox[] = []
  for (const box of boxes.slice(Math.max(0, start), end)) {
    const last = joined.at(-1)
    if (box === null) continue
    if (last !== undefined && isBeside(last, box)) joined[joined.length - 1] = around(last, box)
    else joined.push(box)
  }
  return joined
}

function isBeside(a: PieceBox, b: PieceBox): boolean {
  const inLine = Math.abs(a[1] - b[1]) <= sameHeight && Math.abs(a[3] - b[3]) <= sameHeight
  const inColumn = Math.abs(a[0] - b[0]) <= sameHeight && Math.abs(a[2] - b[2]) <= sameHeight
  const gap = Math.max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])
  return (inLine || inColumn) && gap <= Math.max(a[3] - a[1], a[2] - a[0], b[3] - b[1])
}

function around(a: PieceBox, b: PieceBox): PieceBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
