/** The form's fields, drawn from the record of the form; each with its trouble beside it, where there is one. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { type IntakeField, type IntakeFieldId, intakeFields } from '../../../domain/request/intake/fields.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import { stepping } from './words.ts'

interface FieldProps {
  readonly id: IntakeFieldId
  readonly value: string
  readonly trouble: Refusal | undefined
  readonly lang: Lang
  /** Outside the form, where it may be left empty, and what the form says of its use does not hold. */
  readonly optional?: boolean
}

export function Field({ id, value, trouble, lang, optional = false }: FieldProps) {
  const t = teller(lang)
  const field: IntakeField = intakeFields[id]
  if (field.kind === 'tick') return <Tick name={id} label={t(field.label)} ticked={value === 'yes'} />
  const hint = optional ? undefined : field.hint
  const described = [hint ? `${id}-hint` : null, trouble ? `${id}-trouble` : null].filter(Boolean).join(' ')
  return (
    <div className={trouble ? 'field field-trouble' : 'field'}>
      <label htmlFor={id}>
        {t(field.label)}
        {(optional || field.needed === 'never') && <span className="field-optional">{t(stepping.optional)}</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
      {trouble && (
        <p className="field-error" id={`${id}-trouble`}>
          {t(trouble.says)}
        </p>
      )}
      <Control
        {...{ id, field, value, t, described }}
        needed={!optional && field.needed !== 'never'}
        wrong={trouble !== undefined}
      />
    </div>
  )
}

interface ControlProps {
  readonly id: IntakeFieldId
  readonly field: IntakeField
  readonly value: string
  readonly t: Teller
  readonly described: string
  readonly needed: boolean
  readonly wrong: boolean
}

const telephones: readonly IntakeFieldId[] = ['phone', 'agentPhone']

function Control({ id, field, value, t, described, needed, wrong }: ControlProps) {
  const shared = {
    id,
    name: id,
    defaultValue: value,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': wrong || undefined,
    'aria-required': needed || undefined,
    autoComplete: field.autocomplete ?? 'off',
  }
  // A text goes to the server in full even where it is too long: it is told so there, and nothing is cut off.
  if (field.kind === 'text') return <textarea {...shared} rows={6} />
  if (field.kind === 'choice') {
    return (
      <select {...shared}>
        <option value="">{t(stepping.choose)}</option>
        {Object.entries(field.choices ?? {}).map(([key, label]) => (
          <option key={key} value={key}>
            {t(label)}
          </option>
        ))}
      </select>
    )
  }
  if (id === 'email') return <input {...shared} type="email" />
  return <input {...shared} type={telephones.includes(id) ? 'tel' : 'text'} />
}

interface TickProps {
  readonly name: string
  readonly label: string
  readonly ticked: boolean
}

export function Tick({ name, label, ticked }: TickProps) {
  return (
    <div className="field field-tick">
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={ticked} />
      <label htmlFor={name}>{label}</label>
    </div>
  )
}

/** Where a page comes back with something at fault, that is where its reader begins, with scripts and without. */
export const focused = { tabIndex: -1, autoFocus: true } as const

interface SummaryProps {
  readonly troubles: readonly Refusal[]
  readonly lang: Lang
  /** Whether what was typed is kept in an unfinished form, and told to be. */
  readonly kept?: boolean
}

/** Everything at fault, each a link to its field; read first by who cannot see the page. */
export function Troubles({ troubles, lang, kept = false }: SummaryProps) {
  const t = teller(lang)
  if (troubles.length === 0) return null
  return (
    <div className="error-summary" role="alert" aria-labelledby="troubles" {...focused}>
      <h2 id="troubles">{t(stepping.troubles(troubles.length))}</h2>
      <ul>
        {troubles.map(({ at, says }) => (
          <li key={`${at}${says.zh}`}>{at === undefined ? t(says) : <a href={`#${at}`}>{t(says)}</a>}</li>
        ))}
      </ul>
      {kept && <p>{t(stepping.kept)}</p>}
    </div>
  )
}
