/** Photographs that tell who, when and where: real pictures with made-up EXIF. */
import { createCanvas } from '@napi-rs/canvas'

/** A TIFF of directories, little-endian: camera, author, and a place near Haidong. */
function exif(turned: number): Buffer {
  const entries: number[] = []
  const texts: Buffer[] = []
  const short = (n: number) => [n & 0xff, n >> 8]
  const long = (n: number) => [...short(n & 0xffff), ...short(n >>> 16)]
  const [first, gps, data] = [8, 8 + 2 + 4 * 12 + 4, 8 + 2 + 4 * 12 + 4 + 2 + 4 * 12 + 4]
  let at = data
  const ascii = (tag: number, text: string) => {
    const bytes = Buffer.from(`${text}\0`)
    texts.push(bytes)
    entries.push(...short(tag), ...short(2), ...long(bytes.length), ...long(at))
    at += bytes.length
  }
  const fractions = (tag: number, values: readonly number[]) => {
    texts.push(Buffer.from(values.flatMap(value => [...long(value), ...long(1)])))
    entries.push(...short(tag), ...short(5), ...long(3), ...long(at))
    at += 24
  }
  const letter = (tag: number, sign: string) =>
    entries.push(...short(tag), ...short(2), ...long(2), sign.charCodeAt(0), 0, 0, 0)
  entries.push(0x49, 0x49, 42, 0, ...long(first), ...short(4))
  ascii(0x010f, 'CAMERAMAKER')
  entries.push(...short(0x0112), ...short(3), ...long(1), ...long(turned))
  ascii(0x013b, 'PHOTOGRAPHER')
  entries.push(...short(0x8825), ...short(4), ...long(1), ...long(gps), ...long(0), ...short(4))
  letter(1, 'N')
  fractions(2, [36, 30, 0])
  letter(3, 'E')
  fractions(4, [102, 6, 0])
  entries.push(...long(0))
  return Buffer.concat([Buffer.from(entries), ...texts])
}

function drawn() {
  const canvas = createCanvas(64, 40)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 64, 40)
  context.fillStyle = '#c00'
  context.fillRect(4, 4, 20, 20)
  return canvas
}

/** `turned` as EXIF says it: 1 upright, 6 to be turned clockwise by a quarter. */
export async function tellingJpeg(turned = 1): Promise<Uint8Array> {
  const plain = await drawn().encode('jpeg', 90)
  const segment = (mark: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, mark, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(turned)])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>XMPWORDS</x>')),
    segment(0xfe, Buffer.from('COMMENTED')),
    plain.subarray(2),
  ])
}

export async function tellingPng(): Promise<Uint8Array> {
  const plain = await drawn().encode('png')
  const chunk = (kind: string, body: string) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(body.length)
    return Buffer.concat([size, Buffer.from(kind + body), Buffer.alloc(4)])
  }
  return Buffer.concat([plain.subarray(0, 33), chunk('tEXt', 'Author\0PHOTOGRAPHER'), plain.subarray(33)])
}
