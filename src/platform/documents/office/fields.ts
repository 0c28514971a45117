/** The fields of a Word file: instructions that are not shown, and often hold words that nobody sees. */
import { attributeOf, type Element, elementsIn, textIn } from './tree.ts'

export interface FieldCodes {
  /** Elements that make up instructions: what is shown stays without them. */
  readonly codes: ReadonlySet<Element>
  /** Runs within instructions. */
  readonly runs: ReadonlySet<Element>
  /** What each instruction says, by the first of its elements. */
  readonly said: ReadonlyMap<Element, string>
}

/** Fields that show what their instruction holds. */
const shows = /^\s*(?:EQ|SYMBOL|MACROBUTTON|FORM(?:TEXT|CHECKBOX|DROPDOWN))\b/i
/** Fields and arguments that say nothing of anybody: numbers of pages and tables, lists of contents, dates. */
const dull = new RegExp(
  '^\\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|SEQ|STYLEREF|HYPERLINK|DATE|TIME)?' +
    '(?:\\s+(?:\\\\.|MERGEFORMAT|CHARFORMAT|ARABIC|ROMAN|CHINESENUM\\d|[图表]|Figure|Table|"?(?:标题|Heading) ?\\d"?' +
    '|"\\d+-\\d+"|"?_(?:Toc|Ref|Hlk)\\w*"?|"[yMdHhmsAP年月日时分秒:/. -]*"))*\\s*$',
  'i',
)

/** Whether a bookmark is one of those that Word makes for itself, or a copy made here. */
export function isDullBookmark(name: string): boolean {
  return /^(?:_(?:Toc|Ref|Hlk)\w*|_GoBack|_b\d*)?$/.test(name)
}

interface Open {
  text: string
  showing: boolean
  readonly parts: Element[]
  readonly runs: Element[]
}

/** The instructions of a part that say more than where a page number stands. */
export function fieldCodesIn(root: Element): FieldCodes {
  const found = { codes: new Set<Element>(), runs: new Set<Element>(), said: new Map<Element, string>() }
  const open: Open[] = []
  const close = ({ text, parts, runs }: Open) => {
    const [first] = parts
    if (first === undefined || shows.test(text) || dull.test(text)) return
    for (const part of parts) found.codes.add(part)
    for (const run of runs) found.runs.add(run)
    found.said.set(first, text)
  }
  for (const element of elementsIn(root)) {
    if (element.local === 'fldSimple') {
      close({ text: attributeOf(element, 'instr') ?? '', showing: true, parts: [element], runs: [] })
    }
    const instructing = open.filter(({ showing }) => !showing)
    if (element.local === 't' || element.local === 'instrText')
      for (const field of instructing) field.text += textIn(element)
    if (element.local === 'r' && holdsText(element)) for (const field of instructing) field.runs.push(element)
    if (element.local === 'instrText') open.at(-1)?.parts.push(element)
    if (element.local !== 'fldChar') continue
    const kind = attributeOf(element, 'fldCharType')
    if (kind === 'begin') open.push({ text: '', showing: false, parts: [], runs: [] })
    const field = open.at(-1)
    field?.parts.push(element)
    if (kind === 'separate' && field !== undefined) field.showing = true
    if (kind === 'end' && field !== undefined) close(field)
    if (kind === 'end') open.pop()
  }
  return found
}

function holdsText(run: Element): boolean {
  return run.children.some(child => typeof child !== 'string' && child.local === 't')
}
