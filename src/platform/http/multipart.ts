/**
 * Takes the files out of a browser's form (RFC 7578) without copying them: each is a window on the body. The parser
 * of the platform copies every file twice, which a form of 200 MB does not allow.
 */
export interface FormFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

const lineEnd = '\r\n'
const headersEnd = '\r\n\r\n'
/** No browser's part has more. */
const headerBytes = 16_384

/** The files of a form, fields without a file left out; null where the body is no whole form. */
export function formFiles(body: Uint8Array, contentType: string): FormFile[] | null {
  const boundary = /^multipart\/form-data;.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark) return null
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const delimiter = Buffer.from(`${lineEnd}--${mark}`)
  const files: FormFile[] = []
  // The first delimiter stands at the very start, without the line end before it.
  let at = bytes.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2)) ? delimiter.length - 2 : -1
  while (at >= 0) {
    const after = bytes.toString('latin1', at, at + 2)
    if (after === '--') return files
    const end = bytes.indexOf(delimiter, at)
    if (after !== lineEnd || end < 0) return null
    const file = fileIn(bytes.subarray(at + 2, end))
    if (file) files.push(file)
    at = end + delimiter.length
  }
  return null
}

function fileIn(part: Buffer): FormFile | null {
  const end = part.subarray(0, headerBytes).indexOf(headersEnd)
  if (end < 0) return null
  const lines = part.toString('utf8', 0, end).split(lineEnd)
  const disposition = lines.find(line => /^content-disposition:/i.test(line)) ?? ''
  const name = parameter(disposition, 'filename')
  if (name === null) return null
  return { field: parameter(disposition, 'name') ?? '', name, bytes: part.subarray(end + headersEnd.length) }
}

/** Browsers escape only the quote and line breaks in names. */
function parameter(disposition: string, key: string): string | null {
  const found = new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(disposition)?.[1]
  return found?.replace(/%22/g, '"').replace(/%0D/g, '\r').replace(/%0A/g, '\n') ?? null
}
