/** Which glyphs and pictures of a page a reader sees: its operators held against its pixels. */
import { withoutEchoes } from '../read/pdf/echoes.ts'
import { type Box, compose, type Matrix, meet } from '../read/pdf/geometry.ts'
import type { Glyph } from '../read/pdf/ink.ts'
import type { LoadedPage } from '../read/pdf/load.ts'
import { areaOf, isBroad, leastSide, type Picture } from '../read/pdf/paints.ts'
import { type Ink, walk } from '../read/pdf/walk.ts'
import type { Canvas } from './canvas.ts'

/** The glyphs of a page in points as it is looked at, y upwards, origin bottom left. */
export interface Sight {
  readonly width: number
  readonly height: number
  /** From the page's own points to those as it is looked at. */
  readonly toView: Matrix
  /** Printed, and something is to be seen there. */
  readonly seen: readonly Glyph[]
  /** Without ink over something printed: what a scanner program read. */
  readonly layer: readonly Glyph[]
  /**
   * Text where one even colour is to be seen: under a box, in the colour of the ground, or without ink over nothing;
   * and text beyond what is shown of the page.
   */
  readonly unseen: readonly Glyph[]
  /** Parts of the page where a picture has been painted over, is cut off, or too faint to be seen. */
  readonly unseenPictures: readonly Box[]
  /** The part of the page that shown pictures take, of 1. */
  readonly pictured: number
}

/** `drawn` is the same page at any resolution of 72 dots an inch or more. */
export function sightOf({ operators, context }: LoadedPage, drawn: Canvas): Sight {
  const { x1: width, y1: height } = context.frame
  const toView = asDrawn(context.page, width, height)
  const ink = walk(operators, { ...context, page: toView })
  const isEven = evenness(drawn, width, height)
  const unseen: Glyph[] = []
  const shown = (glyphs: readonly Glyph[]) => {
    const hidden = runsUnseen(glyphs, isEven)
    unseen.push(...hidden)
    return glyphs.filter(glyph => !hidden.has(glyph))
  }
  const [seen, layer] = [shown(withoutEchoes(ink.glyphs)), shown(ink.hidden)]
  unseen.push(...beyondSight(ink))
  const unseenPictures = picturesUnseen(ink, seen, isEven)
  const pictured = Math.min(1, ink.pictures.reduce((sum, { shown }) => sum + areaOf(shown), 0) / (width * height))
  return { width, height, toView, seen, layer, unseen, unseenPictures, pictured }
}

/** Text cut away; some programs write a line twice and cut a part from each, which then is to be seen all the same. */
function beyondSight({ glyphs, hidden, beyond }: Ink): readonly Glyph[] {
  const place = ({ text, x0, y0 }: Glyph) => `${text} ${Math.round(x0)} ${Math.round(y0)}`
  const known = new Set([...glyphs, ...hidden].map(place))
  const lost = beyond.filter(glyph => !known.has(place(glyph)))
  return lost.filter(({ text }) => letter.test(text)).length >= leastUnseen ? lost : []
}

/** Signs that are boxes. */
const block = /[\u2580-\u2590\u25a0\u25ac\u25ae\u25fc\u2b1b]/u
/** Most of a picture that may be cut off without anybody having meant to, of its side. */
const trimmed = 0.02

function picturesUnseen({ pictures, coverings }: Ink, seen: readonly Glyph[], isEven: (box: Box) => boolean): Box[] {
  const painted = coverings.filter(({ box, solid }) => solid || isEven(box)).map(({ box }) => box)
  const blocks = seen.filter(({ text }) => block.test(text))
  const typed = pictures.flatMap(({ shown }) => blocks.map(glyph => meet(shown, glyph)).filter(isBroad))
  const cut = pictures.filter(picture => picture.faint || isCut(picture)).map(({ box }) => box)
  return [...painted, ...typed, ...cut]
}

function isCut({ box, shown }: Picture): boolean {
  const across = box.x1 - box.x0 - Math.max(0, shown.x1 - shown.x0)
  const down = box.y1 - box.y0 - Math.max(0, shown.y1 - shown.y0)
  return (
    across > Math.max(leastSide, trimmed * (box.x1 - box.x0)) || down > Math.max(leastSide, trimmed * (box.y1 - box.y0))
  )
}

/** Pages lying on their side are read upside down (where up is matters little to reading), but not so drawn. */
function asDrawn(page: Matrix, width: number, height: number): Matrix {
  return page[0] === 0 ? compose([-1, 0, 0, -1, width, height], page) : page
}

const letter = /[\p{L}\p{N}]/u
/** Signs in a row that show nothing; a single one may just be a thin letter on a fine grid. */
const leastUnseen = 2

/** Glyphs of stretches in which no letter shows; marks and blanks between go with their letters. */
function runsUnseen(glyphs: readonly Glyph[], isEven: (box: Box) => boolean): ReadonlySet<Glyph> {
  const unseen = new Set<Glyph>()
  let stretch: Glyph[] = []
  const close = () => {
    if (stretch.filter(({ text }) => letter.test(text)).length >= leastUnseen)
      for (const each of stretch) unseen.add(each)
    stretch = []
  }
  for (const glyph of glyphs) {
    if (!letter.test(glyph.text)) {
      if (stretch.length > 0) stretch.push(glyph)
    } else if (isEven(glyph)) stretch.push(glyph)
    else close()
  }
  close()
  return unseen
}

/** Most a colour may vary, of 255, where nothing is to be made out. */
const evenColour = 10

function evenness(drawn: Canvas, width: number, height: number): (box: Box) => boolean {
  const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height)
  const [across, down] = [drawn.width / width, drawn.height / height]
  return ({ x0, y0, x1, y1 }) => {
    // The middle of the sign: a box drawn over it seldom reaches its whole height.
    const [fromX, toX] = inside(x0 * across, x1 * across, 0.04, 0.96, drawn.width)
    const [fromY, toY] = inside((height - y1) * down, (height - y0) * down, 0.25, 0.8, drawn.height)
    const first = (fromY * drawn.width + fromX) * 4
    for (let y = fromY; y <= toY; y += 1) {
      const end = (y * drawn.width + toX) * 4 + 4
      for (let at = (y * drawn.width + fromX) * 4; at < end; at += 1) {
        // The fourth part, opacity, is the same everywhere on a drawn page.
        if (Math.abs((data[at] ?? 0) - (data[first + (at & 3)] ?? 0)) > evenColour) return false
      }
    }
    return true
  }
}

/** Whole pixels of a part of a stretch, within the picture. */
function inside(from: number, to: number, first: number, last: number, size: number): [number, number] {
  const [low, high] = [from + (to - from) * first, from + (to - from) * last]
  return [Math.max(0, Math.floor(low)), Math.min(size - 1, Math.ceil(high) - 1)]
}
