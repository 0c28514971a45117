/** One draft: where it comes from, what is still needed, its text and files. */
import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import {
  discardPublication,
  editPublication,
  getPublication,
  listPublications,
  type PublicationAnswer,
} from '../contract.ts'
import { DraftFields } from './draft-fields.tsx'
import { FilesPart } from './files-part.tsx'
import { StateMark } from './marks.tsx'
import { ReadPart } from './read-part.tsx'
import { SourcePart } from './source-part.tsx'
import { bodyOf, type Typed } from './typed.ts'
import { publicationWords as w } from './words.ts'

export function PublicationPage() {
  const t = useTell()
  const { agencyId } = useMe()
  const { publicationId = '' }: { readonly publicationId?: string } = useParams({ strict: false })
  const query = useRead(getPublication, { params: { agencyId, publicationId } })
  return (
    <div className="c-page c-page-wide">
      <p className="crumbs">
        <Link to="/publications">{t(w.title)}</Link>
      </p>
      <Loaded query={query}>{view => <One key={view.publication.id} view={view} />}</Loaded>
    </div>
  )
}

function One({ view }: { readonly view: PublicationAnswer }) {
  const may = useMay()
  const { content, standing } = view.publication
  const open = standing.state === 'draft'
  return (
    <>
      <PageHead title={content.title} lead={<StateMark state={standing.state} />}>
        {open && <Discard view={view} />}
      </PageHead>
      <Discarded view={view} />
      <SourcePart view={view} />
      {open && <Needed view={view} />}
      {open && may(editPublication) ? <Edit key={view.publication.version} view={view} /> : <ReadPart view={view} />}
      <FilesPart view={view} open={open} />
    </>
  )
}

function Discard({ view: { publication } }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  const { agencyId, id, version } = publication
  return (
    <ActButton
      contract={discardPublication}
      danger
      label={t(w.discard)}
      ask={{ title: w.discardTitle, text: w.discardText, reason: true }}
      inputOf={reason => ({ params: { agencyId, publicationId: id }, body: { version, reason } })}
      refresh={[getPublication, listPublications]}
      news={w.discarded}
    />
  )
}

function Discarded({ view: { publication, discardedBy } }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  const { standing } = publication
  if (standing.state !== 'discarded') return null
  return (
    <p>
      {t(w.discardedBy(standing.on, discardedBy ?? ''))}：{standing.reason}
    </p>
  )
}

function Needed({ view: { needed } }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  if (needed.length === 0) return null
  return (
    <p className="c-row">
      <Mark look="warning" icon="waiting">
        {t(w.needed)}
      </Mark>
      {needed.map(t).join('、')}
    </p>
  )
}

function Edit({ view: { publication } }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  const toast = useToast()
  const { agencyId, id, version, content } = publication
  return (
    <ActForm<typeof editPublication, Typed>
      contract={editPublication}
      draft={`publication-${id}`}
      initial={content}
      inputOf={typed => ({ params: { agencyId, publicationId: id }, body: { ...bodyOf(typed), version } })}
      refresh={[getPublication, listPublications]}
      done={() => toast(t(w.saved))}
    >
      <DraftFields />
    </ActForm>
  )
}
