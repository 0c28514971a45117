import { describe, expect, test } from 'vitest'
import { scanText } from '../../../src/domain/personal/scan.ts'
import { defaultLimits, readPaper } from '../../../src/platform/documents/index.ts'
import { pdfPieces } from '../../../src/platform/documents/inspect/pdf-pieces.ts'
import { redactPdf } from '../../../src/platform/documents/redact/pdf.ts'
import type { RedactHit } from '../../../src/platform/documents/redact/request.ts'
import { drawnByPdfium, everythingIn, textByPdfium, textByPdfjs, writingsOf } from '../../support/pdf-contents.ts'
import { RawPdf, text } from '../pdf/raw-pdf.ts'
import { typeset } from '../pdf/typst-pdf.ts'

const identity = '11010519491231002X'
const mobile = '13972000001'
const letter = typeset(`
#align(center, text(size: 16pt)[政府信息公开申请答复书])
申请人欧阳小明，身份证号码${identity}，联系电话${mobile}，于2021年11月5日申请公开某镇规划图。
#table(columns: 2, [姓名], [欧阳小明], [电话], [${mobile}])
#pagebreak()
第二页只有公开的内容：某镇规划图已公布。${'依照条例，可以在政府网站查阅。'.repeat(4)}
`)

/** As the wiring does it: the pieces of the document, scanned, every hit a request. */
async function hitsOf(bytes: Uint8Array): Promise<RedactHit[]> {
  const pieces = await pdfPieces(bytes, defaultLimits)
  return pieces.flatMap(({ id, text }) => scanText(text).map(({ start, end }) => ({ piece: id, start, end })))
}

describe('a Chinese letter with personal data (条例15, D§7.7)', () => {
  test('given its identity and telephone numbers redacted, then two readers find neither, and find all the rest', async () => {
    expect((await textByPdfium(letter)).join()).toContain(identity)
    const { bytes, report } = await redactPdf(letter, { hits: await hitsOf(letter), texts: [{ find: '欧阳小明' }] })
    for (const read of [textByPdfjs, textByPdfium]) {
      const [first = '', second = ''] = await read(bytes)
      for (const secret of [identity, mobile, '欧阳小明']) expect(first).not.toContain(secret)
      for (const digits of [identity.slice(6, 14), mobile.slice(3, 8)]) expect(first).not.toContain(digits)
      expect(first).toContain('政府信息公开申请答复书')
      expect(first).toContain('于2021年11月5日申请公开某镇规划图')
      expect(second).toContain('第二页只有公开的内容')
    }
    expect(report.pixelPages).toEqual([{ page: 1, why: 'boxes' }])
    expect(report.keptPages).toEqual([2])
    expect(report.notes).toHaveLength(1)
  })

  test('the table it stood in is still read as text by our own reader', async () => {
    const { bytes } = await redactPdf(letter, { hits: await hitsOf(letter) })
    const read = JSON.stringify(await readPaper(bytes))
    expect(read).toContain('政府信息公开申请答复书')
    expect(read).not.toContain(mobile)
  })

  test('given a box, then where it was there is one even black, as another program draws it', async () => {
    const box = [100, 700, 300, 760] as const
    const { bytes } = await redactPdf(letter, { boxes: [{ page: 1, box }] })
    const { width, height, data } = await drawnByPdfium(bytes, 1)
    let others = 0
    let inked = 0
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [px, py] = [x / 2, (height - y) / 2]
        const value = data[(y * width + x) * 4] ?? 255
        const inside = px > box[0] + 1 && px < box[2] - 1 && py > box[1] + 1 && py < box[3] - 1
        if (inside && value !== 0) others += 1
        if (!inside && value < 128) inked += 1
      }
    }
    expect(others).toBe(0)
    expect(inked).toBeGreaterThan(1000)
  })

  test('given all pages asked as pixels, then none of its fonts is left', async () => {
    const { bytes, report } = await redactPdf(letter, { texts: [{ find: identity }], allPages: true })
    expect(everythingIn(letter)).toContain('NotoSerif')
    expect(everythingIn(bytes)).not.toContain('NotoSerif')
    expect(report.pixelPages.map(({ why }) => why)).toEqual(['boxes', 'asked'])
    expect(report.notes).toEqual([])
  })
})

