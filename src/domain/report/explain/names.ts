/** How an explanation names the cells it speaks of. */

import type { Lang } from '../../kernel/lang.ts'
import { labelOf } from '../check/finding.ts'
import type { Figures } from '../figures.ts'

export interface CellNames {
  readonly row: string
  readonly column: string
}

export function namesOf({ index }: Figures, id: string, lang: Lang): CellNames {
  const cell = index.cells[index.at.get(id) ?? -1]
  return cell
    ? { row: labelOf(cell.row.label, lang), column: labelOf(cell.column.label, lang) }
    : { row: id, column: id }
}

/** Fills the `{names}` of a sentence. */
export function filled(sentence: string, words: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''))
}
