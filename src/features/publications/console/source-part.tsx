/** Where a draft comes from: the request whose answer is to become public for all (条例44). */
import { Link } from '@tanstack/react-router'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { useNeighbours } from '../../../kit/console/lookups.tsx'
import { exemptions } from '../../../law/exemptions.ts'
import type { PublicationAnswer } from '../contract.ts'
import { publicationWords as w } from './words.ts'

export function SourcePart({ view }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  const { request } = useNeighbours()
  const { source } = view.publication
  if (source.kind === 'own') return null
  const { requestId, number, answer, withheld, papersLeft } = source
  return (
    <section aria-labelledby="from-request">
      <h2 id="from-request">{t(w.fromRequest)}</h2>
      <p className="note">{t(w.anonymous)}</p>
      {papersLeft > 0 && <p className="note">{t(w.papersLeft(papersLeft))}</p>}
      <dl className="c-sheet">
        <div>
          <dt>{t(w.request)}</dt>
          <dd>{request ? <Link to={request(requestId)}>{number}</Link> : number}</dd>
        </div>
        <div>
          <dt>{t(w.answer)}</dt>
          <dd>{answer ? `${answer.on} ${t(decisionInfo(answer.decision).label)}` : t(w.notAnswered)}</dd>
        </div>
        {withheld.length > 0 && (
          <div>
            <dt>{t(w.withheld)}</dt>
            <dd>{withheld.map(({ part, exemption }) => `${part}（${t(exemptions[exemption].label)}）`).join('；')}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
