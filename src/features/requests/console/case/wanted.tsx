/** What is asked for, how it came in, where it lies, how it ended. */
import { Link } from '@tanstack/react-router'
import { confirmMethods, deliveryForms, deliveryRoutes } from '../../../../domain/request/vocabulary.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { words } from '../../../../kit/console/words.ts'
import { channels } from '../../../../law/channels.ts'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { registerWords } from '../words/register-words.ts'
import { nameOf, useCase } from './case-context.ts'
import { Section, Sheet } from './section.tsx'

export function WantedPart() {
  const t = useTell()
  const { wanted } = useCase().view.case
  return (
    <Section title={t(caseWords.wanted)}>
      <Sheet
        rows={[
          [t(registerWords.wantedTitle), wanted.title],
          [t(registerWords.documentNumber), wanted.documentNumber],
          [t(registerWords.indexNumber), wanted.indexNumber],
          [t(registerWords.features), wanted.features],
          [t(registerWords.form), t(deliveryForms[wanted.form])],
          [t(registerWords.route), t(deliveryRoutes[wanted.route])],
          [t(registerWords.otherForm), t(wanted.otherForm ? words.yes : words.no)],
          [t(registerWords.help), wanted.help],
          [t(registerWords.suggests), wanted.suggestsPublication ? t(words.yes) : null],
        ]}
      />
    </Section>
  )
}

export function ArrivalPart() {
  const t = useTell()
  const { view } = useCase()
  const { arrival, channel, receivedOn, place, onTheSpot, delayedUntil } = view.case
  const { confirmed } = arrival
  return (
    <Section title={t(caseWords.arrival)}>
      <Sheet
        rows={[
          [t(registerWords.channel), t(channels[channel].label)],
          [t(caseWords.submitted), arrival.submittedOn],
          [t(caseWords.arrived), arrival.arrivedOn],
          [
            t(caseWords.confirmed),
            confirmed && `${confirmed.on} ${t(confirmMethods[confirmed.method])} ${confirmed.evidence}`,
          ],
          [t(caseWords.attempts), arrival.attempts.map(({ on, how, result }) => `${on} ${how} ${result}`).join('；')],
          [t(registerWords.receivedOn), receivedOn ?? t(registerWords.toConfirm)],
          [t(registerWords.onTheSpot), onTheSpot ? t(words.yes) : null],
          [t(caseWords.due), delayedUntil],
          [t(registerWords.note[channel]), arrival.note],
          [
            t(caseWords.assigned),
            place && `${nameOf(view, place.sectionId)} ${nameOf(view, place.handlerId)} ${place.since}`,
          ],
        ]}
      />
    </Section>
  )
}

export function LinksPart() {
  const t = useTell()
  const { kept } = useAgency()
  const { links } = useCase().view.case
  const rows = [
    ...(links.splitFrom ? [[caseWords.splitFrom, links.splitFrom] as const] : []),
    ...links.splitInto.map(id => [caseWords.splitInto, id] as const),
    ...(links.mergedInto ? [[caseWords.mergedInto, links.mergedInto] as const] : []),
    ...(links.reopens ? [[caseWords.reopens, links.reopens] as const] : []),
  ]
  if (rows.length === 0) return null
  return (
    <Section title={t(caseWords.links)}>
      <ul className="r-lines">
        {rows.map(([label, id]) => (
          <li key={id}>
            {t(label)}{' '}
            <Link to="/requests/$requestId" params={{ requestId: id }} search={kept as never}>
              {t(caseWords.openCase)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
