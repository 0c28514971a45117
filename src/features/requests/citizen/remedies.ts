/** What an applicant who does not agree may do, with whom and until when (D§5.4). */
import { citeSaid } from '../../../domain/citation.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { ClosingLine } from '../../../domain/letter/facts.ts'
import { remedyKindOf } from '../../../domain/letter/kinds.ts'
import { remedyClauseOf, remedyDays } from '../../../domain/letter/remedy.ts'
import { reviewOrganSaid } from '../../../domain/letter/review-organ.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo, isDecisionLetter } from '../../../domain/request/decision-info.ts'
import { isUnanswered } from '../../../domain/request/silence.ts'
import { courtWords, type RemedyKind, reconsiderationLawSince, silenceRemedies } from '../../../law/remedies.ts'
import type { Setup } from '../actions/setup.ts'
import type { Remedy } from '../citizen.ts'
import { letterAgency } from '../letters/agency.ts'
import { isLetterId } from '../letters/titles.ts'

type Office = Pick<Setup, 'agency' | 'settings' | 'calendar'>

/**
 * Against the answer that has reached the applicant, a closing that came without one, or an answer that did not come in
 * time; none against what is no decision.
 */
export function remediesOf(of: RequestCase, setup: Office & Pick<Setup, 'today'>): readonly Remedy[] {
  if (isUnanswered(of, setup.today, setup.calendar)) return againstSilence(setup)
  const { closing } = of
  return closing?.line?.startsWith('other.') ? againstClosing(of, setup) : againstAnswer(of, setup)
}

function againstAnswer(of: RequestCase, setup: Office): readonly Remedy[] {
  const letter = of.letters.findLast(({ letter: id, served }) => isDecisionLetter(id) && served !== null)
  const known = letter?.served?.on
  const decided = letter?.issued?.on
  if (!letter || !isLetterId(letter.letter) || !known || !decided) return []
  const kind = remedyKindOf(letter.letter, { agency: letterAgency(setup) })
  return kind === 'none' ? [] : roads(kind, decided, known, setup)
}

/** The record of it need not be sent: no last day is named before it was (复议法20). */
function againstClosing({ closing, letters }: RequestCase, setup: Office): readonly Remedy[] {
  if (closing?.line == null) return []
  const record = letters.findLast(({ letter }) => letter === decisionInfo(closing.decision).letter)
  const kind = remedyKindOf('D15', { agency: letterAgency(setup), closing: closing.line as ClosingLine })
  return kind === 'none' ? [] : roads(kind, closing.on, record?.served?.on ?? null, setup)
}

function againstSilence(setup: Office & Pick<Setup, 'today'>): readonly Remedy[] {
  const { reconsideration, lawsuit, article } = silenceRemedies
  const usual = { until: null, articles: [citeSaid(article)] }
  return [
    { ...usual, ...whoReconsiders(setup, setup.today), says: reconsideration },
    { ...usual, ...courtOf(setup), says: lawsuit },
  ]
}

function roads(kind: RemedyKind, decided: LocalDate, known: LocalDate | null, setup: Office): Remedy[] {
  const { reconsideration, lawsuit } = remedyDays(kind, decided, known ?? decided, setup.calendar)
  const clause = remedyClauseOf(kind, decided)
  const cited = clause.articles.map(citeSaid)
  const road = (until: LocalDate, says: Said, body: Body): Remedy => ({
    ...{ ...body, says, until: known && until, articles: cited },
  })
  // To be told that reconsideration comes first is a right of its own (复议法23¶2).
  const isFirst = clause.lawsuit === 'lawsuit_after_reconsideration'
  return [
    ...(reconsideration
      ? [road(reconsideration.date, isFirst ? clause.says : said.reconsideration, whoReconsiders(setup, decided))]
      : []),
    ...(lawsuit ? [road(lawsuit.date, isFirst ? said.lawsuitForRest : said.lawsuit, courtOf(setup))] : []),
  ]
}

type Body = Pick<Remedy, 'body' | 'address' | 'online'>

/** The address set is that of the one body there is since 2024. */
function whoReconsiders(setup: Office, decided: LocalDate): Body {
  const { settings } = setup
  const address = decided < reconsiderationLawSince ? null : settings['letter.reviewAddress'] || null
  return {
    body: reviewOrganSaid(letterAgency(setup), decided),
    ...{ address, online: settings['letter.reviewOnline'] || null },
  }
}

function courtOf({ settings }: Office): Body {
  const name = settings['letter.court']
  return {
    body: name === '' ? courtWords : { zh: name, en: name },
    address: settings['letter.courtAddress'] || null,
    online: null,
  }
}

const said = {
  reconsideration: { zh: '可以申请行政复议', en: 'You may apply for reconsideration' },
  lawsuit: { zh: '可以直接提起行政诉讼', en: 'You may sue directly' },
  lawsuitForRest: {
    zh: '对其余部分，可以申请行政复议，也可以直接提起行政诉讼',
    en: 'Against the rest you may apply for reconsideration, or sue directly',
  },
} as const satisfies Readonly<Record<string, Said>>
