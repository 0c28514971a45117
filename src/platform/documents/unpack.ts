/** Zips of documents: their files one after another, with the bad ones named and the good ones unharmed. */
import { DocumentError, damaged, emptyFile, tooLarge, unknownFormat } from './errors.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { type Budget, budgetOf, Zip } from './read/zip.ts'
import { isLitter } from './read/zip-names.ts'
import { sniff } from './sniff.ts'

/** One file out of a zip: its bytes, or why it could not be had. Names are printable, relative, parts split by `/`. */
export type Unpacked =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly error: DocumentError }

function asDocumentError(error: unknown): DocumentError {
  return error instanceof DocumentError ? error : damaged('压缩内容', 'its zipped content', error)
}

function isZip(bytes: Uint8Array, limits: Limits): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  try {
    return sniff(bytes, limits) === 'zip'
  } catch {
    // Whoever reads the file will say what is wrong with it.
    return false
  }
}

function tooDeep(name: string): Unpacked {
  const error = unknownFormat(
    { zh: '压缩包里的压缩包里还有压缩包', en: 'a zip in a zip in a zip' },
    { zh: '请解压后重新打包，最多套一层。', en: 'Unpack it and pack it again with one zip inside at most.' },
  )
  return { name, error }
}

function* filesOf(zip: Zip, prefix: string, limits: Limits, budget: Budget): Generator<Unpacked> {
  for (const entry of zip.entries) {
    if (entry.folder || isLitter(entry.name)) continue
    const name = prefix + entry.name
    try {
      const bytes = zip.bytesOf(entry, limits.fileBytes)
      if (!isZip(bytes, limits)) yield { name, bytes }
      else if (prefix !== '') yield tooDeep(name)
      else yield* filesOf(new Zip(bytes, limits, budget), `${name}/`, limits, budget)
    } catch (error) {
      yield { name, error: asDocumentError(error) }
    }
  }
  if (zip.unread > 0) yield { name: `${prefix}…`, error: unreadError(zip.unread, limits) }
}

function unreadError(unread: number, limits: Limits): DocumentError {
  return tooLarge(
    `压缩包里的文件超过 ${limits.entries} 个，其余 ${unread} 个没有读取`,
    `the zip holds more than ${limits.entries} files; the other ${unread} were not read`,
  )
}

/**
 * Yields the files of a zip one after another, those of zips inside it (one level) included. What cannot be unpacked
 * is yielded with its error and harms no other. Throws DocumentError where the zip itself cannot be read or is empty.
 */
export async function* unpack(bytes: Uint8Array, limits: Limits = defaultLimits): AsyncGenerator<Unpacked> {
  const budget = budgetOf(limits)
  const zip = new Zip(bytes, limits, budget)
  if (zip.entries.length === 0) throw emptyFile()
  yield* filesOf(zip, '', limits, budget)
}
