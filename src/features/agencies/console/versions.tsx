/** The versions of a page, and what changed between two of them. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../../kit/console/ask.tsx'
import { DiffView } from '../../../kit/console/diff-view.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import {
  type DocumentAnswer,
  type DocumentVersion,
  getDocument,
  listDocuments,
  publishDocument,
  saveDocument,
} from '../contract.ts'
import { documentWords } from './document-words.ts'

interface Props {
  readonly document: DocumentAnswer
  readonly restore: (version: number) => void
}

export function Versions({ document, restore }: Props) {
  const t = useTell()
  const [compared, setCompared] = useState<DocumentVersion | null>(null)
  const versions = [...document.versions].sort((a, b) => b.version - a.version)
  const newest = versions[0]
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t(documentWords.versions)}</h2>
      <DataTable<DocumentVersion>
        caption={t(documentWords.versions)}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            head: t(documentWords.version),
            names: true,
            cell: ({ version }) => t(documentWords.nth(version)),
          },
          { key: 'author', head: t(documentWords.author), cell: ({ author }) => author },
          { key: 'saved', head: t(documentWords.savedAt), cell: ({ savedAt }) => shanghaiMinute(savedAt) },
          {
            key: 'published',
            head: t(documentWords.publishedAt),
            cell: ({ publishedAt }) => (publishedAt === null ? t(words.none) : shanghaiMinute(publishedAt)),
          },
          {
            key: 'acts',
            head: t(words.actions),
            cell: version => (
              <RowActs document={document} version={version} compare={() => setCompared(version)} restore={restore} />
            ),
          },
        ]}
      />
      {newest && compared && <Comparison older={compared} newer={newest} close={() => setCompared(null)} />}
    </section>
  )
}

interface RowProps extends Props {
  readonly version: DocumentVersion
  readonly compare: () => void
}

function RowActs({ document, version: { version }, compare, restore }: RowProps) {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const nth = t(documentWords.nth(version))
  return (
    <div className="c-row-acts">
      {version !== document.latest && (
        <Button size="small" onClick={compare} aria-label={`${t(documentWords.compare)} ${nth}`}>
          {t(documentWords.compare)}
        </Button>
      )}
      {version !== document.latest && may(saveDocument) && (
        <Button size="small" onClick={() => restore(version)} aria-label={`${t(documentWords.restore)} ${nth}`}>
          {t(documentWords.restore)}
        </Button>
      )}
      {version !== document.shown && (
        <ActButton
          contract={publishDocument}
          small
          label={t(documentWords.publish)}
          name={`${t(documentWords.publish)} ${nth}`}
          ask={{ title: documentWords.publishTitle, text: documentWords.publishText }}
          inputOf={() => ({ params: { agencyId, documentId: document.id }, body: { version } })}
          refresh={[getDocument, listDocuments]}
          news={documentWords.published}
        />
      )}
    </div>
  )
}

interface ComparisonProps {
  readonly older: DocumentVersion
  readonly newer: DocumentVersion
  readonly close: () => void
}

const wide = 880

function Comparison({ older, newer, close }: ComparisonProps) {
  const t = useTell()
  return (
    <Modal
      open
      title={t(documentWords.compareTitle(older.version, newer.version))}
      footer={null}
      onCancel={close}
      width={wide}
      closable={{ 'aria-label': t(words.close) }}
    >
      <DiffView older={older.body} newer={newer.body} same={t(documentWords.same)} />
    </Modal>
  )
}
