/**
 * Every document of a request: procedural ones D01-D19 (D§5.2) and decisions L01-L23 (D§5.3). Which decision a letter
 * carries, with its articles, facts and remedy, stands in `decisions.ts` and nowhere else.
 */
import { decisionLetters } from './letters/decisions.ts'
import { forms } from './letters/forms.ts'
import type { LetterKind, SeriesId } from './letters/part.ts'
import { proceduralLetters } from './letters/procedural.ts'
import type { Words } from './words.ts'

export type { ElementId } from './letters/elements.ts'
export { letterElements } from './letters/elements.ts'
export type * from './letters/part.ts'

const all = { ...proceduralLetters, ...forms, ...decisionLetters }

export type LetterId = keyof typeof all

export const letters: Readonly<Record<LetterId, LetterKind>> = all

export const letterIds = (Object.keys(all) as LetterId[]).sort() as readonly LetterId[]

/**
 * Counters of 文号 and what an agency usually puts after 号 to tell them apart; both are the agency's to set, for no
 * text read by us settles them (D§5.1, U12).
 */
export const letterSeries: Readonly<Record<SeriesId, { readonly label: Words; readonly suffix: string }>> = {
  answer: { label: { zh: '答复、决定', en: 'Answers and decisions' }, suffix: '' },
  notice: { label: { zh: '程序性告知', en: 'Procedural notices' }, suffix: '-告知' },
  consultation: { label: { zh: '征求意见', en: 'Consultations' }, suffix: '-征询' },
  errand: { label: { zh: '协办、转办', en: 'Assistance and transfer' }, suffix: '-函' },
}
