/** Something shown only once, to be copied: a link, a secret. */
import { Button } from 'antd'
import { useTell } from './language.tsx'
import { useToast } from './toast.tsx'
import { words } from './words.ts'

interface Props {
  readonly title: string
  readonly lead: string
  readonly value: string
  readonly note?: string
}

export function OneTime({ title, lead, value, note }: Props) {
  const t = useTell()
  const toast = useToast()
  // Without TLS the browser offers no clipboard: then the text is there to be marked.
  const copy = 'clipboard' in navigator && (
    <Button onClick={() => navigator.clipboard.writeText(value).then(() => toast(t(words.copied)))}>
      {t(words.copy)}
    </Button>
  )
  return (
    <section className="c-once" aria-label={title}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <p className="c-once-value">
        <code>{value}</code>
        {copy}
      </p>
      {note && <p className="note">{note}</p>}
    </section>
  )
}
