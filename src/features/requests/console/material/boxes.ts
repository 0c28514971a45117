/** Boxes over a page: moved, sized and placed, in points with the origin at the bottom left. */
import type { CallOf } from '../../../../kit/contract.ts'
import type { redactPaper } from '../../contract/index.ts'

export type Box = CallOf<typeof redactPaper>['body']['boxes'][number]
export interface Size {
  readonly width: number
  readonly height: number
}
type Corners = Box['box']

const least = 4

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)

/** A box between two points of the page, wherever it was begun. */
export function boxBetween(
  page: number,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): Box {
  return { page, box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] }
}

/** Too small to cover anything: a click, not a box. */
export function isSpeck({ box: [x0, y0, x1, y1] }: Box): boolean {
  return x1 - x0 < least || y1 - y0 < least
}

export function moved({ page, box: [x0, y0, x1, y1] }: Box, dx: number, dy: number, { width, height }: Size): Box {
  const x = within(x0 + dx, width - (x1 - x0))
  const y = within(y0 + dy, height - (y1 - y0))
  return { page, box: [x, y, x + (x1 - x0), y + (y1 - y0)] }
}

/** Sized at its right and lower side. */
export function sized({ page, box: [x0, y0, x1, y1] }: Box, dx: number, dy: number, { width }: Size): Box {
  return {
    page,
    box: [x0, Math.min(Math.max(y0 + dy, 0), y1 - least), Math.max(Math.min(x1 + dx, width), x0 + least), y1],
  }
}

/** Where it stands on the picture, in hundredths of it. */
export function placeOf([x0, y0, x1, y1]: Corners, { width, height }: Size) {
  const percent = (value: number, of: number) => `${(value / of) * 100}%`
  return {
    left: percent(x0, width),
    top: percent(height - y1, height),
    width: percent(x1 - x0, width),
    height: percent(y1 - y0, height),
  }
}

export function sameBox(a: Box, b: Box): boolean {
  return a.page === b.page && a.box.every((value, i) => value === b.box[i])
}
