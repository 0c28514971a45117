/**
 * Tables as a workbook of one sheet, every cell a text. Written here and not by the server's writer of workbooks, which
 * weighs fifty times as much; it comes to the browser only when a list is exported.
 */
import { strToU8, zipSync } from 'fflate'
import { harmless } from './csv.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spread = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What one cell can hold. */
const cellLimit = 32_000
const widths = { least: 8, most: 60 }

/** Rows as an xlsx; the first holds the heads and stays in sight. */
export function xlsxOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${packaged}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${spread}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${spread}.styles+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spread}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(relations([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(styles),
    'xl/worksheets/sheet1.xml': strToU8(sheetOf(rows)),
  }) as Uint8Array<ArrayBuffer>
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], n) => `<Relationship Id="r${n + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

/** Two ways a cell looks: plain, and bold for heads; both marked as texts. */
const styles =
  `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">' +
  [0, 1].map(font => `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`).join('') +
  '</cellXfs></styleSheet>'

function sheetOf(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map((_, n) => widthOf(rows.map(row => row[n] ?? '')))
  const cols = columns.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
  const lines = rows.map(
    (row, n) => `<row r="${n + 1}">${row.map(text => cellOf(text, n === 0 ? 1 : 0)).join('')}</row>`,
  )
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return (
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`
  )
}

function cellOf(text: string, style: number): string {
  const shown = harmless(text).slice(0, cellLimit)
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

/** In digits: a Han character is two of them wide. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(
    ...texts.map(text => Array.from(text, sign => (sign > '\u2e7f' ? 2 : 1)).reduce((a: number, b) => a + b, 0)),
  )
  return Math.min(widths.most, Math.max(widths.least, longest + 2))
}
