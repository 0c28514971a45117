/** Pictures decoded within limits. */
import { damaged, tooLarge } from '../errors.ts'
import { canvasLibrary, type Image } from './canvas.ts'

/** Pixels of the largest picture that is decoded: a photograph has 50 million. */
const mostPixels = 60_000_000

/**
 * Decodes a JPEG or PNG, turned as its EXIF says. Its size is read before any memory is taken.
 * Throws DocumentError: `too_large`, `damaged`.
 */
export async function decodedPicture(bytes: Uint8Array): Promise<Image> {
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (size === undefined) throw damaged('图片', 'the picture')
  if (!(size.width * size.height <= mostPixels)) {
    throw tooLarge(`图片为 ${size.width}×${size.height} 像素`, `a picture of ${size.width}×${size.height} pixels`)
  }
  const { loadImage } = await canvasLibrary()
  try {
    return await loadImage(Buffer.from(bytes))
  } catch (error) {
    throw damaged('图片', 'the picture', error)
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(file: Buffer): Size | undefined {
  if (file[0] === 0x89) {
    return file.length < 24 ? undefined : { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
  }
  for (let at = 2; at + 9 < file.length && file[at] === 0xff; ) {
    const mark = file[at + 1] ?? 0
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at += 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

/** Told by the first bytes. */
export function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  return Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n' ? 'png' : undefined
}
