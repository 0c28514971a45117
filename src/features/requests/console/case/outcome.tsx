/** The answer of the case: the draft and its steps, or how it ended. */
import { Link } from '@tanstack/react-router'
import { type Overturning, overturnings } from '../../../../domain/request/overturning.ts'
import { reviewStages } from '../../../../domain/request/vocabulary.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { ArchiveButton } from './acts-menu.tsx'
import { nameOf, useCase } from './case-context.ts'
import { Section, Sheet } from './section.tsx'

function overturnedSays({ by, number, decidedOn, receivedOn }: Overturning, t: ReturnType<typeof useTell>): string {
  const words = [t(overturnings[by].label), number, decidedOn, t(caseWords.overturnedOn(receivedOn))]
  return words.filter(Boolean).join(' ')
}

export function OutcomePart() {
  const t = useTell()
  const { view } = useCase()
  const { own } = useAgency()
  const { draft, closing, archivedOn, overturned, id } = view.case
  const { outcome } = view
  if (!draft && !closing) return null
  const decision = outcome && [t(outcome.decision), outcome.line && t(outcome.line)].filter(Boolean).join(' · ')
  const steps = draft?.approvals.map(
    ({ stage, by, on, opinion }) => `${t(reviewStages[stage].label)} ${nameOf(view, by)} ${on} ${opinion}`,
  )
  return (
    <Section
      title={t(closing ? caseWords.closing : caseWords.draft)}
      acts={
        draft && own ? (
          <Link to="/requests/$requestId/draft" params={{ requestId: id }}>
            {t(caseWords.openDraft)}
          </Link>
        ) : null
      }
    >
      <Sheet
        rows={[
          [t(caseWords.draft), decision],
          [t(caseWords.overturned), overturned && overturnedSays(overturned, t)],
          [t(caseWords.closing), closing && [closing.on, closing.note].filter(Boolean).join(' ')],
          [t(caseWords.revision(draft?.revision ?? 0)), steps?.join('；')],
          [t(caseWords.archivedOn), archivedOn],
        ]}
      />
      {closing && <ArchiveButton />}
    </Section>
  )
}
