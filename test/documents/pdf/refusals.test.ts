import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../../src/platform/documents/errors.ts'
import { cpuTime } from '../../support/cpu-time.ts'
import { paperOf, textsOf } from './paper-of.ts'
import { onePage, RawPdf, text } from './raw-pdf.ts'
import { typeset } from './typst-pdf.ts'

async function codeOf(bytes: Uint8Array): Promise<string> {
  const reason = await paperOf(bytes).then(
    () => undefined,
    (error: unknown) => error,
  )
  return reason instanceof DocumentError ? reason.code : String(reason)
}

function scan(content: string): Uint8Array {
  const pdf = new RawPdf()
  const image = pdf.addStream(
    '/Type /XObject /Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
    'not decoded anyway',
  )
  pdf.addPage({ content: `q 595 0 0 842 0 0 cm /I Do Q ${content}`, resources: `/XObject << /I ${image} 0 R >>` })
  return pdf.bytes()
}

const sentence = 'made public thirty items this year, answered nine requests'

describe('a PDF that cannot be read is refused by name', () => {
  it('no bytes, or a page with nothing on it', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(onePage({ content: '' }))).toBe('empty')
  })

  it('a password', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(100, 700, sentence) })
    const key = `<${'41'.repeat(32)}>`
    pdf.trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
    expect(await codeOf(pdf.bytes())).toBe('encrypted')
  })

  it('not a PDF, or only the beginning of one', async () => {
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7 and then nothing'))).toBe('damaged')
    expect(await codeOf(typeset('正文').slice(0, 900))).toBe('damaged')
  })

  it('more pages than are read, before any page is looked at', async () => {
    const pdf = new RawPdf()
    for (let page = 0; page < 10_000; page += 1) pdf.addPage({ content: '' })
    const bytes = pdf.bytes()
    const start = cpuTime()
    expect(await codeOf(bytes)).toBe('too_large')
    expect(cpuTime() - start).toBeLessThan(5_000)
  })

  it('letters drawn as outlines', async () => {
    const letters = Array.from({ length: 200 }, (_, at) => `${(at % 20) * 20 + 90} ${700 - at} m 5 5 9 9 12 0 c f\n`)
    expect(await codeOf(onePage({ content: letters.join('') }))).toBe('no_text_layer')
  })

  it('a scan, also one with a page mark printed over it', async () => {
    expect(await codeOf(scan(''))).toBe('no_text_layer')
    expect(await codeOf(scan(text(290, 30, '- 1 -')))).toBe('no_text_layer')
  })
})

describe('a PDF that can be read after all is read', () => {
  it('a scan with a text layer without ink', async () => {
    expect(textsOf(await paperOf(scan(text(100, 700, sentence, 10, '3 Tr'))))).toEqual([sentence])
  })

  it('text without ink is left out where other text is printed', async () => {
    const content = text(100, 700, 'ghost', 10, '3 Tr') + text(100, 600, sentence, 10, '0 Tr')
    expect(textsOf(await paperOf(onePage({ content })))).toEqual([sentence])
  })

  it('a page tree that counts more pages than it has', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(100, 700, sentence) })
    pdf.count = 10_000
    expect(textsOf(await paperOf(pdf.bytes()))).toEqual([sentence])
  })

  it('a damaged cross-reference table', async () => {
    const sound = Buffer.from(onePage({ content: text(100, 700, sentence) })).toString('latin1')
    const bytes = Uint8Array.from(Buffer.from(sound.replace(/startxref\n\d+/, 'startxref\n99'), 'latin1'))
    expect(textsOf(await paperOf(bytes))).toEqual([sentence])
  })

  it('and the bytes given are left as they were', async () => {
    const bytes = onePage({ content: text(100, 700, sentence) })
    const before = bytes.slice()
    await paperOf(bytes)
    expect(bytes).toEqual(before)
  })
})
