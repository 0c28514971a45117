/** The headers and footers of a sheet as they are printed. */
import { childOf, type Element, isElement, textIn } from './tree.ts'

export interface SheetHead {
  readonly element: Element
  /** `oddHeader` and the like. */
  readonly name: string
  /** As long as what is written: fonts, sizes and fields are blanks in it. */
  readonly text: string
}

const codes = /&(?:"[^"]*"|\d{1,3}|K[0-9A-F]{6}|K\d\d[+-]\d{3}|[A-Za-z&])/g

export function headsOf(sheet: Element): SheetHead[] {
  const heads = childOf(sheet, 'headerFooter')?.children.filter(isElement) ?? []
  return heads.map(element => {
    return { element, name: element.local, text: textIn(element).replace(codes, code => ' '.repeat(code.length)) }
  })
}
