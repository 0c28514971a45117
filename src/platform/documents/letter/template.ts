/** Templates of letters that are edited in Word: written, and filled. Checked in `template-check.ts`. */

import { Document, Packer } from 'docx'
import { type TemplateContent, type TemplateData, TemplateHandler } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { LetterFilling, LetterRepeats, LetterTemplateSheet } from '../../../paper/letter.ts'
import type { PageTable } from '../../../paper/page.ts'
import { oneLine } from '../write/clean.ts'
import { repack } from '../write/package.ts'
import { writeLetterDocx } from './docx.ts'
import { style } from './docx-styles.ts'
import { tableBlock } from './docx-table.ts'

/** The template as an agency gets it: locked parts in content controls that cannot be typed into. */
export async function writeTemplate({ sheet }: LetterTemplateSheet): Promise<Uint8Array> {
  return writeLetterDocx(sheet)
}

/**
 * The template with its slots filled. What was typed around them stays as it is; a list becomes one paragraph for each
 * item and is left out where it has none. The template must have passed `checkTemplate`.
 */
export async function fillTemplate(template: Uint8Array, filling: LetterFilling): Promise<Uint8Array> {
  const entries = await Promise.all(
    Object.entries(filling).map(async ([name, value]) => [name, await content(value)] as const),
  )
  const filled = await new TemplateHandler().process(Buffer.from(template), Object.fromEntries(entries))
  const files = unzipSync(new Uint8Array(filled))
  const body = strToU8(withoutMarks(strFromU8(files[bodyFile] ?? new Uint8Array())))
  return repack(zipSync({ ...files, [bodyFile]: body }), undefined)
}

const bodyFile = 'word/document.xml'

/** Lines that began and ended a repetition are left empty by the filling; they would print as blank lines. */
function withoutMarks(xml: string): string {
  return xml.replace(/<w:p(?: [^>]*)?>(?:(?!<\/w:p>).)*?<\/w:p>/gs, paragraph =>
    paragraph.includes(`w:val="${style.mark}"`) && !/<w:t[ >]/.test(paragraph.replace(/<w:t(?: [^>]*)?><\/w:t>/g, ''))
      ? ''
      : paragraph,
  )
}

async function content(value: LetterFilling[string]): Promise<TemplateData[string]> {
  if (value === null) return ''
  if (typeof value === 'string') return paragraphText(value)
  if (isTable(value)) return { _type: 'rawXml', xml: await tableXml(value), replaceParagraph: true } as TemplateContent
  return value.map(slots =>
    Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, paragraphText(text)])),
  )
}

function isTable(value: LetterRepeats | PageTable): value is PageTable {
  return 'rows' in value
}

/** Lines of one paragraph stay lines. */
function paragraphText(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}

/** The table's markup, with the paragraph that keeps it from the next, taken from a document that holds nothing else. */
async function tableXml(table: PageTable): Promise<string> {
  const rows = table.rows.map(row => row.map(cell => ({ ...cell, text: oneLine(cell.text) })))
  const document = new Document({ sections: [{ children: tableBlock({ ...table, rows }) }] })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const xml = strFromU8(files[bodyFile] ?? new Uint8Array())
  const [found] = /<w:tbl>.*<\/w:tbl><w:p>.*?<\/w:p>/s.exec(xml) ?? []
  if (found === undefined) throw new Error('the writer made no table')
  return found
}
