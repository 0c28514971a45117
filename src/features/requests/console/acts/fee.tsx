/** The information handling fee (办法2020-109): the schedule line by line, the notice, the payment. */
import { Form } from 'antd'
import { useEffect } from 'react'
import { useRead } from '../../../../kit/console/api.tsx'
import { TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField, NumberField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { today } from '../../../../kit/console/today.ts'
import { useLater } from '../../../../kit/console/use-later.ts'
import { quoteFee, type RequestView } from '../../contract/index.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'
import { WithOffice } from './with-office.tsx'

const mostPages = 100_000

export function FeeForm(props: ActProps) {
  return (
    <WithOffice agencyId={props.view.case.agencyId}>
      {office => <Notice {...props} payTo={office?.payTo ?? ''} />}
    </WithOffice>
  )
}

function Notice({ payTo, ...props }: ActProps & { readonly payTo: string }) {
  const t = useTell()
  return (
    <CaseActForm<'noticeFee', Told<'noticeFee'>>
      {...props}
      act="noticeFee"
      initial={{ scheme: 'pages', quantity: 1, payTo }}
      toldOf={typed => typed}
    >
      <OneOfField
        name="scheme"
        label={t(actWords.scheme)}
        choices={(['pages', 'items'] as const).map(value => ({ value, label: t(actWords.schemes[value]) }))}
      />
      <Quantity />
      <Quote view={props.view} />
      <LongField name="payTo" label={t(actWords.payTo)} most={300} required />
    </CaseActForm>
  )
}

function Quantity() {
  const t = useTell()
  const items = Form.useWatch('scheme') === 'items'
  return (
    <NumberField
      name="quantity"
      label={t(items ? actWords.ordinal : actWords.pages)}
      least={1}
      most={mostPages}
      required
    />
  )
}

const pause = 300

/** What it comes to, as the schedule has it. */
function Quote({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const { agencyId, id } = view.case
  const scheme = Form.useWatch('scheme') === 'items' ? 'items' : 'pages'
  const quantity: unknown = useLater(Form.useWatch('quantity'), pause)
  const pages = scheme === 'pages' && typeof quantity === 'number' ? { pages: quantity } : {}
  const query = useRead(quoteFee, { params: { agencyId, requestId: id }, query: { scheme, ...pages } })
  const form = Form.useFormInstance()
  const nth = scheme === 'items' && query.data?.scheme === 'items' ? query.data.quantity : null
  // By items it is the record that tells which of the month it is.
  useEffect(() => {
    if (nth !== null && nth > 0) form.setFieldValue('quantity', nth)
  }, [form, nth])
  return (
    <div className="r-preview" aria-live="polite">
      <Loaded query={query}>
        {({ lines, notes, amount }) => (
          <>
            <ul>
              {lines.map(({ why, article }) => (
                <li key={why.zh}>
                  {t(why)} <span className="r-sub">{t(article)}</span>
                </li>
              ))}
            </ul>
            <p>
              <strong>{t(actWords.total(amount))}</strong>
            </p>
            {notes.map(note => (
              <p key={note.zh} className="note">
                {t(note)}
              </p>
            ))}
          </>
        )}
      </Loaded>
    </div>
  )
}

export function ConfirmPaidForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'confirmPaid', Told<'confirmPaid'>>
      {...props}
      act="confirmPaid"
      initial={{ on: today(), receipt: '' }}
      toldOf={typed => typed}
    >
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <TextField name="receipt" label={t(actWords.receiptNumber)} most={100} required />
    </CaseActForm>
  )
}
