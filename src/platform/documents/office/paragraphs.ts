/** The text of a part by paragraphs, with the leaves it stands in, so that it can be found and replaced across runs. */
import { type Element, elementsIn, escaped, isElement, textIn } from './tree.ts'

/** An element that holds text, and where its text begins in that of the paragraph. */
interface Leaf {
  readonly element: Element
  readonly start: number
  readonly text: string
  readonly hidden: boolean
}

export interface Paragraph {
  readonly text: string
  /** All of its text is in runs that are not shown. */
  readonly hidden: boolean
  readonly leaves: readonly Leaf[]
}

/** Every paragraph of a part, in the order they begin in, those within others included. */
export function paragraphsOf(root: Element, hiddenRuns: ReadonlySet<Element> = new Set()): Paragraph[] {
  const found: Paragraph[] = []
  for (const element of elementsIn(root)) if (element.local === 'p') found.push(paragraphOf(element, hiddenRuns))
  return found
}

/** What is written as an element of its own. */
const signs: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }
/** What is no text of the paragraph: what was deleted, and paragraphs of their own. */
const apart = ['p', 'del', 'moveFrom', 'pPr', 'rPr', 'tabs', 'rt']

function paragraphOf(element: Element, hiddenRuns: ReadonlySet<Element>): Paragraph {
  const leaves: Leaf[] = []
  let text = ''
  const gather = (within: Element, hidden: boolean) => {
    for (const child of within.children) {
      if (!isElement(child) || apart.includes(child.local)) continue
      if (child.local === 't') {
        const own = textIn(child)
        leaves.push({ element: child, start: text.length, text: own, hidden })
        text += own
      } else if (signs[child.local] !== undefined) text += signs[child.local]
      else gather(child, hidden || hiddenRuns.has(child))
    }
  }
  gather(element, false)
  const written = leaves.filter(leaf => leaf.text.trim() !== '')
  return { text, leaves, hidden: written.length > 0 && written.every(leaf => leaf.hidden) }
}

export interface Replacement {
  readonly start: number
  readonly end: number
  readonly by: string
}

/** Replaces stretches of a paragraph; of stretches that overlap the one over both is replaced once. */
export function replaceIn({ leaves, text }: Paragraph, replacements: readonly Replacement[]): number {
  const merged = mergedOf(replacements.filter(({ start, end }) => start < end && end <= text.length))
  const texts = leaves.map(leaf => leaf.text)
  for (const { start, end, by } of merged.toReversed()) {
    let written = false
    for (const [n, leaf] of leaves.entries()) {
      const [from, to] = [
        Math.max(start, leaf.start) - leaf.start,
        Math.min(end, leaf.start + leaf.text.length) - leaf.start,
      ]
      if (from >= to) continue
      texts[n] = (texts[n] ?? '').slice(0, from) + (written ? '' : by) + (texts[n] ?? '').slice(to)
      written = true
    }
  }
  for (const [n, leaf] of leaves.entries()) if (texts[n] !== leaf.text) setText(leaf.element, texts[n] ?? '')
  return merged.length
}

/** In order, those that overlap made one. */
export function mergedOf(replacements: readonly Replacement[]): Replacement[] {
  const merged: Replacement[] = []
  for (const each of replacements.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last === undefined || each.start >= last.end) merged.push(each)
    else if (each.end > last.end) merged[merged.length - 1] = { ...last, end: each.end }
  }
  return merged
}

/** Sets the text of a leaf; its blanks at both ends count. */
function setText(element: Element, text: string): void {
  element.children = text === '' ? [] : [escaped(text)]
  // Texts of drawings know no such attribute, and keep their blanks without.
  const mayLose = element.name === 't' || element.name.startsWith('w:')
  if (mayLose && !element.attributes.includes('xml:space')) element.attributes += ' xml:space="preserve"'
}
