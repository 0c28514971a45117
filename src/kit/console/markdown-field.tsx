/** A text in Markdown, with what becomes of it beside. */
import { Form, Input } from 'antd'
import { Field } from './fields.tsx'
import { useTell } from './language.tsx'
import { Markdown } from './markdown.tsx'
import { words } from './words.ts'

interface Props {
  readonly name: string
  readonly label: string
  readonly rows: number
}

export function MarkdownField({ name, label, rows }: Props) {
  const t = useTell()
  return (
    <div className="c-editor">
      <Field name={name} label={label} help={t(words.markdownHelp)}>
        <Input.TextArea className="c-editor-text" rows={rows} />
      </Field>
      <Preview name={name} />
    </div>
  )
}

function Preview({ name }: Pick<Props, 'name'>) {
  const t = useTell()
  const typed: unknown = Form.useWatch(name, Form.useFormInstance())
  const text = typeof typed === 'string' ? typed : ''
  return (
    <section className="c-preview" aria-label={t(words.preview)}>
      <p className="c-preview-head">{t(words.preview)}</p>
      {text.trim() === '' ? <p className="note">{t(words.previewEmpty)}</p> : <Markdown text={text} />}
    </section>
  )
}
