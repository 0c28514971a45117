/** Uploads an edited template; everything that stands against it is shown at once. */
import { useState } from 'react'
import type { Said } from '../../../../domain/kernel/lang.ts'
import { useAct } from '../../../../kit/console/api.tsx'
import { base64Of, FilePicker } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../../kit/console/me.tsx'
import { Trouble } from '../../../../kit/console/states.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import type { LetterId } from '../../../../law/letters.ts'
import { addTemplate, listTemplates } from '../../templates/contract.ts'
import { templateWords } from './words.ts'

export function UploadTemplate({ letter }: { readonly letter: LetterId }) {
  const t = useTell()
  const may = useMay()
  const toast = useToast()
  const { agencyId } = useMe()
  const [chosen, setChosen] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const act = useAct(addTemplate, { refresh: [listTemplates], done: () => toast(t(templateWords.uploaded)) })
  if (!may(addTemplate)) return null
  const send = async (file: File) => {
    setChosen(file.name)
    const content = await base64Of(file).catch(() => null)
    setUnreadable(content === null)
    if (content !== null) act.mutate({ params: { agencyId, letter }, body: { name: file.name, file: content } })
  }
  const errors = act.error?.problem.errors ?? []
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{t(templateWords.upload)}</h2>
      <p className="c-lead">{t(templateWords.uploadHint)}</p>
      <FilePicker label={t(templateWords.upload)} accept=".docx" chosen={chosen} choose={send} />
      {unreadable && (
        <p className="c-wrong" role="alert">
          {t(templateWords.unreadable)}
        </p>
      )}
      {act.error && (errors.length === 0 ? <Trouble error={act.error} /> : <Findings findings={errors} />)}
    </section>
  )
}

function Findings({ findings }: { readonly findings: readonly { readonly says: Said }[] }) {
  const t = useTell()
  return (
    <div className="c-trouble" role="alert">
      <p className="c-trouble-says">{t(templateWords.findings(findings.length))}</p>
      <ol>
        {findings.map(({ says }) => (
          <li key={says.zh}>{t(says)}</li>
        ))}
      </ol>
    </div>
  )
}
