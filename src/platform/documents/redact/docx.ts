/** Takes text and all that is not shown out of a Word file. */
import { docxPieces, unseenRuns, usualWordPart, wordStylesOf } from '../inspect/docx-pieces.ts'
import { defaultLimits } from '../limits.ts'
import { fieldCodesIn } from '../office/fields.ts'
import { paragraphsOf, replaceIn } from '../office/paragraphs.ts'
import { OfficeParts } from '../office/parts.ts'
import { childOf, type Element, type Fate, sift } from '../office/tree.ts'
import type { WordStyles } from '../office/word-styles.ts'
import { notesOn, textsNotIn } from './not-found.ts'
import { dropAsidesOf } from './office/asides.ts'
import { NewPackage } from './office/package.ts'
import { doomedOf, proveGone, sweep } from './office/strings.ts'
import { Tally } from './office/tally.ts'
import type { Redacted, RedactRequest } from './request.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/**
 * Hits are replaced at their places, and their texts everywhere else in the file; revisions are accepted; comments,
 * properties, embedded objects, links out of the file and, unless kept, hidden text go. Throws DocumentError, and a
 * Trouble: `no_such_place`, `not_redactable`.
 */
export async function redactDocx(bytes: Uint8Array, request: RedactRequest): Promise<Redacted> {
  const limits = request.limits ?? defaultLimits
  const office = new OfficeParts(bytes, usualWordPart, limits)
  const pieces = docxPieces(bytes, limits)
  const stretches = stretchesOf(pieces, request)
  const made = await NewPackage.of(office)
  const notFound = textsNotIn(pieces, request, made.trees.values())
  const tally = new Tally(made.dropped)
  const styles = wordStylesOf(office)
  let replaced = replaceAtPlaces(made, stretches)
  made.dropLostReferences()
  for (const tree of made.trees.values()) clean(tree, request.keepHidden === true ? undefined : styles, tally)
  const doomed = doomedOf(stretches, request.texts ?? [])
  for (const tree of made.trees.values()) replaced += sweep(tree, doomed)
  proveGone(made.trees, doomed)
  const report = {
    pixelPages: [],
    keptPages: [],
    replaced,
    dropped: tally.counts(),
    notFound,
    notes: notesOn(notFound),
  }
  return { bytes: made.write(), type: 'docx', report }
}

/** Replaces what pieces of paragraphs (`part#number`) name. */
export function replaceAtPlaces(made: NewPackage, stretches: readonly Stretch[]): number {
  let replaced = 0
  for (const [part, tree] of made.trees) {
    const own = stretches.filter(({ piece }) => piece.id.startsWith(`${part}#`))
    if (own.length === 0) continue
    for (const [n, paragraph] of paragraphsOf(tree).entries()) {
      const here = own.filter(({ piece }) => piece.id === `${part}#${n + 1}`)
      replaced += replaceIn(
        paragraph,
        here.map(({ start, end, replacement: by }) => ({ start, end, by })),
      )
    }
  }
  return replaced
}

/** What goes with all in it, and what it is counted as; what is there only for programs is not counted. */
const gone: Readonly<Record<string, string>> = Object.fromEntries([
  ...'del moveFrom delText delInstrText'.split(' ').map(name => [name, 'revisions']),
  ...'rPrChange pPrChange tcPrChange trPrChange tblPrChange tblPrExChange tblGridChange sectPrChange numberingChange'
    .split(' ')
    .map(name => [name, 'revisions']),
  ...'commentRangeStart commentRangeEnd commentReference'.split(' ').map(name => [name, 'comments']),
  ...'docVars mailMerge attachedTemplate rsids saveThroughXslt'.split(' ').map(name => [name, 'settings']),
  ...(
    'moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd ' +
    'customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd ' +
    'customXmlMoveToRangeStart customXmlMoveToRangeEnd proofErr permStart permEnd sdtPr sdtEndPr customXmlPr smartTagPr ' +
    'cellIns cellMerge Fallback ffData trackRevisions documentProtection'
  )
    .split(' ')
    .map(name => [name, '']),
])
const unwrapped = new Set('ins moveTo sdt sdtContent customXml smartTag'.split(' '))

/** What nobody sees, by element. */
interface Unseen {
  readonly runs: ReadonlySet<Element>
  readonly codes: ReadonlySet<Element>
}

function clean(tree: Element, styles: WordStyles | undefined, tally: Tally): void {
  const unseen = styles && { runs: unseenRuns(tree, styles), codes: fieldCodesIn(tree).codes }
  sift(tree, (element, path) => {
    dropAsidesOf(element)
    return fateOf(element, path, unseen, tally)
  })
}

function fateOf(element: Element, path: readonly Element[], unseen: Unseen | undefined, tally: Tally): Fate {
  const what = gone[element.local]
  if (what !== undefined) return tally.gone(what)
  // In the properties of a run or row these are marks without content.
  if (unwrapped.has(element.local)) return 'unwrap'
  if (element.local === 'tr' && isRowDeleted(element)) return tally.gone('revisions')
  if (element.local === 'tc' && hasMark(element, 'tcPr', 'cellDel')) {
    element.children = element.children.filter(child => typeof child !== 'string' && child.local === 'tcPr')
    element.children.push({ kind: 'element', name: prefixed(element, 'p'), local: 'p', attributes: '', children: [] })
    return tally.stay('revisions')
  }
  if (unseen === undefined) return 'stay'
  if (unseen.codes.has(element)) return element.local === 'fldSimple' ? 'unwrap' : tally.gone(countedCode(element))
  if (element.local === 'tr' && hasMark(element, 'trPr', 'hidden')) return tally.gone('hidden')
  const isRun = element.local === 'r' && path.some(({ local }) => local === 'p')
  if (!isRun || !unseen.runs.has(element)) return 'stay'
  // The marks of a field may share a run with what is hidden, and have to be matched.
  element.children = element.children.filter(child => typeof child !== 'string' && child.local === 'fldChar')
  return element.children.length > 0 ? tally.stay('hidden') : tally.gone('hidden')
}

/** An instruction counts once, whatever marks stand around it. */
function countedCode({ local }: Element): string {
  return local === 'instrText' ? 'fields' : ''
}

function isRowDeleted(row: Element): boolean {
  return hasMark(row, 'trPr', 'del')
}

function hasMark(element: Element, properties: string, mark: string): boolean {
  const held = childOf(element, properties)
  return held !== undefined && childOf(held, mark) !== undefined
}

/** A name with the prefix the element has. */
function prefixed({ name, local }: Element, other: string): string {
  return name.slice(0, name.length - local.length) + other
}
