/** 指南与页面: what the portal shows of the agency's own texts. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useCall } from '../../../kit/console/api.tsx'
import { ChoiceField, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { shanghaiMinute } from '../../../ui/day.ts'
import { addDocument, type DocumentItem, documentKinds, listDocuments } from '../contract.ts'
import { documentWords } from './document-words.ts'

export function Documents() {
  const t = useTell()
  const may = useMay()
  const call = useCall()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(documentWords.title)} lead={t(documentWords.lead)} />
      <ListView<DocumentItem>
        id={[listDocuments.id, agencyId]}
        caption={t(documentWords.title)}
        empty={t(documentWords.empty)}
        load={() => call(listDocuments, { params: { agencyId } })}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
      {may(addDocument) && <NewDocument />}
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const kind = (item: DocumentItem) => t(documentWords.kinds[item.kind])
  const updated = ({ updatedAt }: DocumentItem) => shanghaiMinute(updatedAt)
  return [
    {
      key: 'title',
      head: t(documentWords.name),
      names: true,
      text: ({ title }: DocumentItem) => title,
      cell: ({ id, title }: DocumentItem) => (
        <Link to="/agency/pages/$documentId" params={{ documentId: id }}>
          {title}
        </Link>
      ),
    },
    { key: 'kind', head: t(documentWords.kind), text: kind, cell: kind },
    { key: 'state', head: t(documentWords.state), cell: (item: DocumentItem) => <Shown item={item} /> },
    { key: 'updated', head: t(documentWords.updated), text: updated, cell: updated },
  ]
}

/** What the portal shows of it, and whether something newer waits. */
export function Shown({ item }: { readonly item: Pick<DocumentItem, 'shown' | 'latest'> }) {
  const t = useTell()
  if (item.shown === null) {
    return (
      <Mark look="info" icon="cancelled">
        {t(documentWords.hidden)}
      </Mark>
    )
  }
  return (
    <span className="badges">
      <Mark look="ok">{t(documentWords.shown(item.shown))}</Mark>
      {item.latest > item.shown && (
        <Mark look="warning" icon="waiting">
          {t(documentWords.newer(item.latest))}
        </Mark>
      )}
    </span>
  )
}

function NewDocument() {
  const t = useTell()
  const { agencyId } = useMe()
  const navigate = useNavigate()
  return (
    <section aria-labelledby="new-document">
      <h2 id="new-document">{t(documentWords.new)}</h2>
      <ActForm
        contract={addDocument}
        draft="document-new"
        initial={{ kind: 'page' as DocumentItem['kind'], slug: '', title: '' }}
        inputOf={typed => ({ params: { agencyId }, body: { ...typed, body: '' } })}
        submit={documentWords.new}
        refresh={[listDocuments]}
        done={({ id }) => void navigate({ to: '/agency/pages/$documentId', params: { documentId: id } })}
      >
        <ChoiceField
          name="kind"
          label={t(documentWords.kind)}
          choices={documentKinds.map(kind => ({ value: kind, label: t(documentWords.kinds[kind]) }))}
          required
        />
        <TextField name="title" label={t(documentWords.name)} most={100} required />
        <TextField name="slug" label={t(documentWords.slug)} help={t(documentWords.slugHelp)} most={40} required />
      </ActForm>
    </section>
  )
}
