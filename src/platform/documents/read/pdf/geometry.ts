/** Matrices and boxes as PDF has them: [a b c d e f] maps (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Points, y upwards. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function inverse(matrix: Matrix): Matrix {
  const [a, b, c, d, e, f] = matrix
  const det = a * d - b * c || 1
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det]
}

/** The upright box around a rectangle after a transformation. */
export function boxThrough(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const ax = Math.min(m[0] * x0, m[0] * x1) + Math.min(m[2] * y0, m[2] * y1) + m[4]
  const bx = Math.max(m[0] * x0, m[0] * x1) + Math.max(m[2] * y0, m[2] * y1) + m[4]
  const ay = Math.min(m[1] * x0, m[1] * x1) + Math.min(m[3] * y0, m[3] * y1) + m[5]
  const by = Math.max(m[1] * x0, m[1] * x1) + Math.max(m[3] * y0, m[3] * y1) + m[5]
  return { x0: ax, y0: ay, x1: bx, y1: by }
}

export function around(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0)
    y0 = Math.min(y0, box.y0)
    x1 = Math.max(x1, box.x1)
    y1 = Math.max(y1, box.y1)
  }
  return { x0, y0, x1, y1 }
}

export function meet(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) }
}

export function holds(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box.x0 - slack && x <= box.x1 + slack && y >= box.y0 - slack && y <= box.y1 + slack
}

/** Quarter turns against the clock: 0 reads to the right, 1 upwards, 2 to the left, 3 downwards. */
export type Turn = 0 | 1 | 2 | 3

const turns: Readonly<Record<Turn, Matrix>> = {
  0: identity,
  1: [0, -1, 1, 0, 0, 0],
  2: [-1, 0, 0, -1, 0, 0],
  3: [0, 1, -1, 0, 0, 0],
}

/** Turns the page so that what runs in direction `turn` runs to the right. */
export function levelling(turn: Turn): Matrix {
  return turns[turn]
}

/** The quarter turn nearest to a direction, or undefined when it is oblique. */
export function turnOf(dx: number, dy: number): Turn | undefined {
  const oblique = 0.18
  if (Math.abs(dy) <= oblique * Math.abs(dx)) return dx >= 0 ? 0 : 2
  if (Math.abs(dx) <= oblique * Math.abs(dy)) return dy >= 0 ? 1 : 3
  return undefined
}
