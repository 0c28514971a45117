/** The door to every file format: a neutral page in, bytes out. Heavy libraries are loaded when first needed. */
import type { PageModel } from '../../../paper/page.ts'
import { cleanPage } from './clean.ts'

export const writtenFormats = ['docx', 'pdf', 'html', 'xlsx', 'txt'] as const
export type WrittenFormat = (typeof writtenFormats)[number]

export interface WriteOptions {
  /** The time the file says it was made at. Left out, the same page always gives the same bytes. */
  readonly made?: Date
}

/** Writes the page as a file of that format. Any text is accepted; what a format cannot carry is taken out. */
export async function writeDocument(
  page: PageModel,
  format: WrittenFormat,
  { made }: WriteOptions = {},
): Promise<Uint8Array> {
  const clean = cleanPage(page)
  switch (format) {
    case 'txt':
      return (await import('./txt.ts')).writeTxt(clean)
    case 'html':
      return (await import('./html.ts')).writeHtml(clean)
    case 'docx':
      return (await import('./docx.ts')).writeDocx(clean, made)
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(clean, made)
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(clean, made)
  }
}