/** A PDF with a secret in every corner of it, some of them in hexadecimal. */
function cornered(): RawPdf {
  const pdf = new RawPdf()
  const hex = (words: string) => `<${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
  const picture = pdf.addStream(
    '/Type /XObject /Subtype /Image /Width 4 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    'SECRETPX',
  )
  const form = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', text(60, 500, 'SECRET-FORM'))
  const shared = `/XObject << /Pic ${picture} 0 R /Frm ${form} 0 R >>`
  pdf.addPage({
    content: `${text(60, 700, 'SECRET-TEXT')}${text(60, 650, 'Public words')}/Frm Do q 40 0 0 20 60 600 cm /Pic Do Q`,
    resources: shared,
  })
  pdf.addPage({ content: text(60, 700, 'The second page'), resources: shared })
  const script = pdf.add('<< /S /JavaScript /JS (SECRET-SCRIPT) >>')
  const file = pdf.addStream('/Type /EmbeddedFile', 'SECRET-FILE')
  const info = pdf.add(`<< /Author (SECRET-AUTHOR) /Title ${hex('SECRET-TITLE')} >>`)
  const metadata = pdf.addStream('/Type /Metadata /Subtype /XML', '<x>SECRET-XMP</x>')
  pdf.catalog =
    `/OpenAction ${script} 0 R /Metadata ${metadata} 0 R ` +
    `/Names << /EmbeddedFiles << /Names [(SECRET-NAME) << /Type /Filespec /F (a) /EF << /F ${file} 0 R >> >>] >> >>`
  pdf.trailer = `/Info ${info} 0 R`
  return pdf
}

describe('whatever else a PDF carries', () => {
  test('given a file with secrets in metadata, scripts, attachments and shared resources, then none is left in any stream', async () => {
    const before = cornered().bytes()
    expect(everythingIn(before).match(/SECRET/g)?.length).toBeGreaterThan(7)
    const boxes = [
      { page: 1, box: [50, 690, 300, 720] as const },
      { page: 1, box: [50, 490, 300, 520] as const },
      { page: 1, box: [50, 590, 110, 630] as const },
    ]
    const { bytes, report } = await redactPdf(before, { boxes })
    const all = everythingIn(bytes)
    for (const writing of writingsOf('SECRET')) expect(all).not.toContain(writing)
    expect(report.keptPages).toEqual([2])
    expect((await textByPdfjs(bytes)).join('|')).toBe('Publicwords|Thesecondpage')
  })

  test('given an earlier version appended to, then the words of the earlier one are gone', async () => {
    const first = Buffer.from(cornered().bytes()).toString('latin1')
    const content = text(60, 700, 'Later words')
    const at = first.length
    const object = `8 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`
    const start = /startxref\n(\d+)/.exec(first)?.[1]
    const page =
      /(\d+) 0 obj\n<< +\/Length \d+ >>\nstream\nBT \/F1 10 Tf {2}1 0 0 1 60 700 Tm \(SECRET-TEXT/.exec(first)?.[1] ??
      ''
    const appended =
      `${first}${object.replace('8 0', `${page} 0`)}xref\n${page} 1\n${String(at).padStart(10, '0')} 00000 n \n` +
      `trailer\n<< /Size 20 /Root 1 0 R /Prev ${start} >>\nstartxref\n${at + object.length - 1 + page.length}\n%%EOF\n`
    const before = Uint8Array.from(Buffer.from(appended, 'latin1'))
    expect((await textByPdfium(before))[0]).toContain('Laterwords')
    const { bytes } = await redactPdf(before, {})
    expect(everythingIn(bytes)).not.toContain('SECRET-TEXT')
    expect(everythingIn(bytes)).toContain('Later words')
  })

  test('given text under a black box, or in the colour of the paper, then its page becomes pixels without that text', async () => {
    for (const hide of [
      `${text(60, 700, 'COVERED-NAME', 12)}0 0 0 rg 55 695 200 20 re f`,
      `1 1 1 rg ${text(60, 700, 'COVERED-NAME', 12)}`,
      text(60, 700, 'COVERED-NAME', 12, '3 Tr'),
    ]) {
      const pdf = new RawPdf()
      pdf.addPage({ content: `${text(60, 600, 'Visible words', 12)}${hide}` })
      const { bytes, report } = await redactPdf(pdf.bytes(), {})
      expect(report.pixelPages).toEqual([{ page: 1, why: 'unseen_text' }])
      for (const read of [textByPdfjs, textByPdfium]) expect(await read(bytes)).toEqual(['Visiblewords'])
      expect(everythingIn(bytes)).not.toContain('COVERED')
    }
  })

  test('given an annotation that covers words, then its page becomes pixels, for without it they would show', async () => {
    const pdf = new RawPdf()
    const look = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 200 20]', '0 g 0 0 200 20 re f')
    const square = `/Annots [<< /Type /Annot /Subtype /Square /Rect [55 695 255 715] /F 4 /AP << /N ${look} 0 R >> >>]`
    pdf.addPage({ content: text(60, 700, 'COVERED-NAME', 12) + text(60, 600, 'Visible words', 12), extra: square })
    const { bytes, report } = await redactPdf(pdf.bytes(), {})
    expect(report.pixelPages).toEqual([{ page: 1, why: 'annotations' }])
    expect(await textByPdfjs(bytes)).toEqual(['Visiblewords'])
  })

  test('given a page lying on its side, then the box falls where it was meant to', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'HIDE-ME', 20) + text(60, 500, 'Keep me', 20), extra: '/Rotate 90' })
    const { bytes } = await redactPdf(pdf.bytes(), { boxes: [{ page: 1, box: [50, 690, 300, 730] }] })
    for (const read of [textByPdfjs, textByPdfium]) expect(await read(bytes)).toEqual(['Keepme'])
  })

  test('given a text that is nowhere found, then it says so, for it may stand in a picture', async () => {
    const { report } = await redactPdf(cornered().bytes(), { texts: [{ find: 'NOWHERE' }] })
    expect(report.notFound).toEqual(['NOWHERE'])
    expect(report.notes.map(({ en }) => en).join()).toContain('nowhere found')
  })

  test('given a box on a page that is not there, then it is refused and says which', async () => {
    const refused = redactPdf(letter, { boxes: [{ page: 9, box: [0, 0, 1, 1] }] })
    await expect(refused).rejects.toMatchObject({ code: 'no_such_place', at: '9: 0 0 1 1' })
  })
})
