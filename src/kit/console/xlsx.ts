/**
 * Tables as a workbook, a sheet each: figures are numbers, all else are texts. Written here and not by the server's writer of workbooks, which
 * weighs fifty times as much; it comes to the browser only when a list is exported.
 */
import { strToU8, zipSync } from 'fflate'
import { harmless } from '../../paper/csv.ts'
import type { Sheet, SheetCell } from './sheet.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spread = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What one cell can hold. */
const cellLimit = 32_000
/** What a sheet's name may be long. */
const nameLimit = 31
const widths = { least: 8, most: 60 }

/** The first row of each sheet holds the heads and stays in sight. */
export function xlsxOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const files = sheets.map(({ rows }, n) => [`worksheets/sheet${n + 1}.xml`, sheetOf(rows)] as const)
  const overrides = files.map(([file]) => `<Override PartName="/xl/${file}" ContentType="${spread}.worksheet+xml"/>`)
  const parts = {
    '[Content_Types].xml':
      `${head}<Types xmlns="${packaged}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${spread}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${spread}.styles+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookOf(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...files.map(([file]) => ['worksheet', file] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(files.map(([file, text]) => [`xl/${file}`, text])),
  }
  const bytes = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes)) as Uint8Array<ArrayBuffer>
}

function workbookOf(sheets: readonly Sheet[]): string {
  const each = namesOf(sheets).map((name, n) => `<sheet name="${quoted(name)}" sheetId="${n + 1}" r:id="r${n + 1}"/>`)
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets></workbook>`
}

/** Sheet names are short, hold none of []:*?/\' and differ: the number of the sheet tells equal ones apart. */
function namesOf(sheets: readonly Sheet[]): string[] {
  const plain = sheets.map(({ name }) => name.replace(/[[\]:*?/\\']/g, ' ').trim())
  return plain.map((name, n) => {
    const tail = name === '' || plain.indexOf(name) < n ? ` ${n + 1}` : ''
    return `${name.slice(0, nameLimit - tail.length)}${tail}`.trim()
  })
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], n) => `<Relationship Id="r${n + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

/** Ways a cell looks: a text, a head in bold (both marked as texts), and a figure. */
const looks = { text: 0, head: 1, figure: 2 } as const
const styles =
  `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  [
    [49, 0],
    [49, 1],
    [0, 0],
  ]
    .map(([form, font]) => `<xf numFmtId="${form}" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`)
    .join('') +
  '</cellXfs></styleSheet>'

function sheetOf(rows: Sheet['rows']): string {
  const columns = (rows[0] ?? []).map((_, n) => widthOf(rows.map(row => String(row[n] ?? ''))))
  const cols = columns.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
  const lines = rows.map(
    (row, n) => `<row r="${n + 1}">${row.map(cell => cellOf(cell, n === 0 ? looks.head : looks.text)).join('')}</row>`,
  )
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return (
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`
  )
}

/** What is no number a workbook can hold (NaN, beyond all bounds) is told as a text. */
function cellOf(cell: SheetCell, style: number): string {
  if (cell === null) return `<c s="${style}"/>`
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c s="${looks.figure}"><v>${cell}</v></c>`
  const shown = harmless(String(cell)).slice(0, cellLimit)
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`
}

/** XML holds no control characters but tab and line ends, and no half of a character. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', '&quot;')
}

/** In digits: a Han character is two of them wide. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(
    ...texts.map(text => Array.from(text, sign => (sign > '\u2e7f' ? 2 : 1)).reduce((a: number, b) => a + b, 0)),
  )
  return Math.min(widths.most, Math.max(widths.least, longest + 2))
}
