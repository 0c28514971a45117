/** What is asked for and how it is wished (条例29(二)(三)). */
import { Form } from 'antd'
import { useEffect } from 'react'
import { waysOf } from '../../../../domain/request/intake/delivery.ts'
import { type DeliveryForm, deliveryForms, deliveryRoutes } from '../../../../domain/request/vocabulary.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { ChoiceField, TextField, TickField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { choicesOf, LongField } from '../../../../kit/console/more-fields.tsx'
import { listRequests } from '../../contract/index.ts'
import { registerWords } from '../words/register-words.ts'

const at = (name: string) => ['wanted', name]

export function WantedFields() {
  const t = useTell()
  const ways = useWays()
  const counted = (Form.useWatch('kind') ?? 'request') === 'request'
  return (
    <section aria-labelledby="what-is-asked">
      <h2 id="what-is-asked">{t(registerWords.wanted)}</h2>
      <TextField name={at('title')} label={t(registerWords.wantedTitle)} most={200} required />
      <div className="c-fields">
        <TextField name={at('documentNumber')} label={t(registerWords.documentNumber)} most={100} />
        <TextField name={at('indexNumber')} label={t(registerWords.indexNumber)} most={100} />
      </div>
      <LongField name={at('features')} label={t(registerWords.features)} most={2000} />
      <div className="c-fields">
        <ChoiceField name={at('form')} label={t(registerWords.form)} choices={choicesOf(deliveryForms, t)} required />
        <ChoiceField
          name={at('route')}
          label={t(registerWords.route)}
          choices={choicesOf(deliveryRoutes, t).filter(({ value }) => ways.includes(value))}
          required
        />
      </div>
      <TickField name={at('otherForm')} label={t(registerWords.otherForm)} />
      {counted && <TickField name={at('suggestsPublication')} label={t(registerWords.suggests)} />}
      <TextField name={at('help')} label={t(registerWords.help)} help={t(registerWords.helpHelp)} most={300} />
      <Reopens />
    </section>
  )
}

/** The ways the chosen form can go; one it cannot go is not kept, and must be chosen anew. */
function useWays(): readonly string[] {
  const form = Form.useFormInstance()
  const chosen: DeliveryForm = Form.useWatch(at('form')) ?? 'paper'
  const ways: readonly string[] = waysOf[chosen]
  useEffect(() => {
    const way: string | undefined = form.getFieldValue(at('route'))
    if (way !== undefined && !ways.includes(way)) form.setFieldValue(at('route'), undefined)
  }, [form, ways])
  return ways
}

const shown = 200

function Reopens() {
  const t = useTell()
  const { agencyId } = useMe()
  const ended = useRead(listRequests, { params: { agencyId }, query: { standing: 'overturned', limit: shown } })
  const choices = (ended.data?.items ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))
  return (
    <ChoiceField
      name="reopens"
      label={t(registerWords.reopens)}
      help={t(registerWords.reopensHelp)}
      choices={[{ value: '', label: t(registerWords.reopensNone) }, ...choices]}
    />
  )
}
