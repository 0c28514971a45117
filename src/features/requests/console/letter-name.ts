/** What a letter is called: its title in the law's list of letters. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { letters } from '../../../law/letters.ts'

export function letterName(letter: string): Said {
  return Object.entries(letters).find(([id]) => id === letter)?.[1].title ?? { zh: letter, en: letter }
}
