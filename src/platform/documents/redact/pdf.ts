/**
 * Takes boxes out of a PDF. Pages with boxes become pixels with the boxes painted in and a new layer of the text that
 * is still to be seen; the others are taken over. The file is written anew: nothing of what the old one carried
 * beside its pages (metadata, attachments, scripts, earlier versions) comes along.
 */
import { PDFDocument, PDFName } from 'pdf-lib'
import { checkSize } from '../charset.ts'
import type { ErrorSentence } from '../errors.ts'
import { boxesOfStretch } from '../inspect/boxes.ts'
import { pdfPieces } from '../inspect/pdf-pieces.ts'
import { defaultLimits } from '../limits.ts'
import type { Canvas } from '../raster/canvas.ts'
import { openDrawing, type PdfDrawing } from '../raster/pdf.ts'
import { type Sight, sightOf } from '../raster/sight.ts'
import { type Box, boxThrough, type Matrix } from '../read/pdf/geometry.ts'
import { type OpenPdf, openPdf } from '../read/pdf/load.ts'
import { notesOn, textsNotIn } from './not-found.ts'
import { openSource, type Source } from './pdf/kept-page.ts'
import { addPicture } from './pdf/picture.ts'
import { TextLayerFont } from './pdf/text-layer.ts'
import { noSuchPlace } from './refusals.ts'
import type { PixelReason, RedactBox, Redacted, RedactReport, RedactRequest } from './request.ts'
import { stretchesOf } from './stretches.ts'

const usualDpi = 200
const leastDpi = 150
const mostDpi = 400
/** Enough to see whether anything is to be seen. */
const glanceDpi = 72

/** Throws DocumentError: `encrypted`, `damaged`, `too_large`; a Trouble: `no_such_place`. */
export async function redactPdf(bytes: Uint8Array, request: RedactRequest): Promise<Redacted> {
  const limits = request.limits ?? defaultLimits
  checkSize(bytes, limits)
  const [pdf, drawing] = [await openPdf(bytes, limits, 'with_pictures'), await openDrawing(bytes, limits)]
  try {
    const source = await openSource(bytes)
    const { boxes, notFound } = await boxesOf(bytes, request, pdf.pages)
    const sound = source?.pages === pdf.pages ? source : undefined
    const { bytes: made, report } = await new Work(pdf, drawing, sound, { ...request, boxes }).run()
    const notes = [...report.notes, ...notesOn(notFound)]
    return { bytes: made, type: 'pdf', report: { ...report, notFound, notes } }
  } finally {
    await pdf.close()
    await drawing.close()
  }
}

/** All that is to be painted: boxes as given, and those of stretches and texts. Throws `no_such_place`. */
async function boxesOf(bytes: Uint8Array, request: RedactRequest, pages: number): Promise<Painted> {
  const boxes = [...(request.boxes ?? [])]
  const wanted = (request.hits?.length ?? 0) + (request.texts?.length ?? 0)
  const pieces = wanted === 0 ? [] : await pdfPieces(bytes, request.limits ?? defaultLimits)
  const stretches = stretchesOf(pieces, request)
  for (const { piece, start, end } of stretches) {
    if (!('page' in piece.at)) continue
    for (const box of boxesOfStretch(piece, start, end)) boxes.push({ page: piece.at.page, box })
  }
  for (const { page, box } of boxes) {
    if (!(page >= 1 && page <= pages) || !box.every(Number.isFinite)) throw noSuchPlace(`${page}: ${box.join(' ')}`)
  }
  const upright = boxes.map(({ page, box: [x0, y0, x1, y1] }): RedactBox => {
    return { page, box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] }
  })
  return { boxes: upright, notFound: textsNotIn(pieces, request) }
}

interface Painted {
  readonly boxes: readonly RedactBox[]
  readonly notFound: readonly string[]
}

class Work {
  readonly #pdf: OpenPdf
  readonly #drawing: PdfDrawing
  readonly #source: Source | undefined
  readonly #request: RedactRequest
  readonly #dpi: number
  readonly #pixelPages: { page: number; why: PixelReason }[] = []
  readonly #keptPages: number[] = []

  constructor(pdf: OpenPdf, drawing: PdfDrawing, source: Source | undefined, request: RedactRequest) {
    this.#pdf = pdf
    this.#drawing = drawing
    this.#source = source
    this.#request = request
    this.#dpi = Math.min(mostDpi, Math.max(leastDpi, request.dpi ?? usualDpi))
  }

