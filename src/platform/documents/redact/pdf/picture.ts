/** A drawn page as a picture in a PDF. */
import { deflateSync } from 'node:zlib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Canvas } from '../../raster/canvas.ts'

/** Most the parts of a grey may differ, of 255: what the smoothing of letters leaves. */
const greyness = 6
const jpegQuality = 85
/** A JPEG is taken where it is smaller than this part of the picture without loss: for scans and photographs. */
const worthJpeg = 0.65

/**
 * Adds the picture: pages of text in sixteen greys, which is small and crisp; others without loss in all their
 * colours, unless a JPEG is much smaller.
 */
export async function addPicture(document: PDFDocument, canvas: Canvas): Promise<PDFRef> {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const grey = isGrey(data)
  const exact = deflateSync(grey ? greysOf(data) : coloursOf(data), { level: 6 })
  const jpeg = await canvas.encode('jpeg', jpegQuality)
  const head = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const { context } = document
  const add = (bytes: Uint8Array, kind: object) => context.register(context.stream(bytes, { ...head, ...kind }))
  if (jpeg.length < exact.length * worthJpeg) {
    return add(jpeg, { ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' })
  }
  const packed = { Filter: 'FlateDecode' }
  if (!grey) return add(exact, { ...packed, ColorSpace: 'DeviceRGB', BitsPerComponent: 8 })
  // Where even a JPEG is larger there are letters and lines, to which sixteen greys are enough.
  if (jpeg.length < exact.length) return add(exact, { ...packed, ColorSpace: 'DeviceGray', BitsPerComponent: 8 })
  const few = deflateSync(sixteenGreys(data, width, height), { level: 6 })
  return add(few, { ...packed, ColorSpace: 'DeviceGray', BitsPerComponent: 4 })
}

function isGrey(data: Uint8ClampedArray): boolean {
  for (let at = 0; at < data.length; at += 4) {
    const green = data[at + 1] ?? 0
    if (Math.abs((data[at] ?? 0) - green) > greyness || Math.abs(green - (data[at + 2] ?? 0)) > greyness) return false
  }
  return true
}

function greysOf(data: Uint8ClampedArray): Uint8Array {
  const greys = new Uint8Array(data.length / 4)
  for (let n = 0; n < greys.length; n += 1) greys[n] = data[n * 4 + 1] ?? 0
  return greys
}

function coloursOf(data: Uint8ClampedArray): Uint8Array {
  const colours = new Uint8Array((data.length / 4) * 3)
  let to = 0
  for (let at = 0; at < data.length; at += 4) {
    colours[to++] = data[at] ?? 0
    colours[to++] = data[at + 1] ?? 0
    colours[to++] = data[at + 2] ?? 0
  }
  return colours
}

/** Two pixels a byte; every row begins with a byte of its own. */
function sixteenGreys(data: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 2)
  const greys = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((data[(y * width + x) * 4 + 1] ?? 0) / 17)
      const at = y * stride + (x >> 1)
      greys[at] = (greys[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  }
  return greys
}
