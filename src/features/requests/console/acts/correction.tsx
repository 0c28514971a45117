/** Correction (条例30) and the reasons asked for (条例35). */
import { correctionGrounds } from '../../../../domain/request/vocabulary.ts'
import { orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, LongField, linesOf, NumberField, SomeOfField } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import { deadlines } from '../../../../law/deadlines.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'
import { WithOffice } from './with-office.tsx'

const most = 60
const usualDays = deadlines.correction.length

interface Asked extends Omit<Told<'askCorrection'>, 'items' | 'late'> {
  readonly items: string
  readonly late: string
}

export function AskCorrectionForm(props: ActProps) {
  return (
    <WithOffice agencyId={props.view.case.agencyId}>
      {office => <AskCorrection {...props} days={office?.correctionDays ?? usualDays} />}
    </WithOffice>
  )
}

function AskCorrection({ days, ...props }: ActProps & { readonly days: number }) {
  const t = useTell()
  return (
    <CaseActForm<'askCorrection', Asked>
      {...props}
      act="askCorrection"
      initial={{ grounds: [], items: '', days, late: '' }}
      toldOf={({ items, late, ...rest }) => ({ ...rest, items: linesOf(items), late: orNull(late) })}
      fieldOf={path => path.slice(0, 1)}
    >
      <SomeOfField name="grounds" label={t(actWords.grounds)} choices={choicesOf(correctionGrounds, t)} required />
      <LongField name="items" label={t(actWords.items)} help={t(actWords.itemsHelp)} most={5000} rows={4} required />
      <NumberField name="days" label={t(actWords.days)} help={t(actWords.daysHelp)} least={1} most={most} required />
      <TextField name="late" label={t(actWords.lateNotice)} help={t(actWords.lateNoticeHelp)} most={500} />
    </CaseActForm>
  )
}

interface Corrected {
  readonly on: string
  readonly text: string
  readonly title: string
  readonly features: string
  readonly late: string
}

/** What is asked for afterwards, where it changed. */
function wantedOf({ title, features }: Corrected): Told<'correct'>['wanted'] {
  const changed = {
    ...(orNull(title) === null ? {} : { title: title.trim() }),
    ...(orNull(features) === null ? {} : { features: features.trim() }),
  }
  return Object.keys(changed).length === 0 ? null : changed
}

export function CorrectForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'correct', Corrected>
      {...props}
      act="correct"
      initial={{ on: today(), text: '', title: '', features: '', late: '' }}
      toldOf={typed => ({ on: typed.on, text: typed.text, wanted: wantedOf(typed), late: orNull(typed.late) })}
      fieldOf={path => (path[0] === 'wanted' ? path.slice(1) : path)}
    >
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <LongField name="text" label={t(actWords.correctText)} most={2000} required />
      <TextField name="title" label={t(actWords.newTitle)} help={t(actWords.newHelp)} most={200} />
      <LongField name="features" label={t(actWords.newFeatures)} help={t(actWords.newHelp)} most={2000} />
      <TextField name="late" label={t(actWords.late)} help={t(actWords.lateHelp)} most={500} />
    </CaseActForm>
  )
}

export function AskReasonsForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'askReasons', Told<'askReasons'>>
      {...props}
      act="askReasons"
      initial={{ found: '', explain: '', days: usualDays }}
      toldOf={typed => typed}
    >
      <LongField name="found" label={t(actWords.foundFrequency)} most={2000} required />
      <LongField name="explain" label={t(actWords.explain)} most={2000} required />
      <NumberField name="days" label={t(actWords.days)} help={t(actWords.daysHelp)} least={1} most={most} required />
    </CaseActForm>
  )
}

export function GiveReasonsForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'giveReasons', Told<'giveReasons'>>
      {...props}
      act="giveReasons"
      initial={{ on: today(), text: '' }}
      toldOf={typed => typed}
    >
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <LongField name="text" label={t(actWords.givenText)} most={2000} required />
    </CaseActForm>
  )
}

export function DelayForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'delayAnswer', Omit<Told<'delayAnswer'>, 'long'> & { readonly long: string }>
      {...props}
      act="delayAnswer"
      initial={{ until: '', reason: '', long: '' }}
      toldOf={({ long, ...rest }) => ({ ...rest, long: orNull(long) })}
    >
      <p className="note">{t(actWords.delayCounts)}</p>
      <TextField name="until" label={t(actWords.until)} kind="date" required />
      <TextField name="long" label={t(actWords.longDelay)} help={t(actWords.longDelayHelp)} most={500} />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}
