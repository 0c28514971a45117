/** Writing a page of the portal: text and preview, versions, publishing. */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Markdown } from '../../../kit/console/markdown.tsx'
import { MarkdownField } from '../../../kit/console/markdown-field.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import {
  type DocumentAnswer,
  type DocumentVersion,
  getDocument,
  listDocuments,
  publishDocument,
  removeDocument,
  saveDocument,
} from '../contract.ts'
import { documentWords } from './document-words.ts'
import { Shown } from './documents.tsx'
import { Versions } from './versions.tsx'

export function DocumentEditor() {
  const t = useTell()
  const { agencyId } = useMe()
  const { documentId }: { readonly documentId?: string } = useParams({ strict: false })
  const query = useRead(getDocument, { params: { agencyId, documentId: documentId ?? '' } })
  return (
    <div className="c-page c-page-wide">
      <p className="crumbs">
        <Link to="/agency/pages">{t(documentWords.title)}</Link>
      </p>
      <Loaded query={query}>{document => <Editor key={document.id} document={document} />}</Loaded>
    </div>
  )
}

function Editor({ document }: { readonly document: DocumentAnswer }) {
  const may = useMay()
  const { latest } = document
  const [from, setFrom] = useState<number | null>(null)
  const base = document.versions.find(({ version }) => version === (from ?? latest))
  return (
    <>
      <PageHead title={document.title} lead={<Shown item={document} />}>
        <Acts document={document} />
      </PageHead>
      {may(saveDocument) && base && (
        <Write key={`${latest} ${from}`} document={document} base={base} saved={() => setFrom(null)} />
      )}
      {!may(saveDocument) && base && <Markdown text={base.body} />}
      <Versions document={document} restore={setFrom} />
    </>
  )
}

function Acts({ document }: { readonly document: DocumentAnswer }) {
  const t = useTell()
  const navigate = useNavigate()
  const { agencyId } = useMe()
  const { id, shown, latest, versions } = document
  const params = { agencyId, documentId: id }
  const refresh = [getDocument, listDocuments]
  const neverShown = versions.every(({ publishedAt }) => publishedAt === null)
  return (
    <>
      {shown !== latest && (
        <ActButton
          contract={publishDocument}
          type="primary"
          label={`${t(documentWords.publish)} ${t(documentWords.nth(latest))}`}
          ask={{ title: documentWords.publishTitle, text: documentWords.publishText }}
          inputOf={() => ({ params, body: { version: latest } })}
          refresh={refresh}
          news={documentWords.published}
        />
      )}
      {shown !== null && (
        <ActButton
          contract={publishDocument}
          label={t(documentWords.takeDown)}
          ask={{ title: documentWords.takeDownTitle, text: documentWords.takeDownText }}
          inputOf={() => ({ params, body: { version: null } })}
          refresh={refresh}
          news={documentWords.takenDown}
        />
      )}
      {neverShown && (
        <ActButton
          contract={removeDocument}
          danger
          label={t(documentWords.remove)}
          ask={{ title: documentWords.removeTitle, text: documentWords.removeText }}
          inputOf={() => ({ params })}
          refresh={[listDocuments]}
          news={documentWords.removed}
          done={() => void navigate({ to: '/agency/pages' })}
        />
      )}
    </>
  )
}

interface WriteProps {
  readonly document: DocumentAnswer
  readonly base: DocumentVersion
  readonly saved: () => void
}

function Write({ document, base, saved }: WriteProps) {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  return (
    <ActForm
      contract={saveDocument}
      draft={`document-${document.id}`}
      initial={{ title: base.title, body: base.body }}
      inputOf={typed => ({ params: { agencyId, documentId: document.id }, body: { ...typed, base: document.latest } })}
      submit={documentWords.saveVersion}
      refresh={[getDocument, listDocuments]}
      done={({ latest }) => {
        toast(t(documentWords.saved(latest)))
        saved()
      }}
    >
      <TextField name="title" label={t(documentWords.name)} most={100} required />
      <MarkdownField name="body" label={t(documentWords.body)} rows={24} />
    </ActForm>
  )
}
