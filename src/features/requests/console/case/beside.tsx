/** What stands beside the handling: similar requests, urgings, publication for all, everything that happened. */

import { Link } from '@tanstack/react-router'
import { requestStates } from '../../../../domain/request/states.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { useNeighbours } from '../../../../kit/console/lookups.tsx'
import { shanghaiMinute } from '../../../../ui/day.ts'
import { Isolated } from '../../../../ui/isolated.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { ActLink } from './act-link.tsx'
import { nameOf, useCase } from './case-context.ts'
import { Section } from './section.tsx'

const hundred = 100

export function SimilarPart() {
  const t = useTell()
  const { kept } = useAgency()
  const { thisMonth, last12Months, similar, others } = useCase().view.evidence
  const stateOf = (state: string) => {
    const known = Object.entries(requestStates).find(([id]) => id === state)
    return known ? t(known[1].label) : state
  }
  return (
    <Section title={t(caseWords.similar)}>
      <p>{t(caseWords.evidenceCounts(thisMonth, last12Months))}</p>
      {others > 0 && <p>{t(caseWords.othersAsked(others))}</p>}
      {similar.length === 0 && <p className="note">{t(caseWords.noSimilar)}</p>}
      <ul className="r-lines">
        {similar.map(({ id, number, title, receivedOn, state, outcome, likeness }) => (
          <li key={id}>
            <Link to="/requests/$requestId" params={{ requestId: id }} search={kept as never}>
              <Isolated>{title}</Isolated>
            </Link>{' '}
            <span className="note">
              {number} {receivedOn} {stateOf(state)} {outcome && t(outcome)}{' '}
              {t(caseWords.likeness(Math.round(likeness * hundred)))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function UrgingsPart() {
  const t = useTell()
  const { view } = useCase()
  const { urgings } = view.case
  if (urgings.length === 0) return null
  return (
    <Section title={t(caseWords.urgings)}>
      <ul className="r-lines">
        {urgings.map(({ id, on, by, text, answerBy, answer }) => (
          <li key={id}>
            <p>
              {on} {nameOf(view, by)}：{text} {t(caseWords.answerBy(answerBy))}
            </p>
            <p>{answer ? `${answer.on} ${nameOf(view, answer.by)}：${answer.text}` : t(caseWords.noAnswer)}</p>
            {answer === null && <ActLink act="answerUrging" target={id} of={text} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ProposalPart() {
  const t = useTell()
  const { publication } = useNeighbours()
  const { own } = useAgency()
  const { proposal } = useCase().view.case
  if (!proposal) return null
  const { by, on, reason, outcome } = proposal
  return (
    <Section title={t(caseWords.proposal)}>
      <p>
        {on} {t(by === 'applicant' ? caseWords.byApplicant : caseWords.byOffice)}：<Isolated>{reason}</Isolated>
      </p>
      <p>
        {outcome
          ? `${outcome.on} ${t(outcome.accepted ? caseWords.accepted : caseWords.refused)}：${outcome.reason}`
          : t(caseWords.unsettled)}
      </p>
      {own && outcome?.publicationId && publication && (
        <p>
          <Link to={publication(outcome.publicationId)}>{t(caseWords.toDraft)}</Link>
        </p>
      )}
      {outcome === null && <ActLink act="settleProposal" />}
    </Section>
  )
}

export function TimelinePart() {
  const t = useTell()
  const { timeline } = useCase().view
  return (
    <Section title={t(caseWords.timeline)}>
      <ol className="r-timeline">
        {timeline.map(({ seq, at, actor, label, detail }) => (
          <li key={seq}>
            <time dateTime={at}>{shanghaiMinute(at)}</time>
            <span>
              <strong>{t(label)}</strong> <Isolated>{actor}</Isolated> <Isolated>{detail}</Isolated>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
