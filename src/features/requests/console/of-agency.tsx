/** Whose requests these are, where they are not one's own agency's. */
import { useTell } from '../../../kit/console/language.tsx'
import { supervisionWords } from './statistics-words.ts'

export function OfAgency({ name }: { readonly name: string }) {
  const t = useTell()
  return (
    <p className="r-of-agency">
      {t(supervisionWords.agency)} <strong>{name}</strong>
    </p>
  )
}
