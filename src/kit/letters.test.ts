import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { letterFor } from '../../test/support/letters.ts'
import { layoutLetter } from '../domain/letter/layout.ts'
import type { LetterId } from '../domain/letter/letter.ts'
import { letterIds } from '../law/letters.ts'
import { templateParts } from '../platform/documents/letter/template-parts.ts'
import { checkTemplate, fillTemplate, letterDocx, letterPdf, letterTemplate } from './letters.ts'

const BODY = 'word/document.xml'

/** The template with one of its parts changed, as an editor would. */
function edited(docx: Uint8Array, change: (xml: string) => string, part = BODY): Uint8Array {
  const files = unzipSync(docx)
  const before = strFromU8(files[part] ?? new Uint8Array())
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...files, [part]: strToU8(after) })
}

const withFile = (docx: Uint8Array, name: string, text: string) =>
  zipSync({ ...unzipSync(docx), [name]: strToU8(text) })

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const inFront = (xml: string) => (body: string) => body.replace('<w:body>', `<w:body>${xml}`)

const found = (docx: Uint8Array, id: LetterId) => checkTemplate(docx, id).map(({ code, at }) => `${code} ${at}`)

/** Whole texts of the letter as set, without spaces, one paragraph each. */
function linesOf(id: LetterId, change = {}): string[] {
  const sheet = layoutLetter(letterFor(id, change))
  const blocks = sheet.blocks.flatMap(block =>
    block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text],
  )
  return [
    sheet.number ?? '',
    sheet.addressee ?? '',
    ...blocks,
    sheet.signature?.name ?? '',
    sheet.signature?.date ?? '',
  ]
    .map(text => text.replace(/\s/g, ''))
    .filter(text => text !== '')
}

describe('the template of every letter', () => {
  test.each(letterIds)('%s passes as it comes, and filled says word for word what the letter says', async id => {
    const template = await letterTemplate(id)
    expect(found(template, id)).toEqual([])
    const filled = templateParts(await fillTemplate(template, letterFor(id)))
    expect(filled.body.filter(text => text.includes('{'))).toEqual([])
    expect(linesOf(id).filter(line => !filled.body.includes(line))).toEqual([])
  })

  test('what was reworded, the explanation and several remedies come through', async () => {
    const explanation = '{机关名称}不是项目名。'
    const filled = templateParts(
      await fillTemplate(await letterTemplate('L03'), letterFor('L03', { explanation, online: true })),
    )
    const body = filled.body.filter(text => text !== '')
    expect(body).toContain('{机关名称}不是项目名。')
    expect(body.filter(text => text.startsWith('如对本答复书')).length).toBe(2)
    expect(body.some(text => text.includes('https://fy.example.gov.cn'))).toBe(true)
    expect(filled.body.includes('')).toBe(false)
  })
})

