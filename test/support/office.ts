/** Small office files made in code, part by part. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Grid, Paper } from '../../src/paper/paper.ts'

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A zip of texts and bytes by name. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(entries)
}

function relations(...targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const each = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${officeRelation}/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packageRelation}">${each.join('')}</Relationships>`
}

export interface WordParts {
  readonly numbering?: string
  readonly styles?: string
  /** Replaces the whole main part. */
  readonly document?: string
}

/** A docx whose body holds the XML given. */
export function docxOf(body: string, parts: WordParts = {}): Uint8Array {
  const root = `xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
  const document =
    parts.document ?? `${declaration}<w:document ${root}><w:body>${body}<w:sectPr/></w:body></w:document>`
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relations(['r1', 'officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(
      ...(parts.numbering === undefined ? [] : [['r1', 'numbering', 'numbering.xml'] as const]),
      ...(parts.styles === undefined ? [] : [['r2', 'styles', 'styles.xml'] as const]),
    ),
    'word/document.xml': document,
    ...(parts.numbering === undefined
      ? {}
      : { 'word/numbering.xml': `<w:numbering xmlns:w="${word}">${parts.numbering}</w:numbering>` }),
    ...(parts.styles === undefined
      ? {}
      : { 'word/styles.xml': `<w:styles xmlns:w="${word}">${parts.styles}</w:styles>` }),
  })
}

/** A Word paragraph of one run; `properties` is the XML inside w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A Word cell; `properties` is the XML inside w:tcPr. */
export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

/** A Word table of rows of cells. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map(cells => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}

export interface SheetParts {
  readonly name?: string
  readonly state?: string
  /** The XML inside sheetData. */
  readonly rows: string
  /** The XML after sheetData. */
  readonly after?: string
}

export interface WorkbookParts {
  readonly shared?: readonly string[]
  /** The XML inside styleSheet. */
  readonly styles?: string
  readonly date1904?: boolean
}

/** An xlsx of the sheets given. */
export function xlsxOf(sheets: readonly SheetParts[], parts: WorkbookParts = {}): Uint8Array {
  const names = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `表${i + 1}`}" sheetId="${i + 1}" r:id="s${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${sheet}" xmlns:r="${officeRelation}"><workbookPr date1904="${parts.date1904 === true}"/>` +
      `<sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_sheet, i) => [`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ...(parts.shared === undefined ? [] : [['x1', 'sharedStrings', 'sharedStrings.xml'] as const]),
      ...(parts.styles === undefined ? [] : [['x2', 'styles', '/xl/styles.xml'] as const]),
    ),
  }
  for (const [i, { rows, after = '' }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${sheet}"><sheetData>${rows}</sheetData>${after}</worksheet>`
  }
  if (parts.shared !== undefined) {
    files['xl/sharedStrings.xml'] =
      `<sst xmlns="${sheet}">${parts.shared.map(each => `<si>${each}</si>`).join('')}</sst>`
  }
  if (parts.styles !== undefined) files['xl/styles.xml'] = `<styleSheet xmlns="${sheet}">${parts.styles}</styleSheet>`
  return zipOf(files)
}

/** The lines of a paper, without its tables. */
export function linesOf(paper: Paper): string[] {
  return paper.blocks.flatMap(block => (block.kind === 'text' ? [block.text] : []))
}

export function gridsOf(paper: Paper): Grid[] {
  return paper.blocks.filter(block => block.kind === 'grid')
}

/** Every cell of a grid as `row,column rows x columns text`, in order. */
export function cellsOf(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(
    ({ row, column, rowSpan, colSpan, text }) => `${row},${column} ${rowSpan}x${colSpan} ${text}`,
  )
}
