/** Closing otherwise (格式2021-30, row 3.6.3): on a ground the agency closes on, with what that ground asks to be shown. */
import { Form } from 'antd'
import { orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { type ClosingGroundId, closingGrounds } from '../../../../law/closing-grounds.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm } from './act-form.tsx'
import { WithOffice } from './with-office.tsx'

interface Typed {
  readonly ground?: ClosingGroundId
  readonly shown: string
  readonly other?: string
}

export function CloseOtherwiseForm(props: ActProps) {
  return (
    <WithOffice agencyId={props.view.case.agencyId}>
      {office => <Closing {...props} grounds={office?.closingGrounds ?? []} />}
    </WithOffice>
  )
}

function Closing({ grounds, ...props }: ActProps & { readonly grounds: readonly ClosingGroundId[] }) {
  const t = useTell()
  const choices = grounds.map(value => ({ value, label: t(closingGrounds[value].label) }))
  if (choices.length === 0) return <p className="note">{t(actWords.closingNone)}</p>
  return (
    <CaseActForm<'closeOtherwise', Typed>
      {...props}
      act="closeOtherwise"
      initial={{ shown: '' }}
      toldOf={({ ground, shown, other }) => ({
        ground: ground as ClosingGroundId,
        shown,
        other: otherOf(ground, other),
      })}
    >
      <OneOfField name="ground" label={t(actWords.closingGround)} choices={choices} required />
      <Shown />
    </CaseActForm>
  )
}

/** Only where the ground concerns another case; what was typed for one stays in its field. */
function otherOf(ground: ClosingGroundId | undefined, typed: string | undefined): string | null {
  return ground && closingGrounds[ground].other ? orNull(typed) : null
}

/** What the chosen ground asks for. */
function Shown() {
  const t = useTell()
  const chosen: ClosingGroundId | undefined = Form.useWatch('ground')
  const ground = chosen && closingGrounds[chosen]
  return (
    <>
      <LongField name="shown" label={t(actWords.closingShown)} help={ground && t(ground.shows)} most={2000} required />
      {ground?.other && <TextField name="other" label={t(actWords.closingOther)} most={80} required />}
    </>
  )
}
