/** Word files (docx): the main text with its tables; headers, footers, notes and comments are left out. */
import type { Paper } from '../../../paper/paper.ts'
import { checkSize } from '../charset.ts'
import { emptyFile, noTextLayer } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { Body } from './docx/body.ts'
import { Numbering } from './docx/numbering.ts'
import { Tables } from './flow.ts'
import { OfficePackage } from './ooxml.ts'

const main = ['正文', 'the main text'] as const
const numbers = ['编号定义', 'the definitions of its numbering'] as const
const styles = ['样式定义', 'the definitions of its styles'] as const

/** The automatic numbers of the document; undefined where it has none. */
function numberingOf(office: OfficePackage, part: string, body: string): Numbering | undefined {
  const related = office.relationships(part)
  const defined = related.find(each => each.kind === 'numbering')
  if (defined === undefined) return undefined
  const styled = related.find(each => each.kind === 'styles')
  const styleText = styled === undefined ? '' : office.required(styled.part, ...styles)
  // Most files define numbering and never use it: then nothing more is read.
  const byStyle = styleText.includes('numPr>')
  if (!byStyle && !body.includes('numPr>')) return undefined
  const numbering = new Numbering()
  office.scan(defined.part, numbering.definitions(), ...numbers)
  if (byStyle) office.scanText(styleText, numbering.styles(), ...styles)
  return numbering
}

function hasWords(body: Body): boolean {
  return body.blocks.some(block => block.kind === 'grid' || block.text.trim() !== '')
}

/**
 * Reads a Word file. A line is a paragraph (or a part of one between breaks); its place counts paragraphs outside
 * tables from 1. Throws `empty`, `no_text_layer` (pictures only), `damaged`, `too_large`.
 */
export function readDocx(bytes: Uint8Array, limits: Limits): Paper {
  checkSize(bytes, limits)
  const office = new OfficePackage(bytes, limits)
  const part = office.mainPart('word/document.xml', ...main)
  const text = office.required(part, ...main)
  const body = new Body(new Tables(limits), numberingOf(office, part, text))
  office.scanText(text, body, ...main)
  if (!hasWords(body)) throw body.pictures > 0 ? noTextLayer() : emptyFile()
  return { format: 'docx', blocks: body.blocks }
}
