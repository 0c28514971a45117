/** The fields of a person that adding and changing share. */
import { ChoiceField, TextField } from '../../../kit/console/fields.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useSections } from '../../../kit/console/lookups.tsx'
import { peopleWords } from './words.ts'

/** Name, section and ways to reach the person. `phone`: as known now, masked. */
export function PersonFields({ phone }: { readonly phone: string | null }) {
  const t = useTell()
  const sections = useSections()
  return (
    <>
      <TextField name="name" label={t(peopleWords.name)} most={60} required />
      <ChoiceField name="sectionId" label={t(peopleWords.section)} choices={sections} clear />
      <TextField name="email" label={t(peopleWords.email)} help={t(peopleWords.emailHelp)} kind="email" />
      <TextField
        name="phone"
        label={t(peopleWords.phone)}
        help={t(phone === null ? peopleWords.phoneHelp : peopleWords.phoneNow(phone))}
        kind="tel"
      />
    </>
  )
}
