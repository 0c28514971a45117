/** A request as its applicant sees it. */
import { pressing } from '../../../domain/days/urgency.ts'
import type { CaseLetter, RequestCase } from '../../../domain/request/case.ts'
import { clockOfCase } from '../../../domain/request/case-clock.ts'
import { allowedActs } from '../../../domain/request/perform.ts'
import { keptUntil } from '../../../domain/request/retention.ts'
import { requestStates } from '../../../domain/request/states.ts'
import { letterStates, serviceWays } from '../../../domain/request/vocabulary.ts'
import type { Call, Setup } from '../actions/setup.ts'
import { contextFor } from '../actions/view.ts'
import type { Asked, Retention, Tracked, TrackedLetter } from '../citizen.ts'
import { letterTitle } from '../letters/titles.ts'
import { maskedApplicant, openApplicant } from '../sealed.ts'
import { lettersOf } from '../store/letters.ts'
import { papersOf } from '../store/papers.ts'
import type { KeptRequest } from '../store/requests.ts'
import { remediesOf } from './remedies.ts'
import { stepsOf } from './steps.ts'
import { whyDue } from './why.ts'

export async function trackedView({ tx, services }: Call, setup: Setup, kept: KeptRequest): Promise<Tracked> {
  const { case: of } = kept
  const { today, calendar, settings } = setup
  const { due, provisional } = clockOfCase(of, today, calendar)
  const acts = allowedActs(of, contextFor(setup, { kind: 'applicant' }))
  const { name, phone, address, email, fax } = maskedApplicant(openApplicant(setup.keys, of.id, kept.applicant))
  // Once there was time to recall it, its text is there, and its file with it.
  const files = new Set(
    (await lettersOf(tx, of.agencyId, of.id)).flatMap(({ id, recallUntil }) => (recallUntil === null ? [] : [id])),
  )
  return {
    ...{ number: of.number, kind: of.kind, state: of.state, title: of.wanted.title, receivedOn: of.receivedOn },
    means: requestStates[of.state].means,
    ...{ due, provisional },
    remaining: pressing(due, today, settings['reminder.days'], calendar).remaining,
    why: whyDue(of, due),
    steps: stepsOf(of, due),
    letters: toApplicant(of).map(letter => trackedLetter(letter, files)),
    attachments: await handedOver({ tx }, of),
    asked: askedOf(of, services.payments?.online ?? false),
    remedies: remediesOf(of, setup),
    mayWithdraw: acts.includes('withdraw'),
    mayPropose: acts.includes('proposePublication'),
    applicant: { name, phone, address, email, fax },
    retention: retentionOf(of, setup),
  }
}

export function retentionOf({ closing }: RequestCase, { settings }: Setup): Retention {
  const years = settings['request.retentionYears']
  return { years, until: closing && keptUntil(closing.on, years) }
}

/** What has left for the applicant; what is only drafted or may be recalled is not seen. */
export function toApplicant(of: RequestCase): readonly CaseLetter[] {
  return of.letters.filter(({ to, state }) => to === 'applicant' && (state === 'dispatched' || state === 'served'))
}

function trackedLetter({ id, letter, number, sent, served, state, draftedOn }: CaseLetter, files: ReadonlySet<string>) {
  const on = served?.on ?? sent?.on ?? draftedOn
  const shown: TrackedLetter = {
    ...{ id, number, on },
    title: letterTitle(letter),
    served: letterStates[state],
    service: {
      way: sent && serviceWays[sent.way],
      sentOn: sent?.on ?? null,
      trackingNumber: sent?.trackingNumber ?? null,
      servedOn: served?.on ?? null,
      evidence: served?.evidence || null,
    },
    file: files.has(id),
  }
  return shown
}

/** Papers given with an answer that has left. */
async function handedOver({ tx }: Pick<Call, 'tx'>, of: RequestCase): Promise<Tracked['attachments']> {
  const given = handedOverIds(of)
  if (given.length === 0) return []
  const papers = await papersOf(tx, of.agencyId, of.id)
  return papers.filter(({ id }) => given.includes(id)).map(({ id, name, size }) => ({ id, name, size }))
}

export function handedOverIds({ closing, draft }: RequestCase): readonly string[] {
  return closing !== null && draft !== null && closing.decision === draft.decision ? draft.attachments : []
}

export function askedOf({ state, correction, reasons, fee }: RequestCase, online: boolean): Asked | null {
  if (state === 'correction_pending' && correction?.by) {
    return { what: 'correct', items: correction.items, by: correction.by }
  }
  if (state === 'reasons_pending' && reasons?.by) {
    return { what: 'give_reasons', explain: reasons.explain, by: reasons.by }
  }
  if (state !== 'fee_pending' || !fee?.payBy) return null
  const { amount, payTo, payBy, declared } = fee
  return { what: 'pay', amount, payTo, by: payBy, declared: declared !== null, online }
}
