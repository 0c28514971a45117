/** 接收回执 (D03): what was filed, and for minutes the query code. */

import { intakeFieldIds } from '../../../domain/request/intake/fields.ts'
import { requestKinds } from '../../../domain/request/states.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { type Teller, teller } from '../../../ui/messages.ts'
import type { SentApplication } from '../citizen.ts'
import { mineWords } from './account-words.ts'
import { focused } from './fields.tsx'
import type { Visit } from './site.ts'
import { receiptWords } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly sent: SentApplication
  /** What was typed into the form after it was sent; empty where somebody sent it again. */
  readonly unsaved: URLSearchParams | null
}

export function ReceiptPage({ visit, sent, unsaved }: Props) {
  const { paths, host } = visit
  const t = teller(host.lang)
  const { receipt, owned } = sent
  return (
    <article className="receipt">
      {unsaved && <Unsaved visit={visit} sent={sent} unsaved={unsaved} t={t} />}
      <h1>{t(receiptWords.title)}</h1>
      <p className="lead">{t(receiptWords.lead)}</p>
      <Codes receipt={receipt} t={t} />
      {owned && (
        <p>
          {t(mineWords.kept)} <a href={paths.mine}>{t(mineWords.title)}</a>
        </p>
      )}
      <Facts receipt={receipt} t={t} />
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
        <a className="button" href={paths.start}>
          {t(receiptWords.another)}
        </a>
        <span>{t(receiptWords.print)}</span>
      </p>
    </article>
  )
}

interface ToldProps {
  readonly receipt: SentApplication['receipt']
  readonly t: Teller
}

function Codes({ receipt: { number, queryCode }, t }: ToldProps) {
  return (
    <>
      <dl className="receipt-codes">
        <div>
          <dt>{t(receiptWords.number)}</dt>
          <dd>{number}</dd>
        </div>
        {queryCode !== null && (
          <div>
            <dt>{t(receiptWords.code)}</dt>
            <dd className="receipt-code">{queryCode}</dd>
          </div>
        )}
      </dl>
      <p className="receipt-once">{t(queryCode === null ? receiptWords.over : receiptWords.once)}</p>
    </>
  )
}

function Facts({ receipt, t }: ToldProps) {
  const facts: readonly (readonly [string, string | null])[] = [
    [t(requestKinds[receipt.kind]), receipt.title],
    [t(receiptWords.submitted), shanghaiMinute(receipt.submittedAt)],
    [t(receiptWords.received), receipt.receivedOn],
    [t(receiptWords.due), receipt.due && receipt.due + (receipt.provisional ? t(receiptWords.provisional) : '')],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Isolated>{value}</Isolated>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** What was typed is not lost: it goes on into another form, begun as this one was. */
function Unsaved({ visit: { paths }, sent, unsaved, t }: Props & { readonly t: Teller }) {
  const typed = intakeFieldIds.flatMap(id => {
    const value = unsaved?.get(id) ?? ''
    return value === '' ? [] : [[id, value] as const]
  })
  const begun = [
    ['kind', sent.receipt.kind],
    ['sort', sent.sort],
    ['agent', sent.agent ? 'yes' : ''],
  ] as const
  return (
    <div className="error-summary" role="alert" {...focused}>
      <p>{t(typed.length === 0 ? receiptWords.already : receiptWords.unsaved)}</p>
      {typed.length > 0 && (
        <form method="post" action={paths.start}>
          {[...begun, ...typed].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="apply-acts">
            <button type="submit" className="button button-primary">
              {t(receiptWords.carryOn)}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
