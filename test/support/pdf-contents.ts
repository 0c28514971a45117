/** Three ways to get at what a PDF holds, none of which knows of the others. */
import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of every page as pdfjs extracts it, without blanks. */
export async function textByPdfjs(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages.map(bare)
}

let pdfium: Promise<PDFiumLibrary> | undefined

/** The text of every page as PDFium, the reader of Chrome, extracts it, without blanks. */
export async function textByPdfium(bytes: Uint8Array): Promise<string[]> {
  pdfium ??= PDFiumLibrary.init()
  const document = await (await pdfium).loadDocument(new Uint8Array(bytes))
  const pages = [...document.pages()].map(page => bare(page.getText()))
  document.destroy()
  return pages
}

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel; of greys and black all orders are the same. */
  readonly data: Uint8Array
}

/** A page as PDFium draws it, two pixels a point. */
export async function drawnByPdfium(bytes: Uint8Array, number: number): Promise<Pixels> {
  pdfium ??= PDFiumLibrary.init()
  const document = await (await pdfium).loadDocument(new Uint8Array(bytes))
  const { width, height, data } = await document.getPage(number - 1).render({ scale: 2, render: 'bitmap' })
  document.destroy()
  return { width, height, data }
}

/** Everything in the file, streams unpacked, those within object streams included: as bytes, one character each. */
export function everythingIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const unpacked = [...text.matchAll(/stream\r?\n/g)].flatMap(({ 0: mark, index }) => {
    try {
      return [inflateSync(file.subarray(index + mark.length), { finishFlush: 2 }).toString('latin1')]
    } catch {
      // No packed stream begins here; its bytes are in the text as they are.
      return []
    }
  })
  return [text, ...unpacked].join('\n')
}

/** The ways a text may be written in a PDF: plain, UTF-8, UTF-16, and each of them in hexadecimal. */
export function writingsOf(text: string): string[] {
  const utf16 = Buffer.from(text, 'utf16le').swap16()
  const bytes = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf8'), utf16]
  return bytes.flatMap(each => [each.toString('latin1'), each.toString('hex'), each.toString('hex').toUpperCase()])
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s|\0/g, '')
}
