/** The parts of a workbook that its sheets refer to: the list of sheets, shared texts, number formats. */
import type { XmlHandler } from '../xml.ts'
import { builtInFormats } from './format.ts'

const nothing = (): undefined => undefined

export interface SheetName {
  readonly name: string
  readonly id: string
}

export interface Workbook {
  /** Sheets a reader of the file sees, in their order. */
  readonly sheets: SheetName[]
  from1904: boolean
}

export function newWorkbook(): Workbook {
  return { sheets: [], from1904: false }
}

export function workbookHandler(workbook: Workbook): XmlHandler {
  return {
    open: (name, attributes) => {
      if (name === 'workbookPr') workbook.from1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
      if (name !== 'sheet' || (attributes.get('state') ?? 'visible') !== 'visible') return undefined
      workbook.sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' })
      return undefined
    },
    close: nothing,
    text: nothing,
  }
}

/** Undoes `_x000A_`, by which workbooks write characters that XML cannot hold. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Collects the shared texts; the reading aids over Han characters (rPh) are no part of them. */
export function sharedTextsHandler(texts: string[]): XmlHandler {
  let text = ''
  let taking = false
  return {
    open: name => {
      if (name === 'rPh') return 'skip'
      if (name === 'si') text = ''
      else if (name === 't') taking = true
      return undefined
    },
    close: name => {
      if (name === 't') taking = false
      else if (name === 'si') texts.push(unescapedText(text))
    },
    text: value => {
      if (taking) text += value
    },
  }
}

/** Collects, for every cell style by its number, the pattern of its number format. */
export function formatsHandler(formats: (string | undefined)[]): XmlHandler {
  const own = new Map<number, string>()
  let inCells = false
  return {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.get('numFmtId') ?? 0)
        formats.push(own.get(id) ?? builtInFormats.get(id))
      } else if (name === 'dxfs' || name === 'fonts' || name === 'fills' || name === 'borders') return 'skip'
      return undefined
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
    text: nothing,
  }
}
