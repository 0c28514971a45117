/** Acts that are told nothing, or only a reason or a note. */
import type { RequestActId } from '../../../../domain/request/acts.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField } from '../../../../kit/console/more-fields.tsx'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

type ActsTold<T> = { [A in RequestActId]: Told<A> extends T ? (T extends Told<A> ? A : never) : never }[RequestActId]
type Bare = ActsTold<Record<string, never>>
type Reasoned = ActsTold<{ reason: string }>
type Noted = ActsTold<{ note: string }>

export function plainForm(act: Bare) {
  return function PlainForm(props: ActProps) {
    return <CaseActForm<Bare, object> {...props} act={act} initial={{}} toldOf={() => ({})} />
  }
}

export function reasonForm(act: Reasoned) {
  return function ReasonForm(props: ActProps) {
    const t = useTell()
    return (
      <CaseActForm<Reasoned, { reason: string }> {...props} act={act} initial={{ reason: '' }} toldOf={typed => typed}>
        <LongField name="reason" label={t(actWords.reason)} most={1000} required />
      </CaseActForm>
    )
  }
}

export function noteForm(act: Noted) {
  return function NoteForm(props: ActProps) {
    const t = useTell()
    return (
      <CaseActForm<Noted, { note: string }> {...props} act={act} initial={{ note: '' }} toldOf={typed => typed}>
        <LongField name="note" label={t(actWords.note)} most={500} />
      </CaseActForm>
    )
  }
}
