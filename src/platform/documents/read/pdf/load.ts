import type { OPS, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damaged, tooLarge } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import { type Box, boxThrough, type Matrix } from './geometry.ts'
import { asDocumentError, library, resource } from './library.ts'
import { type PdfFont, plainFont } from './text.ts'
import type { Operators, WalkContext } from './walk.ts'

/** An open document; `close` must be called whatever happened. */
export interface OpenPdf {
  readonly pages: number
  readonly page: (number: number) => Promise<LoadedPage>
  readonly close: () => Promise<void>
}

export interface LoadedPage {
  readonly operators: Operators
  readonly context: WalkContext
  readonly release: () => void
}

/**
 * Opens a PDF without walking it. Throws DocumentError: `encrypted`, `damaged`, `too_large` (more pages than allowed).
 * Pictures larger than a ruled line are left out unless their places are wanted: decoding scans costs seconds.
 */
export async function openPdf(
  bytes: Uint8Array,
  limits: Limits,
  pictures: 'without_pictures' | 'with_pictures' = 'without_pictures',
): Promise<OpenPdf> {
  const pdfjs = await library()
  const task = pdfjs.getDocument({
    // A copy: pdfjs takes the memory away, and refuses the Buffer that node hands out.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: pictures === 'with_pictures' ? -1 : largestRulePicture,
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
  })
  try {
    const document = await task.promise
    if (document.numPages > limits.pages) {
      throw tooLarge(
        `共 ${document.numPages} 页，最多读取 ${limits.pages} 页`,
        `${document.numPages} pages, of which at most ${limits.pages} are read`,
      )
    }
    const isShown = await layersOf(document)
    return {
      pages: document.numPages,
      page: number => loadPage(pdfjs.OPS, document, number, isShown),
      close: () => task.destroy(),
    }
  } catch (reason) {
    await task.destroy()
    throw asDocumentError(reason)
  }
}

/** Pixels; a ruled line painted as a picture has fewer, a scanned page has more. */
const largestRulePicture = 10_000

async function layersOf(document: PDFDocumentProxy): Promise<(layer: unknown) => boolean> {
  const config = await document.getOptionalContentConfig()
  return layer => layer === null || layer === undefined || config.isVisible(layer) !== false
}

async function loadPage(
  ops: typeof OPS,
  document: PDFDocumentProxy,
  number: number,
  isShown: (layer: unknown) => boolean,
): Promise<LoadedPage> {
  try {
    const page = await document.getPage(number)
    const operators: Operators = await page.getOperatorList()
    const fonts = await fontsOf(ops, page, operators)
    const { matrix, frame } = viewOf(page)
    return { operators, context: { ops, page: matrix, frame, fonts, isShown }, release: () => void page.cleanup() }
  } catch (reason) {
    throw damaged(`第 ${number} 页`, `page ${number}`, reason)
  }
}

function viewOf(page: PDFPageProxy): { matrix: Matrix; frame: Box } {
  const viewport = page.getViewport({ scale: 1 / page.userUnit, dontFlip: true })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
  const matrix: Matrix = [a, b, c, d, e, f]
  return { matrix, frame: boxThrough(matrix, x0, y0, x1, y1) }
}

async function fontsOf(ops: typeof OPS, page: PDFPageProxy, operators: Operators): Promise<Map<string, PdfFont>> {
  const fonts = new Map<string, PdfFont>()
  for (const [at, fn] of operators.fnArray.entries()) {
    for (const name of fontNames(fn === ops.setFont, fn === ops.setGState, operators.argsArray[at])) {
      if (!fonts.has(name)) fonts.set(name, await fontOf(page, name))
    }
  }
  return fonts
}

function fontNames(isFont: boolean, isState: boolean, args: unknown): string[] {
  if (!Array.isArray(args)) return []
  if (isFont) return [String(args[0])]
  if (!isState || !Array.isArray(args[0])) return []
  return args[0].flatMap(state =>
    Array.isArray(state) && state[0] === 'Font' && Array.isArray(state[1]) ? [String(state[1][0])] : [],
  )
}

/** A font is announced before the operators that use it, but may still be on its way through the event loop. */
async function fontOf(page: PDFPageProxy, name: string): Promise<PdfFont> {
  const mostTurns = 100
  for (let turn = 0; turn < mostTurns && !page.commonObjs.has(name); turn += 1) {
    await new Promise(resolve => setImmediate(resolve))
  }
  if (!page.commonObjs.has(name)) return plainFont
  const loaded: unknown = page.commonObjs.get(name)
  return asFont(loaded)
}

function asFont(loaded: unknown): PdfFont {
  if (typeof loaded !== 'object' || loaded === null) return plainFont
  const vertical = 'vertical' in loaded && loaded.vertical === true
  const matrix = 'fontMatrix' in loaded ? asMatrix(loaded.fontMatrix) : plainFont.matrix
  if (!('isType3Font' in loaded && loaded.isType3Font === true)) return { ...plainFont, vertical, matrix }
  const box = 'bbox' in loaded && Array.isArray(loaded.bbox) ? loaded.bbox.map(Number) : []
  const edges = [(box[1] ?? 0) * matrix[3], (box[3] ?? 0) * matrix[3]]
  const [descent, ascent] = [Math.min(...edges), Math.max(...edges)]
  return ascent - descent > 0.05 ? { vertical, matrix, descent, ascent } : { ...plainFont, vertical, matrix }
}

function asMatrix(value: unknown): Matrix {
  const list = Array.isArray(value) || value instanceof Float64Array ? Array.from(value, Number) : []
  const [a, b, c, d, e, f] = list
  if (!a || b === undefined || c === undefined || !d || e === undefined || f === undefined) return plainFont.matrix
  return [a, b, c, d, e, f]
}
