/** Receipt: confirming its day with the applicant, or noting that the applicant could not be reached (条例31). */
import { confirmMethods } from '../../../../domain/request/vocabulary.ts'
import { ChoiceField, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

export function ConfirmForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'confirm', Told<'confirm'>>
      {...props}
      act="confirm"
      initial={{ on: today(), method: 'phone', evidence: '' }}
      toldOf={typed => typed}
    >
      <TextField name="on" label={t(actWords.confirmOn)} help={t(actWords.confirmHelp)} kind="date" required />
      <ChoiceField name="method" label={t(actWords.method)} choices={choicesOf(confirmMethods, t)} required />
      <TextField name="evidence" label={t(actWords.evidence)} help={t(actWords.confirmEvidence)} most={300} required />
    </CaseActForm>
  )
}

export function AttemptForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'noteAttempt', Told<'noteAttempt'>>
      {...props}
      act="noteAttempt"
      initial={{ on: today(), how: '', result: '' }}
      toldOf={typed => typed}
    >
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <TextField name="how" label={t(actWords.attemptHow)} most={100} required />
      <TextField name="result" label={t(actWords.attemptResult)} most={300} required />
    </CaseActForm>
  )
}
