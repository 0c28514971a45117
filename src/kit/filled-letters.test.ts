import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { letterFor } from '../../test/support/letters.ts'
import { letterIds } from '../law/letters.ts'
import { readPaper } from '../platform/documents/index.ts'
import { demoSealer } from '../platform/seal/demo.ts'
import { checkTemplate, filledPdf, fillTemplate, letterTemplate } from './letters.ts'

const BODY = 'word/document.xml'

function edited(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx)
  return zipSync({ ...files, [BODY]: strToU8(change(strFromU8(files[BODY] ?? new Uint8Array()))) })
}

/** Everything printed, in its order; without spaces, and without the numbers of pages, of which Word has none yet. */
async function printed(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readPaper(bytes)
  const texts = blocks.flatMap(block => (block.kind === 'text' ? [block.text] : block.cells.map(({ text }) => text)))
  return texts.join('').replace(/\s/g, '').replace(/—\d+—/g, '')
}

const paragraph = (text: string, more = '') => `<w:p>${more}<w:r><w:t>${text}</w:t></w:r></w:p>`

/** An agency's own: a red head, a line before the addressee, a thank-you after the contact, a box of its own. */
const own = (xml: string) =>
  xml
    .replace('<w:body>', `<w:body>${paragraph('示例县教育局文件', '<w:pPr><w:pStyle w:val="RedHead"/></w:pPr>')}`)
    .replace('<w:sectPr>', `${paragraph('感谢您对政府信息公开工作的监督。')}<w:sectPr>`)
    .replace(
      '<w:sectPr>',
      '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid>' +
        `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('窗口')}</w:tc><w:tc>${paragraph('一楼三号')}</w:tc></w:tr>` +
        `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph('周一至周五')}</w:tc></w:tr></w:tbl><w:sectPr>`,
    )

describe('a letter in an agency’s own template', () => {
  test.each(letterIds)('%s says in PDF word for word and in that order what it says in Word', async id => {
    const letter = letterFor(id)
    const filled = await fillTemplate(await letterTemplate(id), letter)
    expect(await printed(await filledPdf(filled, letter))).toBe(await printed(filled))
  })

  test('what the agency added stands in both, where the agency put it', async () => {
    const letter = letterFor('L03')
    const template = edited(await letterTemplate('L03'), own)
    expect(checkTemplate(template, 'L03')).toEqual([])
    const filled = await fillTemplate(template, letter)
    const [word, pdf] = [await printed(filled), await printed(await filledPdf(filled, letter))]
    expect(pdf).toBe(word)
    expect(word).toMatch(
      /^示例县教育局文件示例县教育局政府信息公开申请答复书.*感谢您对政府信息公开工作的监督。窗口一楼三号周一至周五$/,
    )
  })

  test('is PDF/A-2b under a seal, the same byte for byte each time', async () => {
    const letter = letterFor('L03')
    const filled = await fillTemplate(edited(await letterTemplate('L03'), own), letter)
    const seal = await demoSealer.sealImage('示例县教育局')
    if (!seal) throw new Error('the demo has no seal')
    const pdf = await filledPdf(filled, letter, { seal })
    expect(pdf).toEqual(await filledPdf(filled, letter, { seal }))
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>2</)
    expect(Buffer.from(pdf).toString('latin1')).not.toBe(
      Buffer.from(await filledPdf(filled, letter)).toString('latin1'),
    )
  })

  test('with date and name apart still has its seal, over the date', async () => {
    const letter = letterFor('L04')
    const template = edited(await letterTemplate('L04'), xml => xml.replace('{成文日期}', '（盖章）{成文日期}'))
    const filled = await fillTemplate(template, letter)
    const seal = await demoSealer.sealImage('示例县教育局')
    const sealed = await filledPdf(filled, letter, seal ? { seal } : {})
    expect(sealed.length).toBeGreaterThan((await filledPdf(filled, letter)).length + 1000)
  })

  test.each(['𠮷', '<b>&"\'', '#set text(red) \\ $x$', '\ue000'])('takes any text: %j', async text => {
    const letter = { ...letterFor('L01'), addressee: text }
    const filled = await fillTemplate(await letterTemplate('L01'), letter)
    expect((await filledPdf(filled, letter)).length).toBeGreaterThan(1000)
  })
})
