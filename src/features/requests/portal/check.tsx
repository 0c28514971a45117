/** Everything once more before it is sent, each part a link away from being changed. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import {
  fieldsOf,
  type IntakeField,
  type IntakeFieldId,
  intakeFields,
  intakeParts,
} from '../../../domain/request/intake/fields.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import { begunOf, type Fields, papersOf, typedOf, uploadKinds } from './draft.ts'
import { Troubles } from './fields.tsx'
import type { Visit } from './site.ts'
import { Acts, StepHead } from './step.tsx'
import { checkWords, start, stepTitles } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly name: string
  readonly fields: Fields
  readonly troubles: readonly Refusal[]
  /** By which the same sending is known again. */
  readonly sendingKey: string
}

export function CheckPage({ visit, name, fields, troubles, sendingKey }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  const begun = begunOf(fields)
  const typed = typedOf(fields)
  return (
    <>
      <Troubles troubles={troubles} lang={host.lang} kept />
      <StepHead visit={visit} step="check" />
      <p>{t(checkWords.lead)}</p>
      <p>{t(start.kinds[begun.kind])}</p>
      {intakeParts.map(part => (
        <section className="part" key={part} aria-labelledby={`check-${part}`}>
          <h2 id={`check-${part}`}>
            {t(stepTitles[part])}{' '}
            <a href={paths.step(name, part)} aria-label={`${t(checkWords.change)} ${t(stepTitles[part])}`}>
              {t(checkWords.change)}
            </a>
          </h2>
          <dl className="facts">
            {fieldsOf(part, begun).map(id => (
              <div key={id} id={id}>
                <dt>{t(intakeFields[id].label)}</dt>
                <dd>{shown(id, typed[id] ?? '', t)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="part" aria-labelledby="check-papers">
        <h2 id="check-papers">
          {t(stepTitles.papers)} <a href={paths.step(name, 'papers')}>{t(checkWords.change)}</a>
        </h2>
        <Lacking visit={visit} name={name} fields={fields} t={t} />
        <ul>
          {papersOf(fields).map(({ key, kind, name: file }) => (
            <li key={key} id={key}>
              {t(uploadKinds[kind as keyof typeof uploadKinds])}：{file}
            </li>
          ))}
        </ul>
      </section>
      <form method="post" action={paths.step(name, 'check')} className="apply-form">
        <input type="hidden" name="key" value={sendingKey} />
        <p>{t(checkWords.sendNote)}</p>
        <Acts visit={visit} name={name} step="check" label={t(checkWords.send)} />
      </form>
    </>
  )
}

interface LackingProps extends Pick<Props, 'visit' | 'name' | 'fields'> {
  readonly t: Teller
}

/** What will be asked for later where it is not added now: told, and nobody is kept from sending (条例29, 30). */
function Lacking({ visit: { paths }, name, fields, t }: LackingProps) {
  const kinds = papersOf(fields).map(({ kind }) => kind)
  const lacking = [
    ...(kinds.includes('identity') ? [] : [checkWords.noIdentity]),
    ...(begunOf(fields).agent && !kinds.includes('authority') ? [checkWords.noAuthority] : []),
  ]
  return lacking.map(said => (
    <p key={said.zh} className="check-lacking">
      {t(said)} <a href={paths.step(name, 'papers')}>{t(checkWords.addNow)}</a>
    </p>
  ))
}

function shown(id: IntakeFieldId, value: string, t: Teller) {
  const { kind, choices }: IntakeField = intakeFields[id]
  if (value.trim() === '') return <span className="note">{t(checkWords.none)}</span>
  const label = choices && Object.hasOwn(choices, value) ? choices[value] : undefined
  if (label) return t(label)
  if (kind === 'tick') return t(checkWords.yes)
  return <span className="as-typed">{value}</span>
}
