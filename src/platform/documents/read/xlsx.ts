/** Spreadsheets (xlsx): every sheet that is shown, as one grid with the texts its cells show. */
import type { Grid, Paper } from '../../../paper/paper.ts'
import { checkSize } from '../charset.ts'
import { emptyFile } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { OfficePackage } from './ooxml.ts'
import { formatsHandler, newWorkbook, sharedTextsHandler, workbookHandler } from './xlsx/parts.ts'
import { type Shared, Sheet } from './xlsx/sheet.ts'
import type { XmlHandler } from './xml.ts'

/**
 * Reads a spreadsheet. Numbers are texts as their format shows them, formulas their stored result; hidden sheets are
 * left out. Throws `empty`, `damaged`, `too_large`.
 */
export function readXlsx(bytes: Uint8Array, limits: Limits): Paper {
  checkSize(bytes, limits)
  const office = new OfficePackage(bytes, limits)
  const main = office.mainPart('xl/workbook.xml', '工作簿', 'the workbook')
  const workbook = newWorkbook()
  office.scan(main, workbookHandler(workbook), '工作簿', 'the workbook')
  const related = office.relationships(main)
  const scanRelated = (kind: string, handler: XmlHandler, zh: string, en: string): void => {
    const part = related.find(each => each.kind === kind)?.part
    if (part !== undefined) office.scan(part, handler, zh, en)
  }
  const texts: string[] = []
  const formats: (string | undefined)[] = []
  scanRelated('sharedStrings', sharedTextsHandler(texts), '共享文字', 'its shared texts')
  scanRelated('styles', formatsHandler(formats), '样式定义', 'the definitions of its styles')
  const shared: Shared = { texts, formats, from1904: workbook.from1904 }
  const blocks: Grid[] = []
  for (const { name, id } of workbook.sheets) {
    const part = related.find(each => each.id === id && each.kind === 'worksheet')?.part
    if (part === undefined) continue
    const sheet = new Sheet(shared, limits)
    office.scan(part, sheet, `工作表“${name}”`, `the sheet “${name}”`)
    const grid = sheet.grid(name)
    if (grid !== undefined) blocks.push(grid)
  }
  if (blocks.length === 0) throw emptyFile()
  return { format: 'xlsx', blocks }
}
