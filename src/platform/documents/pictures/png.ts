/** The parts of a PNG that are the picture, checked one by one, and nothing else. */
import { crc32, inflateSync } from 'node:zlib'
import { damaged } from '../errors.ts'

const critical = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']
/** Bytes of one pixel at most: four parts of two bytes. */
const pixelBytes = 8

/**
 * The file with only the chunks that are drawn. Decoders may go astray in broken ones, so every sum is checked, and
 * that the pixels unpack to no more than the size in the head. Throws `damaged`.
 */
export function pictureOnly(file: Buffer): Uint8Array {
  const kept: Buffer[] = [file.subarray(0, 8)]
  const pixels: Buffer[] = []
  let head: Buffer | undefined
  for (let at = 8; ; ) {
    if (at + 12 > file.length) throw damaged('图片', 'the picture')
    const size = file.readUInt32BE(at)
    const end = at + 12 + size
    const kind = file.subarray(at + 4, at + 8).toString('latin1')
    if (end > file.length) throw damaged('图片', 'the picture')
    if (critical.includes(kind)) {
      if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw damaged('图片', 'the picture')
      kept.push(file.subarray(at, end))
    }
    if (kind === 'IHDR') head = file.subarray(at + 8, end - 4)
    if (kind === 'IDAT') pixels.push(file.subarray(at + 8, end - 4))
    if (kind === 'IEND') break
    at = end
  }
  if (head === undefined || head.length !== 13) throw damaged('图片', 'the picture')
  const most = (head.readUInt32BE(0) * pixelBytes + 16) * (head.readUInt32BE(4) + 16)
  inflateSync(Buffer.concat(pixels), { maxOutputLength: most })
  return new Uint8Array(Buffer.concat(kept))
}
