/** The categories of 条例20 and 21 as choices: those of 条例21 with whose they are. */
import type { Choice } from '../../../kit/console/fields.tsx'
import type { useTell } from '../../../kit/console/language.tsx'
import { type PublicationCategory, publicationCategories, publicationOwers } from '../../../law/publications.ts'
import { publicationWords as w } from './words.ts'

export function categoryChoices(t: ReturnType<typeof useTell>): readonly Choice[] {
  return Object.entries<PublicationCategory>(publicationCategories).map(([value, { label, owedBy }]) => ({
    value,
    label: owedBy === 'everyone' ? t(label) : t(w.of(t(label), t(publicationOwers[owedBy]))),
  }))
}
