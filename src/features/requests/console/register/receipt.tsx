/** What is shown once a request is registered: the number, the query code this once, and the receipt to print. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { PageHead } from '../../../../kit/console/states.tsx'
import { today } from '../../../../kit/console/today.ts'
import { words } from '../../../../kit/console/words.ts'
import type { AnswerOf } from '../../../../kit/contract.ts'
import type { registerRequest } from '../../contract/index.ts'
import { registerWords } from '../words/register-words.ts'

interface Props {
  readonly answer: AnswerOf<typeof registerRequest>
  readonly another: () => void
}

export function Receipt({ answer: { request, queryCode }, another }: Props) {
  const t = useTell()
  const navigate = useNavigate()
  const { agencyName } = useMe()
  const { id, number, wanted, receivedOn } = request.case
  const head = useRef<HTMLElement>(null)
  useEffect(() => head.current?.focus(), [])
  const rows: readonly (readonly [string, string])[] = [
    [t(registerWords.number), number],
    [t(registerWords.queryCode), queryCode],
    [t(registerWords.agency), agencyName],
    [t(registerWords.wanted), wanted.title],
    [t(registerWords.receivedOn), receivedOn ?? t(registerWords.toConfirm)],
    [t(registerWords.dueOn), request.clock.due ?? t(registerWords.toConfirm)],
    [t(registerWords.printed), today()],
  ]
  return (
    <div className="c-page">
      <PageHead title={`${t(registerWords.done)} ${number}`} lead={t(registerWords.doneLead)}>
        <Button type="primary" onClick={() => window.print()}>
          {t(words.print)}
        </Button>
        <Button onClick={() => void navigate({ to: '/requests/$requestId', params: { requestId: id } })}>
          {t(registerWords.openCase)}
        </Button>
        <Button onClick={another}>{t(registerWords.another)}</Button>
      </PageHead>
      <section className="c-once" aria-label={t(registerWords.codeTitle)} ref={head} tabIndex={-1}>
        <h2>{t(registerWords.codeTitle)}</h2>
        <p>{t(registerWords.codeLead)}</p>
        <p className="c-once-value">
          <code>{queryCode}</code>
        </p>
      </section>
      <section className="r-receipt" aria-labelledby="receipt">
        <h2 id="receipt">{t(registerWords.receipt)}</h2>
        <dl className="c-sheet">
          {rows.map(([head, value]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="note">{t(registerWords.receiptFoot)}</p>
      </section>
    </div>
  )
}
