/**
 * Photographs and scans as pixels. They are set on the page of a PDF and drawn as that is: its decoders are written
 * in a language in which broken data is an error; those of the canvas take the whole process with them.
 */
import { degrees, PDFDocument } from 'pdf-lib'
import { DocumentError, damaged, tooLarge } from '../errors.ts'
import { defaultLimits } from '../limits.ts'
import type { Canvas } from '../raster/canvas.ts'
import { mostPixels, openDrawing } from '../raster/pdf.ts'
import { readExif } from './exif.ts'
import { pictureOnly } from './png.ts'
import { toldBy } from './told.ts'

/**
 * Decodes a JPEG or PNG onto white, turned as its EXIF says. Its size is read before any memory is taken.
 * Throws DocumentError: `too_large`, `damaged`.
 */
export async function decodedPicture(bytes: Uint8Array): Promise<Canvas> {
  const type = pictureType(bytes)
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (type === undefined || size === undefined) throw damaged('图片', 'the picture')
  if (!(size.width * size.height <= mostPixels)) {
    throw tooLarge(`图片为 ${size.width}×${size.height} 像素`, `a picture of ${size.width}×${size.height} pixels`)
  }
  try {
    return await draw(bytes, type)
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged('图片', 'the picture', error)
  }
}

async function draw(bytes: Uint8Array, type: 'jpeg' | 'png'): Promise<Canvas> {
  const document = await PDFDocument.create({ updateMetadata: false })
  // Copies: the library looks at the memory around a view as well.
  const picture =
    type === 'png'
      ? await document.embedPng(pictureOnly(Buffer.from(bytes)))
      : await document.embedJpg(new Uint8Array(bytes))
  const page = document.addPage([picture.width, picture.height])
  page.drawImage(picture, { x: 0, y: 0, width: picture.width, height: picture.height })
  for (const { name, body } of toldBy(bytes, type)) if (name === 'exif') page.setRotation(degrees(readExif(body).turn))
  const drawing = await openDrawing(await document.save(), defaultLimits, 'strict')
  try {
    return await drawing.draw(1, 72)
  } finally {
    await drawing.close()
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
