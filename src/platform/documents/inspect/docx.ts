/** What a Word file hides: revisions, text that is not shown, and what all office files carry. */

import type { Place } from '../../../paper/paper.ts'
import type { Limits } from '../limits.ts'
import { fieldCodesIn, isDullBookmark } from '../office/fields.ts'
import { OfficeParts } from '../office/parts.ts'
import { isXml, shownParts } from '../office/reach.ts'
import { attributeOf, type Element, elementsIn, textIn } from '../office/tree.ts'
import { Findings } from './collect.ts'
import { unseenRuns, usualWordPart, wordStylesOf } from './docx-pieces.ts'
import type { Finding } from './finding.ts'
import { inspectOffice } from './office.ts'

const changes = new Set(
  'ins del moveFrom moveTo rPrChange pPrChange tblPrChange tcPrChange trPrChange sectPrChange cellIns cellDel'.split(
    ' ',
  ),
)

/** Throws DocumentError. */
export function inspectDocx(bytes: Uint8Array, limits: Limits): readonly Finding[] {
  const office = new OfficeParts(bytes, usualWordPart, limits)
  const findings = new Findings()
  const styles = wordStylesOf(office)
  for (const part of shownParts(office).filter(isXml)) {
    let paragraph = 0
    const tree = office.tree(part)
    const unseen = unseenRuns(tree, styles)
    const { said } = fieldCodesIn(tree)
    for (const element of elementsIn(tree)) {
      const at = { line: paragraph }
      if (element.local === 'p') paragraph += 1
      else if (changes.has(element.local)) findings.add('tracked_change', wordsIn(element), { at, part })
      else if (unseen.has(element) && wordsIn(element).trim() !== '') {
        findings.add('hidden_text', wordsIn(element), { at, part })
      }
      const instruction = said.get(element)
      if (instruction !== undefined) findings.add('field_code', instruction, { at, part })
      tellNames(element, findings, { at, part })
    }
  }
  inspectOffice(office, findings)
  return findings.list()
}

/** Names of places in the text, variables and outside lists that programs keep. */
function tellNames(element: Element, findings: Findings, where: { readonly at: Place; readonly part: string }): void {
  const name = attributeOf(element, 'name') ?? ''
  if (element.local === 'bookmarkStart' && !isDullBookmark(name)) findings.add('defined_name', name, where)
  if (element.local === 'docVar') findings.add('custom_xml', `${name} ${attributeOf(element, 'val') ?? ''}`, where)
  if (element.local === 'mailMerge') findings.add('outside_data', '', where)
}

function wordsIn(element: Element): string {
  const words = [...elementsIn(element)].filter(({ local }) => local === 't' || local === 'delText')
  return words.map(textIn).join('')
}
