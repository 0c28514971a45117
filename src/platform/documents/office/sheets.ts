/** The sheets of a workbook with every cell that holds something, hidden ones included. */
import { damaged, tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { addressOf, nameOf } from '../read/xlsx/address.ts'
import { formatted } from '../read/xlsx/format.ts'
import { formatsHandler, sharedTextsHandler, unescapedText } from '../read/xlsx/parts.ts'
import { scanXml, type XmlHandler, xmlText } from '../read/xml.ts'
import { type CellLook, cellLooksOf } from './cell-looks.ts'
import { mergedAway } from './merges.ts'
import type { OfficeParts } from './parts.ts'
import { attributeOf, childOf, type Element, elementsIn, textIn } from './tree.ts'

export const usualBookPart = 'xl/workbook.xml'

export interface SheetEntry {
  /** From 1, in the order of the workbook. */
  readonly number: number
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  /** Its part; null where the workbook names one that is no worksheet. */
  readonly part: string | null
}

export interface Cell {
  readonly element: Element
  /** `B7` */
  readonly name: string
  /** As the cell shows it. */
  readonly text: string
  /** In a hidden row or column, or unseen. */
  readonly hidden: boolean
  /** By its look, its format or a merged cell over it. */
  readonly unseen: boolean
}

/** The list of sheets. */
export function sheetsOf(office: OfficeParts): SheetEntry[] {
  const sheets = [...elementsIn(office.tree(office.main))].filter(({ local }) => local === 'sheet')
  return sheets.map((sheet, n) => {
    const id = attributeOf(sheet, 'id')
    const link = office.links(office.main).find(each => each.id === id && each.kind === 'worksheet')
    const state = attributeOf(sheet, 'state')
    return {
      number: n + 1,
      name: attributeOf(sheet, 'name') ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      part: link?.part ?? null,
    }
  })
}

/** What cells refer to: the shared texts and the number formats. */
export interface Referred {
  readonly texts: readonly string[]
  readonly formats: readonly (string | undefined)[]
  readonly looks: readonly CellLook[]
}

export function referredOf(office: OfficeParts, limits: Limits): Referred {
  const texts: string[] = []
  const formats: (string | undefined)[] = []
  const partOf = (kind: string) => {
    const part = office.links(office.main).find(each => each.kind === kind)?.part ?? null
    return part !== null && office.has(part) ? part : undefined
  }
  const scan = (kind: string, handler: XmlHandler) => {
    const part = partOf(kind)
    if (part === undefined) return
    // Parsed as a tree before anything is read from it, which refuses what is broken by name.
    office.tree(part)
    scanXml(xmlText(office.bytes(part)), handler, limits)
  }
  scan('sharedStrings', sharedTextsHandler(texts))
  scan('styles', formatsHandler(formats))
  const styles = partOf('styles')
  return { texts, formats, looks: styles === undefined ? [] : cellLooksOf(office.tree(styles)) }
}

/** Columns that are hidden, as ranges counted from 0. */
function hiddenColumns(sheet: Element): (column: number) => boolean {
  const ranges = [...elementsIn(sheet)].flatMap(element => {
    if (element.local !== 'col' || !isHiddenLine(element)) return []
    return [[Number(attributeOf(element, 'min')) - 1, Number(attributeOf(element, 'max')) - 1] as const]
  })
  return column => ranges.some(([from, to]) => column >= from && column <= to)
}

/** Points of height, or signs of width, below which a row or column shows nothing. */
const leastBreadth = 0.5

/** Whether a row or column is hidden, or made so narrow that it is. */
export function isHiddenLine(line: Element): boolean {
  const breadth = attributeOf(line, line.local === 'row' ? 'ht' : 'width')
  return isTrue(attributeOf(line, 'hidden')) || (breadth !== undefined && Number(breadth) < leastBreadth)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Every cell of a sheet that holds something; those nobody sees are marked. Throws DocumentError. */
export function cellsOf(sheet: Element, referred: Referred, limits: Limits): Cell[] {
  const data = childOf(sheet, 'sheetData')
  if (data === undefined) return []
  const isHidden = hiddenColumns(sheet)
  const isMergedAway = mergedAway(sheet)
  const hasTables = childOf(sheet, 'tableParts') !== undefined
  const cells: Cell[] = []
  let row = -1
  for (const line of data.children) {
    if (typeof line === 'string' || line.local !== 'row') continue
    row = Number(attributeOf(line, 'r') ?? row + 2) - 1
    const rowHidden = isHiddenLine(line)
    let column = -1
    for (const element of line.children) {
      if (typeof element === 'string' || element.local !== 'c') continue
      const address = addressOf(attributeOf(element, 'r'))
      column = address?.column ?? column + 1
      const { text, formattedAway } = contentOf(element, referred)
      if (text === '') continue
      const look = referred.looks[Number(attributeOf(element, 's') ?? 0)]
      const blended = look?.unseen === true && !(look.bare && hasTables)
      const unseen = formattedAway || blended || isMergedAway(address?.row ?? row, column)
      const hidden = rowHidden || isHidden(column) || unseen
      cells.push({ element, name: nameOf(address?.row ?? row, column), text, hidden, unseen })
      if (cells.length > limits.cells) throw tooLarge(`表格超过 ${limits.cells} 格`, `over ${limits.cells} cells`)
    }
  }
  return cells
}

interface Content {
  readonly text: string
  /** The format shows nothing of it: `;;;`. */
  readonly formattedAway: boolean
}

function contentOf(cell: Element, { texts, formats }: Referred): Content {
  const value = childOf(cell, 'v')
  const written = value === undefined ? '' : textIn(value)
  const format = formats[Number(attributeOf(cell, 's') ?? 0)]
  const asText = (text: string) => ({ text, formattedAway: hidesText(format) })
  switch (attributeOf(cell, 't') ?? 'n') {
    case 's': {
      const text = written === '' ? '' : texts[Number(written)]
      if (text === undefined) throw damaged('共享文字', 'its shared texts')
      return asText(text)
    }
    case 'inlineStr':
      return asText(inlineText(cell))
    case 'n': {
      const number = written.trim() === '' ? Number.NaN : Number(written)
      if (Number.isNaN(number)) return asText(written)
      const text = formatted(number, format, false)
      // Zeros are left out to make a table easier to read.
      if (text !== '' || number === 0) return { text, formattedAway: false }
      return { text: written, formattedAway: true }
    }
    default:
      return asText(unescapedText(written))
  }
}

/** Whether a format has a section for texts, and shows nothing in it. */
function hidesText(format: string | undefined): boolean {
  return format !== undefined && /^(?:[^;"]|"[^"]*")*;(?:[^;"]|"[^"]*")*;(?:[^;"]|"[^"]*")*;\s*$/.test(format)
}

function inlineText(cell: Element): string {
  const held = childOf(cell, 'is')
  if (held === undefined) return ''
  const texts = [...elementsIn(held)].filter(({ local }) => local === 't')
  return unescapedText(texts.map(textIn).join(''))
}
