/** The paragraphs of a Word binary file: their shown text and what they are in a table. */
import { symbolOf } from '../docx/symbols.ts'
import { Fields } from '../fields.ts'
import type { Bytes } from './bytes.ts'
import type { WordStreams } from './head.ts'
import { type Piece, readPieces } from './pieces.ts'
import {
  characterStretches,
  eachModifier,
  longList,
  paragraphStretches,
  type Stretch,
  sprm,
  stretchAt,
} from './properties.ts'

/** The cells of a row as defined at its end: edges in twips from the left, one more than cells; how each merges. */
export interface RowShape {
  readonly edges: readonly number[]
  readonly merges: readonly { readonly across: boolean; readonly down: 'none' | 'starts' | 'continues' }[]
}

export interface WordParagraph {
  readonly text: string
  /** Tables it stands in: 0 outside tables. */
  readonly depth: number
  readonly ends: 'paragraph' | 'cell' | 'row'
  /** Given at the end of a row. */
  readonly shape?: RowShape
}

interface Marks {
  inTable: boolean
  depth: number
  rowEnd: boolean
  innerCellEnd: boolean
  shape: RowShape | undefined
}

const cellEnd = '\x07'
const paragraphEnd = '\r'
const breakEnd = '\x0c'
const fieldStart = '\x13'
const fieldMiddle = '\x14'
const fieldEnd = '\x15'
/** What control characters show as; those not named show nothing. */
const shownControls: Readonly<Record<string, string>> = { '\t': '\t', '\x0b': '\n', '\x0e': '\n', '\x1e': '-' }
const cellDefinition = 20

function readShape(list: Bytes, operand: number): RowShape {
  const count = list.u8(operand + 2)
  const end = operand + list.u16(operand) + 1
  const edges = Array.from({ length: count + 1 }, (_each, i) => list.i16(operand + 3 + i * 2))
  const first = operand + 3 + (count + 1) * 2
  const merges = Array.from({ length: count }, (_each, i) => {
    const at = first + i * cellDefinition
    const flags = at + 2 <= end ? list.u16(at) : 0
    const down = (flags >> 5) & 3
    return {
      across: (flags & 3) === 1,
      down: down === 0 ? ('none' as const) : down === 1 ? ('continues' as const) : ('starts' as const),
    }
  })
  return { edges, merges }
}

function marksOf(stretch: Stretch | undefined, data: Bytes): Marks {
  const marks: Marks = { inTable: false, depth: 0, rowEnd: false, innerCellEnd: false, shape: undefined }
  if (stretch === undefined) return marks
  const visit = (modifier: number, list: Bytes, operand: number, mayFollow: boolean): void => {
    if (modifier === sprm.inTable) marks.inTable = list.u8(operand) === 1
    else if (modifier === sprm.rowEnd) marks.rowEnd = list.u8(operand) === 1
    else if (modifier === sprm.depth) marks.depth = list.u32(operand)
    else if (modifier === sprm.innerCellEnd) marks.innerCellEnd = list.u8(operand) === 1
    else if (modifier === sprm.innerRowEnd) marks.rowEnd = list.u8(operand) === 1
    else if (modifier === sprm.cells) marks.shape = readShape(list, operand)
    else if ((modifier === sprm.longList || modifier === sprm.tableList) && mayFollow) {
      eachModifier(longList(data, list.u32(operand)), (inner, innerList, at) => visit(inner, innerList, at, false))
    }
  }
  eachModifier(stretch.list, (modifier, list, operand) => visit(modifier, list, operand, true))
  if (marks.inTable) marks.depth = Math.max(1, marks.depth)
  return marks
}

/** By byte of the document stream: characters not shown, and signs of symbol fonts. */
interface Special {
  readonly unseen: Uint8Array | undefined
  readonly symbols: ReadonlyMap<number, string>
}

function specialCharacters(streams: WordStreams): Special {
  let unseen: Uint8Array | undefined
  const symbols = new Map<number, string>()
  for (const { start, end, list } of characterStretches(streams)) {
    eachModifier(list, (modifier, within, operand) => {
      if (modifier === sprm.symbol) symbols.set(start, symbolOf('Wingdings', within.u16(operand + 2).toString(16)))
      if (modifier !== sprm.hidden && modifier !== sprm.deleted) return
      if ((within.u8(operand) & 1) === 0) return
      unseen ??= new Uint8Array(streams.document.length)
      unseen.fill(1, start, end)
    })
  }
  return { unseen, symbols }
}

/** Puts the text together paragraph by paragraph. */
class Assembler {
  readonly paragraphs: WordParagraph[] = []
  readonly #streams: WordStreams
  readonly #stretches: readonly Stretch[]
  readonly #special: Special
  readonly #marks = new Map<Stretch, Marks>()
  #text = ''
  readonly #fields = new Fields()

  constructor(streams: WordStreams) {
    this.#streams = streams
    this.#stretches = paragraphStretches(streams)
    this.#special = specialCharacters(streams)
  }

  add(piece: Piece): void {
    for (let i = 0; i < piece.text.length; i++) this.#take(piece.text.charAt(i), piece.start + i * piece.width)
  }

  #take(character: string, place: number): void {
    const isEnd = character === paragraphEnd || character === cellEnd || character === breakEnd
    if (isEnd) this.#end(character, place)
    else if (this.#special.unseen?.[place] === 1) return
    else if (character === fieldStart) this.#fields.begin()
    else if (character === fieldMiddle) this.#fields.separate()
    else if (character === fieldEnd) this.#fields.end()
    else if (!this.#fields.inCode) this.#text += this.#shown(character, place)
  }

  #shown(character: string, place: number): string {
    if (character === '(' && this.#special.symbols.has(place)) return this.#special.symbols.get(place) ?? ''
    return character >= ' ' && character !== '\x1e' && character !== '\x1f'
      ? character
      : (shownControls[character] ?? '')
  }

  #end(character: string, place: number): void {
    this.#fields.endParagraph()
    const stretch = stretchAt(this.#stretches, place)
    const marks = this.#marksOf(stretch)
    const ends = marks.rowEnd ? 'row' : character === cellEnd || marks.innerCellEnd ? 'cell' : 'paragraph'
    const base = {
      text: this.#text,
      depth: character === cellEnd ? Math.max(1, marks.depth) : marks.depth,
      ends,
    } as const
    this.paragraphs.push(marks.shape === undefined || ends !== 'row' ? base : { ...base, shape: marks.shape })
    this.#text = ''
  }

  #marksOf(stretch: Stretch | undefined): Marks {
    if (stretch === undefined) return marksOf(undefined, this.#streams.data)
    const known = this.#marks.get(stretch)
    if (known !== undefined) return known
    const marks = marksOf(stretch, this.#streams.data)
    this.#marks.set(stretch, marks)
    return marks
  }

  finish(): WordParagraph[] {
    if (this.#text !== '') this.paragraphs.push({ text: this.#text, depth: 0, ends: 'paragraph' })
    return this.paragraphs
  }
}

/** The paragraphs of the main text in order. Throws `damaged`. */
export function readParagraphs(streams: WordStreams): WordParagraph[] {
  const assembler = new Assembler(streams)
  for (const piece of readPieces(streams)) assembler.add(piece)
  return assembler.finish()
}
