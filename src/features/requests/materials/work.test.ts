import { describe, expect, test } from 'vitest'
import { RawPdf, text } from '../../../../test/documents/pdf/raw-pdf.ts'
import {
  drawnByPdfium,
  everythingIn,
  textByPdfium,
  textByPdfjs,
  writingsOf,
} from '../../../../test/support/pdf-contents.ts'
import { tellingJpeg, tellingPng } from '../../../../test/support/telling-pictures.ts'
import { decodedPicture } from '../../../platform/documents/pictures/decode.ts'
import { type Canvas, canvasLibrary } from '../../../platform/documents/raster/canvas.ts'
import type { Job, PageBox, PagePicture, RedactedCopy, Scanned } from './jobs.ts'
import { work } from './work.ts'

const mobile = '13972000001'
const other = '13855556666'
const cut = '/CropBox [20 60 280 390]'
const pages = ['/Rotate 180', cut, `/Rotate 90 ${cut}`, `/Rotate 270 ${cut}`]

/** A telephone near the upper left corner, another and a bar lower down, and words beyond the cut. */
function page(extra: string): Uint8Array {
  const pdf = new RawPdf()
  const bar = '0 0 0 rg 150 100 60 20 re f\n'
  const words = [text(40, 360, mobile, 14), text(40, 200, other, 14), text(30, 30, 'BEYOND', 14)]
  pdf.addPage({ content: [...words, bar].join(''), extra, width: 300, height: 420 })
  return pdf.bytes()
}

const scanned = (bytes: Uint8Array) => work({ do: 'scan', bytes, type: 'pdf', allowed: [] }) as Promise<Scanned>
const shown = (bytes: Uint8Array, type: Job['type'] = 'pdf') =>
  work({ do: 'page', bytes, type, page: 1 }) as Promise<PagePicture>
const covered = (bytes: Uint8Array, boxes: PageBox[], type: Job['type'] = 'pdf') =>
  work({ do: 'redact', bytes, type, boxes, texts: [] }) as Promise<RedactedCopy>

interface Picture {
  readonly width: number
  readonly height: number
  /** Whether the pixel is dark. */
  readonly dark: (x: number, y: number) => boolean
}

function onCanvas(canvas: Canvas): Picture {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  return { width, height, dark: (x, y) => (data[(y * width + x) * 4 + 1] ?? 255) < 128 }
}

/** Photographs are shown in a format that is not taken in. */
async function ofPhotograph(bytes: Uint8Array): Promise<Picture> {
  const { createCanvas, loadImage } = await canvasLibrary()
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return onCanvas(canvas)
}

async function byPdfium(bytes: Uint8Array): Promise<Picture> {
  const { width, height, data } = await drawnByPdfium(bytes, 1)
  return { width, height, dark: (x, y) => (data[(y * width + x) * 4 + 1] ?? 255) < 128 }
}

/** Part of the pixels that are dark, within a box or beyond it, in hundredths of the page as it is looked at. */
function ink(picture: Picture, { width, height }: PagePicture, [x0, y0, x1, y1]: PageBox['box'], where: 'in' | 'out') {
  let [all, dark] = [0, 0]
  for (let y = 0; y < picture.height; y += 2) {
    for (let x = 0; x < picture.width; x += 2) {
      const [px, py] = [(x / picture.width) * width, height - (y / picture.height) * height]
      const inside = px > x0 + 1 && px < x1 - 1 && py > y0 + 1 && py < y1 - 1
      const outside = px < x0 - 2 || px > x1 + 2 || py < y0 - 2 || py > y1 + 2
      if (!(where === 'in' ? inside : outside)) continue
      all += 1
      if (picture.dark(x, y)) dark += 1
    }
  }
  return dark / all
}

