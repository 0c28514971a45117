/** Who handles a request: assigning it, asking another section, answering one. */
import { Form } from 'antd'
import { useRead } from '../../../../kit/console/api.tsx'
import { ChoiceField, orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useSections } from '../../../../kit/console/lookups.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { LongField } from '../../../../kit/console/more-fields.tsx'
import { getOffice, type RequestView } from '../../contract/index.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

interface Assigned {
  readonly sectionId: string
  readonly handlerId: string
  readonly note: string
}

export function AssignForm(props: ActProps) {
  const t = useTell()
  const { place } = props.view.case
  return (
    <CaseActForm<'assign', Assigned>
      {...props}
      act="assign"
      initial={{ sectionId: place?.sectionId ?? '', handlerId: place?.handlerId ?? '', note: '' }}
      toldOf={({ handlerId, ...rest }) => ({ ...rest, handlerId: orNull(handlerId) })}
    >
      <ChoiceField name="sectionId" label={t(actWords.section)} choices={useSections()} required />
      <Handler view={props.view} />
      <LongField name="note" label={t(actWords.note)} most={500} />
    </CaseActForm>
  )
}

function Handler({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const may = useMay()
  const { agencyId } = view.case
  const office = useRead(getOffice, { params: { agencyId } }, { enabled: may(getOffice) })
  const sectionId = Form.useWatch('sectionId')
  const here = (office.data?.handlers ?? []).filter(
    person => person.sectionId === sectionId || person.sectionId === null,
  )
  return (
    <ChoiceField
      name="handlerId"
      label={t(actWords.handler)}
      help={t(actWords.handlerHelp)}
      choices={here.map(({ id, name }) => ({ value: id, label: name }))}
      clear
    />
  )
}

export function AskSectionForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'askSection', Told<'askSection'>>
      {...props}
      act="askSection"
      initial={{ sectionId: '', question: '', by: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="sectionId" label={t(actWords.section)} choices={useSections()} required />
      <LongField name="question" label={t(actWords.question)} most={2000} required />
      <TextField name="by" label={t(actWords.by)} kind="date" required />
    </CaseActForm>
  )
}

export function AnswerSectionForm(props: ActProps) {
  const t = useTell()
  const { cooperations } = props.view.case
  const open = cooperations.filter(({ answer }) => answer === null)
  const choices = open.map(({ id, question }) => ({ value: id, label: question }))
  return (
    <CaseActForm<'answerSection', Told<'answerSection'>>
      {...props}
      act="answerSection"
      initial={{ cooperationId: props.target ?? open[0]?.id ?? '', answer: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="cooperationId" label={t(actWords.whichCooperation)} choices={choices} required />
      <LongField name="answer" label={t(actWords.answer)} most={2000} required />
    </CaseActForm>
  )
}
