import type { Paper, PaperBlock } from '../../../paper/paper.ts'
import { emptyFile, noTextLayer, tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { openPdf } from './pdf/load.ts'
import { readPage } from './pdf/page.ts'
import { withoutRunningHeads } from './pdf/running-heads.ts'
import { picturePixels } from './pdf/scan.ts'

/** Fewer printed characters a page than this (page marks, a stamp) over pictures this large, in pixels, is a scan. */
const fewestCharacters = 40
const scanPixels = 200_000
/** A paper without one character but with this many painted shapes has its letters as outlines. */
const outlines = 100

/**
 * Reads a PDF: ruled tables as grids, everything else as lines with the place of each word.
 * Places are in the page's own points, origin bottom left, as written in the file (before any rotation for viewing).
 * Throws DocumentError: `empty`, `encrypted`, `damaged`, `too_large`, `no_text_layer`.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Paper> {
  if (bytes.length === 0) throw emptyFile()
  const pdf = await openPdf(bytes, limits)
  try {
    const pages: (readonly PaperBlock[])[] = []
    let characters = 0
    let paths = 0
    let cells = 0
    for (let number = 1; number <= pdf.pages; number += 1) {
      const loaded = await pdf.page(number)
      const page = readPage(loaded, number)
      loaded.release()
      characters += page.characters
      paths += page.paths
      pages.push(page.blocks)
      for (const block of page.blocks) {
        cells += block.kind === 'grid' ? block.cells.length : 0
      }
      if (cells > limits.cells) throw tooLarge(`表格超过 ${limits.cells} 格`, `over ${limits.cells} table cells`)
    }
    refuseWithoutText(bytes, pdf.pages, characters, paths)
    return { format: 'pdf', blocks: withoutRunningHeads(pages).flat() }
  } finally {
    await pdf.close()
  }
}

function refuseWithoutText(bytes: Uint8Array, pages: number, characters: number, paths: number) {
  if (characters >= fewestCharacters * pages) return
  const pixels = picturePixels(bytes)
  if (characters === 0) throw pixels > 0 || paths >= outlines ? noTextLayer() : emptyFile()
  if (pixels >= scanPixels * pages) throw noTextLayer()
}
