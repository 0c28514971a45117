/** What a workbook hides: sheets, rows, columns, names, and what all office files carry. */
import type { Limits } from '../limits.ts'
import { OfficeParts } from '../office/parts.ts'
import { cellsOf, isHiddenLine, referredOf, sheetsOf, usualBookPart } from '../office/sheets.ts'
import { attributeOf, type Element, elementsIn, textIn } from '../office/tree.ts'
import { Findings } from './collect.ts'
import type { Finding } from './finding.ts'
import { inspectOffice } from './office.ts'

/** Throws DocumentError. */
export function inspectXlsx(bytes: Uint8Array, limits: Limits): readonly Finding[] {
  const office = new OfficeParts(bytes, usualBookPart, limits)
  const findings = new Findings()
  const referred = referredOf(office, limits)
  for (const { name, state, part } of sheetsOf(office)) {
    if (state === 'hidden') findings.add('hidden_sheet', name)
    if (state === 'veryHidden') findings.add('very_hidden_sheet', name)
    if (part !== null && office.has(part)) {
      const tree = office.tree(part)
      inspectSheet(tree, name, findings)
      for (const cell of cellsOf(tree, referred, limits)) {
        const at = { sheet: name, cell: cell.name }
        if (cell.unseen) findings.add('unseen_cells', cell.text, { at, part: name })
      }
    }
  }
  for (const element of elementsIn(office.tree(office.main))) {
    if (element.local === 'absPath') findings.add('property', attributeOf(element, 'url'), { part: 'absPath' })
    if (element.local === 'definedName') findings.add('defined_name', attributeOf(element, 'name'))
  }
  inspectOffice(office, findings)
  return findings.list()
}

function inspectSheet(tree: Element, sheet: string, findings: Findings): void {
  for (const element of elementsIn(tree)) {
    if (element.local === 'dataValidation') {
      findings.add('validation', [...elementsIn(element)].map(textIn).join(' '), { part: sheet })
    }
    if (!/^(?:row|col)$/.test(element.local) || !isHiddenLine(element)) continue
    if (element.local === 'row') findings.add('hidden_rows', attributeOf(element, 'r'), { part: sheet })
    if (element.local === 'col') {
      const [first, last] = [Number(attributeOf(element, 'min')), Number(attributeOf(element, 'max'))]
      findings.add('hidden_columns', `${first}-${last}`, { part: sheet })
    }
  }
}
