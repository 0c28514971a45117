/** The fields of a draft: what the catalogue tells of it, and its text. */
import { Form } from 'antd'
import { cite } from '../../../domain/citation.ts'
import { ChoiceField, TextField } from '../../../kit/console/fields.tsx'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { useSections } from '../../../kit/console/lookups.tsx'
import { MarkdownField } from '../../../kit/console/markdown-field.tsx'
import { LongField } from '../../../kit/console/more-fields.tsx'
import { publicationCategories, publicationOrigins } from '../../../law/publications.ts'
import { categoryChoices } from './categories.ts'
import { publicationWords as w } from './words.ts'

export function DraftFields() {
  const t = useTell()
  const sections = useSections()
  return (
    <>
      <TextField name="title" label={t(w.name)} most={200} required />
      <div className="c-fields">
        <ChoiceField name="category" label={t(w.category)} help={<Basis />} choices={categoryChoices(t)} clear />
        <ChoiceField name="sectionId" label={t(w.section)} choices={sections} clear />
        <Origin />
        <TextField name="originOn" label={t(w.originOn)} help={t(w.originHelp)} kind="date" />
        <TextField name="organ" label={t(w.organ)} help={t(w.organHelp)} most={100} />
      </div>
      <LongField name="summary" label={t(w.summary)} help={t(w.summaryHelp)} most={500} />
      <MarkdownField name="text" label={t(w.text)} rows={12} />
    </>
  )
}

/** The chosen word of one of the law's lists; null for none. */
function useChosen<T extends object>(name: string, words: T): T[keyof T] | null {
  const chosen: unknown = Form.useWatch(name, Form.useFormInstance())
  return typeof chosen === 'string' && Object.hasOwn(words, chosen) ? words[chosen as keyof T] : null
}

function Basis() {
  const t = useTell()
  const lang = useLang()
  const chosen = useChosen('category', publicationCategories)
  return chosen === null ? t(w.categoryHelp) : cite(chosen.article, lang)
}

function Origin() {
  const t = useTell()
  const choices = Object.entries(publicationOrigins).map(([value, { label }]) => ({ value, label: t(label) }))
  return <ChoiceField name="origin" label={t(w.origin)} help={<WhoPublishes />} choices={choices} clear />
}

/** Whoever publishes it by 条例10, once it is known where it comes from. */
function WhoPublishes() {
  const t = useTell()
  const lang = useLang()
  const chosen = useChosen('origin', publicationOrigins)
  if (chosen === null) return null
  const said = `${t(chosen.publishedBy)}（${cite(chosen.article, lang)}）`
  return chosen.ours ? said : <strong>{said}</strong>
}
