/** The door to every file format: bytes in, neutral paper out. */
import type { Paper } from '../../paper/paper.ts'
import { DocumentError, damaged, unknownFormat } from './errors.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { type Sniffed, sniff } from './sniff.ts'

export { DocumentError } from './errors.ts'
export { defaultLimits, type Limits, limitsWith } from './limits.ts'
export { sniff } from './sniff.ts'
export { unpack } from './unpack.ts'

async function readAs(format: Sniffed, bytes: Uint8Array, limits: Limits): Promise<Paper> {
  switch (format) {
    case 'txt':
      return (await import('./read/txt.ts')).readTxt(bytes, limits)
    case 'html':
      return (await import('./read/html.ts')).readHtml(bytes, limits)
    case 'docx':
      return (await import('./read/docx.ts')).readDocx(bytes, limits)
    case 'doc':
      return (await import('./read/doc.ts')).readDoc(bytes, limits)
    case 'xlsx':
      return (await import('./read/xlsx.ts')).readXlsx(bytes, limits)
    case 'pdf':
      return (await import('./read/pdf.ts')).readPdf(bytes, limits)
    case 'zip':
      throw unknownFormat(
        { zh: '这是压缩包，不是一份文档', en: 'a zip of files, not one document' },
        { zh: '请提交压缩包里的某一份文件。', en: 'Submit one of the files in it.' },
      )
  }
}

/**
 * Reads one document, whatever its format, into a neutral paper. Throws DocumentError and nothing else.
 * A zip of documents is `unknown_format` here: sniff first and unpack it.
 */
export async function readPaper(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Paper> {
  try {
    return await readAs(sniff(bytes, limits), bytes, limits)
  } catch (error) {
    // A broken file can make a decoder stumble anywhere; to whoever submitted it, all of that is one thing.
    throw error instanceof DocumentError ? error : damaged('内容', 'its content', error)
  }
}
