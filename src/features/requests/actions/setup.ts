/** What an act or a look at requests of an agency rests on: its settings, its calendar, its keys, today. */
import type { Office } from '../../../domain/agency/office.ts'
import type { RegionCode } from '../../../domain/agency/region.ts'
import type { Settings } from '../../../domain/agency/settings.ts'
import { addWorkdays, type Calendar } from '../../../domain/calendar.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { ActActor, RequestRules } from '../../../domain/request/inputs.ts'
import { type ReviewStage, reviewStages } from '../../../domain/request/vocabulary.ts'
import { calendarIn } from '../../../kit/calendars.ts'
import { dayOf } from '../../../kit/days.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { notFound } from '../../../kit/problem.ts'
import type { Services } from '../../../kit/services.ts'
import { settingsOf } from '../../../kit/settings.ts'
import { type ClosingGroundId, closingGrounds } from '../../../law/closing-grounds.ts'
import type { AgencyKeys } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { type AgencyRow, agencyOf, sectionOfMember } from '../store/agency.ts'
import { agencyWord } from '../words.ts'

/** The world of one call. */
export interface Call {
  readonly tx: Tx
  readonly now: Date
  readonly services: Services
}

export interface Setup {
  readonly agency: AgencyRow
  readonly settings: Settings
  readonly calendar: Calendar
  readonly today: LocalDate
  readonly keys: AgencyKeys
  readonly rules: RequestRules
}

export async function setupOf(
  { tx, now, services }: Omit<Call, 'services'> & { readonly services: Pick<Services, 'keys'> },
  agencyId: string,
): Promise<Setup> {
  const agency = await agencyOf(tx, agencyId)
  if (!agency) throw notFound(agencyWord)
  const [settings, calendar, keys] = await Promise.all([
    settingsOf(tx, agencyId),
    calendarIn(tx, agency.regionCode as RegionCode),
    agencyKeys(tx, services.keys, agencyId),
  ])
  return { agency, settings, calendar, today: dayOf(now), keys, rules: rulesOf(settings) }
}

function rulesOf(settings: Settings): RequestRules {
  return { chain: chainOf(settings), grounds: groundsOf(settings), longDelay: settings['request.longDelay'] }
}

export function chainOf(settings: Settings): readonly ReviewStage[] {
  const words = settings['request.chain'].split(',')
  return words.filter((word): word is ReviewStage => Object.hasOwn(reviewStages, word))
}

export function groundsOf(settings: Settings): readonly ClosingGroundId[] {
  const words = settings['request.closingGrounds'].split(',')
  return words.filter((word): word is ClosingGroundId => Object.hasOwn(closingGrounds, word))
}

/** What looks like personal data and is the office's own. */
export function officeWays({ agency }: Pick<Setup, 'agency'>): string[] {
  const { telephone, address } = agency.office as Partial<Office>
  return [telephone, address].filter(way => typeof way === 'string')
}

/** The last day that counts as soon due. */
export function soonUntil({ settings, calendar, today }: Setup): LocalDate {
  return soonDay(today, settings['reminder.days'], calendar)
}

export function soonDay(today: LocalDate, workdays: number, calendar: Calendar): LocalDate {
  return addWorkdays(today, workdays, calendar).date
}

type StaffActor = Extract<ActActor, { kind: 'staff' }>

/** Who calls, as the domain knows them: with the section they work in, if it is of this agency. */
export async function staffActor(
  { tx }: Call,
  agencyId: string,
  { accountId, roles }: Pick<StaffActor, 'accountId' | 'roles'>,
): Promise<StaffActor> {
  return { kind: 'staff', accountId, roles, sectionId: await sectionOfMember(tx, agencyId, accountId) }
}
