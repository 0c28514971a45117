/** The photographs in a PDF as the files they are. */
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFNull, PDFRawStream } from 'pdf-lib'
import { bareJpeg, jpeg2000Parts } from './strip.ts'

export interface PhotographInPdf {
  readonly kind: 'jpeg' | 'jpeg2000'
  readonly stream: PDFRawStream
  readonly bytes: Uint8Array
}

const kinds: Readonly<Record<string, PhotographInPdf['kind']>> = { '/DCTDecode': 'jpeg', '/JPXDecode': 'jpeg2000' }

/** Every photograph of the document, whether a page shows it or not; those that cannot be unpacked are passed over. */
export function* photographsIn({ context }: PDFDocument): Generator<PhotographInPdf> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const found = object instanceof PDFRawStream ? photographOf(object) : undefined
    if (found !== undefined) yield found
  }
}

const filterName = PDFName.of('Filter')
const packing = [filterName, PDFName.of('DecodeParms')]

function photographOf(stream: PDFRawStream): PhotographInPdf | undefined {
  const filters = filtersOf(stream)
  const kind = kinds[filters.at(-1) ?? '']
  if (kind === undefined) return undefined
  if (filters.length === 1) return { kind, stream, bytes: stream.contents }
  try {
    return { kind, stream, bytes: unpacked(stream, filters.slice(0, -1)) }
  } catch {
    // The page it stands on is drawn by another reader, or not at all.
    return undefined
  }
}

function filtersOf({ dict }: PDFRawStream): string[] {
  const filter = dict.lookup(filterName)
  return filter instanceof PDFArray ? filter.asArray().map(String) : filter === undefined ? [] : [String(filter)]
}

/** A JPEG may be packed once more. */
function unpacked(stream: PDFRawStream, filters: readonly string[]): Uint8Array {
  const dict = PDFDict.fromMapWithContext(new Map(stream.dict.entries()), stream.dict.context)
  dict.set(filterName, stream.dict.context.obj(filters.map(name => PDFName.of(name.slice(1)))))
  return decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode()
}

/** Puts every photograph back without what it says of camera, time and place. Throws where one cannot be understood. */
export function bareAllPhotographs({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filters = filtersOf(object)
    if (kinds[filters.at(-1) ?? ''] === undefined) continue
    const photograph = photographOf(object)
    const bare = photograph === undefined ? undefined : bareOf(photograph)
    if (bare === undefined) throw new Error('a photograph in the PDF cannot be understood')
    const dict = PDFDict.fromMapWithContext(new Map(object.dict.entries()), context)
    if (filters.length > 1) keepLast(dict)
    context.assign(ref, PDFRawStream.of(dict, bare))
  }
}

/** Of the ways it was packed only the last one, that of the photograph itself, is left. */
function keepLast(dict: PDFDict): void {
  for (const name of packing) {
    const list = dict.lookup(name)
    const last = list instanceof PDFArray ? list.lookup(list.size() - 1) : undefined
    if (last === undefined || last === PDFNull) dict.delete(name)
    else dict.set(name, last)
  }
}

function bareOf({ kind, bytes }: PhotographInPdf): Uint8Array | undefined {
  return kind === 'jpeg' ? bareJpeg(bytes) : jpeg2000Parts(bytes).bare
}
