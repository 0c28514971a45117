/** What a letter is called on the pages of a case. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { type Decision, decisionsByLine } from '../../../law/decisions.ts'

const decided: readonly Decision[] = Object.values(decisionsByLine).flat()

/** The decision a letter carries, else its number in the list of letters. */
export function letterName(letter: string): Said {
  const label = decided.find(decision => decision.letter === letter)?.label
  return label ? { zh: `${letter} ${label.zh}`, en: `${letter} ${label.en}` } : { zh: letter, en: letter }
}