describe('an edited template', () => {
  test('with a line of the agency’s own at the head, another contact line and other type passes', async () => {
    const template = await letterTemplate('L06')
    const changed = edited(template, body =>
      inFront(paragraph('示例县教育局　信息公开专用笺'))(body).replace('BodyText', 'PlainText'),
    )
    expect(found(changed, 'L06')).toEqual([])
    const filled = templateParts(await fillTemplate(changed, letterFor('L06')))
    expect(filled.body[0]).toBe('示例县教育局信息公开专用笺')
  })

  test('with slots in a head or foot of the page passes, and they are filled', async () => {
    const template = await letterTemplate('L06')
    const changed = edited(template, xml => xml.replace('<w:p>', `${paragraph('{机关名称}')}<w:p>`), 'word/footer1.xml')
    expect(found(changed, 'L06')).toEqual([])
    const filled = await fillTemplate(changed, letterFor('L06'))
    expect(templateParts(filled).margins).toContain('示例县教育局')
  })

  test('without a part of the law is refused, with the sentence that is gone', async () => {
    const template = await letterTemplate('D07')
    const changed = edited(template, body =>
      body.replace(/<w:sdt>(?:(?!<\/w:sdt>).)*?w:val="silence".*?<\/w:sdt>/s, ''),
    )
    const [finding, ...more] = checkTemplate(changed, 'D07')
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'locked_changed', at: 'silence' })
    expect(finding?.says.zh).toContain('逾期未提出意见的，由本机关依照《政府信息公开条例》的规定决定是否公开')
  })

  test('with a limit shortened is refused', async () => {
    const changed = edited(await letterTemplate('D07'), body => body.replace('15个工作日', '5个工作日'))
    expect(found(changed, 'D07')).toEqual(['locked_changed question'])
  })

  test('without the remedy is refused', async () => {
    const changed = edited(await letterTemplate('L04'), body =>
      body.replace(/<w:sdt>(?:(?!<\/w:sdt>).)*?w:val="remedy".*?<\/w:sdt>/s, ''),
    )
    expect(found(changed, 'L04')).toEqual(['locked_changed remedy', 'missing_slot 救济告知（每项）'])
  })

  test('with a sentence of the law moved behind a condition is refused: it would not always be printed', async () => {
    const changed = edited(await letterTemplate('D04'), body => {
      const [restart = ''] = /<w:sdt>(?:(?!<\/w:sdt>).)*?w:val="restart".*?<\/w:sdt>/s.exec(body) ?? []
      const [mark = ''] = /<w:p>(?:(?!<\/w:p>).)*?\{#有补充说明\}.*?<\/w:p>/s.exec(body) ?? []
      return body.replace(restart, '').replace(mark, `${mark}${restart}`)
    })
    expect(found(changed, 'D04')).toEqual(['locked_changed restart'])
  })

  test('without the slot of the number or the date is refused', async () => {
    const changed = edited(await letterTemplate('L04'), body =>
      body.replace('{文号}', '').replace('{成文日期}', '2026年'),
    )
    expect(found(changed, 'L04')).toEqual(['missing_slot 文号', 'missing_slot 成文日期'])
  })

  test('with a slot nobody knows, or one that is not closed, is refused by its name', async () => {
    const template = await letterTemplate('L04')
    expect(found(edited(template, inFront(paragraph('{局长}'))), 'L04')).toEqual(['unknown_slot 局长'])
    expect(found(edited(template, inFront(paragraph('{#附件说明}'))), 'L04')).toEqual(['unclosed_slot 附件说明'])
    expect(found(edited(template, inFront(paragraph('{文号'))), 'L04')).toEqual(['unclosed_slot {文号'])
  })

  test('a slot the editor tore into several runs is still a slot', async () => {
    const torn = '{文</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>号}'
    const changed = edited(await letterTemplate('L04'), body => body.replace('{文号}', torn))
    expect(found(changed, 'L04')).toEqual([])
    expect(templateParts(await fillTemplate(changed, letterFor('L04'))).body).toContain('示教公开〔2026〕12号')
  })

  test.each([
    ['macros', (docx: Uint8Array) => withFile(docx, 'word/vbaProject.bin', 'x'), 'macro word/vbaProject.bin'],
    [
      'a type that allows macros',
      (docx: Uint8Array) =>
        edited(
          docx,
          xml => xml.replace('wordprocessingml.document.main', 'wordprocessingml.document.macroEnabled.main'),
          '[Content_Types].xml',
        ),
      'macro [Content_Types].xml',
    ],
    [
      'a link outside',
      (docx: Uint8Array) =>
        edited(
          docx,
          xml =>
            xml.replace(
              '</Relationships>',
              '<Relationship Id="r9" Type="x/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>',
            ),
          'word/_rels/document.xml.rels',
        ),
      'external http://example.com/a.dotm',
    ],
    [
      'an embedded file',
      (docx: Uint8Array) => withFile(docx, 'word/embeddings/a.bin', 'x'),
      'embedded word/embeddings/a.bin',
    ],
    [
      'a field that fetches',
      (docx: Uint8Array) =>
        edited(
          docx,
          inFront(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
          ),
        ),
      'field INCLUDETEXT "a"',
    ],
    [
      'tracked changes',
      (docx: Uint8Array) => edited(docx, inFront('<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>')),
      'tracked ins',
    ],
    [
      'hidden text',
      (docx: Uint8Array) => edited(docx, inFront('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>')),
      'hidden ',
    ],
  ])('with %s is refused', async (_, change, finding) => {
    expect(found(change(await letterTemplate('L04')), 'L04')).toEqual([finding])
  })

  test('what is no Word file is refused in words, not by an error', () => {
    expect(found(strToU8('no zip'), 'L04')).toEqual(['damaged '])
  })
})

describe('letters by name', () => {
  test('come as PDF and as Word', async () => {
    const letter = letterFor('L01')
    expect(Buffer.from(await letterPdf(letter)).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(templateParts(await letterDocx(letter)).body).toContain('张三：')
  })
})
