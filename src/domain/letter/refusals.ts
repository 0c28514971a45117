/** The sentences composing a letter refuses with. */
import { type ElementId, type LetterId, letterElements, letters } from '../../law/letters.ts'
import type { Refusal } from '../kernel/result.ts'
import { refusal } from './checked.ts'
import { slots } from './slots.ts'

export function missingElement(id: LetterId, element: ElementId): Refusal {
  const [title, label] = [letters[id].title, letterElements[element]]
  const says = {
    zh: `${title.zh}应当写明“${label.zh}”，请补充`,
    en: `The document "${title.en}" must say it: ${label.en}; add it`,
  }
  return refusal('missing_element', says, slots[element].at)
}

/** `index` from 0. */
export function incompleteItem(id: LetterId, element: ElementId, index: number): Refusal {
  const [title, label] = [letters[id].title, letterElements[element]]
  const says = {
    zh: `${title.zh}的“${label.zh}”第${index + 1}项没有写全，请补充`,
    en: `"${title.en}", ${label.en}: item ${index + 1} is not whole; complete it`,
  }
  return refusal('incomplete_item', says, `${slots[element].at}[${index}]`)
}
