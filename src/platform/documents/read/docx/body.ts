/** Walks the main part of a Word file: paragraphs become lines, tables become grids. */
import type { PaperBlock } from '../../../../paper/paper.ts'
import { Fields } from '../fields.ts'
import type { Tables } from '../flow.ts'
import type { Attributes, XmlHandler } from '../xml.ts'
import type { Numbering } from './numbering.ts'
import { symbolOf } from './symbols.ts'
import { type CellProperties, newCellProperties, WordTable } from './table.ts'

interface Paragraph {
  text: string
  style: string
  list: string | undefined
  level: number | undefined
  /** Its end is deleted by a tracked change: it runs on into the next paragraph. */
  runsOn: boolean
  hidden: boolean
}

interface OpenCell {
  readonly properties: CellProperties
  readonly content: PaperBlock[]
}

function newParagraph(text: string): Paragraph {
  return { text, style: '', list: undefined, level: undefined, runsOn: false, hidden: false }
}

function isOn(attributes: Attributes): boolean {
  const value = attributes.get('val')
  return value !== '0' && value !== 'false' && value !== 'off'
}

function countOf(attributes: Attributes): number {
  const value = Number(attributes.get('val'))
  return Number.isSafeInteger(value) ? value : 1
}

/** Whether a merge starts here or goes on: Word leaves the word out where it goes on. */
function mergeOf(attributes: Attributes): 'starts' | 'continues' {
  return attributes.get('val') === 'restart' ? 'starts' : 'continues'
}

type Opener = (body: Body, attributes: Attributes) => 'skip' | undefined

const skip: Opener = () => 'skip'
const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['p', body => body.startParagraph()],
  ['pPr', body => body.enter('pPr')],
  ['trPr', body => body.enter('trPr')],
  ['r', body => body.startRun()],
  ['t', body => body.startText()],
  ['vanish', (body, attributes) => body.hide(isOn(attributes))],
  ['tab', body => body.write('\t')],
  ['ptab', body => body.write('\t')],
  ['br', body => body.write('\n')],
  ['cr', body => body.write('\n')],
  ['noBreakHyphen', body => body.write('-')],
  ['sym', (body, attributes) => body.write(symbolOf(attributes.get('font') ?? '', attributes.get('char') ?? ''))],
  ['fldChar', (body, attributes) => body.field(attributes.get('fldCharType'))],
  ['pStyle', (body, attributes) => body.set({ style: attributes.get('val') ?? '' })],
  ['numId', (body, attributes) => body.set({ list: attributes.get('val') })],
  ['ilvl', (body, attributes) => body.set({ level: countOf(attributes) })],
  ['tbl', body => body.startTable()],
  ['tr', body => body.startRow()],
  ['tc', body => body.startCell()],
  ['gridBefore', (body, attributes) => body.leaveOut(countOf(attributes))],
  ['gridSpan', (body, attributes) => body.setCell({ span: countOf(attributes) })],
  ['vMerge', (body, attributes) => body.setCell({ down: mergeOf(attributes) })],
  ['hMerge', (body, attributes) => body.setCell({ across: mergeOf(attributes) })],
  ['hidden', body => body.dropRow()],
  ['del', body => body.deleted()],
  ['moveFrom', body => body.deleted()],
  ['AlternateContent', body => body.startChoice()],
  ['Choice', body => body.choose()],
  ['Fallback', body => body.choose()],
  ['txbxContent', body => body.startBox()],
  ['blip', body => body.picture()],
  ['imagedata', body => body.picture()],
  // What tracked changes of formatting keep of the past, codes of fields, readings over characters, settings.
  ...[
    'rPrChange pPrChange tcPrChange trPrChange tblPrChange tblPrExChange tblGridChange sectPrChange numberingChange',
    'instrText delText delInstrText rt sdtPr sectPr tabs tblPr tblGrid ffData',
  ].flatMap(names => names.split(' ').map((name): [string, Opener] => [name, skip])),
])

const closers: ReadonlyMap<string, (body: Body) => void> = new Map<string, (body: Body) => void>([
  ['p', body => body.endParagraph()],
  ['pPr', body => body.leave()],
  ['trPr', body => body.leave()],
  ['t', body => body.endText()],
  ['tbl', body => body.endTable()],
  ['tr', body => body.endRow()],
  ['tc', body => body.endCell()],
  ['AlternateContent', body => body.endChoice()],
  ['txbxContent', body => body.endBox()],
])

/** Handler for the main part; `blocks` is complete when the walk has ended. */
export class Body implements XmlHandler {
  readonly blocks: PaperBlock[] = []
  pictures = 0
  readonly #tables: Tables
  readonly #numbering: Numbering | undefined
  readonly #open: WordTable[] = []
  readonly #cells: OpenCell[] = []
  #content = this.blocks
  /** Paragraphs that wait for a text box inside them to end. */
  readonly #waiting: Paragraph[] = []
  #paragraph = newParagraph('')
  #paragraphs = 0
  /** Text of a paragraph whose end is deleted. */
  #carried = ''
  #within: 'pPr' | 'trPr' | undefined
  #taking = false
  readonly #fields = new Fields()
  /** Open choices between renderings of one thing: true once one has been taken. */
  readonly #choices: boolean[] = []
  #rowDropped = false

