/** The segments and chunks in which JPEG and PNG files tell things beside the picture. */
import { inflateSync } from 'node:zlib'

export interface Told {
  readonly name: 'exif' | 'xmp' | 'text'
  readonly body: Buffer
}

/** Everything told, in the order of the file; what is broken ends it. */
export function toldBy(bytes: Uint8Array, type: 'jpeg' | 'png'): Iterable<Told> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return type === 'jpeg' ? jpegSegments(file) : pngChunks(file)
}

const exifMark = 'Exif\0\0'
const xmpMark = 'http://ns.adobe.com/xap/1.0/\0'

/** Segments before the picture itself. */
function* jpegSegments(file: Buffer): Generator<Told> {
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const mark = file[at + 1] ?? 0
    const size = file.readUInt16BE(at + 2)
    if (mark === 0xda || size < 2) return
    const body = file.subarray(at + 4, at + 2 + size)
    const head = body.subarray(0, 32).toString('latin1')
    if (mark === 0xe1 && head.startsWith(exifMark)) yield { name: 'exif', body: body.subarray(exifMark.length) }
    else if (mark === 0xe1 && head.startsWith(xmpMark)) yield { name: 'xmp', body: body.subarray(xmpMark.length) }
    else if (mark === 0xfe || mark === 0xed) yield { name: 'text', body }
    at += 2 + size
  }
}

function* pngChunks(file: Buffer): Generator<Told> {
  for (let at = 8; at + 12 <= file.length; ) {
    const size = file.readUInt32BE(at)
    const kind = file.subarray(at + 4, at + 8).toString('latin1')
    const body = file.subarray(at + 8, at + 8 + size)
    if (kind === 'eXIf') yield { name: 'exif', body }
    if (kind === 'tEXt' || kind === 'iTXt') {
      const isXmp = body.subarray(0, 17).toString('latin1') === 'XML:com.adobe.xmp'
      yield { name: isXmp ? 'xmp' : 'text', body }
    }
    if (kind === 'zTXt') yield { name: 'text', body: unpacked(body) }
    if (kind === 'IEND') return
    at += 12 + size
  }
}

/** Longest text unpacked. */
const longest = 65_536

function unpacked(body: Buffer): Buffer {
  const end = body.indexOf(0)
  try {
    return Buffer.concat([
      body.subarray(0, end),
      Buffer.from(' '),
      inflateSync(body.subarray(end + 2), { maxOutputLength: longest }),
    ])
  } catch {
    // Its keyword is finding enough.
    return body.subarray(0, Math.max(0, end))
  }
}
