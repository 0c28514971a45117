/** How an explanation names the cells it speaks of. */
import { entry } from '../../kernel/entry.ts'
import type { Lang } from '../../kernel/lang.ts'
import { labelOf } from '../check/finding.ts'
import type { Figures } from '../figures.ts'

export interface CellNames {
  readonly row: string
  readonly column: string
}

export function namesOf({ index }: Figures, place: number, lang: Lang): CellNames {
  const { row, column } = entry(index.cells, place)
  return { row: labelOf(row.label, lang), column: labelOf(column.label, lang) }
}

/** Fills the `{names}` of a sentence. */
export function filled(sentence: string, words: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name]))
}
