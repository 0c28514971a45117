/** Texts that are to be in no part of an office file, wherever they stand, and the proof that they are not. */
import { paragraphsOf, replaceIn } from '../../office/paragraphs.ts'
import { changeAttributes, type Element, elementsIn, escaped, isElement, textIn } from '../../office/tree.ts'
import { notRedactable } from '../refusals.ts'
import type { RedactText } from '../request.ts'
import { blackSquares } from '../request.ts'
import { looseText, type Stretch } from '../stretches.ts'

interface Doomed {
  readonly pattern: RegExp
  readonly by: string
  readonly bare: string
}

/** Signs below which a stretch is taken out at its place only: single digits and signs stand everywhere. */
const leastEverywhere = 4
const leastHan = 2

/** What is taken out everywhere: the texts asked for, and those of the stretches that are long enough to be meant. */
export function doomedOf(stretches: readonly Stretch[], texts: readonly RedactText[]): Doomed[] {
  const asked = new Map(texts.map(({ find, replacement = blackSquares }) => [bareText(find), replacement]))
  for (const { piece, start, end, replacement } of stretches) {
    const text = bareText(piece.text.slice(start, end))
    const least = /\p{Script=Han}/u.test(text) ? leastHan : leastEverywhere
    if (text.length >= least && !asked.has(text)) asked.set(text, replacement)
  }
  return [...asked].flatMap(([bare, by]) => {
    const pattern = looseText(bare)
    return pattern === undefined ? [] : [{ pattern, by, bare }]
  })
}

/** Replaces them in paragraphs, across runs; then in every other text and attribute. Gives how many were replaced. */
export function sweep(tree: Element, doomed: readonly Doomed[]): number {
  let replaced = 0
  for (const paragraph of paragraphsOf(tree)) {
    const found = doomed.flatMap(({ pattern, by }) =>
      [...paragraph.text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
        start: index,
        end: index + length,
        by,
      })),
    )
    replaced += replaceIn(paragraph, found)
  }
  const clean = (text: string) => doomed.reduce((left, { pattern, by }) => left.replace(pattern, () => by), text)
  for (const element of elementsIn(tree)) {
    if (!element.children.some(isElement)) {
      const text = textIn(element)
      const cleaned = clean(text)
      if (cleaned !== text) {
        element.children = [escaped(cleaned)]
        replaced += 1
      }
    }
    changeAttributes(element, (_name, value) => clean(value))
  }
  return replaced
}

/** Throws `not_redactable` where one of them is left in a part, be it across elements. */
export function proveGone(trees: ReadonlyMap<string, Element>, doomed: readonly Doomed[]): void {
  for (const [name, tree] of trees) {
    const texts: string[] = []
    const attributes: string[] = []
    for (const element of elementsIn(tree)) {
      for (const child of element.children) if (!isElement(child)) texts.push(child)
      attributes.push(element.attributes)
    }
    const all = bareText(`${texts.join('')}\n${attributes.join('\n')}`)
    const left = doomed.find(({ bare, by }) => !bareText(by).includes(bare) && all.includes(bareText(escaped(bare))))
    if (left !== undefined) throw notRedactable(stillThere(name))
  }
}

function bareText(text: string): string {
  return text.replace(/\s/g, '')
}

const stillThere = (name: string) => ({
  zh: `要隐去的文字在内部文件 ${name} 里被拆散存放`,
  en: `a text to be redacted is scattered over its part ${name}`,
})
