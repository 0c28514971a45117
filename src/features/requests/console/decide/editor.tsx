/** Writing the answer: the decision, what it must state, the letter beside it; saved, then submitted for review. */
import { Button, Form } from 'antd'
import { type RefObject, useRef } from 'react'
import { decisionInfo } from '../../../../domain/request/decision-info.ts'
import { useAct } from '../../../../kit/console/api.tsx'
import { ActForm } from '../../../../kit/console/form.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { SomeOfField } from '../../../../kit/console/more-fields.tsx'
import { Trouble } from '../../../../kit/console/states.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import {
  actContracts,
  countRequests,
  getRequest,
  listRequests,
  listRevisions,
  previewDraft,
  type RequestView,
} from '../../contract/index.ts'
import { draftWords } from '../words/draft-words.ts'
import { DecisionChoice } from './decision-choice.tsx'
import { EarlierFields } from './earlier-fields.tsx'
import { FactFields } from './fact-fields.tsx'
import { Preview } from './preview.tsx'
import { Returned } from './returned.tsx'
import { savedOf, type TypedDraft, typedOf } from './typed.ts'
import { WithheldFields } from './withheld-fields.tsx'

type Save = (typeof actContracts)['saveDraft']

const stale = [getRequest, listRequests, countRequests, previewDraft, listRevisions]

interface Props {
  readonly view: RequestView
  /** Called once it is saved or submitted. */
  readonly done: () => void
}

export function Editor({ view, done }: Props) {
  const t = useTell()
  const toast = useToast()
  const { agencyId, id, version } = view.case
  const params = { agencyId, requestId: id }
  const thenSubmit = useRef(false)
  const submit = useAct(actContracts.submitDraft, {
    refresh: stale,
    done: () => {
      toast(t(draftWords.submitted))
      done()
    },
  })
  const saved = ({ case: { draft, version } }: RequestView) => {
    toast(t(draftWords.saved))
    if (thenSubmit.current && draft) submit.mutate({ params, body: { revision: draft.revision, version } })
    else done()
    thenSubmit.current = false
  }
  return (
    <ActForm<Save, TypedDraft>
      contract={actContracts.saveDraft}
      draft={`request-${id}-answer`}
      initial={typedOf(view.case)}
      inputOf={typed => ({ params, body: { ...savedOf(typed), version } })}
      submit={draftWords.save}
      beside={<SubmitButton flag={thenSubmit} busy={submit.isPending} />}
      refresh={stale}
      done={saved}
    >
      <div className="r-decide">
        <div>
          <Returned view={view} />
          <DecisionChoice kind={view.case.kind} />
          <ByDecision view={view} />
          <Attachments view={view} />
        </div>
        <Preview view={view} />
      </div>
      {submit.error && <Trouble error={submit.error} />}
    </ActForm>
  )
}

/** There before anything is saved: whoever saves is the author, and what still stands against it is told. */
function SubmitButton({ flag, busy }: { readonly flag: RefObject<boolean>; readonly busy: boolean }) {
  const t = useTell()
  const form = Form.useFormInstance()
  const press = () => {
    flag.current = true
    form.submit()
  }
  return (
    <Button onClick={press} loading={busy}>
      {t(draftWords.saveAndSubmit)}
    </Button>
  )
}

function ByDecision({ view }: Pick<Props, 'view'>) {
  const chosen: TypedDraft['decision'] = Form.useWatch('decision')
  if (!chosen) return null
  const info = decisionInfo(chosen)
  return (
    <>
      {chosen === 'repeat' ? (
        <EarlierFields view={view} />
      ) : (
        info.requires.length > 0 && <FactFields info={info} view={view} />
      )}
      {info.exemptions.length > 0 && <WithheldFields info={info} />}
    </>
  )
}

/** Papers that can be handed over. */
const given = ['material', 'redacted']

function Attachments({ view }: Pick<Props, 'view'>) {
  const t = useTell()
  const papers = view.papers.filter(({ kind }) => given.includes(kind))
  return papers.length === 0 ? (
    <p className="note">{t(draftWords.noAttachments)}</p>
  ) : (
    <SomeOfField
      name="attachments"
      label={t(draftWords.attachments)}
      choices={papers.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
