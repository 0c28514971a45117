/** Paints boxes over a photograph or scan; the file is drawn anew, without what it said of camera, place and time. */
import { checkSize } from '../charset.ts'
import { defaultLimits } from '../limits.ts'
import { decodedPicture } from '../pictures/decode.ts'
import { canvasLibrary } from '../raster/canvas.ts'
import { noSuchPlace, notRedactable } from './refusals.ts'
import type { Redacted, RedactRequest } from './request.ts'

const jpegQuality = 90

/**
 * Boxes are in pixels from the upper left corner as the picture is looked at. Throws DocumentError: `damaged`,
 * `too_large`; a Trouble: `no_such_place`, and `not_redactable` where texts are asked for.
 */
export async function redactPicture(
  bytes: Uint8Array,
  type: 'jpeg' | 'png',
  request: RedactRequest,
): Promise<Redacted> {
  checkSize(bytes, request.limits ?? defaultLimits)
  if ((request.texts?.length ?? 0) + (request.hits?.length ?? 0) > 0) throw notRedactable(noText)
  const { createCanvas } = await canvasLibrary()
  const picture = await decodedPicture(bytes)
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  if (type === 'jpeg') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(picture, 0, 0)
  context.fillStyle = '#000'
  for (const { page, box } of request.boxes ?? []) {
    if (page !== 1 || !box.every(Number.isFinite)) throw noSuchPlace(`${page}: ${box.join(' ')}`)
    const [left, top] = [Math.floor(Math.min(box[0], box[2])), Math.floor(Math.min(box[1], box[3]))]
    const [right, bottom] = [Math.ceil(Math.max(box[0], box[2])), Math.ceil(Math.max(box[1], box[3]))]
    context.fillRect(left, top, right - left, bottom - top)
  }
  const made = type === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', jpegQuality)
  const replaced = request.boxes?.length ?? 0
  const report = { pixelPages: [], keptPages: [], replaced, dropped: {}, notFound: [], notes: [] }
  return { bytes: new Uint8Array(made), type, report }
}

const noText = {
  zh: '图片里没有可以按文字隐去的内容',
  en: 'a picture holds no text that could be redacted by its words',
}
