/** Which stories the agencies of the demo live: every one there is, and beside them what usually happens. */
import { addDays, daysBetween, type LocalDate } from '../../../domain/kernel/date.ts'
import type { DecisionId } from '../../../domain/request/case.ts'
import { type Chance, weighted, whole } from '../chance.ts'
import type { Era } from '../era.ts'
import { type DemoAgency, demoAgencies } from '../region.ts'
import * as plain from './stories-plain.ts'
import { enquirySubject, recordSubject, type WaitingId, waiting, waitingIds } from './stories-waiting.ts'
import * as winding from './stories-winding.ts'
import type { Beginning, Telling } from './tale.ts'

export interface Planned {
  readonly day: LocalDate
  readonly tell: (b: Beginning) => Telling
}

const usual: readonly (readonly [DecisionId, number])[] = [
  ['granted', 40],
  ['already_public', 10],
  ['partial', 12],
  ['does_not_exist', 12],
  ['not_ours', 6],
  ['internal_affairs', 4],
  ['process_info', 4],
  ['enforcement_file', 2],
  ['needs_creation', 2],
  ['admin_query', 2],
  ['petition', 3],
  ['repeat', 2],
]

/** Those answered so seldom that chance alone might leave one out. */
const seldom: readonly DecisionId[] = [
  ...(['state_secret', 'law_forbids', 'safety_stability', 'publication', 'reconfirm'] as const),
  ...usual.filter(([, weight]) => weight <= 6).map(([decision]) => decision),
]

const record = { kind: 'record_correction', channel: 'in_person', subject: recordSubject() } as const
const enquiry = { kind: 'enquiry', channel: 'online', subject: enquirySubject() } as const

/** Each of them happens in two of the agencies. */
const stories: readonly plain.Story[] = [
  plain.onTheSpot,
  winding.corrected('granted'),
  winding.corrected('unclear_after_correction'),
  winding.notCorrected,
  winding.consulted('third_party', 'agree', 'granted'),
  winding.consulted('third_party', 'object_reasoned', 'third_party'),
  winding.overridden,
  winding.consulted('co_maker', 'agree', 'granted'),
  winding.extended,
  winding.delayed,
  winding.abusive(true),
  winding.paid,
  winding.notPaid,
  winding.split,
  winding.merged,
  winding.withdrawn,
  winding.closedOtherwise,
  plain.answeredAnew,
  plain.urged,
  plain.returnedOnce,
  plain.recalledOnce,
  plain.cameBack,
  plain.hardToReach,
  plain.throughSections,
  plain.proposed('applicant', true),
  plain.proposed('office', false),
  plain.ordinary('record_corrected', record),
  plain.ordinary('record_kept', record),
  plain.ordinary('record_forwarded', record),
  plain.ordinary('enquiry_answered', enquiry),
  plain.ordinary('partial', { applicantKind: 'research', channel: 'fax' }),
  plain.ordinary('granted', { applicantKind: 'other', channel: 'other' }),
  plain.ordinary('granted', { applicantKind: 'social', channel: 'oral_assisted' }),
  plain.late('granted'),
  winding.silent,
  winding.notExtended,
  winding.correctedLate,
  winding.abusive(false),
  winding.consulted('other_organ', 'agree', 'partial'),
  ...seldom.map(decision => plain.ordinary(decision)),
]

/** The busiest agency shows everything that can be found waiting; each of the others a few. */
function waitingAt(slug: string, index: number): readonly WaitingId[] {
  if (slug === 'xzf') return waitingIds.filter(id => id !== 'overdue')
  const few = waitingIds.filter((_, n) => n % 6 === index)
  return slug === 'jyj' ? [...few, 'overdue'] : few.filter(id => id !== 'overdue')
}

/** Time a story that runs to its end may need: begun later, it would be found unfinished today. */
const longest = 110

/** The stories of an agency, each with the day it begins. */
export function planOf(
  one: DemoAgency,
  { first, until, today }: Era,
  chance: Chance,
  back: (workdays: number) => LocalDate,
): Planned[] {
  const index = demoAgencies.indexOf(one)
  const days = daysBetween(first, today)
  const own = stories.filter((_, n) => n % 5 === index || (n + 2) % 5 === index)
  const spread = (days - longest) / own.length
  const told = own.map(
    (tell, n): Planned => ({ day: addDays(first, Math.floor(n * spread + chance() * spread)), tell }),
  )
  const count = Math.max(0, Math.round((one.requests * days) / 365) - own.length)
  const others = Array.from({ length: count }, (): Planned => {
    const day = addDays(first, whole(chance, daysBetween(first, until) - 2))
    return { day, tell: plain.ordinary(weighted(chance, usual)) }
  })
  const open = waitingAt(one.slug, index).map(
    (id): Planned => ({ day: back(waiting[id].since), tell: waiting[id].tell }),
  )
  return [...told, ...others, ...open]
}
