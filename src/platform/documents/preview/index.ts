/**
 * Shows a document in the browser without handing it over: a PDF as pictures of its pages, one at a time; Word files
 * and workbooks as plain text in blocks; photographs drawn anew. Nothing of it can run anything. To be called in a
 * process that can be killed (src/platform/pool).
 */
import type { PaperBlock } from '../../../paper/paper.ts'
import { checkSize } from '../charset.ts'
import { DocumentError, damaged } from '../errors.ts'
import { readPaper } from '../index.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { decodedPicture } from '../pictures/decode.ts'
import { type Canvas, canvasLibrary } from '../raster/canvas.ts'
import { openDrawing } from '../raster/pdf.ts'
import { noSuchPage } from './refusals.ts'

export type PreviewedType = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png'

export interface PreviewRequest {
  /** From 1. */
  readonly page: number
  /** Most pixels of the longer side; 1600, at most 3000. */
  readonly longest?: number
  readonly limits?: Limits
}

export type Preview =
  | {
      readonly is: 'picture'
      readonly mime: 'image/png' | 'image/webp'
      readonly bytes: Uint8Array
      readonly width: number
      readonly height: number
      readonly page: number
      readonly pages: number
    }
  | {
      readonly is: 'text'
      /** Lines and tables as read; text only, never markup. */
      readonly blocks: readonly PaperBlock[]
      readonly page: number
      readonly pages: number
    }

const usualSide = 1600
const mostSide = 3000
/** Blocks of text shown at once. */
const blocksAPage = 200

/** Throws DocumentError as reading does, and a Trouble `no_such_page`. */
export async function preview(bytes: Uint8Array, type: PreviewedType, request: PreviewRequest): Promise<Preview> {
  const limits = request.limits ?? defaultLimits
  checkSize(bytes, limits)
  switch (type) {
    case 'pdf':
      return pdfPage(bytes, request, limits)
    case 'docx':
    case 'xlsx':
      return textPage(bytes, request, limits)
    case 'jpeg':
    case 'png':
      return photograph(bytes, request)
  }
}

function sideOf({ longest = usualSide }: PreviewRequest): number {
  return Math.max(100, Math.min(mostSide, longest))
}

async function pdfPage(bytes: Uint8Array, request: PreviewRequest, limits: Limits): Promise<Preview> {
  const drawing = await openDrawing(bytes, limits)
  try {
    const { page } = request
    if (!(Number.isInteger(page) && page >= 1 && page <= drawing.pages)) throw noSuchPage(page, drawing.pages)
    const { width, height } = await drawing.size(page)
    const drawn = await drawing.draw(page, (sideOf(request) / Math.max(width, height)) * 72)
    // Pages of text are small and crisp without loss.
    return await pictureOf(drawn, 'image/png', page, drawing.pages)
  } catch (error) {
    throw error instanceof Error && /^(?:DocumentError|Trouble)$/.test(error.name)
      ? error
      : damaged('页面', 'the page', error)
  } finally {
    await drawing.close()
  }
}

async function textPage(bytes: Uint8Array, { page }: PreviewRequest, limits: Limits): Promise<Preview> {
  const { blocks } = await readPaper(bytes, limits)
  const pages = Math.max(1, Math.ceil(blocks.length / blocksAPage))
  if (!(Number.isInteger(page) && page >= 1 && page <= pages)) throw noSuchPage(page, pages)
  return { is: 'text', blocks: blocks.slice((page - 1) * blocksAPage, page * blocksAPage), page, pages }
}

async function photograph(bytes: Uint8Array, request: PreviewRequest): Promise<Preview> {
  if (request.page !== 1) throw noSuchPage(request.page, 1)
  try {
    const { createCanvas } = await canvasLibrary()
    const picture = await decodedPicture(bytes)
    const scale = Math.min(1, sideOf(request) / Math.max(picture.width, picture.height))
    const [width, height] = [picture.width, picture.height].map(side => Math.max(1, Math.round(side * scale)))
    const canvas = createCanvas(width ?? 1, height ?? 1)
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await pictureOf(canvas, 'image/webp', 1, 1)
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged('图片', 'the picture', error)
  }
}

const webpQuality = 80

async function pictureOf(
  canvas: Canvas,
  mime: 'image/png' | 'image/webp',
  page: number,
  pages: number,
): Promise<Preview> {
  const made = mime === 'image/png' ? await canvas.encode('png') : await canvas.encode('webp', webpQuality)
  const { width, height } = canvas
  return { is: 'picture', mime, bytes: new Uint8Array(made), width, height, page, pages }
}
