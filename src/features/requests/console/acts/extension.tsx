/** Extension of the period to answer (条例33): asked for by one, approved by another. */
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField, NumberField } from '../../../../kit/console/more-fields.tsx'
import { deadlines } from '../../../../law/deadlines.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

const most = deadlines.extension.length

export function AskExtensionForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'askExtension', Told<'askExtension'>>
      {...props}
      act="askExtension"
      initial={{ days: most, reason: '' }}
      toldOf={typed => typed}
    >
      <NumberField
        name="days"
        label={t(actWords.extensionDays)}
        help={t(actWords.extensionHelp)}
        least={1}
        most={most}
        required
      />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}

/** What was asked for, to be read before it is settled. */
function Asked({ view }: Pick<ActProps, 'view'>) {
  const t = useTell()
  const { extension } = view.case
  return extension && <p>{t(actWords.asked(extension.days, extension.reason))}</p>
}

export function ApproveExtensionForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'approveExtension', object> {...props} act="approveExtension" initial={{}} toldOf={() => ({})}>
      <Asked view={props.view} />
      <p className="note">{t(actWords.extensionCounts)}</p>
    </CaseActForm>
  )
}

export function RefuseExtensionForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'refuseExtension', Told<'refuseExtension'>>
      {...props}
      act="refuseExtension"
      initial={{ reason: '' }}
      toldOf={typed => typed}
    >
      <Asked view={props.view} />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}
