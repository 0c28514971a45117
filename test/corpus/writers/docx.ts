/** Word files as raw zip and XML: plain, with the oddities word processors leave, and without declared merges. */
import { strToU8, zipSync } from 'fflate'
import { type Block, corners, isTable, type Shape, type Slot, slots, type Table } from '../shape.ts'
import { escaped, type Writer } from './writer.ts'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
</Types>`
const RELS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`
const DOCUMENT_RELS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>`

interface Style {
  readonly run: (text: string) => string
  readonly paragraph: (text: string, run: Style['run']) => string
  readonly block: (block: Block, style: Style) => string
  readonly row: (row: readonly Slot[], style: Style) => string
}

const run = (text: string): string => {
  const parts = text.split('\n').map(t => `<w:t xml:space="preserve">${escaped(t)}</w:t>`)
  return `<w:r><w:rPr><w:sz w:val="24"/></w:rPr>${parts.join('<w:br/>')}</w:r>`
}

const paragraph = (text: string, write: Style['run']): string => `<w:p>${text === '' ? '' : write(text)}</w:p>`

function cell({ cell, covered, rowSpan }: Slot, style: Style): string {
  const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : ''
  const merge = covered === 'above' ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
  const text = covered === null ? cell.text : ''
  return `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>${span}${merge}</w:tcPr>${style.paragraph(text, style.run)}</w:tc>`
}

const row = (line: readonly Slot[], style: Style): string => `<w:tr>${line.map(s => cell(s, style)).join('')}</w:tr>`

function table(t: Table, style: Style): string {
  const grid = '<w:gridCol w:w="900"/>'.repeat(t.width)
  const rows = slots(t).map(line => style.row(firstOfEach(line), style))
  return `<w:tbl><w:tblPr><w:tblStyle w:val="a3"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`
}

/** One slot for each cell of the row, whether it starts here or continues from above. */
function firstOfEach(line: readonly Slot[]): Slot[] {
  return line.filter((slot, x) => slot.covered !== 'left' && line[x - 1]?.cell !== slot.cell)
}

const plainStyle: Style = {
  run,
  paragraph,
  row,
  block: (b, style) => (isTable(b) ? table(b, style) : style.paragraph(b.text, style.run)),
}

/** Runs cut inside words and numbers, proofing marks, fields, and old text struck out by tracked changes. */
const oddRun = (text: string): string => {
  const cut = Math.floor(text.length / 2)
  const [a, b] = [text.slice(0, cut), text.slice(cut)]
  return `${a ? run(a) : ''}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_Go"/><w:bookmarkEnd w:id="0"/>${b ? run(b) : ''}`
}

const NUMBERED = /^(\d)\.(?!\d)(?=\D)/u

/** The lists a file counts its labels by: a new one wherever the numbers do not go on. */
class Lists {
  readonly starts: number[] = []
  #last = 0
  /** The list that gives the next paragraph this number. */
  idFor(number: number): number {
    if (this.starts.length === 0 || number !== this.#last + 1) this.starts.push(number)
    this.#last = number
    return this.starts.length
  }
}

/** Numbers of labels left to the word processor; figures as the second thought of a tracked change. */
const oddParagraph =
  (lists: Lists): Style['paragraph'] =>
  (text, write) => {
    const number = NUMBERED.exec(text)?.[1]
    if (number !== undefined) {
      const id = lists.idFor(Number(number))
      const properties = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`
      return `<w:p>${properties}${write(text.replace(NUMBERED, ''))}</w:p>`
    }
    if (!/^\d{2,}$/u.test(text)) return paragraph(text, write)
    const who = 'w:author="a" w:date="2023-01-01T00:00:00Z"'
    const struck = `<w:del w:id="7" ${who}><w:r><w:delText>4711</w:delText></w:r></w:del>`
    return `<w:p>${struck}<w:ins w:id="8" ${who}>${write(text)}</w:ins></w:p>`
  }

/** Rows inside content controls; empty leading places as gridBefore; the title in a text box with its old twin. */
const oddRow = (line: readonly Slot[], style: Style): string => {
  const lead = line.findIndex(s => s.cell.text !== '' || s.cell.role !== 'filler')
  const skipped = line.slice(0, Math.max(0, lead))
  const before = skipped.reduce((sum, s) => sum + s.cell.span, 0)
  const properties = before > 0 ? `<w:trPr><w:gridBefore w:val="${before}"/></w:trPr>` : ''
  const cells = line.slice(skipped.length).map(s => cell(s, style))
  return `<w:sdt><w:sdtContent><w:tr>${properties}${cells.join('')}</w:tr></w:sdtContent></w:sdt>`
}

function textBox(text: string, style: Style): string {
  const content = `<w:txbxContent>${paragraph(text, style.run)}</w:txbxContent>`
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

const oddStyle = (lists: Lists): Style => ({
  run: oddRun,
  paragraph: oddParagraph(lists),
  row: oddRow,
  block: (b, style) => {
    if (isTable(b)) return table(b, style)
    return b.kind === 'title' ? textBox(b.text, style) : paragraph(b.text, style.run)
  },
})

/** No merge declared: each row holds just the cells that start in it. */
const bareStyle: Style = {
  ...plainStyle,
  block: (b, style) => {
    if (!isTable(b)) return style.paragraph(b.text, style.run)
    const rows = corners(b).map(line => {
      const cells = line.map(s => `<w:tc><w:tcPr/>${style.paragraph(s.cell.text, style.run)}</w:tc>`)
      return `<w:tr>${cells.join('')}</w:tr>`
    })
    return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
  },
}

/** Decimal numbers with a full stop; each list starts where it is told. */
function numbering({ starts }: Lists): string {
  const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
  const lists = starts.map((start, i) => {
    const begin = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    return `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="0"/>${begin}</w:num>`
  })
  const abstract = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>`
  return `${HEAD}<w:numbering ${NAMESPACES}>${abstract}${lists.join('')}</w:numbering>`
}

const FOOTER = `${HEAD}<w:ftr ${NAMESPACES}><w:p><w:r><w:t>— 3 —</w:t></w:r></w:p></w:ftr>`

function docx(shape: Shape, styled: (lists: Lists) => Style): Uint8Array {
  const lists = new Lists()
  const style = styled(lists)
  const body = shape.blocks.map(b => style.block(b, style)).join('')
  const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
  const document = `${HEAD}<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/_rels/document.xml.rels': strToU8(DOCUMENT_RELS),
    'word/document.xml': strToU8(document),
    'word/numbering.xml': strToU8(numbering(lists)),
    'word/footer1.xml': strToU8(FOOTER),
  })
}

const writer = (name: string, style: (lists: Lists) => Style, more: Partial<Writer> = {}): Writer => ({
  name: `docx-${name}`,
  format: 'docx',
  extension: 'docx',
  write: shape => docx(shape, style),
  ...more,
})

/** Every variety of Word file. */
export const docxWriters: readonly Writer[] = [
  writer('plain', () => plainStyle),
  writer('odd', oddStyle),
  writer('bare', () => bareStyle, { losesSpans: true }),
]
