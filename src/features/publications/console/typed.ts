/** A draft as it is typed: fields left empty are blank texts. */
import { orNull } from '../../../kit/console/fields.tsx'
import type { CreateBody } from '../contract.ts'

export interface Typed {
  readonly title: string
  readonly category: string | null
  readonly summary: string
  readonly text: string
  readonly sectionId: string | null
  readonly origin: string | null
  readonly originOn: string | null
  readonly organ: string
}

/** A word that is none of the list is refused by the contract, at its field. */
export function bodyOf({ category, sectionId, origin, originOn, ...texts }: Typed): CreateBody {
  const chosen = { category: orNull(category), origin: orNull(origin) } as Pick<CreateBody, 'category' | 'origin'>
  return { ...texts, ...chosen, sectionId: orNull(sectionId), originOn: orNull(originOn) }
}
