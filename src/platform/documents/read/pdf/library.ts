/** pdfjs: loaded once and at need, its files beside it, its errors in our words. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { damaged, encrypted } from '../../errors.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loading: Promise<Pdfjs> | undefined

/** Loads pdfjs at the first PDF: it costs a tenth of a second that other formats need not pay. */
export function library(): Promise<Pdfjs> {
  loading ??= importQuietly()
  return loading
}

/** Classes of the browser that pdfjs draws with. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/**
 * pdfjs takes its drawing classes from the canvas package when it loads, and says so on the console where that is
 * not there (a platform it is not made for). Reading needs none of them: then empty stand-ins are enough.
 */
async function importQuietly(): Promise<Pdfjs> {
  const canvas = await import('@napi-rs/canvas').catch(() => undefined)
  for (const name of drawing) {
    if (!(name in globalThis)) {
      Object.defineProperty(globalThis, name, { value: canvas?.[name] ?? class {}, configurable: true, writable: true })
    }
  }
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).startsWith('Warning: Cannot ')) warn(...said)
  }
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

/** The path of one of the folders that pdfjs brings along. */
export function resource(folder: string): string {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return join(home, folder) + sep
}

/** What pdfjs threw, as a DocumentError. */
export function asDocumentError(reason: unknown): unknown {
  if (!(reason instanceof Error)) return damaged('PDF', 'the PDF', reason)
  if (reason.name === 'DocumentError') return reason
  if (reason.name === 'PasswordException') return encrypted('这个 PDF 文件', 'This PDF')
  return damaged('PDF 的内部结构', 'its internal structure', reason)
}
