/** 检索记录: where was looked, for what, by whom, and what was found (条例36(4)). */
import { TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField, linesOf, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

interface Searched extends Omit<Told<'recordSearch'>, 'systems' | 'keywords' | 'found'> {
  readonly systems: string
  readonly keywords: string
  readonly found: 'yes' | 'no'
}

export function SearchForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'recordSearch', Searched>
      {...props}
      act="recordSearch"
      initial={{ on: today(), systems: '', keywords: '', archives: '', persons: '', found: 'yes', note: '' }}
      toldOf={({ systems, keywords, found, ...rest }) => ({
        ...rest,
        systems: linesOf(systems),
        keywords: linesOf(keywords),
        found: found === 'yes',
      })}
      fieldOf={path => path.slice(0, 1)}
    >
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <LongField name="systems" label={t(actWords.systems)} help={t(actWords.oneALine)} most={2000} required />
      <LongField name="keywords" label={t(actWords.keywords)} help={t(actWords.oneALine)} most={2000} required />
      <TextField name="archives" label={t(actWords.archives)} most={300} />
      <TextField name="persons" label={t(actWords.persons)} most={200} required />
      <OneOfField
        name="found"
        label={t(actWords.found)}
        choices={[
          { value: 'yes', label: t(actWords.foundYes) },
          { value: 'no', label: t(actWords.foundNo) },
        ]}
      />
      <LongField name="note" label={t(actWords.note)} most={1000} />
    </CaseActForm>
  )
}
