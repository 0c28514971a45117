/** The door to every file format: bytes in, neutral paper out. */
import type { Paper } from '../../paper/paper.ts'
import type { DocumentError } from './errors.ts'
import { unknownFormat } from './errors.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { sniff } from './sniff.ts'

export { DocumentError, type DocumentErrorCode } from './errors.ts'
export { defaultLimits, type Limits, limitsWith } from './limits.ts'
export { sniff } from './sniff.ts'

/** One file out of a zip: its bytes, or why it could not be had. Names are printable and relative, parts split by `/`. */
export type Unpacked =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly error: DocumentError }

/**
 * Reads one document, whatever its format, into a neutral paper. Throws DocumentError and nothing else.
 * A zip of documents is `unknown_format` here: sniff first and unpack it.
 */
export async function readPaper(_bytes: Uint8Array, _limits: Limits = defaultLimits): Promise<Paper> {
  throw unknownFormat({ zh: '尚未实现', en: 'not built yet' }, { zh: '', en: '' })
}

/** Yields the files of a zip one after another, those of zips inside it (one level) included. */
export async function* unpack(_bytes: Uint8Array, _limits: Limits = defaultLimits): AsyncGenerator<Unpacked> {}
