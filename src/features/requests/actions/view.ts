/** A case as its page shows it. */
import type { Actor } from '../../../domain/people/policy.ts'
import { type RoleId, roles } from '../../../domain/people/roles.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import type { ActContext } from '../../../domain/request/inputs.ts'
import { inOrder, type Wait, type Waiter } from '../../../domain/request/waiting/wait.ts'
import { waitsFor } from '../../../domain/request/waiting/waits-for.ts'
import type { RequestView } from '../contract/view.ts'
import { notEnteredOf } from '../letters/leaving.ts'
import { maskedApplicant, openApplicant } from '../sealed.ts'
import { namesOf } from '../store/agency.ts'
import { papersOf } from '../store/papers.ts'
import { partiesOf } from '../store/parties.ts'
import type { KeptRequest } from '../store/requests.ts'
import { happenedTo } from '../store/timeline.ts'
import { shownClock } from './clock-view.ts'
import { evidenceOf } from './evidence.ts'
import { liesWith } from './lies-with.ts'
import { lineSaid } from './lines.ts'
import { actsFor } from './may-act.ts'
import { type Call, type Setup, staffActor } from './setup.ts'
import { shownPaper } from './shown-paper.ts'
import { timelineOf } from './timeline.ts'

export interface Looker {
  readonly actor: Actor
  /** With every day of the clock explained. */
  readonly days?: boolean
}

export async function viewOf(
  call: Call,
  setup: Setup,
  kept: KeptRequest,
  { actor, days = false }: Looker,
): Promise<RequestView> {
  const { tx } = call
  const { agencyId, id } = kept.case
  // Asked for together: they travel in one trip.
  const [happened, parties, papers, who, evidence, notEntered] = await Promise.all([
    happenedTo(tx, agencyId, id),
    partiesOf(tx, agencyId, id),
    papersOf(tx, agencyId, id),
    staffActor(call, agencyId, actor),
    evidenceOf(call, setup, kept),
    notEnteredOf(tx, kept.case),
  ])
  const actors = happened.map(({ actor: by }) => by)
  const names = await namesOf(tx, agencyId, idsIn(kept, actors))
  const { today, calendar, rules } = setup
  const waits = inOrder(waitsFor(kept.case, today, calendar, rules), wait =>
    liesWith(wait, kept.case, { actor, sectionId: who.sectionId }),
  )
  return {
    case: kept.case as RequestView['case'],
    agencyName: setup.agency.name,
    applicant: maskedApplicant(openApplicant(setup.keys, id, kept.applicant)),
    parties: parties.map(({ id: partyId, mask }) => ({ partyId, ...mask })),
    clock: shownClock(kept.case, setup, days),
    waits: waits.map(waiting => shownWait(waiting, kept.case, names)),
    acts: actsFor(kept.case, actor, contextFor(setup, who)),
    papers: papers.map(paper => shownPaper(paper, names)),
    notEntered: notEntered.map(sent => ({ ...sent, at: sent.at.toISOString() })),
    outcome: outcomeOf(kept.case, setup),
    timeline: timelineOf(happened, names),
    names,
    evidence,
  }
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Whatever the case or its record names: which of them are people or sections the tables say. */
export function idsIn({ case: of }: KeptRequest, actors: readonly string[]): string[] {
  return [...new Set(JSON.stringify([of, actors]).match(uuids) ?? [])]
}

/** Nothing is carried out: numbers and ids are not asked for. */
export function contextFor({ today, calendar, rules }: Setup, actor: ActContext['actor']): ActContext {
  const none = () => {
    throw new Error('looking at a case makes nothing new')
  }
  return { today, calendar, rules, actor, newId: none, numberFor: none }
}

function shownWait(
  { says, who, by, act, about }: Wait,
  of: KeptRequest['case'],
  names: Readonly<Record<string, string>>,
): RequestView['waits'][number] {
  return { what: says, who: who.map(waiter => waiterCalled(waiter, of, about, names)), by, act }
}

/** A section that was asked by its name; the one the case lies with where it is about the case. */
function waiterCalled(
  waiter: Waiter,
  { place, cooperations }: KeptRequest['case'],
  about: string | null,
  names: Readonly<Record<string, string>>,
): string {
  if (waiter === 'section') {
    const id = cooperations.find(asked => asked.id === about)?.sectionId ?? place?.sectionId
    return (id && names[id]) ?? '承办科室'
  }
  return Object.hasOwn(outside, waiter) ? outside[waiter as keyof typeof outside] : roles[waiter as RoleId].label.zh
}

const outside = { applicant: '申请人', party: '被征求意见的一方', system: '系统' } as const

function outcomeOf({ closing, draft }: KeptRequest['case'], { today }: Setup): RequestView['outcome'] {
  const id = closing?.decision ?? draft?.decision
  if (id === undefined) return null
  const { label, line, letter } = decisionInfo(id)
  const year = Number((closing?.on ?? today).slice(0, 4))
  return {
    decision: label,
    line: line === null ? null : lineSaid(line, year),
    letter: letter === null ? null : { zh: letter, en: letter },
  }
}
