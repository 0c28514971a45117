/** What a PDF carries beside what its pages show. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Limits } from '../limits.ts'
import { openDrawing } from '../raster/pdf.ts'
import { type Sight, sightOf } from '../raster/sight.ts'
import { type Box, boxThrough, inverse, type Matrix } from '../read/pdf/geometry.ts'
import type { Glyph } from '../read/pdf/ink.ts'
import { asDocumentError, library } from '../read/pdf/library.ts'
import { rounded } from '../read/pdf/lines.ts'
import { openPdf } from '../read/pdf/load.ts'
import { Findings } from './collect.ts'
import type { Finding } from './finding.ts'
import { inspectPhotographs } from './pdf-photographs.ts'

/** Throws DocumentError: `encrypted`, `damaged`, `too_large`. */
export async function inspectPdf(bytes: Uint8Array, limits: Limits): Promise<readonly Finding[]> {
  const findings = new Findings()
  await inspectPages(bytes, limits, findings)
  await inspectDocument(bytes, findings)
  await inspectPhotographs(bytes, findings)
  const versions = versionsIn(bytes)
  if (versions > 1) findings.add('earlier_version', String(versions - 1), {}, versions - 1)
  return findings.list()
}

/** Enough to see whether anything is to be seen. */
const glanceDpi = 72

async function inspectPages(bytes: Uint8Array, limits: Limits, findings: Findings): Promise<void> {
  const [pdf, drawing] = [await openPdf(bytes, limits, 'with_pictures'), await openDrawing(bytes, limits)]
  try {
    for (let number = 1; number <= pdf.pages; number += 1) {
      const page = await pdf.page(number)
      const sight = sightOf(page, await drawing.draw(number, glanceDpi))
      page.release()
      tell(sight.unseen, 'covered_text', sight, number, findings)
      tell(sight.layer, 'invisible_text', sight, number, findings)
      tellPictures(sight, number, findings)
      tellUnread(sight, number, findings)
    }
  } finally {
    await pdf.close()
    await drawing.close()
  }
}

function tell(
  glyphs: readonly Glyph[],
  kind: 'covered_text' | 'invisible_text',
  { toView }: Sight,
  page: number,
  findings: Findings,
): void {
  const [first] = glyphs
  if (first === undefined) return
  const words = glyphs.map(({ text }) => text).join('')
  findings.add(kind, words, { at: placeIn(first, toView, page), part: `page ${page}` }, glyphs.length)
}

function tellPictures({ unseenPictures, toView }: Sight, page: number, findings: Findings): void {
  const [first] = unseenPictures
  if (first === undefined) return
  const where = { at: placeIn(first, toView, page), part: `page ${page}` }
  findings.add('covered_picture', '', where, unseenPictures.length)
}

/** Signs on a page of pictures below which it counts as pictures alone: a page number, a stamp of the scanner. */
const fewSigns = 30
/** Part of the page below which a picture is an ornament. */
const leastPictured = 0.02

/** Words in pictures are found by nobody: without this, a scan would count as free of personal data. */
function tellUnread({ seen, layer, pictured, width, height, toView }: Sight, page: number, findings: Findings): void {
  if (pictured < leastPictured) return
  const kind = seen.length + layer.length < fewSigns ? 'picture_only' : 'picture_part'
  findings.add(kind, '', {
    at: placeIn({ x0: 0, y0: 0, x1: width, y1: height }, toView, page),
    part: `page ${page}`,
  })
}

/** A box as it is looked at, in the points of the file. */
function placeIn(box: Box, toView: Matrix, page: number) {
  const { x0, y0, x1, y1 } = boxThrough(inverse(toView), box.x0, box.y0, box.x1, box.y1)
  return { page, box: [rounded(x0), rounded(y0), rounded(x1), rounded(y1)] as const }
}

async function inspectDocument(bytes: Uint8Array, findings: Findings): Promise<void> {
  const pdfjs = await library()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
  })
  try {
    const document = await task.promise
    await inspectMetadata(document, findings)
    for (const name of Object.keys(asRecord(await document.getAttachments()))) findings.add('attachment', name)
    for (const [name, scripts] of Object.entries(asRecord(await document.getJSActions()))) {
      findings.add('script', `${name}: ${Array.isArray(scripts) ? scripts.join(' ') : ''}`)
    }
    for (const [, group] of await document.getOptionalContentConfig()) findings.add('layer', nameOf(group))
    for (let number = 1; number <= document.numPages; number += 1) await inspectAnnotations(document, number, findings)
  } catch (reason) {
    throw asDocumentError(reason)
  } finally {
    await task.destroy()
  }
}

async function inspectMetadata(document: PDFDocumentProxy, findings: Findings): Promise<void> {
  const { info, metadata } = await document.getMetadata()
  for (const name of ['Author', 'Title', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate']) {
    const value = asRecord(info)[name]
    if (typeof value === 'string' && value.trim() !== '') findings.add('property', value, { part: name })
  }
  const words = metadata?.getRaw()
  if (words) findings.add('xmp', String(words).replace(/<[^>]*>/g, ' '))
}

async function inspectAnnotations(document: PDFDocumentProxy, number: number, findings: Findings): Promise<void> {
  const page = await document.getPage(number)
  for (const annotation of await page.getAnnotations({ intent: 'any' })) {
    const { subtype, contentsObj, fieldValue, url, rect, actions } = asRecord(annotation)
    const at = placeOf(number, rect)
    if (typeof url === 'string') findings.add('outside_link', url, at)
    if (actions) findings.add('script', Object.keys(asRecord(actions)).join(), at)
    if (subtype === 'Link') continue
    const words = [asRecord(contentsObj).str, fieldValue].filter(each => typeof each === 'string' && each !== '')
    findings.add('annotation', `${String(subtype)} ${words.join(' ')}`, at)
  }
  page.cleanup()
}

function placeOf(page: number, rect: unknown) {
  const [x0, y0, x1, y1] = Array.isArray(rect) ? rect.map(Number) : []
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return {}
  return { at: { page, box: [x0, y0, x1, y1] as const } }
}

/** Names of members by a value that pdfjs does not type. */
function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function nameOf(group: unknown): string {
  return String(asRecord(group).name ?? '')
}

/** How many times the file was saved onto itself: every time adds an end. A file made for the web has two by itself. */
function versionsIn(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const ends = text.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0
  return /\/Linearized\s/.test(text.slice(0, 1024)) ? ends - 1 : ends
}
