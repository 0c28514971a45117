/** A spreadsheet of texts, as somebody would hand it over. */
import { xlsxOf } from './office.ts'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** One sheet, line by line. */
export function sheetOf(lines: readonly (readonly string[])[]): Uint8Array {
  const rows = lines.map(
    line => `<row>${line.map(text => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
  )
  return xlsxOf([{ rows: rows.join('') }])
}
