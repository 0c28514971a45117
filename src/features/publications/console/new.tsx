/** 新建草稿: what the agency publishes of its own accord. */
import { Link, useNavigate } from '@tanstack/react-router'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { NotAllowed, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { createPublication, listPublications } from '../contract.ts'
import { DraftFields } from './draft-fields.tsx'
import { bodyOf, type Typed } from './typed.ts'
import { publicationWords as w } from './words.ts'

const blank = { title: '', summary: '', text: '', category: null, sectionId: null, origin: null, originOn: null }

export function NewPublication() {
  const t = useTell()
  const toast = useToast()
  const may = useMay()
  const navigate = useNavigate()
  const { agencyId, agencyName } = useMe()
  if (!may(createPublication)) return <NotAllowed />
  return (
    <div className="c-page c-page-wide">
      <p className="crumbs">
        <Link to="/publications">{t(w.title)}</Link>
      </p>
      <PageHead title={t(w.new)} lead={t(w.newLead)} />
      <ActForm<typeof createPublication, Typed>
        contract={createPublication}
        draft="publication-new"
        initial={{ ...blank, organ: agencyName }}
        inputOf={typed => ({ params: { agencyId }, body: bodyOf(typed) })}
        refresh={[listPublications]}
        done={({ publication: { id } }) => {
          toast(t(w.created))
          void navigate({ to: '/publications/$publicationId', params: { publicationId: id } })
        }}
      >
        <DraftFields />
      </ActForm>
    </div>
  )
}