describe.each(pages)('a page with %s (条例37, D§7.7)', extra => {
  test('given the box of what was found, then it is black where the preview showed it, and nobody reads it again', async () => {
    const before = page(extra)
    const hit = (await scanned(before)).hits.find(hit => hit.text === mobile)
    if (!hit?.box) throw new Error('the telephone was not found')
    const view = await shown(before)
    const preview = onCanvas(await decodedPicture(view.bytes))
    expect(ink(preview, view, hit.box.box, 'in')).toBeGreaterThan(0.05)

    const { bytes } = await covered(before, [hit.box])
    const after = await byPdfium(bytes)
    expect([after.width / 2, after.height / 2].map(Math.round)).toEqual([view.width, view.height].map(Math.round))
    expect(ink(after, view, hit.box.box, 'in')).toBe(1)
    expect(ink(after, view, hit.box.box, 'out')).toBeCloseTo(ink(preview, view, hit.box.box, 'out'), 2)
    for (const read of [textByPdfjs, textByPdfium]) expect((await read(bytes)).map(letters)).toEqual(readable(extra))
    const all = everythingIn(bytes)
    for (const writing of [mobile, ...(extra.includes(cut) ? ['BEYOND'] : [])].flatMap(writingsOf)) {
      expect(all).not.toContain(writing)
    }
    // What stays is still read as it was.
    expect((await scanned(bytes)).hits.map(hit => hit.text)).toEqual([other])
  })
})

describe.each(['/Rotate 90'])('a page with %s (条例37)', extra => {
  test('given a box drawn by hand, then the black is there and nowhere else', async () => {
    const before = page(extra)
    const view = await shown(before)
    const box: PageBox['box'] = [view.width * 0.55, view.height * 0.1, view.width * 0.95, view.height * 0.2]
    const after = await byPdfium((await covered(before, [{ page: 1, box }])).bytes)
    expect(ink(after, view, box, 'in')).toBe(1)
    const preview = onCanvas(await decodedPicture(view.bytes))
    expect(ink(after, view, box, 'out')).toBeCloseTo(ink(preview, view, box, 'out'), 2)
  })
})

/** In no order: PDFium reads a line that stands on its head from its other end. */
const letters = (words: string) => [...words].sort().join('')
const readable = (extra: string) => [letters(other + (extra.includes(cut) ? '' : 'BEYOND'))]

describe('a photograph', () => {
  test.each([
    ['a jpeg', 'jpeg', () => tellingJpeg()],
    ['a jpeg taken on its side', 'jpeg', () => tellingJpeg(6)],
    ['a jpeg taken upside down', 'jpeg', () => tellingJpeg(3)],
    ['a png', 'png', tellingPng],
  ] as const)('given a box on %s, then it is black where the preview showed it', async (_, type, made) => {
    const before = await made()
    const view = await shown(before, type)
    const { width, height } = view
    const drawn = await ofPhotograph(view.bytes)
    expect([drawn.width, drawn.height]).toEqual([width, height])
    // Around the square that is drawn on it, wherever it lies as the picture is looked at.
    const dark = Array.from({ length: width * height }, (_, n) => [n % width, Math.floor(n / width)] as const)
    const square = dark.filter(([x, y]) => drawn.dark(x, y))
    const [xs, ys] = [square.map(([x]) => x), square.map(([, y]) => y)]
    const box: PageBox['box'] = [
      Math.min(...xs),
      height - Math.max(...ys) - 1,
      Math.max(...xs) + 1,
      height - Math.min(...ys),
    ]
    const after = (await decodedPicture((await covered(before, [{ page: 1, box }], type)).bytes)).getContext('2d')
    const at = (x: number, y: number) => Math.max(...after.getImageData(x, y, 1, 1).data.slice(0, 3))
    expect(square.length).toBeGreaterThan(300)
    expect(Math.max(...square.map(([x, y]) => at(x, y)))).toBeLessThan(40)
    const far = dark.filter(
      ([x, y]) => x < box[0] - 9 || x > box[2] + 9 || height - y < box[1] - 9 || height - y > box[3] + 9,
    )
    expect(Math.min(...far.map(([x, y]) => at(x, y)))).toBeGreaterThan(215)
  })
})
