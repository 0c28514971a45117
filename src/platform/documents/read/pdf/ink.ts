import type { Box, Turn } from './geometry.ts'

/** One character as printed. Coordinates are those of the page as it is looked at, y upwards, in points. */
export interface Glyph extends Box {
  readonly text: string
  /** Font size in points after all transformations. */
  readonly size: number
  /** Which way the text runs; undefined for oblique text such as a watermark. */
  readonly turn: Turn | undefined
  /** Vertical writing: the text runs downwards, the characters stand upright. */
  readonly vertical: boolean
  /** Number of the operator that drew it: glyphs of one operator are one thought of the writing program. */
  readonly run: number
}

/** A straight rule: `at` is its fixed coordinate, `from` < `to` the other one. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** Collects the ruled lines of a page, whatever they were drawn with. */
export class RuleCollector {
  readonly across: Rule[] = []
  readonly down: Rule[] = []
  /** Specks a dotted line may be made of. */
  readonly dots: Box[] = []
  #left = mostShapes

  /** A painted box counts as a rule when it is thin, as a speck when it is tiny, else as nothing. */
  addBox(box: Box): void {
    if (this.#left === 0) return
    const width = box.x1 - box.x0
    const height = box.y1 - box.y0
    if (!(width >= 0) || !(height >= 0)) return
    if (Math.min(width, height) > thin) return
    this.#left -= 1
    if (Math.max(width, height) <= speck) this.dots.push(box)
    else if (height <= width) this.across.push({ at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 })
    else this.down.push({ at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 })
  }

  /** True when the page holds so many strokes that it is a drawing and no table. */
  get overflown(): boolean {
    return this.#left === 0
  }
}

/** Thickest thing taken for a rule, largest thing taken for a dot of one, in points. */
const thin = 4.5
const speck = 3
const mostShapes = 100_000
