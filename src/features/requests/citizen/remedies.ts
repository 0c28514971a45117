/** What an applicant who does not agree may do, with whom and until when (D§5.4). */
import { cite } from '../../../domain/citation.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { remedyClauseOf, remedyDays } from '../../../domain/letter/remedy.ts'
import { reviewOrganOf } from '../../../domain/letter/review-organ.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { isDecisionLetter } from '../../../domain/request/decision-info.ts'
import { decisionsByLine } from '../../../law/decisions.ts'
import type { RemedyKind } from '../../../law/remedies.ts'
import type { Setup } from '../actions/setup.ts'
import type { Remedy } from '../citizen.ts'
import { letterAgency } from '../letters/agency.ts'

/** None before an answer has reached the applicant, and none against what is no decision. */
export function remediesOf(of: RequestCase, setup: Setup): readonly Remedy[] {
  const letter = of.letters.findLast(({ letter: id, served }) => isDecisionLetter(id) && served !== null)
  const known = letter?.served?.on
  const decided = letter?.issued?.on
  const kind = remedyKindOfCase(of)
  if (!known || !decided || kind === 'none') return []
  return roads(kind, decided, known, setup)
}

function remedyKindOfCase({ closing }: RequestCase): RemedyKind {
  const decisions: readonly { readonly id: string; readonly remedy: RemedyKind }[] =
    Object.values(decisionsByLine).flat()
  return decisions.find(({ id }) => id === closing?.decision)?.remedy ?? 'none'
}

function roads(kind: RemedyKind, decided: LocalDate, known: LocalDate, setup: Setup): Remedy[] {
  const { settings, calendar } = setup
  const { reconsideration, lawsuit } = remedyDays(kind, decided, known, calendar)
  const { articles } = remedyClauseOf(kind, decided)
  const cited = articles.map(article => cite(article, 'zh'))
  const online = settings['letter.reviewOnline']
  const road = (until: LocalDate, zh: string, en: string, body: string, address: string | null): Remedy => ({
    ...{ says: { zh, en }, body, until, online: address, articles: cited },
  })
  const organ = reviewOrganOf(letterAgency(setup), decided) ?? ''
  return [
    ...(reconsideration
      ? [road(reconsideration.date, '可以申请行政复议', 'You may apply for reconsideration', organ, online || null)]
      : []),
    ...(lawsuit
      ? [road(lawsuit.date, '可以直接提起行政诉讼', 'You may sue directly', settings['letter.court'], null)]
      : []),
  ]
}
