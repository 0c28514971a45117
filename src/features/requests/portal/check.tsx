/** Everything once more before it is sent, each part a link away from being changed; then the receipt. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import {
  fieldsOf,
  type IntakeField,
  type IntakeFieldId,
  intakeFields,
  intakeParts,
} from '../../../domain/request/intake/fields.ts'
import { requestKinds } from '../../../domain/request/states.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import type { Receipt } from '../citizen.ts'
import { mineWords } from './account-words.ts'
import { begunOf, type Fields, papersOf, typedOf, uploadKinds } from './draft.ts'
import { Troubles } from './fields.tsx'
import type { Visit } from './site.ts'
import { Acts, StepHead } from './step.tsx'
import { checkWords, receiptWords, start, stepTitles } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly name: string
  readonly fields: Fields
  readonly troubles: readonly Refusal[]
}

export function CheckPage({ visit, name, fields, troubles }: Props) {
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
        <ul>
          {papersOf(fields).map(({ key, kind, name: file }) => (
            <li key={key}>
              {t(uploadKinds[kind as keyof typeof uploadKinds])}：{file}
            </li>
          ))}
        </ul>
      </section>
      <form method="post" action={paths.step(name, 'check')} className="apply-form">
        <p>{t(checkWords.sendNote)}</p>
        <Acts visit={visit} name={name} step="check" label={t(checkWords.send)} />
      </form>
    </>
  )
}

function shown(id: IntakeFieldId, value: string, t: Teller) {
  const { kind, choices }: IntakeField = intakeFields[id]
  if (value.trim() === '') return <span className="note">{t(checkWords.none)}</span>
  const label = choices && Object.hasOwn(choices, value) ? choices[value] : undefined
  if (label) return t(label)
  if (kind === 'tick') return t(checkWords.yes)
  return <span className="as-typed">{value}</span>
}

interface ReceiptProps {
  readonly visit: Visit
  readonly receipt: Receipt
  readonly title: string
  readonly kind: keyof typeof requestKinds
  /** Whether it is in the account of whoever sent it. */
  readonly owned: boolean
}

/** 接收回执 (D03): shown at once, and the query code only here. */
export function ReceiptPage({ visit: { host, paths }, receipt, title, kind, owned }: ReceiptProps) {
  const t = teller(host.lang)
  const facts: readonly (readonly [string, string | null])[] = [
    [t(requestKinds[kind]), title],
    [t(receiptWords.submitted), shanghaiMinute(receipt.submittedAt)],
    [t(receiptWords.received), receipt.receivedOn],
    [t(receiptWords.due), receipt.due && receipt.due + (receipt.provisional ? t(receiptWords.provisional) : '')],
  ]
  return (
    <article className="receipt">
      <h1>{t(receiptWords.title)}</h1>
      <p className="lead">{t(receiptWords.lead)}</p>
      <dl className="receipt-codes">
        <div>
          <dt>{t(receiptWords.number)}</dt>
          <dd>{receipt.number}</dd>
        </div>
        <div>
          <dt>{t(receiptWords.code)}</dt>
          <dd className="receipt-code">{receipt.queryCode}</dd>
        </div>
      </dl>
      <p className="receipt-once">{t(receiptWords.once)}</p>
      {owned && (
        <p>
          {t(mineWords.kept)} <a href={paths.mine}>{t(mineWords.title)}</a>
        </p>
      )}
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {receipt.stillNeeded && (
        <section className="part">
          <h2>{t(receiptWords.next)}</h2>
          <p>{t(receipt.stillNeeded)}</p>
        </section>
      )}
      <section className="part">
        <h2>{t(receipt.due === null ? receiptWords.whyNone : receiptWords.why)}</h2>
        <p>{t(receipt.why)}</p>
      </section>
      <p className="apply-acts print-hint">
        <a className="button button-primary" href={paths.track}>
          {t(receiptWords.follow)}
        </a>
        <span>{t(receiptWords.print)}</span>
      </p>
    </article>
  )
}
