/** One page of the form: its fields, what is wrong with them, and the way on and back. */
import { Fragment, type ReactNode } from 'react'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { fieldsOf, type IntakePart } from '../../../domain/request/intake/fields.ts'
import { teller } from '../../../ui/messages.ts'
import type { Suggestion } from '../citizen.ts'
import { begunOf, type Fields, typedOf } from './draft.ts'
import { Field, Troubles } from './fields.tsx'
import { type Step, steps } from './paths.ts'
import type { Visit } from './site.ts'
import { stepping, stepTitles } from './words.ts'

interface HeadProps {
  readonly visit: Visit
  readonly step: Step
}

export function StepHead({ visit: { host }, step }: HeadProps) {
  const t = teller(host.lang)
  return (
    <div className="page-head">
      <p className="apply-step">{t(stepping.of(steps.indexOf(step) + 1, steps.length))}</p>
      <h1>{t(stepTitles[step])}</h1>
    </div>
  )
}

interface Props {
  readonly visit: Visit
  readonly name: string
  readonly step: IntakePart
  readonly fields: Fields
  readonly troubles: readonly Refusal[]
}

export function FieldsPage({ visit, name, step, fields, troubles }: Props) {
  const { host, paths, site } = visit
  const { lang } = host
  const typed = typedOf(fields)
  return (
    <>
      <Troubles troubles={troubles} lang={lang} kept />
      <StepHead visit={visit} step={step} />
      <form method="post" action={paths.step(name, step)} className="apply-form" noValidate>
        {fieldsOf(step, begunOf(fields)).map(id => (
          <Fragment key={id}>
            <Field id={id} value={typed[id] ?? ''} trouble={troubles.find(({ at }) => at === id)} lang={lang} />
            {id === 'title' && <Beside visit={visit} />}
          </Fragment>
        ))}
        <Acts visit={visit} name={name} step={step} />
      </form>
      {step === 'wanted' && <script src={site.script} defer />}
    </>
  )
}

/** What is public already is put here while one types, where scripts run; else the next page shows it. */
function Beside({ visit: { paths, host } }: { readonly visit: Visit }) {
  const title = teller(host.lang)(stepping.found)
  return <div className="apply-found" data-published={paths.published} data-title={title} aria-live="polite" />
}

interface ActsProps extends HeadProps {
  readonly name: string
  readonly label?: string
  readonly children?: ReactNode
}

export function Acts({ visit: { host, paths }, name, step, label, children }: ActsProps) {
  const t = teller(host.lang)
  const before = steps[steps.indexOf(step) - 1]
  return (
    <div className="apply-acts">
      <button type="submit" className="button button-primary">
        {label ?? t(stepping.next)}
      </button>
      <a href={before ? paths.step(name, before) : paths.start}>{t(stepping.back)}</a>
      {children}
    </div>
  )
}

interface FoundProps {
  readonly visit: Visit
  readonly name: string
  readonly found: readonly Suggestion[]
}

/** What is public about the words typed, before anybody goes on (条例36(1)). */
export function FoundPage({ visit: { host, paths }, name, found }: FoundProps) {
  const t = teller(host.lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(stepping.found)}</h1>
        <p className="lead">{t(stepping.foundLead)}</p>
      </div>
      <ul className="dated">
        {found.map(({ href, title, date }) => (
          <li key={href}>
            <a href={href} lang="zh-CN">
              {title}
            </a>
            {date && (
              <time className="day" dateTime={date}>
                {date}
              </time>
            )}
          </li>
        ))}
      </ul>
      <p className="apply-acts">
        <a className="button button-primary" href={paths.step(name, 'applicant')}>
          {t(stepping.notFound)}
        </a>
        <a href={paths.step(name, 'wanted')}>{t(stepping.back)}</a>
      </p>
    </>
  )
}
