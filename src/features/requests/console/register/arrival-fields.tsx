/** How a request came in: the channel decides which days are asked, and which of them is the day of receipt. */
import { Form } from 'antd'
import { addWorkdays } from '../../../../domain/calendar.ts'
import { cite } from '../../../../domain/citation.ts'
import { type LocalDate, parseDate } from '../../../../domain/kernel/date.ts'
import { receiptDay } from '../../../../domain/request/receipt.ts'
import { requestKinds } from '../../../../domain/request/states.ts'
import { ChoiceField, TextField, TickField } from '../../../../kit/console/fields.tsx'
import { useLang, useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { channels } from '../../../../law/channels.ts'
import { deadlines } from '../../../../law/deadlines.ts'
import { registerWords } from '../words/register-words.ts'
import { oneDay, type Typed } from './typed.ts'

export function ArrivalFields() {
  const t = useTell()
  const channel: Typed['channel'] = Form.useWatch('channel') ?? 'in_person'
  const { receivedWhen } = channels[channel]
  return (
    <section aria-labelledby="how-it-came">
      <h2 id="how-it-came">{t(registerWords.howItCame)}</h2>
      <OneOfField
        name="kind"
        label={t(registerWords.kind)}
        help={t(registerWords.kindHelp)}
        choices={choicesOf(requestKinds, t)}
      />
      <div className="c-fields">
        <ChoiceField
          name="channel"
          label={t(registerWords.channel)}
          choices={Object.entries(channels).map(([value, { label }]) => ({ value, label: t(label) }))}
          required
        />
        <TextField name="submittedOn" label={t(registerWords.submittedOn[receivedWhen])} kind="date" required />
        {receivedWhen !== 'submitted' && (
          <TextField
            name="arrivedOn"
            label={t(registerWords.arrivedOn[receivedWhen])}
            help={t(registerWords.arrivedHelp[receivedWhen])}
            kind="date"
            required
          />
        )}
        <TextField name="note" label={t(registerWords.note[channel])} most={300} />
      </div>
      {oneDay(channel) && (
        <TickField name="onTheSpot" label={t(registerWords.onTheSpot)} help={t(registerWords.onTheSpotHelp)} />
      )}
      <WhichDays channel={channel} />
    </section>
  )
}

const dateOf = (text: unknown): LocalDate | null => {
  const read = parseDate(text)
  return read.ok ? read.value : null
}

/** The day of receipt and the due date as they follow from what is typed, and why. */
function WhichDays({ channel }: { readonly channel: Typed['channel'] }) {
  const t = useTell()
  const lang = useLang()
  const submittedOn = dateOf(Form.useWatch('submittedOn'))
  const typedArrival = dateOf(Form.useWatch('arrivedOn'))
  const onTheSpot = Form.useWatch('onTheSpot') === true && oneDay(channel)
  const arrivedOn = oneDay(channel) ? submittedOn : typedArrival
  const known = submittedOn && arrivedOn ? receiptDay(channel, { submittedOn, arrivedOn }) : null
  const due = known?.on ? addWorkdays(known.on, deadlines.answer.length) : null
  const missing = t(known ? registerWords.toConfirm : registerWords.notTyped)
  const counted = due && `${due.date} ${due.provisional ? t(registerWords.provisional) : ''}`
  return (
    <dl className="c-sheet r-days" aria-live="polite">
      <div>
        <dt>{t(registerWords.receivedOn)}</dt>
        <dd>
          <strong>{known?.on ?? missing}</strong>
          {known && (
            <span className="r-sub">
              {t(known.why)} {channels[channel].articles.map(id => cite(id, lang)).join(lang === 'zh' ? '、' : '; ')}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t(registerWords.dueOn)}</dt>
        <dd>
          <strong>{onTheSpot && known?.on ? `${known.on} ${t(registerWords.answerNow)}` : (counted ?? missing)}</strong>
        </dd>
      </div>
    </dl>
  )
}
