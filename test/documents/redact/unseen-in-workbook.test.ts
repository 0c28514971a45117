/** Cells of a workbook that nobody sees by the way they look: told, and empty in the copy. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { scanText } from '../../../src/domain/personal/scan.ts'
import { inspect } from '../../../src/platform/documents/inspect/index.ts'
import { readPieces } from '../../../src/platform/documents/inspect/pieces.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { xlsxOf } from '../../support/office.ts'
import { bookWithTraces, everyPart } from '../../support/office-with-traces.ts'

const secret = '13972000001'
/** By number: 0 plain, 1 white, 2 white on blue, 3 of one point, 4 `;;;`, 5 zeros left out, 6 white of the theme. */
const styles = `
  <numFmts><numFmt numFmtId="200" formatCode=";;;"/><numFmt numFmtId="201" formatCode="0;-0;;@"/></numFmts>
  <fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font>
    <font><color theme="0"/></font></fonts>
  <fills><fill><patternFill patternType="none"/></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills>
  <cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/><xf fontId="2"/><xf numFmtId="200"/><xf numFmtId="201"/>
    <xf fontId="3"/></cellXfs>`
const shared = ['<t>看得见</t>', `<t>${secret}</t>`]
const shown = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
const cell = (style: number, type = 's') =>
  `<row r="2"><c r="B2" s="${style}" t="${type}"><v>${type === 's' ? 1 : secret}</v></c></row>`

function bookOf(rows: string, after = ''): Uint8Array {
  return xlsxOf([{ rows: shown + rows, after }], { shared, styles })
}

describe('cells that nobody sees (D§7.7)', () => {
  test.each([
    ['white', bookOf(cell(1)), 'unseen_cells'],
    ['white by the theme', bookOf(cell(6)), 'unseen_cells'],
    ['of one point', bookOf(cell(3)), 'unseen_cells'],
    ['a number in the format ;;;', bookOf(cell(4, 'n')), 'unseen_cells'],
    ['a text in the format ;;;', bookOf(cell(4)), 'unseen_cells'],
    ['under a merged one', bookOf(cell(0), '<mergeCells><mergeCell ref="A2:C3"/></mergeCells>'), 'unseen_cells'],
    ['in a column without width', bookOf(cell(0), '<cols><col min="2" max="2" width="0"/></cols>'), 'hidden_columns'],
    ['in a row without height', bookOf(cell(0).replace('r="2"', 'r="2" ht="0" customHeight="1"')), 'hidden_rows'],
  ])('given a telephone %s, then it is told as hidden, and is in no part of the copy', async (_, before, kind) => {
    expect((await inspect(before, 'xlsx')).map(finding => finding.kind)).toEqual([kind])
    expect((await readPieces(before, 'xlsx')).filter(({ hidden }) => hidden).map(({ text }) => text)).toEqual([secret])
    const { bytes } = await redact(before, 'xlsx', {})
    expect(everyPart(bytes)).not.toContain(secret)
    expect(everyPart(bytes)).toContain('看得见')
    expect(await inspect(bytes, 'xlsx')).toEqual([])
  })

  test.each([
    ['white on blue', bookOf(cell(2))],
    ['a number of a format that leaves zeros out', bookOf(cell(5, 'n'))],
    ['white where a table colours the ground', bookOf(cell(1), '<tableParts count="1"><tablePart/></tableParts>')],
    ['the first of a merged one', bookOf(cell(0), '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>')],
  ])('given a telephone %s, then it is seen, and stays', async (_, before) => {
    expect((await inspect(before, 'xlsx')).map(({ kind }) => kind)).toEqual([])
    expect(everyPart((await redact(before, 'xlsx', {})).bytes)).toContain(secret)
  })

  test('given a telephone in the header of a sheet, then it is found with its place, and covered there', async () => {
    const before = bookOf(
      '',
      `<headerFooter><oddHeader>&amp;L&amp;"宋体,Bold"&amp;10 联系电话${secret}&amp;R&amp;P</oddHeader></headerFooter>`,
    )
    const [head] = (await readPieces(before, 'xlsx')).filter(({ text }) => text.includes(secret))
    expect(head?.at).toEqual({ sheet: '表1', cell: '页眉' })
    const hits = scanText(head?.text ?? '').map(({ start, end }) => ({ piece: head?.id ?? '', start, end }))
    expect(hits).toHaveLength(1)
    const { bytes } = await redact(before, 'xlsx', { hits })
    expect(everyPart(bytes)).toContain('&amp;L&amp;"宋体,Bold"&amp;10 联系电话■■■&amp;R&amp;P')
    expect(everyPart(bytes)).not.toContain(secret)
  })

  test('given a list to choose from, then it is told, and the copy has none', async () => {
    const list =
      '<dataValidations><dataValidation type="list" sqref="B2"><formula1>"张三,李四"</formula1></dataValidation></dataValidations>'
    const before = bookOf('', list)
    expect(await inspect(before, 'xlsx')).toContainEqual(expect.objectContaining({ kind: 'validation' }))
    const { bytes } = await redact(before, 'xlsx', {})
    expect(everyPart(bytes)).not.toContain('张三')
  })

  test('given notes in threads, their writers, caches and words for pictures, then they are told, and the copy has none', async () => {
    const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const drawing = `<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a"><xdr:pic><xdr:cNvPr id="2" name="SECRET1.jpg" descr="SECRET2"/></xdr:pic></xdr:wsDr>`
    const before = zipSync({
      ...unzipSync(bookWithTraces()),
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
        `<Relationships xmlns="${relations}"><Relationship Id="d" Type="${kind}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      ),
      'xl/drawings/drawing1.xml': strToU8(drawing),
      'xl/threadedComments/threadedComment1.xml': strToU8(
        '<ThreadedComments><threadedComment ref="A1"><text>SECRET3</text></threadedComment></ThreadedComments>',
      ),
      'xl/persons/person.xml': strToU8('<personList><person displayName="SECRET4"/></personList>'),
      'xl/pivotCache/pivotCacheRecords1.xml': strToU8('<pivotCacheRecords><r><s v="SECRET5"/></r></pivotCacheRecords>'),
    })
    const told = (await inspect(before, 'xlsx')).map(({ kind: each, sample }) => `${each} ${sample}`)
    for (const words of ['comment SECRET3', 'comment SECRET4', 'picture_text SECRET2 SECRET1.jpg', 'outside_data']) {
      expect(told.join('|')).toContain(words)
    }
    expect(everyPart((await redact(before, 'xlsx', {})).bytes)).not.toContain('SECRET')
  })
})
