/** The sheets of a workbook with every cell that holds something, hidden ones included. */
import { damaged, tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { addressOf, nameOf } from '../read/xlsx/address.ts'
import { formatted } from '../read/xlsx/format.ts'
import { formatsHandler, sharedTextsHandler, unescapedText } from '../read/xlsx/parts.ts'
import { scanXml, type XmlHandler, xmlText } from '../read/xml.ts'
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
  readonly hidden: boolean
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
}

export function referredOf(office: OfficeParts, limits: Limits): Referred {
  const texts: string[] = []
  const formats: (string | undefined)[] = []
  const scan = (kind: string, handler: XmlHandler) => {
    const part = office.links(office.main).find(each => each.kind === kind)?.part ?? null
    if (part === null || !office.has(part)) return
    // Parsed as a tree before anything is read from it, which refuses what is broken by name.
    office.tree(part)
    scanXml(xmlText(office.bytes(part)), handler, limits)
  }
  scan('sharedStrings', sharedTextsHandler(texts))
  scan('styles', formatsHandler(formats))
  return { texts, formats }
}

/** Columns that are hidden, as ranges counted from 0. */
function hiddenColumns(sheet: Element): (column: number) => boolean {
  const ranges = [...elementsIn(sheet)].flatMap(element => {
    if (element.local !== 'col' || !isTrue(attributeOf(element, 'hidden'))) return []
    return [[Number(attributeOf(element, 'min')) - 1, Number(attributeOf(element, 'max')) - 1] as const]
  })
  return column => ranges.some(([from, to]) => column >= from && column <= to)
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Every cell of a sheet that shows something; those of hidden rows and columns are marked. Throws DocumentError. */
export function cellsOf(sheet: Element, { texts, formats }: Referred, limits: Limits): Cell[] {
  const data = childOf(sheet, 'sheetData')
  if (data === undefined) return []
  const isHidden = hiddenColumns(sheet)
  const cells: Cell[] = []
  let row = -1
  for (const line of data.children) {
    if (typeof line === 'string' || line.local !== 'row') continue
    row = Number(attributeOf(line, 'r') ?? row + 2) - 1
    const rowHidden = isTrue(attributeOf(line, 'hidden'))
    let column = -1
    for (const element of line.children) {
      if (typeof element === 'string' || element.local !== 'c') continue
      const address = addressOf(attributeOf(element, 'r'))
      column = address?.column ?? column + 1
      const text = shownText(element, texts, formats)
      if (text === '') continue
      cells.push({ element, name: nameOf(address?.row ?? row, column), text, hidden: rowHidden || isHidden(column) })
      if (cells.length > limits.cells) throw tooLarge(`表格超过 ${limits.cells} 格`, `over ${limits.cells} cells`)
    }
  }
  return cells
}

function shownText(cell: Element, texts: readonly string[], formats: Referred['formats']): string {
  const value = childOf(cell, 'v')
  const written = value === undefined ? '' : textIn(value)
  switch (attributeOf(cell, 't') ?? 'n') {
    case 's': {
      const text = written === '' ? '' : texts[Number(written)]
      if (text === undefined) throw damaged('共享文字', 'its shared texts')
      return text
    }
    case 'inlineStr':
      return inlineText(cell)
    case 'n': {
      const number = written.trim() === '' ? Number.NaN : Number(written)
      return Number.isNaN(number) ? written : formatted(number, formats[Number(attributeOf(cell, 's') ?? 0)], false)
    }
    default:
      return unescapedText(written)
  }
}

function inlineText(cell: Element): string {
  const held = childOf(cell, 'is')
  if (held === undefined) return ''
  const texts = [...elementsIn(held)].filter(({ local }) => local === 't')
  return unescapedText(texts.map(textIn).join(''))
}