  async run(): Promise<{ readonly bytes: Uint8Array; readonly report: Omit<RedactReport, 'notFound'> }> {
    const target = await PDFDocument.create({ updateMetadata: false })
    const font = new TextLayerFont(target)
    for (let number = 1; number <= this.#pdf.pages; number += 1) {
      const boxes = (this.#request.boxes ?? []).filter(({ page }) => page === number)
      const why = boxes.length > 0 ? 'boxes' : await this.#whyPixels(number)
      if (why === null) {
        this.#source?.copyTo(target, number)
        this.#keptPages.push(number)
      } else {
        await this.#addPixels(target, font, number, boxes)
        this.#pixelPages.push({ page: number, why })
      }
    }
    font.write()
    const bytes = await target.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
    const report = {
      pixelPages: this.#pixelPages,
      keptPages: this.#keptPages,
      replaced: this.#request.boxes?.length ?? 0,
      dropped: {},
      notes: this.#notes(),
    }
    return { bytes, report }
  }

  async #whyPixels(number: number): Promise<PixelReason | null> {
    if (this.#request.allPages === true) return 'asked'
    if (this.#source === undefined) return 'unreadable_structure'
    const unfit = this.#source.unfit(number)
    if (unfit !== null) return unfit
    const { unseen, unseenPictures } = await this.#look(number, await this.#drawing.draw(number, glanceDpi))
    if (unseen.length > 0) return 'unseen_text'
    return unseenPictures.length > 0 ? 'unseen_picture' : null
  }

  async #look(number: number, drawn: Canvas): Promise<Sight> {
    const page = await this.#pdf.page(number)
    const sight = sightOf(page, drawn)
    page.release()
    return sight
  }

  async #addPixels(target: PDFDocument, font: TextLayerFont, number: number, boxes: readonly RedactBox[]) {
    const drawn = await this.#drawing.draw(number, this.#dpi)
    const sight = await this.#look(number, drawn)
    const views = boxes.map(({ box }) => boxThrough(sight.toView, ...box))
    paint(drawn, views, sight)
    const picture = await addPicture(target, drawn)
    const outside = [...sight.seen, ...sight.layer].filter(glyph => !views.some(box => touches(glyph, box)))
    const { width, height } = sight
    const content = `q ${width} 0 0 ${height} 0 0 cm /P Do Q\n${font.operators(outside)}`
    const { context } = target
    const page = target.addPage([width, height]).node
    page.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
    page.set(PDFName.of('Resources'), context.obj({ XObject: { P: picture }, Font: { F: font.ref } }))
  }

  #notes(): ErrorSentence[] {
    return this.#pixelPages.length > 0 && this.#keptPages.length > 0 ? [sharedFonts] : []
  }
}

const sharedFonts: ErrorSentence = {
  zh: '未涂黑的页面保留原样，所用字体可能含有已涂黑页面上出现过的字形（不含其次序和位置）。如需完全排除，请将全部页面转为图像。',
  en: 'Pages without boxes stay as they were; the fonts they use may hold shapes of characters that stood on redacted pages, without their order or place. To rule that out, have all pages made into pixels.',
}

/** Paints the boxes black, whole pixels and one more on every side. */
function paint(drawn: Canvas, boxes: readonly Box[], { width, height }: Sight): void {
  const toPixels: Matrix = [drawn.width / width, 0, 0, -drawn.height / height, 0, drawn.height]
  const context = drawn.getContext('2d')
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalAlpha = 1
  context.globalCompositeOperation = 'source-over'
  context.fillStyle = '#000'
  for (const box of boxes) {
    const { x0, y0, x1, y1 } = boxThrough(toPixels, box.x0, box.y0, box.x1, box.y1)
    const [left, top] = [Math.floor(x0) - 1, Math.floor(y0) - 1]
    context.fillRect(left, top, Math.ceil(x1) + 1 - left, Math.ceil(y1) + 1 - top)
  }
}

/** Part of a sign's width and height that a box may reach over before the sign counts as covered. */
const grazing = 0.15

function touches(glyph: Box, box: Box): boolean {
  const across = Math.min(glyph.x1, box.x1) - Math.max(glyph.x0, box.x0)
  const down = Math.min(glyph.y1, box.y1) - Math.max(glyph.y0, box.y0)
  return across > grazing * (glyph.x1 - glyph.x0) && down > grazing * (glyph.y1 - glyph.y0)
}
