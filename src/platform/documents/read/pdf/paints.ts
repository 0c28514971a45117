/** The pictures of a page in the order they are painted, and what is painted over them afterwards. */
import { type Box, boxThrough, type Matrix, meet } from './geometry.ts'
import { barsOf, subpaths } from './paths.ts'

export interface Picture {
  /** The whole of it. */
  readonly box: Box
  /** The part that is not cut away. */
  readonly shown: Box
  /** Laid so thin that nobody sees it. */
  readonly faint: boolean
}

export interface Covering {
  /** The part of a picture that something was painted over. */
  readonly box: Box
  /** Nothing shows through, whatever stands on it; else its pixels have to tell. */
  readonly solid: boolean
}

/** What of the state of the page decides how paint falls. */
interface Brush {
  readonly ctm: Matrix
  readonly clip: Box
  readonly lineWidth: number
  readonly alpha: number
  readonly plain: boolean
  readonly patterned: boolean
}

/** Pixels below which a picture can say nothing: dots of patterns, tiles of one colour. */
const leastPixels = 400
/** Narrowest stripe of a picture that can hold something, in points. */
export const leastSide = 4
const faintest = 0.1
const opaque = 0.95
/** Below this what is under it shows through. */
const dimmest = 0.5
/** A picture over another of about its size is a layer of the same scan. */
const sameSize = 0.9
const mostKept = 5000

export class PaintLog {
  readonly #pictures: Picture[] = []
  readonly #coverings: Covering[] = []

  list(): { readonly pictures: readonly Picture[]; readonly coverings: readonly Covering[] } {
    return { pictures: this.#pictures, coverings: this.#coverings }
  }

  picture(box: Box, pixels: number, brush: Brush): void {
    const shown = meet(box, brush.clip)
    const covers = this.#pictures.filter(under => areaOf(box) < sameSize * areaOf(under.box))
    this.#cover(shown, brush, pixels === 1 || covers.some(under => isMostlyIn(box, under.box)))
    if (pixels >= leastPixels) this.#add(box, brush)
  }

  fill(path: Float32Array, brush: Brush): void {
    if (this.#pictures.length === 0 && !brush.patterned) return
    const parts = [...subpaths(path)]
    for (const { box, rectangle } of parts) {
      const painted = boxThrough(brush.ctm, box.x0, box.y0, box.x1, box.y1)
      this.#cover(meet(painted, brush.clip), brush, rectangle && parts.length === 1)
      if (brush.patterned) this.#add(painted, brush)
    }
  }

  stroke(path: Float32Array, brush: Brush): void {
    if (this.#pictures.length === 0) return
    for (const bar of barsOf(path, brush.ctm, brush.lineWidth)) this.#cover(meet(bar, brush.clip), brush, true)
  }

  shade(brush: Brush): void {
    this.#cover(brush.clip, brush, false)
  }

  #add(box: Box, { clip, alpha }: Brush): void {
    if (this.#pictures.length < mostKept) this.#pictures.push({ box, shown: meet(box, clip), faint: alpha < faintest })
  }

  #cover(box: Box, { alpha, plain }: Brush, solid: boolean): void {
    if (alpha < dimmest || !isBroad(box)) return
    for (const { shown } of this.#pictures) {
      const part = meet(box, shown)
      if (!isBroad(part) || this.#coverings.length >= mostKept) continue
      this.#coverings.push({ box: part, solid: solid && plain && alpha >= opaque })
    }
  }
}

/** Whether something can be made out in it. */
export function isBroad({ x0, y0, x1, y1 }: Box): boolean {
  return x1 - x0 >= leastSide && y1 - y0 >= leastSide
}

export function areaOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
}

function isMostlyIn(box: Box, other: Box): boolean {
  return areaOf(meet(box, other)) > areaOf(box) / 2
}
