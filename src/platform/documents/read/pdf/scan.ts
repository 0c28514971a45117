/** Smaller pictures are ruled lines, icons and seals' details, in pixels. */
const leastPicture = 10_000
/** A picture's dictionary is looked for this far around its `/Subtype /Image`. */
const reach = 600

/**
 * Pixels of all pictures in a PDF. Picture streams are never packed into other objects, so their dictionaries stand
 * in the file in clear; reading them costs nothing, decoding the pictures would cost seconds.
 */
export function picturePixels(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let pixels = 0
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const dictionary = text.slice(dictionaryStart(text, index), dictionaryEnd(text, index))
    const size = side(dictionary, 'Width') * side(dictionary, 'Height')
    if (size >= leastPicture) pixels += size
  }
  return pixels
}

function dictionaryStart(text: string, index: number): number {
  const near = text.slice(Math.max(0, index - reach), index)
  const object = near.lastIndexOf(' obj')
  return object < 0 ? Math.max(0, index - reach) : index - near.length + object
}

function dictionaryEnd(text: string, index: number): number {
  const stream = text.slice(index, index + reach).indexOf('stream')
  return stream < 0 ? index + reach : index + stream
}

function side(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0)
}
