import type { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Box, boxThrough, compose, identity, type Matrix, meet } from './geometry.ts'
import { type Glyph, RuleCollector, type Rules } from './ink.ts'
import { type Covering, PaintLog, type Picture } from './paints.ts'
import { fillPath, strokePath } from './paths.ts'
import { type PdfFont, plainFont, showText, type TextState } from './text.ts'

/** What is printed on one page. */
export interface Ink {
  readonly glyphs: readonly Glyph[]
  /** Text drawn with no ink: the layer a scanner program lays under its picture. */
  readonly hidden: readonly Glyph[]
  /** Text outside the page, or cut away. */
  readonly beyond: readonly Glyph[]
  readonly pictures: readonly Picture[]
  /** What is painted over pictures. */
  readonly coverings: readonly Covering[]
  readonly rules: Rules
  readonly dots: readonly Box[]
  /** Painted paths of any kind; a page of outlined letters has hundreds. */
  readonly paths: number
}

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

export interface WalkContext {
  readonly ops: typeof OPS
  /** From the page's own coordinates to those of the page as looked at. */
  readonly page: Matrix
  readonly frame: Box
  readonly fonts: ReadonlyMap<string, PdfFont>
  /** Whether an optional layer is shown. */
  readonly isShown: (layer: unknown) => boolean
}

interface Graphics extends TextState {
  ctm: Matrix
  clip: Box
  lineWidth: number
  /** Opacity of what is filled and of pictures. */
  alpha: number
  /** Whether paint is laid over what is there, not mixed with it. */
  plain: boolean
  /** Filled with a pattern, which may hold a picture. */
  patterned: boolean
}

type Args = readonly unknown[]

/** Plays the operators of a page and keeps where its glyphs and ruled lines fall. */
export function walk(operators: Operators, context: WalkContext): Ink {
  const walker = new Walker(context)
  const handlers = handlersOf(context.ops)
  for (const [at, fn] of operators.fnArray.entries()) {
    const args = operators.argsArray[at]
    handlers.get(fn)?.(walker, Array.isArray(args) ? args : [])
  }
  return walker.ink()
}

class Walker {
  readonly #context: WalkContext
  readonly #glyphs: Glyph[] = []
  readonly #hidden: Glyph[] = []
  readonly #beyond: Glyph[] = []
  readonly #paints = new PaintLog()
  readonly #rules = new RuleCollector()
  readonly #layers: boolean[] = []
  #saved: Graphics[] = []
  #run = 0
  #paths = 0
  #clips = false
  #masks = 0
  now: Graphics

  constructor(context: WalkContext) {
    this.#context = context
    this.now = freshGraphics(context)
  }

  ink(): Ink {
    const { across, down, dots, overflown } = this.#rules
    const rules = overflown ? { across: [], down: [] } : { across, down }
    return {
      glyphs: this.#glyphs,
      hidden: this.#hidden,
      beyond: this.#beyond,
      ...this.#paints.list(),
      rules,
      dots: overflown ? [] : dots,
      paths: this.#paths,
    }
  }

