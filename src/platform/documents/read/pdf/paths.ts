import { type Box, boxThrough, type Matrix, meet } from './geometry.ts'
import type { RuleCollector } from './ink.ts'

/** How pdfjs packs a path: a number for the kind of step, then its coordinates. */
const coordinatesOf = [2, 2, 6, 4, 0] as const
const moveTo = 0
const lineTo = 1
const closePath = 4

interface Subpath {
  readonly box: Box
  /** Four corners and nothing else. */
  readonly rectangle: boolean
}

interface Step {
  readonly kind: number
  readonly x: number
  readonly y: number
  readonly box: Box
}

/** Walks a packed path; `visit` gets each step with the point it ends at, in path space. */
function* steps(path: Float32Array): Generator<Step> {
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  while (at < path.length) {
    const kind = path[at] ?? closePath
    const count = coordinatesOf[kind]
    if (count === undefined) return
    let box = { x0: x, y0: y, x1: x, y1: y }
    for (let i = at + 1; i <= at + count; i += 2) {
      x = path[i] ?? 0
      y = path[i + 1] ?? 0
      box = {
        x0: Math.min(box.x0, x),
        y0: Math.min(box.y0, y),
        x1: Math.max(box.x1, x),
        y1: Math.max(box.y1, y),
      }
    }
    if (kind === moveTo) [startX, startY, box] = [x, y, { x0: x, y0: y, x1: x, y1: y }]
    if (kind === closePath) {
      box = { x0: Math.min(x, startX), y0: Math.min(y, startY), x1: Math.max(x, startX), y1: Math.max(y, startY) }
      x = startX
      y = startY
    }
    yield { kind, x, y, box }
    at += 1 + count
  }
}

/** Every straight piece of a stroked path, as the bar its pen covers. */
export function strokePath(path: Float32Array, matrix: Matrix, lineWidth: number, clip: Box, rules: RuleCollector) {
  for (const bar of barsOf(path, matrix, lineWidth)) rules.addBox(meet(bar, clip))
}

/** The bars the pen covers, where they are level or upright. */
export function* barsOf(path: Float32Array, matrix: Matrix, lineWidth: number): Generator<Box> {
  const pen = (lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))) / 2
  for (const { kind, box } of steps(path)) {
    if (kind !== lineTo && kind !== closePath) continue
    const bar = boxThrough(matrix, box.x0, box.y0, box.x1, box.y1)
    const width = bar.x1 - bar.x0
    const height = bar.y1 - bar.y0
    if (width === 0 && height === 0) continue
    if (Math.min(width, height) > slant * Math.max(width, height)) continue
    yield height <= width ? grown(bar, 0, pen) : grown(bar, pen, 0)
  }
}

/** Thin filled shapes, and the four sides of a frame filled between an outer and an inner rectangle. */
export function fillPath(path: Float32Array, matrix: Matrix, clip: Box, rules: RuleCollector) {
  let before: Subpath | undefined
  for (const subpath of subpaths(path)) {
    const { x0, y0, x1, y1 } = subpath.box
    const box = boxThrough(matrix, x0, y0, x1, y1)
    rules.addBox(meet(box, clip))
    if (subpath.rectangle && before?.rectangle) {
      for (const side of sidesBetween(before.box, box)) rules.addBox(meet(side, clip))
    }
    before = { box, rectangle: subpath.rectangle }
  }
}

/** A stroke is level when it rises by no more than this part of its length. */
const slant = 0.02
/** Thickest side of a frame drawn as two nested rectangles, in points. */
const thickest = 4.5

function grown(box: Box, dx: number, dy: number): Box {
  return { x0: box.x0 - dx, y0: box.y0 - dy, x1: box.x1 + dx, y1: box.y1 + dy }
}

export function* subpaths(path: Float32Array): Generator<Subpath> {
  let box: Box | undefined
  let lines = 0
  let straight = true
  for (const step of steps(path)) {
    if (step.kind === moveTo) {
      if (box && lines > 0) yield { box, rectangle: straight && lines >= 3 && lines <= 4 }
      ;[box, lines, straight] = [step.box, 0, true]
      continue
    }
    box = box ? joined(box, step.box) : step.box
    if (step.kind !== closePath) lines += 1
    if (step.kind !== lineTo && step.kind !== closePath) straight = false
  }
  if (box && lines > 0) yield { box, rectangle: straight && lines >= 3 && lines <= 4 }
}

function joined(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) }
}

function sidesBetween(a: Box, b: Box): Box[] {
  const [outer, inner] = a.x1 - a.x0 >= b.x1 - b.x0 ? [a, b] : [b, a]
  const gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1]
  if (gaps.some(gap => gap < 0 || gap > thickest)) return []
  return [
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
    { ...outer, y1: inner.y0 },
    { ...outer, y0: inner.y1 },
  ]
}
