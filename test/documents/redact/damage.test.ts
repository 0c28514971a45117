/** Whatever is done to the bytes of a file, it is inspected, redacted and shown, or refused: nothing else is thrown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DocumentError } from '../../../src/platform/documents/errors.ts'
import { inspect, readPieces } from '../../../src/platform/documents/inspect/index.ts'
import { limitsWith } from '../../../src/platform/documents/limits.ts'
import { preview } from '../../../src/platform/documents/preview/index.ts'
import { type RedactedType, redact } from '../../../src/platform/documents/redact/index.ts'
import { Trouble } from '../../../src/platform/trouble.ts'
import { zipOf } from '../../support/office.ts'
import { bookWithTraces, letterWithTraces } from '../../support/office-with-traces.ts'
import { tellingJpeg, tellingPng } from '../../support/telling-pictures.ts'
import { RawPdf, text } from '../pdf/raw-pdf.ts'

function pdfOf(width = 200): RawPdf {
  const pdf = new RawPdf()
  pdf.addPage({ content: text(20, 100, 'Words of a small page', 10), width, height: 150 })
  return pdf
}

const limits = limitsWith({ unpackedBytes: 20_000_000 })
const makers: readonly (readonly [RedactedType, number, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['pdf', 6, () => pdfOf().bytes()],
  ['docx', 30, letterWithTraces],
  ['xlsx', 30, bookWithTraces],
  ['jpeg', 8, () => tellingJpeg()],
  ['png', 8, tellingPng],
]

async function outcome(bytes: Uint8Array, type: RedactedType): Promise<unknown> {
  const ways = [
    () => inspect(bytes, type, limits),
    () => readPieces(bytes, type, limits),
    () => redact(bytes, type, { limits, texts: type === 'png' || type === 'jpeg' ? [] : [{ find: 'Words' }] }),
    () => preview(bytes, type, { page: 1, longest: 200, limits }),
  ]
  for (const way of ways) {
    try {
      await way()
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof Trouble)) return error
    }
  }
  return 'done or refused'
}

const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 }),
  keep: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
})

describe('a damaged file', () => {
  test.each(makers)('%s is done or refused', async (type, numRuns, make) => {
    const bytes = await make()
    expect(await outcome(bytes, type)).toBe('done or refused')
    await fc.assert(
      fc.asyncProperty(damage, async ({ flips, keep }) => {
        const copy = Uint8Array.from(bytes)
        for (const [at, mask] of flips) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ mask
        const hurt = keep === null ? copy : copy.subarray(0, Math.floor(copy.length * keep))
        expect(await outcome(hurt, type)).toBe('done or refused')
      }),
      { seed: 20_261_128, numRuns },
    )
  })
})

describe('a file that is not what it should be', () => {
  test('given a part that unpacks to far more than its size, then it is too large', async () => {
    const bomb = letterWithTraces({ 'word/header1.xml': `<w:hdr xmlns:w="urn:w">${' '.repeat(9_000_000)}</w:hdr>` })
    for (const way of [redact(bomb, 'docx', { limits }), inspect(bomb, 'docx', limits)]) {
      await expect(way).rejects.toMatchObject({ code: 'too_large' })
    }
  })

  test('given an entity of its own making, then it is damaged and never read', async () => {
    const bomb = letterWithTraces({
      'word/document.xml': '<!DOCTYPE a [<!ENTITY x "yyyy">]><w:document xmlns:w="urn:w">&x;</w:document>',
    })
    await expect(redact(bomb, 'docx', {})).rejects.toMatchObject({ code: 'damaged' })
  })

  test('given a password before it, then it is encrypted', async () => {
    const locked = pdfOf()
    const key = `<${'41'.repeat(32)}>`
    locked.trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<41> <41>]`
    for (const way of [
      redact(locked.bytes(), 'pdf', {}),
      inspect(locked.bytes(), 'pdf'),
      preview(locked.bytes(), 'pdf', { page: 1 }),
    ]) {
      await expect(way).rejects.toMatchObject({ code: 'encrypted' })
    }
  })

  test('given another format than said, or none, then it is refused', async () => {
    for (const [type] of makers) {
      await expect(redact(zipOf({ a: 'b' }), type, {})).rejects.toBeInstanceOf(DocumentError)
      await expect(inspect(new Uint8Array(0), type)).rejects.toBeInstanceOf(DocumentError)
    }
  })

  test('given a page too large to be pixels at a resolution one can read, then it is too large', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'Words'), width: 14_000, height: 14_000 })
    const way = redact(pdf.bytes(), 'pdf', { boxes: [{ page: 1, box: [1, 1, 2, 2] }] })
    await expect(way).rejects.toMatchObject({ code: 'too_large' })
  })
})
