import { describe, expect, test } from 'vitest'
import { decodedPicture } from '../../../src/platform/documents/pictures/decode.ts'
import { preview } from '../../../src/platform/documents/preview/index.ts'
import { docxOf, paragraph } from '../../support/office.ts'
import { bookWithTraces } from '../../support/office-with-traces.ts'
import { tellingJpeg } from '../../support/telling-pictures.ts'
import { RawPdf, text } from '../pdf/raw-pdf.ts'
import { typeset } from '../pdf/typst-pdf.ts'

describe('a document shown in the browser', () => {
  test('given a PDF, then the page asked for is a picture no larger than asked, with Han text drawn', async () => {
    const shown = await preview(typeset('第一页。#pagebreak()第二页。'), 'pdf', { page: 2, longest: 800 })
    expect(shown).toMatchObject({ is: 'picture', mime: 'image/png', page: 2, pages: 2 })
    if (shown.is !== 'picture') throw new Error('no picture')
    expect(Math.max(shown.width, shown.height)).toBeLessThanOrEqual(801)
    const drawn = await decodedPicture(shown.bytes)
    expect(Math.abs(drawn.width - shown.width) + Math.abs(drawn.height - shown.height)).toBe(0)
  })

  test('given a Han face that the file names and does not bring, then its words are drawn all the same', async () => {
    const pdf = new RawPdf()
    pdf.addChineseFont('F2', 'UniGB-UCS2-H')
    pdf.addPage({ content: 'BT /F2 40 Tf 1 0 0 1 60 700 Tm <4e00> Tj ET' })
    const blank = new RawPdf()
    blank.addPage({ content: '' })
    const [one, none] = await Promise.all([pdf, blank].map(each => preview(each.bytes(), 'pdf', { page: 1 })))
    expect(one).not.toEqual(none)
  })

  test('given a Word file or a workbook, then its text in blocks, hidden sheets left out', async () => {
    const lines = Array.from({ length: 450 }, (_, n) => paragraph(`第${n + 1}段`)).join('')
    expect(await preview(docxOf(lines), 'docx', { page: 3 })).toMatchObject({
      is: 'text',
      pages: 3,
      blocks: expect.arrayContaining([{ kind: 'text', text: '第450段', at: { line: 450 } }]),
    })
    expect(JSON.stringify(await preview(bookWithTraces(), 'xlsx', { page: 1 }))).not.toContain('HIDDENSHEET')
  })

  test('given a photograph, then it is drawn anew, without what its file says', async () => {
    const shown = await preview(await tellingJpeg(), 'jpeg', { page: 1 })
    expect(shown).toMatchObject({ is: 'picture', mime: 'image/webp', width: 64, height: 40 })
    expect(Buffer.from(shown.is === 'picture' ? shown.bytes : []).toString('latin1')).not.toContain('CAMERA')
  })

  test('given a page that is not there, then it says how many there are', async () => {
    const refused = preview(typeset('一页。'), 'pdf', { page: 2 })
    await expect(refused).rejects.toMatchObject({ code: 'no_such_page', says: { zh: '文件共 1 页，没有第 2 页' } })
  })

  test('given a page as large as a field, then it is shown within its limit', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'Words'), width: 14_400, height: 14_400 })
    expect(await preview(pdf.bytes(), 'pdf', { page: 1, longest: 99_999 })).toMatchObject({ width: 3000, height: 3000 })
  })
})
