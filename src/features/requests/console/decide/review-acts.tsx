/** What can be done to an answer under review: approved at one's own step, returned, taken back. */
import { actRule, type RequestActId } from '../../../../domain/request/acts.ts'
import { secrecyOutcomes } from '../../../../domain/request/vocabulary.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { choicesOf, LongField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { getOffice, type RequestView } from '../../contract/index.ts'
import { CaseActForm, type Told } from '../acts/act-form.tsx'
import { Section } from '../case/section.tsx'
import { draftWords } from '../words/draft-words.ts'
import { stepsId } from './steps-id.ts'

interface Props {
  readonly view: RequestView
  readonly draft: NonNullable<RequestView['case']['draft']>
}

/** What was pressed is gone with the act; the steps tell what became of it. */
const toSteps = () => document.getElementById(stepsId)?.focus()

export function ReviewActs({ view, draft }: Props) {
  const may = (act: RequestActId) => view.acts.includes(act)
  return (
    <>
      {may('approveDraft') && <Approve key={draft.approvals.length} view={view} draft={draft} />}
      {may('returnDraft') && <Return view={view} />}
      {may('takeBackDraft') && <TakeBack view={view} />}
    </>
  )
}

interface Approved {
  readonly opinion: string
  readonly secrecy?: string
}

function Approve({ view, draft }: Props) {
  const t = useTell()
  const may = useMay()
  const { agencyId } = view.case
  const office = useRead(getOffice, { params: { agencyId } }, { enabled: may(getOffice) })
  const stage = office.data?.chain[draft.approvals.length]
  const secrecy = stage === 'secrecy' || stage === undefined
  return (
    <Section title={t(actRule('approveDraft').label)}>
      <CaseActForm<'approveDraft', Approved>
        act="approveDraft"
        view={view}
        target={String(draft.approvals.length)}
        close={toSteps}
        initial={{ opinion: t(draftWords.agree) }}
        toldOf={typed => ({
          revision: draft.revision,
          opinion: typed.opinion,
          secrecy: orNull(typed.secrecy) as Told<'approveDraft'>['secrecy'],
        })}
      >
        {secrecy && (
          <OneOfField
            name="secrecy"
            label={t(draftWords.secrecy)}
            help={t(draftWords.secrecyHelp)}
            choices={choicesOf(secrecyOutcomes, t)}
          />
        )}
        <TextField name="opinion" label={t(draftWords.opinion)} most={500} required />
      </CaseActForm>
    </Section>
  )
}

function Return({ view }: Pick<Props, 'view'>) {
  const t = useTell()
  return (
    <Section title={t(actRule('returnDraft').label)}>
      <CaseActForm<'returnDraft', Told<'returnDraft'>>
        act="returnDraft"
        quiet
        view={view}
        target={null}
        close={toSteps}
        initial={{ reason: '' }}
        toldOf={typed => typed}
      >
        <LongField name="reason" label={t(draftWords.returnReason)} most={1000} rows={2} required />
      </CaseActForm>
    </Section>
  )
}

function TakeBack({ view }: Pick<Props, 'view'>) {
  const t = useTell()
  return (
    <Section title={t(actRule('takeBackDraft').label)}>
      <CaseActForm<'takeBackDraft', object>
        act="takeBackDraft"
        quiet
        view={view}
        target={null}
        close={toSteps}
        initial={{}}
        toldOf={() => ({})}
      />
    </Section>
  )
}
