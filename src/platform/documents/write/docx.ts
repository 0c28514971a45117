/** Word documents: real tables, real heading styles, East Asian faces. Lengths are points unless named otherwise. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IBaseParagraphStyleOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PageBlock, PageCell, PageModel, PageTable } from '../../../paper/page.ts'
import {
  bodySize,
  cellPadding,
  cellWidths,
  evenPadding,
  page as sheet,
  tableSize,
  textWidth,
  titleLines,
} from './measure.ts'
import { repack } from './package.ts'

/** A fixed line height, so that pages break alike whatever face stands in for one that is missing. */
const lines = (points: number) => ({ line: Math.round(points * 20), lineRule: LineRuleType.EXACT })
const twips = (points: number) => Math.round(points * 20)
const halfPoints = (points: number) => Math.round(points * 2)
const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const song = face('宋体')
const hei = face('黑体')
const tableStyle = 'TableText'
const bodyStyle = 'BodyText'
const footStyle = 'Footer'

/** The file properties carry title and author; times only where `made` is given. */
export async function writeDocx(page: PageModel, made?: Date): Promise<Uint8Array> {
  const document = new Document({
    title: page.title,
    creator: page.author,
    lastModifiedBy: page.author,
    styles: styles(page),
    sections: [
      {
        properties: { page: { size: paper, margin: margins } },
        footers: { default: pageNumbers() },
        children: page.blocks.map((of, i) => block(of, page, page.blocks[i + 1])),
      },
    ],
  })
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)), made)
}

const paper = { width: twips(sheet.width), height: twips(sheet.height) }
const margins = {
  top: twips(sheet.top),
  bottom: twips(sheet.bottom),
  left: twips(sheet.left),
  right: twips(sheet.right),
  footer: twips(sheet.bottom - 28),
}

function styles(page: PageModel) {
  const heading = (size: number, indent: number): IBaseParagraphStyleOptions => ({
    run: { font: hei, size: halfPoints(size), bold: false, italics: false, color: '000000' },
    paragraph: {
      keepNext: true,
      spacing: { before: twips(14), after: twips(6) },
      indent: { firstLine: twips(indent) },
    },
  })
  return {
    default: {
      document: {
        run: { font: song, size: halfPoints(bodySize), language: { value: page.lang, eastAsia: page.lang } },
        paragraph: { spacing: lines(26) },
      },
      title: {
        run: { font: song, bold: true },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: twips(18), after: twips(24), ...lines(34) },
        },
      },
      heading1: heading(16, 0),
      heading2: heading(bodySize, 2 * bodySize),
    },
    paragraphStyles: [
      {
        id: bodyStyle,
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { firstLine: twips(2 * bodySize) }, alignment: AlignmentType.BOTH },
      },
      {
        id: footStyle,
        name: 'footer',
        basedOn: 'Normal',
        run: { size: halfPoints(10.5) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: lines(14) },
      },
      { id: tableStyle, name: 'Table Text', basedOn: 'Normal' },
    ],
  }
}

function pageNumbers(): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })
  return new Footer({ children: [new Paragraph({ style: footStyle, children: [number] })] })
}

function block(of: PageBlock, page: PageModel, next: PageBlock | undefined): Paragraph | Table {
  switch (of.kind) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: titleRuns(of.text, page.author) })
    case 'heading': {
      const heading = of.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return new Paragraph({ text: of.text, heading, pageBreakBefore: next?.kind === 'table' && fillsPage(next) })
    }
    case 'paragraph':
      return new Paragraph({ text: of.text, style: bodyStyle })
    case 'table':
      return table(of)
  }
}

/** A table that would be torn wherever it begins gets a page of its own. */
function fillsPage(of: PageTable): boolean {
  return of.rows.length >= 20 && of.widths.length > 6
}

function titleRuns(title: string, author: string): TextRun[] {
  const { lines: parts, size } = titleLines(title, author)
  return parts.map((text, i) => new TextRun({ text, size: halfPoints(size), ...(i > 0 ? { break: 1 } : {}) }))
}

function table(of: PageTable): Table {
  const total = of.widths.reduce((sum, width) => sum + width, 0)
  const widths = cellWidths(of)
  const rows = of.rows.map((cells, r) => {
    const joined = r < of.rows.length - 1
    return new TableRow({
      cantSplit: true,
      tableHeader: r < of.headRows,
      children: cells.map((cell, c) => tableCell(cell, widths[r]?.[c] ?? textWidth, tableSize(of), joined)),
    })
  })
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    rows,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: of.widths.map(width => twips((width / total) * textWidth)),
    layout: TableLayoutType.FIXED,
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(cellPadding),
      right: twips(cellPadding),
      top: 40,
      bottom: 40,
    },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  })
}

/** `joined`: keep with the next row, so that a table that fits on a page is not torn. */
function tableCell(cell: PageCell, width: number, size: number, joined: boolean): TableCell {
  const side = twips(evenPadding(cell, width, size))
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: twips(width), type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: side, right: side, top: 60, bottom: 60 },
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [
      new Paragraph({
        style: tableStyle,
        alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[cell.align],
        spacing: lines(size * 1.3),
        keepNext: joined,
        children: [new TextRun({ text: cell.text, size: halfPoints(size) })],
      }),
    ],
  })
}