  get #seen(): boolean {
    return this.#masks === 0 && !this.#layers.includes(false)
  }

  save() {
    this.#saved.push({ ...this.now })
  }

  restore() {
    this.now = this.#saved.pop() ?? this.now
  }

  transform(matrix: Matrix) {
    this.now.ctm = compose(this.now.ctm, matrix)
  }

  clipTo(box: Box) {
    this.now.clip = meet(this.now.clip, box)
  }

  clipWithNextPath() {
    this.#clips = true
  }

  beginForm(matrix: unknown, box: unknown) {
    this.save()
    if (isMatrix(matrix)) this.transform(matrix)
    if (isQuad(box)) this.clipTo(boxThrough(this.now.ctm, box[0], box[1], box[2], box[3]))
  }

  /** The form inside the group brings the matrix again: here it serves the group's own clip only. */
  beginGroup(group: unknown) {
    this.save()
    const { matrix, bbox, smask } = asGroup(group)
    const ctm = isMatrix(matrix) ? compose(this.now.ctm, matrix) : this.now.ctm
    if (isQuad(bbox)) this.clipTo(boxThrough(ctm, bbox[0], bbox[1], bbox[2], bbox[3]))
    if (smask) this.#masks += 1
  }

  endGroup(group: unknown) {
    this.restore()
    if (asGroup(group).smask) this.#masks -= 1
  }

  beginAnnotation(rect: unknown, transform: unknown, matrix: unknown) {
    this.save()
    this.now = freshGraphics(this.#context)
    if (isQuad(rect)) this.clipTo(boxThrough(this.now.ctm, rect[0], rect[1], rect[2], rect[3]))
    if (isMatrix(transform)) this.transform(transform)
    if (isMatrix(matrix)) this.transform(matrix)
  }

  beginContent(shown: boolean) {
    this.#layers.push(shown)
  }

  beginLayer(tag: unknown, layer: unknown) {
    this.#layers.push(tag !== 'OC' || this.#context.isShown(layer))
  }

  endContent() {
    this.#layers.pop()
  }

  setFont(name: unknown, size: number) {
    this.now.font = this.#context.fonts.get(String(name)) ?? plainFont
    this.now.size = size
  }

  moveText(x: number, y: number) {
    this.now.lineX += x
    this.now.lineY += y
    this.now.x = this.now.lineX
    this.now.y = this.now.lineY
  }

  setTextMatrix(matrix: Matrix) {
    Object.assign(this.now, { matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
  }

  showText(items: unknown) {
    this.#run += 1
    if (!Array.isArray(items)) return
    const { glyphs, beyond } = showText(items, this.now, this.now.ctm, this.now.clip, this.#run)
    if (!this.#seen) return
    for (const glyph of beyond) this.#beyond.push(glyph)
    const target = this.now.mode === invisible || this.now.mode === clipOnly ? this.#hidden : this.#glyphs
    for (const glyph of glyphs) target.push(glyph)
  }

  path(painting: 'stroke' | 'fill' | 'both' | 'none', data: unknown, extent: unknown) {
    const { ctm, clip, lineWidth } = this.now
    const path = Array.isArray(data) ? data[0] : undefined
    if (path instanceof Float32Array && painting !== 'none' && this.#seen) {
      this.#paths += 1
      if (painting === 'fill' || painting === 'both') {
        fillPath(path, ctm, clip, this.#rules)
        this.#paints.fill(path, this.now)
      }
      if (painting === 'stroke' || painting === 'both') {
        strokePath(path, ctm, lineWidth, clip, this.#rules)
        this.#paints.stroke(path, this.now)
      }
    }
    if (this.#clips && isQuad(extent)) this.clipTo(boxThrough(ctm, extent[0], extent[1], extent[2], extent[3]))
    this.#clips = false
  }

  /** A picture squeezed thin is a rule to the eye. `pixels`: 1 for a mask of one colour, which is a painted box. */
  image(pixels: number) {
    if (!this.#seen) return
    const box = boxThrough(this.now.ctm, 0, 0, 1, 1)
    this.#rules.addBox(meet(box, this.now.clip))
    this.#paints.picture(box, pixels, this.now)
  }

  /** Paints all that is not cut away. */
  shade() {
    if (this.#seen) this.#paints.shade(this.now)
  }

  setState(states: unknown) {
    if (!Array.isArray(states)) return
    for (const state of states) {
      if (!Array.isArray(state)) continue
      const [key, value] = state
      if (key === 'LW') this.now.lineWidth = num(value)
      if (key === 'ca') this.now.alpha = num(value)
      if (key === 'BM') this.now.plain = value === 'source-over'
      if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], num(value[1]))
    }
  }
}

const invisible = 3
const clipOnly = 7

function freshGraphics(context: WalkContext): Graphics {
  return {
    ctm: context.page,
    clip: context.frame,
    lineWidth: 1,
    alpha: 1,
    plain: true,
    patterned: false,
    font: plainFont,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    matrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  }
}

function num(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function isNumbers(value: unknown, count: number): boolean {
  const list = Array.isArray(value) || value instanceof Float32Array ? value : []
  return list.length === count && list.every((part: unknown) => Number.isFinite(part))
}

function isMatrix(value: unknown): value is Matrix {
  return isNumbers(value, 6)
}

function isQuad(value: unknown): value is readonly [number, number, number, number] {
  return isNumbers(value, 4)
}

function asGroup(value: unknown): { matrix?: unknown; bbox?: unknown; smask?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}

type Handler = (walker: Walker, args: Args) => void

function handlersOf(ops: typeof OPS): ReadonlyMap<number, Handler> {
  return new Map<number, Handler>([...stateHandlers(ops), ...textHandlers(ops), ...paintHandlers(ops)])
}

type NumericState = 'lineWidth' | 'charSpacing' | 'wordSpacing' | 'stretch' | 'leading' | 'mode' | 'rise'

function set(key: NumericState, scale = 1): Handler {
  return (walker, [value]) => {
    walker.now[key] = num(value) * scale
  }
}

function stateHandlers(ops: typeof OPS): [number, Handler][] {
  return [
    [ops.save, walker => walker.save()],
    [ops.restore, walker => walker.restore()],
    [ops.transform, (walker, args) => isMatrix(args) && walker.transform(args)],
    [ops.setLineWidth, set('lineWidth')],
    [ops.setGState, (walker, [states]) => walker.setState(states)],
    [ops.clip, walker => walker.clipWithNextPath()],
    [ops.eoClip, walker => walker.clipWithNextPath()],
    [ops.paintFormXObjectBegin, (walker, [matrix, box]) => walker.beginForm(matrix, box)],
    [ops.paintFormXObjectEnd, walker => walker.restore()],
    [ops.beginGroup, (walker, [group]) => walker.beginGroup(group)],
    [ops.endGroup, (walker, [group]) => walker.endGroup(group)],
    [ops.beginAnnotation, (walker, [, rect, move, matrix]) => walker.beginAnnotation(rect, move, matrix)],
    [ops.endAnnotation, walker => walker.restore()],
    [ops.beginMarkedContent, walker => walker.beginContent(true)],
    [ops.beginMarkedContentProps, (walker, [tag, layer]) => walker.beginLayer(tag, layer)],
    [ops.endMarkedContent, walker => walker.endContent()],
  ]
}

function textHandlers(ops: typeof OPS): [number, Handler][] {
  return [
    [ops.beginText, walker => walker.setTextMatrix(identity)],
    [ops.setCharSpacing, set('charSpacing')],
    [ops.setWordSpacing, set('wordSpacing')],
    [ops.setHScale, set('stretch', 0.01)],
    [ops.setLeading, set('leading', -1)],
    [ops.setFont, (walker, [name, size]) => walker.setFont(name, num(size))],
    [ops.setTextRenderingMode, set('mode')],
    [ops.setTextRise, set('rise')],
    [ops.moveText, (walker, [x, y]) => walker.moveText(num(x), num(y))],
    [
      ops.setLeadingMoveText,
      (walker, [x, y]) => {
        walker.now.leading = num(y)
        walker.moveText(num(x), num(y))
      },
    ],
    [ops.setTextMatrix, (walker, [matrix]) => isMatrix(matrix) && walker.setTextMatrix(matrix)],
    [ops.nextLine, walker => walker.moveText(0, walker.now.leading)],
    [ops.showText, (walker, [items]) => walker.showText(items)],
  ]
}

function paintHandlers(ops: typeof OPS): [number, Handler][] {
  const paints = new Map<unknown, 'stroke' | 'fill' | 'both'>([
    [ops.stroke, 'stroke'],
    [ops.closeStroke, 'stroke'],
    [ops.fill, 'fill'],
    [ops.eoFill, 'fill'],
    [ops.fillStroke, 'both'],
    [ops.eoFillStroke, 'both'],
    [ops.closeFillStroke, 'both'],
    [ops.closeEOFillStroke, 'both'],
  ])
  const image: Handler = (walker, args) => walker.image(pixelsOf(args))
  const colour: Handler = (walker, [first]) => {
    walker.now.patterned = first === 'TilingPattern'
  }
  return [
    [ops.constructPath, (walker, [op, data, extent]) => walker.path(paints.get(op) ?? 'none', data, extent)],
    [ops.paintImageXObject, image],
    [ops.paintImageMaskXObject, image],
    [ops.paintInlineImageXObject, image],
    [ops.paintSolidColorImageMask, walker => walker.image(1)],
    [ops.shadingFill, walker => walker.shade()],
    ...[ops.setFillRGBColor, ops.setFillColorN, ops.setFillTransparent].map((op): [number, Handler] => [op, colour]),
  ]
}

/** A picture is given by its name, width and height; one in the text of the page, and a mask, by itself. */
function pixelsOf([picture, width, height]: Args): number {
  if (typeof picture !== 'object' || picture === null) return num(width) * num(height)
  return 'width' in picture && 'height' in picture ? num(picture.width) * num(picture.height) : 0
}