  constructor(tables: Tables, numbering: Numbering | undefined) {
    this.#tables = tables
    this.#numbering = numbering
  }

  open(name: string, attributes: Attributes): 'skip' | undefined {
    return openers.get(name)?.(this, attributes)
  }

  close(name: string): void {
    closers.get(name)?.(this)
  }

  text(value: string): void {
    if (this.#taking) this.#paragraph.text += value
  }

  enter(where: 'pPr' | 'trPr'): undefined {
    this.#within = where
  }

  leave(): void {
    this.#within = undefined
  }

  startParagraph(): undefined {
    this.#paragraph = newParagraph(this.#carried)
    this.#carried = ''
    if (this.#cells.length === 0) this.#paragraphs++
  }

  endParagraph(): void {
    this.#fields.endParagraph()
    const { text, style, list, level, runsOn } = this.#paragraph
    if (runsOn) {
      this.#carried = text
      return
    }
    const number = this.#numbering === undefined ? '' : this.#numbering.next(list, level, style)
    this.#addLines(number + text)
  }

  #addLines(text: string): void {
    if (text === '' && this.#cells.length > 0) return
    const at = { line: this.#paragraphs }
    if (!text.includes('\n')) this.#content.push({ kind: 'text', text, at })
    else for (const line of text.split('\n')) this.#content.push({ kind: 'text', text: line, at })
  }

  #flushCarried(): void {
    if (this.#carried !== '') this.#addLines(this.#carried)
    this.#carried = ''
  }

  set(properties: { style?: string; list?: string | undefined; level?: number }): undefined {
    if (this.#within === 'pPr') Object.assign(this.#paragraph, properties)
  }

  startRun(): undefined {
    this.#paragraph.hidden = false
  }

  hide(on: boolean): undefined {
    if (this.#within !== 'pPr') this.#paragraph.hidden = on
  }

  #isShown(): boolean {
    return !this.#paragraph.hidden && !this.#fields.inCode
  }

  startText(): undefined {
    this.#taking = this.#isShown()
  }

  endText(): void {
    this.#taking = false
  }

  write(text: string): undefined {
    if (this.#isShown()) this.#paragraph.text += text
  }

  field(type: string | undefined): undefined {
    if (type === 'begin') this.#fields.begin()
    else if (type === 'separate') this.#fields.separate()
    else if (type === 'end') this.#fields.end()
  }

  deleted(): 'skip' {
    if (this.#within === 'trPr') this.#rowDropped = true
    else if (this.#within === 'pPr') this.#paragraph.runsOn = true
    return 'skip'
  }

  dropRow(): undefined {
    if (this.#within === 'trPr') this.#rowDropped = true
  }

  startChoice(): undefined {
    this.#choices.push(false)
  }

  choose(): 'skip' | undefined {
    const last = this.#choices.length - 1
    if (this.#choices[last] === true) return 'skip'
    if (last >= 0) this.#choices[last] = true
    return undefined
  }

  endChoice(): void {
    this.#choices.pop()
  }

  startBox(): undefined {
    this.#waiting.push(this.#paragraph)
  }

  endBox(): void {
    this.#flushCarried()
    this.#paragraph = this.#waiting.pop() ?? newParagraph('')
  }

  picture(): undefined {
    this.pictures++
  }

  startTable(): undefined {
    this.#flushCarried()
    this.#open.push(new WordTable(this.#content, this.#tables))
    this.#tables.checkDepth(this.#open.length)
  }

  endTable(): void {
    const table = this.#open.pop()
    if (table === undefined) return
    for (const block of this.#tables.blocksOf(table.finish())) table.around.push(block)
  }

  startRow(): undefined {
    this.#rowDropped = false
    this.#open.at(-1)?.startRow()
  }

  endRow(): void {
    if (this.#rowDropped) this.#open.at(-1)?.dropRow()
    this.#rowDropped = false
  }

  leaveOut(columns: number): undefined {
    if (this.#within === 'trPr') this.#open.at(-1)?.leaveOut(columns)
  }

  startCell(): undefined {
    this.#cells.push({ properties: newCellProperties(), content: [] })
    this.#content = this.#cells.at(-1)?.content ?? this.blocks
  }

  setCell(properties: Partial<CellProperties>): undefined {
    const cell = this.#cells.at(-1)
    if (cell !== undefined) Object.assign(cell.properties, properties)
  }

  endCell(): void {
    this.#flushCarried()
    const cell = this.#cells.pop()
    if (cell !== undefined) this.#open.at(-1)?.addCell(cell.properties, cell.content)
    this.#content = this.#cells.at(-1)?.content ?? this.blocks
  }
}
