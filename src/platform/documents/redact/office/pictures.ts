/** Pictures drawn anew: what is to be seen stays, what the file says of it goes. */

import { decodedPicture, pictureType } from '../../pictures/decode.ts'
import { canvasLibrary } from '../../raster/canvas.ts'
import { notRedactable } from '../refusals.ts'

const jpegQuality = 90

/** The picture as pixels only, in its own format. Throws `not_redactable` for what is no JPEG or PNG. */
export async function withoutMetadata(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const type = pictureType(bytes)
  if (type === undefined) throw notRedactable(strangePicture(name))
  const { createCanvas } = await canvasLibrary()
  const picture = await decodedPicture(bytes).catch(error => {
    throw notRedactable(strangePicture(name), error)
  })
  const canvas = createCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return type === 'png' ? canvas.encode('png') : canvas.encode('jpeg', jpegQuality)
}

const strangePicture = (name: string) => ({
  zh: `其中的图片 ${name} 不是 JPEG 或 PNG，或已损坏`,
  en: `its picture ${name} is no JPEG or PNG, or is damaged`,
})
