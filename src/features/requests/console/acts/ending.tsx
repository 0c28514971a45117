/** Withdrawal, publication for all, and the urging of the agency above. */
import { Form } from 'antd'
import { overturnings } from '../../../../domain/request/overturning.ts'
import { ChoiceField, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import { withdrawalKinds } from '../../contract/view.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

export function WithdrawForm(props: ActProps) {
  const t = useTell()
  const papers = props.view.papers
    .filter(({ kind }) => withdrawalKinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <CaseActForm<'withdraw', Withdrawal>
      {...props}
      act="withdraw"
      initial={{
        on: today(),
        reason: '',
        told: { from: papers.length > 0 ? 'paper' : 'words', paperId: papers[0]?.value ?? '', words: '' },
      }}
      toldOf={({ on, reason, told: { from, paperId = '', words = '' } }) => ({
        ...{ on, reason },
        told: from === 'paper' ? { from, paperId } : { from, words },
      })}
    >
      <TextField name="on" label={t(actWords.withdrawOn)} kind="date" required />
      <OneOfField
        name={['told', 'from']}
        label={t(actWords.withdrawTold)}
        help={t(actWords.withdrawHelp)}
        choices={[
          { value: 'paper', label: t(actWords.withdrawPaper) },
          { value: 'words', label: t(actWords.withdrawWords) },
        ]}
      />
      <HowTold papers={papers} />
      <LongField name="reason" label={t(actWords.note)} most={500} />
    </CaseActForm>
  )
}

interface Withdrawal {
  readonly on: string
  readonly reason: string
  readonly told: { readonly from: 'paper' | 'words'; readonly paperId?: string; readonly words?: string }
}

function HowTold({ papers }: { readonly papers: readonly { readonly value: string; readonly label: string }[] }) {
  const t = useTell()
  return Form.useWatch(['told', 'from']) === 'paper' ? (
    <ChoiceField name={['told', 'paperId']} label={t(actWords.withdrawWhich)} choices={papers} required />
  ) : (
    <TextField name={['told', 'words']} label={t(actWords.withdrawSaid)} most={300} required />
  )
}

/** 无正当理由 is found, not assumed: on what it rests stands in the letter (条例30). */
export function CloseUncorrectedForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'closeUncorrected', Told<'closeUncorrected'>>
      {...props}
      act="closeUncorrected"
      initial={{ note: '' }}
      toldOf={typed => typed}
    >
      <LongField
        name="note"
        label={t(actWords.noGoodReason)}
        help={t(actWords.noGoodReasonHelp)}
        most={1000}
        required
      />
    </CaseActForm>
  )
}

interface Settled {
  readonly accepted: 'yes' | 'no'
  readonly reason: string
}

export function SettleForm(props: ActProps) {
  const t = useTell()
  const { proposal } = props.view.case
  return (
    <CaseActForm<'settleProposal', Settled>
      {...props}
      act="settleProposal"
      initial={{ accepted: 'yes', reason: '' }}
      toldOf={({ accepted, reason }) => ({ accepted: accepted === 'yes', reason })}
    >
      {proposal && <p>{proposal.reason}</p>}
      <OneOfField
        name="accepted"
        label={t(actWords.accepted)}
        choices={[
          { value: 'yes', label: t(actWords.acceptYes) },
          { value: 'no', label: t(actWords.acceptNo) },
        ]}
      />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}

export function OverturningForm(props: ActProps) {
  const t = useTell()
  const choices = Object.entries(overturnings).map(([value, { label }]) => ({ value, label: t(label) }))
  return (
    <CaseActForm<'recordOverturning', Told<'recordOverturning'>>
      {...props}
      act="recordOverturning"
      initial={{ by: 'review', number: '', decidedOn: '', on: today() }}
      toldOf={typed => typed}
    >
      <OneOfField name="by" label={t(actWords.overturnedBy)} choices={choices} />
      <TextField name="number" label={t(actWords.decisionNumber)} most={100} />
      <TextField name="decidedOn" label={t(actWords.decidedOn)} kind="date" required />
      <TextField name="on" label={t(actWords.decisionReceivedOn)} kind="date" required />
    </CaseActForm>
  )
}

export function UrgeForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'urge', Told<'urge'>>
      {...props}
      act="urge"
      initial={{ text: '', answerBy: '' }}
      toldOf={typed => typed}
    >
      <LongField name="text" label={t(actWords.urgeText)} most={2000} required />
      <TextField name="answerBy" label={t(actWords.by)} kind="date" required />
    </CaseActForm>
  )
}

export function AnswerUrgingForm(props: ActProps) {
  const t = useTell()
  const open = props.view.case.urgings.filter(({ answer }) => answer === null)
  const choices = open.map(({ id, on, text }) => ({ value: id, label: `${on} ${text}` }))
  return (
    <CaseActForm<'answerUrging', Told<'answerUrging'>>
      {...props}
      act="answerUrging"
      initial={{ urgingId: props.target ?? choices[0]?.value ?? '', text: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="urgingId" label={t(actWords.urging)} choices={choices} required />
      <LongField name="text" label={t(actWords.answer)} most={2000} required />
    </CaseActForm>
  )
}
