/** Draws pages of a PDF as pixels. Nothing active in it runs: no script, no form, no link. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damaged, tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { asDocumentError, library, type Pdfjs, resource } from '../read/pdf/library.ts'
import { type Canvas, canvasLibrary } from './canvas.ts'

/** A PDF open to be drawn; `close` must be called whatever happened. */
export interface PdfDrawing {
  readonly pages: number
  /** Points of the page as it is looked at; `matrix` leads there from the file's points, the origin at the top left. */
  readonly size: (number: number) => Promise<PageSize>
  /**
   * The page as it is looked at, on white. Throws DocumentError: `too_large` where it would have more than
   * `mostPixels`, `damaged`.
   */
  readonly draw: (number: number, dpi: number) => Promise<Canvas>
  readonly close: () => Promise<void>
}

export interface PageSize {
  readonly width: number
  readonly height: number
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number]
}

/** An A0 page at 150 dots an inch has 35 million. */
export const mostPixels = 40_000_000

/** `lenient`: what is broken in a page is left out of it; `strict`: then the page is refused. */
type Strictness = 'lenient' | 'strict'

/** Opens a PDF to be drawn. Throws DocumentError: `encrypted`, `damaged`, `too_large`. */
export async function openDrawing(
  bytes: Uint8Array,
  limits: Limits,
  strictness: Strictness = 'lenient',
): Promise<PdfDrawing> {
  const pdfjs = await library()
  let opened = await open(pdfjs, bytes, { useSystemFonts: false, stopAtErrors: strictness === 'strict' })
  try {
    const { numPages } = opened.document
    if (numPages > limits.pages) {
      throw tooLarge(
        `共 ${numPages} 页，最多 ${limits.pages} 页`,
        `${numPages} pages, of which at most ${limits.pages} are taken`,
      )
    }
    if (await namesHanFaces(pdfjs, opened.document)) {
      await opened.task.destroy()
      opened = await open(pdfjs, bytes, { useSystemFonts: true, stopAtErrors: strictness === 'strict' })
    }
    return {
      pages: numPages,
      size: async number => {
        const { width, height, transform } = (await opened.document.getPage(number)).getViewport({ scale: 1 })
        return { width, height, matrix: transform as unknown as PageSize['matrix'] }
      },
      draw: (number, dpi) => draw(pdfjs, opened.document, number, dpi),
      close: () => opened.task.destroy(),
    }
  } catch (reason) {
    await opened.task.destroy()
    throw asDocumentError(reason)
  }
}

interface Opened {
  readonly task: PDFDocumentLoadingTask
  readonly document: PDFDocumentProxy
}

interface OpenOptions {
  readonly useSystemFonts: boolean
  readonly stopAtErrors: boolean
}

async function open(pdfjs: Pdfjs, bytes: Uint8Array, options: OpenOptions): Promise<Opened> {
  await canvasLibrary()
  const task = pdfjs.getDocument({
    // A copy: pdfjs takes the memory away, and refuses the Buffer that node hands out.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    ...options,
    enableXfa: false,
    maxImageSize: mostPixels,
    canvasMaxAreaInBytes: mostPixels * 4,
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    wasmUrl: resource('wasm'),
  })
  try {
    return { task, document: await task.promise }
  } catch (reason) {
    await task.destroy()
    throw asDocumentError(reason)
  }
}

/** Pages looked at for faces: a program that leaves them out of one page leaves them out of all. */
const pagesAsked = 5

/**
 * Whether the document names Han faces without bringing them, as office programs of the nineties wrote it. Only then
 * is the face at hand asked for: for Latin ones pdfjs has better of its own.
 */
async function namesHanFaces(pdfjs: Pdfjs, document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(pagesAsked, document.numPages); number += 1) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    const fonts = new Set(fnArray.flatMap((fn, at) => (fn === pdfjs.OPS.setFont ? [String(argsArray[at]?.[0])] : [])))
    const missing = [...fonts].some(font => page.commonObjs.has(font) && isMissing(page.commonObjs.get(font)))
    page.cleanup()
    if (missing) return true
  }
  return false
}

function isMissing(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false
  return 'missingFile' in font && font.missingFile === true
}

async function draw(pdfjs: Pdfjs, document: PDFDocumentProxy, number: number, dpi: number): Promise<Canvas> {
  const { createCanvas } = await canvasLibrary()
  try {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const [width, height] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))]
    if (!(width * height <= mostPixels))
      throw tooLarge(`第 ${number} 页的版面过大`, `page ${number} is too large a sheet`)
    const canvas = createCanvas(width, height)
    // pdfjs asks for the canvas of a browser; that of the package answers to all it does with it.
    const target = { canvas: null, canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D }
    await page.render({ ...target, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE, background: '#fff' }).promise
    page.cleanup()
    return canvas
  } catch (reason) {
    throw reason instanceof Error && reason.name === 'DocumentError'
      ? reason
      : damaged(`第 ${number} 页`, `page ${number}`, reason)
  }
}
