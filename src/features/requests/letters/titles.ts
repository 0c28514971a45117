/** Letters by the title the law's record gives them. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { type LetterId, letters } from '../../../law/letters.ts'

export function isLetterId(id: string): id is LetterId {
  return Object.hasOwn(letters, id)
}

export function letterTitle(id: string): Said {
  return isLetterId(id) ? letters[id].title : { zh: id, en: id }
}
