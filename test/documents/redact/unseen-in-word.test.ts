/** Words of a Word file that nobody sees by the way they look: told, and not in the copy. */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../src/platform/documents/inspect/index.ts'
import { readPieces } from '../../../src/platform/documents/inspect/pieces.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { docxOf } from '../../support/office.ts'
import { everyPart, letterWithTraces } from '../../support/office-with-traces.ts'

const run = (words: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`
const line = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const cell = (content: string, fill: string) =>
  `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>${line(content)}</w:tc></w:tr></w:tbl>`
const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const code = (words: string) => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
const field = (instruction: string, result: string) =>
  `${mark('begin')}${instruction}${mark('separate')}${result}${mark('end')}`

const shown = line(run('看得见的文字'))
const white = '<w:color w:val="FFFFFF"/>'
const black = '<w:color w:val="000000"/>'

const styles = `
  <w:style w:type="paragraph" w:styleId="Pale"><w:rPr>${white}</w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>
  <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>`

describe('words that nobody sees (D§7.7)', () => {
  test.each([
    ['white on the paper', line(run('SECRET', white))],
    ['nearly white', line(run('SECRET', '<w:color w:val="FDFDFD"/>'))],
    ['of one point', line(run('SECRET', '<w:sz w:val="2"/>'))],
    ['black on black', line(run('SECRET', `${black}<w:shd w:val="clear" w:fill="000000"/>`))],
    ['marked with black', line(run('SECRET', '<w:highlight w:val="black"/>'))],
    ['black in a black paragraph', line(run('SECRET', black), '<w:shd w:val="clear" w:fill="000000"/>')],
    ['blue in a blue cell', cell(run('SECRET', '<w:color w:val="1F3864"/>'), '1F3864')],
    ['in a line one twentieth of a point high', line(run('SECRET'), '<w:spacing w:line="1" w:lineRule="exact"/>')],
    ['in the instruction of a field', line(field(code(' IF 1=1 "见附件" "SECRET" '), run('见附件')))],
    [
      'in the result of a field within an instruction',
      line(field(`${code(' IF ')}${field(code('PAGE'), run('SECRET'))}${code('=1 "a"')}`, run('a'))),
    ],
    ['in an instruction cut over runs', line(field(`${code('XE &quot;SEC')}${code('RET&quot;')}`, ''))],
    ['in a simple field', line(`<w:fldSimple w:instr=' DOCVARIABLE "SECRET" '>${run('值')}</w:fldSimple>`)],
    ['white by a style of its paragraph', line(run('SECRET'), '<w:pStyle w:val="Paler"/>')],
    ['hidden by a style of its paragraph', line(run('SECRET'), '<w:pStyle w:val="Gone"/>')],
  ])('given words %s, then they are told, and are in no part of the copy', async (_, hidden) => {
    const before = docxOf(shown + hidden, { styles })
    const told = (await inspect(before, 'docx')).filter(({ kind }) => kind === 'hidden_text' || kind === 'field_code')
    expect(told.map(({ sample }) => sample).join()).toContain('SECRET')
    const { bytes } = await redact(before, 'docx', {})
    expect(everyPart(bytes)).not.toMatch(/SEC|RET/)
    expect(everyPart(bytes)).toContain('看得见的文字')
    expect((await inspect(bytes, 'docx')).map(({ kind }) => kind)).toEqual([])
    expect(everyPart(bytes).match(/"begin"/g)?.length).toBe(everyPart(bytes).match(/"end"/g)?.length)
  })

  test.each([
    ['white in a dark cell', cell(run('WORDS', white), '1F3864')],
    ['white on a mark of its own', line(run('WORDS', `${white}<w:shd w:val="clear" w:fill="000000"/>`))],
    ['of its own colour in a dark paragraph', line(run('WORDS'), '<w:shd w:val="clear" w:fill="1F3864"/>')],
    ['that are the number of the page', line(field(code(' PAGE \\* MERGEFORMAT '), run('WORDS')))],
    ['in a list of contents', line(field(code(' TOC \\o "1-3" \\h \\z \\u '), run('WORDS')))],
  ])('given words %s, then they stay', async (_, seen) => {
    const before = docxOf(shown + seen, { styles })
    expect((await inspect(before, 'docx')).map(({ kind }) => kind)).toEqual([])
    expect(everyPart((await redact(before, 'docx', {})).bytes)).toContain('WORDS')
  })

  test('given a telephone in white, then it is found, as text that is hidden', async () => {
    const pieces = await readPieces(docxOf(line(run('13972000001', white))), 'docx')
    expect(pieces).toMatchObject([{ text: '13972000001', hidden: true }])
  })

  test('given pictures and bookmarks with names of people, then they are told, and the copy has none', async () => {
    const body = `${line(run('图'))}<w:p><w:bookmarkStart w:id="3" w:name="张三的住址"/><w:bookmarkEnd w:id="3"/><w:r><w:drawing>
      <wp:docPr xmlns:wp="urn:wp" id="4" name="张三身份证.jpg" descr="张三的身份证"/></w:drawing></w:r></w:p>`
    const before = docxOf(body)
    const kinds = (await inspect(before, 'docx')).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['defined_name', 'picture_text']))
    const { bytes } = await redact(before, 'docx', {})
    expect(everyPart(bytes)).not.toContain('张三')
    expect(await inspect(bytes, 'docx')).toEqual([])
  })

  test('given another document shown as a part of it, then that is told', async () => {
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/></Relationships>`
    const inside = letterWithTraces({ 'word/_rels/document.xml.rels': links, 'word/chunk.html': '<p>INSIDE</p>' })
    expect(await inspect(inside, 'docx')).toContainEqual(
      expect.objectContaining({ kind: 'embedded_object', sample: 'word/embeddings/oleObject1.bin', count: 2 }),
    )
  })
})
