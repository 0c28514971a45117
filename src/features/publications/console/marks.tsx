/** How a draft stands: an icon and a word. */
import type { PublicationState } from '../../../domain/publication/publication.ts'
import { publicationStates } from '../../../domain/publication/vocabulary.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { publicationWords as w } from './words.ts'

export function StateMark({ state }: { readonly state: PublicationState }) {
  const t = useTell()
  return (
    <Mark look="info" icon={state === 'draft' ? 'file' : 'cancelled'}>
      {t(publicationStates[state])}
    </Mark>
  )
}

export function NeededMark({ needed }: { readonly needed: number }) {
  const t = useTell()
  if (needed === 0) return <Mark look="ok">{t(w.whole)}</Mark>
  return (
    <Mark look="warning" icon="waiting">
      {t(w.neededCount(needed))}
    </Mark>
  )
}
