/** Pictures in a PDF that a reader does not see whole: what is under a box is told, and is not in the copy. */
import { deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Finding, findingKinds, inspect } from '../../../src/platform/documents/inspect/index.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { drawnByPdfium, everythingIn } from '../../support/pdf-contents.ts'
import { tellingJpeg } from '../../support/telling-pictures.ts'
import { type RawPage, RawPdf, text } from '../pdf/raw-pdf.ts'

/** A scan as a camera leaves it: stripes, so that every part of it shows something. */
async function scan(): Promise<string> {
  const canvas = createCanvas(200, 300)
  const context = canvas.getContext('2d')
  for (let row = 0; row < 300; row += 1) {
    context.fillStyle = row % 4 < 2 ? '#fff' : '#246'
    context.fillRect(0, row, 200, 1)
  }
  return (await canvas.encode('jpeg', 80)).toString('latin1')
}

let jpeg = ''
beforeAll(async () => {
  jpeg = await scan()
})

const jpegPicture = '/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'
const whole = 'q 400 0 0 600 50 100 cm /Scan Do Q\n'

function pdfOf(content: string, page: Partial<RawPage> = {}): Uint8Array {
  const pdf = new RawPdf()
  const picture = pdf.addStream(`${jpegPicture} /Width 200 /Height 300`, jpeg)
  const patch = pdf.addStream(
    '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width 2 /Height 2',
    '\x00\x00\x00\x00',
  )
  const resources = `/XObject << /Scan ${picture} 0 R /Patch ${patch} 0 R >> /ExtGState << /Faint << /ca 0.01 >> /Marker << /ca 0.4 >> >>`
  // Half a page: the copy is quicker made.
  pdf.addPage({ content: `.5 0 0 .5 0 0 cm\n${content}`, resources, width: 298, height: 421, ...page })
  return pdf.bytes()
}

const isTold = ({ kind }: Finding) => findingKinds[kind].group !== 'unread'

