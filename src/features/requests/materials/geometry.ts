/** Boxes of a page as it is looked at, and as its file counts them: pages may be turned or cut. */

import type { Limits } from '../../../platform/documents/limits.ts'
import { decodedPicture } from '../../../platform/documents/pictures/decode.ts'
import { openDrawing } from '../../../platform/documents/raster/pdf.ts'
import type { RedactedType } from '../../../platform/documents/redact/index.ts'

type Corners = readonly [x0: number, y0: number, x1: number, y1: number]
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export interface PageFrame {
  readonly width: number
  readonly height: number
  /** From the file's points to those looked at, and back. */
  readonly seen: (box: Corners) => [number, number, number, number]
  readonly inFile: (box: Corners) => [number, number, number, number]
}

export interface Frames {
  readonly pages: number
  readonly frame: (page: number) => Promise<PageFrame>
}

/** The frames of a document while `use` runs. Word files and workbooks have none. Throws DocumentError. */
export async function withFrames<T>(
  bytes: Uint8Array,
  type: RedactedType,
  limits: Limits,
  use: (frames: Frames) => Promise<T>,
): Promise<T> {
  if (type === 'pdf') return withPdf(bytes, limits, use)
  if (type === 'docx' || type === 'xlsx') return use({ pages: 0, frame: () => Promise.reject(new Error('no pages')) })
  const { width, height } = await decodedPicture(bytes)
  return use({ pages: 1, frame: async () => frameOf(width, height, [1, 0, 0, -1, 0, height]) })
}

async function withPdf<T>(bytes: Uint8Array, limits: Limits, use: (frames: Frames) => Promise<T>): Promise<T> {
  const drawing = await openDrawing(bytes, limits)
  try {
    return await use({
      pages: drawing.pages,
      frame: async page => {
        const { width, height, matrix } = await drawing.size(page)
        return frameOf(width, height, matrix)
      },
    })
  } finally {
    await drawing.close()
  }
}

/** `matrix`: from the file's points to those of the page with the origin at the top left. */
function frameOf(width: number, height: number, matrix: Matrix): PageFrame {
  const [a, b, c, d, e, f] = matrix
  const det = a * d - b * c
  const to = (x: number, y: number) => [a * x + c * y + e, height - (b * x + d * y + f)] as const
  const back = (x: number, y: number) => {
    const [u, v] = [x - e, height - y - f]
    return [(d * u - c * v) / det, (a * v - b * u) / det] as const
  }
  return { width, height, seen: box => between(box, to), inFile: box => between(box, back) }
}

function between(
  [x0, y0, x1, y1]: Corners,
  map: (x: number, y: number) => readonly [number, number],
): [number, number, number, number] {
  const [[p, q], [r, s]] = [map(x0, y0), map(x1, y1)]
  return [Math.min(p, r), Math.min(q, s), Math.max(p, r), Math.max(q, s)]
}
