/** What a photograph or scan says beside what it shows: camera, time, place, words. */
import { inflateSync } from 'node:zlib'
import type { Findings } from './collect.ts'
import { readExif } from './exif.ts'

/** `part` names the picture within its document. Whatever is broken is passed over: what can be read is told. */
export function inspectPicture(bytes: Uint8Array, type: 'jpeg' | 'png', findings: Findings, part?: string): void {
  const where = part === undefined ? {} : { part }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { name, body } of type === 'jpeg' ? jpegSegments(file) : pngChunks(file)) {
    if (name === 'exif') {
      const { words, position } = readExif(body)
      findings.add('exif', words, where)
      if (position !== undefined) findings.add('gps', position, where)
    } else if (name === 'xmp') findings.add('xmp', body.toString('utf8').replace(/<[^>]*>/g, ' '), where)
    else findings.add('picture_text', body.toString('utf8'), where)
  }
}

interface Told {
  readonly name: 'exif' | 'xmp' | 'text'
  readonly body: Buffer
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