describe('a page that is a picture (条例15, D§7.7)', () => {
  const line = (n: number) => text(60, 720 + n * 20, 'Words that a program reads', 12)
  test.each([
    ['nothing but a picture', whole, ['picture_only']],
    ['a picture beside words', `${whole}${line(1)}${line(2)}`, ['picture_part']],
    ['an ornament beside words', `q 20 0 0 20 50 100 cm /Scan Do Q ${line(1)}`, []],
  ])('given %s, then it says whether somebody has to look', async (_, content, kinds) => {
    const found = await inspect(pdfOf(content), 'pdf')
    expect(found.filter(each => !isTold(each)).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('a photograph in a PDF that tells camera and place (D§7.7)', () => {
  test.each([
    ['as it is', '/Filter /DCTDecode', (photo: Buffer) => photo],
    ['packed once more', '/Filter [/FlateDecode /DCTDecode]', (photo: Buffer) => deflateSync(photo)],
  ])(
    'given it %s, then that is told, and the copy holds the same picture and nothing beside',
    async (_, filter, pack) => {
      const photo = Buffer.from(await tellingJpeg())
      const pdf = new RawPdf()
      const about = pdf.addStream('/Type /Metadata /Subtype /XML', '<x>OWNWORDS</x>')
      const picture = pdf.addStream(
        `/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width 64 /Height 40 /Metadata ${about} 0 R ${filter}`,
        pack(photo).toString('latin1'),
      )
      const resources = `/XObject << /Photo ${picture} 0 R >>`
      pdf.addPage({ content: 'q 200 0 0 125 40 100 cm /Photo Do Q', resources, width: 300, height: 300 })
      const found = await inspect(pdf.bytes(), 'pdf')
      expect(found.filter(isTold).map(({ kind, sample }) => [kind, sample])).toEqual([
        ['exif', 'CAMERAMAKER PHOTOGRAPHER'],
        ['gps', '36.50000, 102.10000'],
        ['xmp', 'XMPWORDS'],
        ['picture_text', 'COMMENTED'],
        ['xmp', 'OWNWORDS'],
      ])
      const { bytes, report } = await redact(pdf.bytes(), 'pdf', {})
      expect(report.keptPages).toEqual([1])
      expect((await inspect(bytes, 'pdf')).filter(isTold)).toEqual([])
      for (const word of ['Exif', 'CAMERAMAKER', 'XMPWORDS', 'COMMENTED', 'OWNWORDS']) {
        expect(everythingIn(bytes)).not.toContain(word)
      }
      const [before, after] = [await drawnByPdfium(pdf.bytes(), 1), await drawnByPdfium(bytes, 1)]
      expect(Buffer.compare(after.data, before.data)).toBe(0)
    },
  )

  test('given it stands between the operators, where it cannot be looked into, then its page becomes pixels', async () => {
    const photo = Buffer.from(await tellingJpeg()).toString('latin1')
    const inline = `BI /W 64 /H 40 /BPC 8 /CS /RGB /F /DCT ID ${photo}\nEI`
    const pdf = new RawPdf()
    pdf.addPage({ content: `q 200 0 0 125 40 100 cm ${inline} Q`, width: 300, height: 300 })
    const { bytes } = await redact(pdf.bytes(), 'pdf', { dpi: 150 })
    expect(everythingIn(bytes)).not.toContain('CAMERAMAKER')
  })
})

describe('a scan of which a part is covered (条例15, D§7.7)', () => {
  test.each([
    ['a black box is painted over it', `${whole}0 g 100 300 200 40 re f`],
    ['a box of white with a word on it', `${whole}1 g 100 300 200 40 re f 0 g ${text(110, 310, 'Covered', 20)}`],
    ['a thick line is drawn through it', `${whole}20 w 100 300 m 300 300 l S`],
    ['a little black picture is laid on it', `${whole}q 200 0 0 40 100 300 cm /Patch Do Q`],
    ['it is cut to its upper half', `q 50 400 400 300 re W n ${whole}Q`],
    ['it reaches beyond the page', 'q 400 0 0 600 400 100 cm /Scan Do Q'],
    ['it is too faint to be seen', `/Faint gs ${whole}`],
  ])('given %s, then that is told, and the copy holds the picture no more', async (_, content) => {
    const before = pdfOf(content)
    expect(everythingIn(before)).toContain(jpeg)
    expect(await inspect(before, 'pdf')).toContainEqual(
      expect.objectContaining({ kind: 'covered_picture', at: expect.objectContaining({ page: 1 }) }),
    )
    const { bytes, report } = await redact(before, 'pdf', { dpi: 150 })
    expect(report.pixelPages).toEqual([{ page: 1, why: 'unseen_picture' }])
    expect(everythingIn(bytes)).not.toContain(jpeg.slice(-400))
    expect((await inspect(bytes, 'pdf')).map(({ kind }) => kind)).not.toContain('covered_picture')
  })

  test.each([
    ['it is whole', whole],
    ['a box was there before it', `0 g 100 300 200 40 re f ${whole}`],
    ['words stand on it', `${whole}0 g ${text(110, 310, 'Words', 20)}`],
    ['a marker lets it show through', `${whole}/Marker gs 1 1 0 rg 100 300 200 40 re f`],
  ])('given %s, then its page stays as it is', async (_, content) => {
    const before = pdfOf(content)
    expect((await inspect(before, 'pdf')).map(({ kind }) => kind)).not.toContain('covered_picture')
    expect((await redact(before, 'pdf', { dpi: 150 })).report.keptPages).toEqual([1])
  })

  test.each([
    ['beyond the cut of the page', text(60, 20, 'BEYOND', 12), { extra: '/CropBox [0 50 298 421]' }],
    ['cut away', `q 50 400 400 300 re W n ${text(60, 200, 'BEYOND', 12)}Q`, {}],
  ])('given words %s, then they are told, and are not in the copy', async (_, content, page) => {
    const before = pdfOf(`${text(60, 600, 'Visible words', 12)}${content}`, page)
    expect(await inspect(before, 'pdf')).toContainEqual(
      expect.objectContaining({ kind: 'covered_text', sample: 'BEYOND' }),
    )
    const { bytes, report } = await redact(before, 'pdf', { dpi: 150 })
    expect(report.pixelPages).toEqual([{ page: 1, why: 'unseen_text' }])
    expect(everythingIn(bytes)).not.toContain('BEYOND')
  })
})

describe('whatever else a page carries (D§7.7)', () => {
  test.each([
    [
      'words in the place of those shown',
      `/Span << /ActualText (SECRET) >> BDC ${text(60, 600, 'Shown', 12)} EMC`,
      {},
      null,
    ],
    [
      'the value of a hidden field',
      text(60, 600, 'Shown', 12),
      { extra: '/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (SECRET) /F 2 /Rect [9 9 99 29] >>]' },
      'annotation',
    ],
    ['words without ink', `${text(60, 600, 'Shown', 12)}${text(60, 500, 'SECRET', 12, '3 Tr')}`, {}, 'covered_text'],
  ] as const)('given %s, then they are not in the copy', async (_, content, page, kind) => {
    const before = pdfOf(content, page)
    if (kind !== null) expect((await inspect(before, 'pdf')).map(each => each.kind)).toContain(kind)
    const { bytes } = await redact(before, 'pdf', { dpi: 150 })
    expect(everythingIn(before)).toContain('SECRET')
    expect(everythingIn(bytes)).not.toContain('SECRET')
  })

  test('given a layer that is off, then it is told, and its words are not in the copy', async () => {
    const pdf = new RawPdf()
    const layer = pdf.add('<< /Type /OCG /Name (Draft) >>')
    pdf.addPage({
      content: `${text(60, 100, 'Shown', 12)}/OC /L BDC ${text(60, 50, 'SECRET', 12)} EMC`,
      resources: `/Properties << /L ${layer} 0 R >>`,
      width: 298,
      height: 200,
    })
    pdf.catalog = `/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`
    expect((await inspect(pdf.bytes(), 'pdf')).map(({ kind }) => kind)).toContain('layer')
    const { bytes, report } = await redact(pdf.bytes(), 'pdf', { dpi: 150 })
    expect(report.pixelPages).toEqual([{ page: 1, why: 'layers' }])
    expect(everythingIn(bytes)).not.toContain('SECRET')
  })

  test('given words for a picture kept in its structure, then they are told', async () => {
    const pdf = new RawPdf()
    pdf.add('<< /Type /StructElem /S /Figure /Alt (SECRET) >>')
    pdf.addPage({ content: text(60, 100, 'Shown', 12), width: 298, height: 200 })
    expect(await inspect(pdf.bytes(), 'pdf')).toContainEqual(
      expect.objectContaining({ kind: 'picture_text', sample: 'SECRET' }),
    )
    expect(everythingIn((await redact(pdf.bytes(), 'pdf', {})).bytes)).not.toContain('SECRET')
  })
})
