/** Workbooks as raw zip and XML: figures as numbers or as text, one sheet or one for each table. */
import { strToU8, zipSync } from 'fflate'
import { type Block, isTable, type Shape, type Slot, slots } from '../shape.ts'
import { escaped, type Writer } from './writer.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Style {
  readonly cell: (ref: string, slot: Slot, strings: Strings) => string
  /** Blocks of each sheet, by sheet name. */
  readonly sheets: (shape: Shape) => readonly (readonly [string, readonly Block[]])[]
  readonly merges: boolean
}

/** The shared strings of a workbook, each once. */
class Strings {
  readonly list: string[] = []
  readonly #seen = new Map<string, number>()
  indexOf(text: string): number {
    const known = this.#seen.get(text)
    if (known !== undefined) return known
    this.list.push(text)
    this.#seen.set(text, this.list.length - 1)
    return this.list.length - 1
  }
}

function column(x: number): string {
  return x < 26 ? String.fromCharCode(65 + x) : column(Math.floor(x / 26) - 1) + column(x % 26)
}

const shared = (ref: string, text: string, strings: Strings): string =>
  text === '' ? `<c r="${ref}" s="1"/>` : `<c r="${ref}" s="1" t="s"><v>${strings.indexOf(text)}</v></c>`

const asNumbers: Style['cell'] = (ref, { cell }, strings) =>
  cell.number !== undefined && String(cell.number) === cell.text
    ? `<c r="${ref}" s="1"><v>${cell.number}</v></c>`
    : shared(ref, cell.text, strings)

const asText: Style['cell'] = (ref, { cell }) =>
  cell.text === '' ? '' : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`

/** Totals as formulas with their last result, texts that are formulas too. */
const asFormulas: Style['cell'] = (ref, slot, strings) => {
  const { cell } = slot
  if (cell.number !== undefined && cell.id?.endsWith('.total') && String(cell.number) === cell.text) {
    return `<c r="${ref}"><f>SUM(A1:A${cell.number + 3})</f><v>${cell.number}</v></c>`
  }
  return cell.role === 'head'
    ? `<c r="${ref}" t="str"><f>"x"</f><v>${escaped(cell.text)}</v></c>`
    : asNumbers(ref, slot, strings)
}

function sheet(blocks: readonly Block[], style: Style, strings: Strings): string {
  const rows: string[] = []
  const merges: string[] = []
  const merge = (x: number, y: number, wide: number, tall: number): void => {
    if (style.merges && (wide > 1 || tall > 1)) merges.push(`${column(x)}${y + 1}:${column(x + wide - 1)}${y + tall}`)
  }
  for (const block of blocks) {
    if (!isTable(block)) {
      merge(0, rows.length, 10, 1)
      rows.push(shared(`A${rows.length + 1}`, block.text, strings))
      continue
    }
    for (const line of slots(block)) {
      const y = rows.length
      const cells = line.map((slot, x) => {
        if (!slot.corner) return ''
        merge(x, y, slot.cell.span, slot.rowSpan)
        return style.cell(`${column(x)}${y + 1}`, slot, strings)
      })
      rows.push(cells.join(''))
    }
  }
  const data = rows.map((cells, y) => `<row r="${y + 1}">${cells}</row>`).join('')
  const merged = merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')
  const mergeCells = merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''
  return `${HEAD}<worksheet ${MAIN}><sheetData>${data}</sheetData>${mergeCells}</worksheet>`
}

const oneSheet: Style['sheets'] = shape => [['年度报告', shape.blocks]]

/** A sheet for each numbered part, its heading on top. */
const manySheets: Style['sheets'] = shape => {
  const parts: [string, Block[]][] = [['封面', []]]
  for (const block of shape.blocks) {
    if (block.kind === 'heading') parts.push([`第${parts.length}部分`, []])
    parts.at(-1)?.[1].push(block)
  }
  return parts
}

function xlsx(shape: Shape, style: Style): Uint8Array {
  const strings = new Strings()
  const sheets = style.sheets(shape)
  const files: Record<string, Uint8Array> = {}
  sheets.forEach(([, blocks], i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(sheet(blocks, style, strings))
  })
  const types = sheets.map((_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')).join('')
  const entries = sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
  const links = sheets.map((_, i) => link(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')
  const items = strings.list.map(t => `<si><t xml:space="preserve">${escaped(t)}</t></si>`).join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${part('sharedStrings', 'sharedStrings')}${types}</Types>`,
    ),
    '_rels/.rels': strToU8(relations(link(1, 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(`${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${entries}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(relations(links + link(99, 'sharedStrings', 'sharedStrings.xml'))),
    'xl/sharedStrings.xml': strToU8(`${HEAD}<sst ${MAIN} uniqueCount="${strings.list.length}">${items}</sst>`),
    ...files,
  })
}

const part = (name: string, kind: string): string =>
  `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
const link = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
const relations = (links: string): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`

const writer = (name: string, style: Style): Writer => ({
  name: `xlsx-${name}`,
  format: 'xlsx',
  extension: 'xlsx',
  write: shape => xlsx(shape, style),
})

/** Every variety of workbook. */
export const xlsxWriters: readonly Writer[] = [
  writer('numbers', { cell: asNumbers, sheets: oneSheet, merges: true }),
  writer('text', { cell: asText, sheets: manySheets, merges: true }),
  writer('formulas', { cell: asFormulas, sheets: manySheets, merges: false }),
]
