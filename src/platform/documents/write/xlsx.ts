/** Workbooks: one sheet a table and one for the text between two tables, in reading order. */
import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import type { PageBlock, PageModel, PageTable } from '../../../paper/page.ts'
import { ems, type Placed, placed } from './measure.ts'
import { repack } from './package.ts'

type TextBlock = Exclude<PageBlock, PageTable>
type Sheet = { readonly name: string; readonly lines: readonly TextBlock[]; readonly table?: PageTable }

/** Characters a line of a text sheet and a whole table are wide; Excel counts widths in digits. */
const lineWidth = 90
const tableWidth = 92
const tableSize = 10
const lineHeight = 18
/** Excel allows 31; the rest is for telling equal names apart. */
const nameLimit = 26
/** What one cell can hold. */
const cellLimit = 32_000
const fonts = { song: '宋体', hei: '黑体' } as const

/** Figures are stored as numbers. The file's times are given only where `made` is. */
export async function writeXlsx(page: PageModel, made?: Date): Promise<Uint8Array> {
  const workbook = new Workbook()
  workbook.creator = page.author
  workbook.lastModifiedBy = page.author
  workbook.title = page.title
  for (const sheet of sheetsOf(page)) writeSheet(workbook, sheet)
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()), made)
}

/** A heading right above a table goes on the table's sheet. */
function sheetsOf(page: PageModel): Sheet[] {
  const sheets: Sheet[] = []
  const names = new Set<string>()
  let lines: TextBlock[] = []
  const close = (name: string, own: readonly TextBlock[], table?: PageTable) => {
    if (table) sheets.push({ name: unused(names, name), lines: own, table })
    else if (own.length > 0) sheets.push({ name: unused(names, name), lines: own })
  }
  for (const block of page.blocks) {
    if (block.kind !== 'table') lines.push(block)
    else {
      const heading = lines.at(-1)?.kind === 'heading' ? lines.splice(-1) : []
      close(nameOf(lines), lines)
      close(block.name, heading, block)
      lines = []
    }
  }
  close(nameOf(lines), lines)
  return sheets
}

function nameOf(lines: readonly TextBlock[]): string {
  return lines.find(line => line.kind === 'heading' && line.level === 1)?.text ?? lines[0]?.text ?? ''
}

/** Sheet names are short, differ without regard to case, and hold none of []:*?/\ */
function unused(names: Set<string>, wanted: string): string {
  const base = wanted.replace(/[[\]:*?/\\']/g, ' ').trim() || '正文'
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` ${n}`
    const name = base.slice(0, nameLimit).replace(/[\ud800-\udbff]$/, '') + tail
    if (!names.has(name.toLowerCase())) {
      names.add(name.toLowerCase())
      return name
    }
  }
}

function writeSheet(workbook: Workbook, { name, lines, table }: Sheet): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C— &P —' },
  })
  let row = 1
  for (const line of lines) {
    for (const text of portions(line.text)) {
      writeLine(sheet, row, line, text, table?.widths.length ?? 1)
      row += 1
    }
  }
  if (table) writeTable(sheet, table, row)
  else sheet.getColumn(1).width = lineWidth
}

function portions(text: string): string[] {
  const chars = [...text]
  const count = Math.max(1, Math.ceil(chars.length / cellLimit))
  return Array.from({ length: count }, (_, i) => chars.slice(i * cellLimit, (i + 1) * cellLimit).join(''))
}

function writeLine(sheet: Worksheet, row: number, line: TextBlock, text: string, across: number): void {
  const cell = sheet.getCell(row, 1)
  const size = { title: 16, heading: 13, paragraph: 11 }[line.kind]
  cell.value = text
  cell.font = { name: line.kind === 'heading' ? fonts.hei : fonts.song, size, bold: line.kind === 'title' }
  cell.alignment = {
    wrapText: true,
    vertical: 'top',
    horizontal: line.kind === 'title' ? 'center' : 'left',
    indent: line.kind === 'paragraph' ? 2 : 0,
  }
  if (across > 1) sheet.mergeCells(row, 1, row, across)
  const wide = ems(text) * 2 * (size / 11) + 4
  sheet.getRow(row).height = Math.min(409, lineHeight * (size / 11) * Math.ceil(wide / lineWidth))
}

function writeTable(sheet: Worksheet, table: PageTable, top: number): void {
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const widths = table.widths.map(width => (width / total) * Math.max(tableWidth, table.widths.length * 8))
  for (const [i, width] of widths.entries()) sheet.getColumn(i + 1).width = width
  for (const [row, cells] of placed(table).entries()) {
    for (const at of cells) writeCell(sheet, at, top)
    sheet.getRow(top + row).height = 6 + 14 * Math.max(1, ...cells.map(at => linesOf(at, widths)))
  }
  if (table.headRows > 0) sheet.pageSetup.printTitlesRow = `${top}:${top + table.headRows - 1}`
}

/** How many lines a cell's text takes; one that spans rows has room enough. */
function linesOf({ cell, column }: Placed, widths: readonly number[]): number {
  if (cell.rowSpan > 1) return 1
  const width = widths.slice(column, column + cell.colSpan).reduce((sum, one) => sum + one, 0)
  return Math.ceil((ems(cell.text) * 2 * (tableSize / 11) + 1) / width)
}

function writeCell(sheet: Worksheet, { cell, row, column }: Placed, top: number): void {
  const [first, left] = [top + row, column + 1]
  const [last, right] = [first + cell.rowSpan - 1, column + cell.colSpan]
  const at = sheet.getCell(first, left)
  at.value = cell.number ?? (cell.text === '' ? null : cell.text)
  if (last > first || right > left) sheet.mergeCells(first, left, last, right)
  for (let r = first; r <= last; r += 1) {
    for (let c = left; c <= right; c += 1) rule(sheet.getCell(r, c))
  }
  at.font = { name: fonts.song, size: tableSize }
  at.alignment = {
    wrapText: true,
    vertical: 'middle',
    horizontal: cell.align,
    ...(cell.vertical ? { textRotation: 'vertical' as const } : {}),
  }
}

function rule(cell: Cell): void {
  const line = { style: 'thin' as const }
  cell.border = { top: line, bottom: line, left: line, right: line }
}
