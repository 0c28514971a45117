/** What becomes of a letter: issued, discarded, recalled, sent, served, come back (送达函1). */
import { Form } from 'antd'
import { isMereRecord } from '../../../../domain/request/performing/letter-book.ts'
import type { LetterState } from '../../../../domain/request/vocabulary.ts'
import { serviceWays } from '../../../../domain/request/vocabulary.ts'
import { ChoiceField, orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, LongField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import type { RequestView } from '../../contract/index.ts'
import { letterName } from '../letter-name.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

/** Letters an act can be done to, by what they are at. */
const letterActs = {
  issueLetter: ['drafted'],
  discardLetter: ['drafted', 'returned'],
  recallLetter: ['issued', 'returned'],
  sendLetter: ['issued', 'returned'],
  serveLetter: ['issued', 'dispatched', 'returned'],
  letterReturned: ['dispatched'],
} as const satisfies Readonly<Record<string, readonly LetterState[]>>

type LetterAct = keyof typeof letterActs
export const letterActIds = Object.keys(letterActs) as readonly LetterAct[]

/** Whether an act can be done to a letter as it stands; the record of an end may only be issued (D§5.1). */
export function fitsLetter(act: LetterAct, letter: RequestView['case']['letters'][number]): boolean {
  const states: readonly LetterState[] = letterActs[act]
  return isMereRecord(letter) ? act === 'issueLetter' : states.includes(letter.state)
}

function choicesFor(act: LetterAct, view: RequestView, t: ReturnType<typeof useTell>) {
  return view.case.letters
    .filter(letter => fitsLetter(act, letter))
    .map(letter => ({ value: letter.id, label: `${t(letterName(letter.letter))} ${letter.number ?? ''}`.trim() }))
}

function Which({ act, view }: { readonly act: LetterAct; readonly view: RequestView }) {
  const t = useTell()
  return <ChoiceField name="letterId" label={t(actWords.letter)} choices={choicesFor(act, view, t)} required />
}

const firstOf = (act: LetterAct, { view, target }: ActProps, t: ReturnType<typeof useTell>) =>
  target ?? choicesFor(act, view, t)[0]?.value ?? ''

export function IssueForm(props: ActProps) {
  const letterId = firstOf('issueLetter', props, useTell())
  return (
    <CaseActForm<'issueLetter', Told<'issueLetter'>>
      {...props}
      act="issueLetter"
      initial={{ letterId }}
      toldOf={typed => typed}
    >
      <Which act="issueLetter" view={props.view} />
    </CaseActForm>
  )
}

export function DiscardForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'discardLetter', { letterId: string; reason: string }>
      {...props}
      act="discardLetter"
      initial={{ letterId: firstOf('discardLetter', props, t), reason: '' }}
      toldOf={({ letterId, reason }) => ({ letterId, reason: orNull(reason) })}
    >
      <Which act="discardLetter" view={props.view} />
      <TextField name="reason" label={t(actWords.reason)} help={t(actWords.discardHelp)} most={500} />
    </CaseActForm>
  )
}

export function RecallForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'recallLetter', Told<'recallLetter'>>
      {...props}
      act="recallLetter"
      initial={{ letterId: firstOf('recallLetter', props, t), reason: '' }}
      toldOf={typed => typed}
    >
      <Which act="recallLetter" view={props.view} />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}

interface Sent extends Omit<Told<'sendLetter'>, 'trackingNumber'> {
  readonly trackingNumber: string
}

export function SendForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'sendLetter', Sent>
      {...props}
      act="sendLetter"
      initial={{ letterId: firstOf('sendLetter', props, t), on: today(), way: 'post', trackingNumber: '' }}
      toldOf={({ trackingNumber, ...rest }) => ({ ...rest, trackingNumber: orNull(trackingNumber) })}
    >
      <Which act="sendLetter" view={props.view} />
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <OneOfField name="way" label={t(actWords.way)} help={t(actWords.sendHelp)} choices={choicesOf(serviceWays, t)} />
      <Tracking />
    </CaseActForm>
  )
}

function Tracking() {
  const t = useTell()
  return Form.useWatch('way') === 'post' ? (
    <TextField name="trackingNumber" label={t(actWords.tracking)} most={60} required />
  ) : null
}

export function ServeForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'serveLetter', Told<'serveLetter'>>
      {...props}
      act="serveLetter"
      initial={{ letterId: firstOf('serveLetter', props, t), on: today(), evidence: '' }}
      toldOf={typed => typed}
    >
      <Which act="serveLetter" view={props.view} />
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <TextField name="evidence" label={t(actWords.serveEvidence)} help={t(actWords.serveHelp)} most={300} required />
    </CaseActForm>
  )
}

export function ReturnedForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'letterReturned', Told<'letterReturned'>>
      {...props}
      act="letterReturned"
      initial={{ letterId: firstOf('letterReturned', props, t), on: today(), why: '' }}
      toldOf={typed => typed}
    >
      <Which act="letterReturned" view={props.view} />
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <TextField name="why" label={t(actWords.returnedWhy)} most={300} required />
    </CaseActForm>
  )
}
