/** A drawn page as a picture in a PDF. */
import { deflateSync } from 'node:zlib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Canvas } from '../../raster/canvas.ts'

/** Most the parts of a grey may differ, of 255: what the smoothing of letters leaves. */
const greyness = 6
const jpegQuality = 85
/** Letters stay crisp as long as that costs no more than this much over a JPEG. */
const crispnessWorth = 1.5

/**
 * Adds the picture: pages of text grey and without loss, which is small and crisp; coloured ones without loss too
 * unless a JPEG is much smaller, as for scans.
 */
export async function addPicture(document: PDFDocument, canvas: Canvas): Promise<PDFRef> {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const grey = isGrey(data)
  const exact = deflateSync(grey ? partsOf(data, [1]) : partsOf(data, [0, 1, 2]), { level: 6 })
  const jpeg = await canvas.encode('jpeg', jpegQuality)
  const head = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const { context } = document
  if (exact.length <= jpeg.length * crispnessWorth) {
    const ColorSpace = grey ? 'DeviceGray' : 'DeviceRGB'
    return context.register(context.stream(exact, { ...head, ColorSpace, Filter: 'FlateDecode' }))
  }
  return context.register(context.stream(jpeg, { ...head, ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' }))
}

function isGrey(data: Uint8ClampedArray): boolean {
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
    if (Math.abs(red - green) > greyness || Math.abs(green - blue) > greyness) return false
  }
  return true
}

function partsOf(data: Uint8ClampedArray, parts: readonly number[]): Uint8Array {
  const taken = new Uint8Array((data.length / 4) * parts.length)
  let to = 0
  for (let at = 0; at < data.length; at += 4) for (const part of parts) taken[to++] = data[at + part] ?? 0
  return taken
}
