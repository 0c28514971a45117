/** What a Word file hides: revisions, text that is not shown, and what all office files carry. */
import type { Limits } from '../limits.ts'
import { isHiddenRun } from '../office/paragraphs.ts'
import { OfficeParts } from '../office/parts.ts'
import { isXml, shownParts } from '../office/reach.ts'
import { type Element, elementsIn, textIn } from '../office/tree.ts'
import { Findings } from './collect.ts'
import { usualWordPart, wordHiddenStyles } from './docx-pieces.ts'
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
  const hiddenStyles = wordHiddenStyles(office)
  for (const part of shownParts(office).filter(isXml)) {
    let paragraph = 0
    for (const element of elementsIn(office.tree(part))) {
      const at = { line: paragraph }
      if (element.local === 'p') paragraph += 1
      else if (changes.has(element.local)) findings.add('tracked_change', wordsIn(element), { at, part })
      else if (element.local === 'r' && isHiddenRun(element, hiddenStyles)) {
        findings.add('hidden_text', wordsIn(element), { at, part })
      }
    }
  }
  inspectOffice(office, findings)
  return findings.list()
}

function wordsIn(element: Element): string {
  const words = [...elementsIn(element)].filter(({ local }) => local === 't' || local === 'delText')
  return words.map(textIn).join('')
}
