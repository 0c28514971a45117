/**
 * What the day brings for requests: reminders, lateness, limits that have run out. Each is entered once for its day,
 * however late and however often this runs; who must hear of it is told with it.
 */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { HOUR } from '../../../domain/kernel/instant.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { limitKinds, limitsOf } from '../../../domain/request/limits.ts'
import { type Reminder, remindersDue } from '../../../domain/request/waiting/reminders.ts'
import { startOf } from '../../../kit/days.ts'
import { eachAgency } from '../../../kit/each-agency.ts'
import { notify, type Recipients } from '../../../kit/notify.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import type { Services } from '../../../kit/services.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { appendOnce } from '../../../platform/record/chain.ts'
import { type Setup, setupOf } from '../actions/setup.ts'
import { type OpenRow, openRequests, unfinishedRequests } from '../store/open.ts'
import { subjectOf } from '../store/timeline.ts'
import { type DutyCall, type DutyServices, renewed } from './renewal.ts'

const duties: Said = { zh: '期限提醒', en: 'Reminders of due dates' }

/** From this hour on a day that was not used to confirm a receipt counts as over (条例31). */
const endOfWork = 17

/** Every agency's duties of the day. Throws at the end where some could not be done; the others are. */
export async function requestDuties(services: DutyServices & Pick<Services, 'log'>, now: Date): Promise<void> {
  const { database } = services
  const rows = await database.transaction('installation', tx =>
    tx.select({ id: agency.id }).from(agency).orderBy(agency.id),
  )
  const agencies = rows.map(({ id }) => id)
  // The agency above hears of lateness: hence the installation.
  const run = (id: string) => database.transaction('installation', tx => dutiesOf({ tx, now, services }, id))
  await eachAgency(services, { task: 'requests', label: duties, agencies, now, run })
}

async function dutiesOf(call: DutyCall, agencyId: string): Promise<void> {
  const rows = await openRequests(call.tx, agencyId)
  const urged = (await unfinishedRequests(call.tx, agencyId)).filter(({ case: of }) => of.urgings.length > 0)
  if (rows.length + urged.length === 0) return
  const setup = await setupOf(call, agencyId)
  for (const row of urged) await urgings(call, setup, row)
  for (const stored of rows) {
    const row = await renewed(call, setup, stored)
    await remind(call, setup, row)
    await lapse(call, setup, row)
  }
}

async function remind(call: DutyCall, setup: Setup, row: OpenRow): Promise<void> {
  const { today, calendar, rules, settings } = setup
  const days = { soon: settings['reminder.days'], unconfirmed: settings['reminder.unconfirmedDays'] }
  for (const reminder of remindersDue(row.case, today, calendar, days, rules.limits)) {
    const { kind, by, on, says, escalates } = reminder
    if (kind === 'unconfirmed' && by === today && !isEvening(call.now, today)) continue
    const told = await enter(call, row, { kind: reminderEvents[kind], due: on, says, to: concerned(row) })
    if (told && escalates) await escalate(call, setup, row, reminder)
  }
}

function isEvening(now: Date, today: LocalDate): boolean {
  return now.getTime() >= new Date(startOf(today)).getTime() + endOfWork * HOUR
}

const reminderEvents = {
  soon: 'requests.reminded',
  today: 'requests.dueToday',
  overdue: 'requests.overdue',
  unconfirmed: 'requests.unconfirmed',
} as const satisfies Readonly<Record<Reminder['kind'], string>>

/** Lateness at any point the agency above hears of: each stands in the case in words of its own. */
const escalations: Readonly<Partial<Record<Reminder['kind'], string>>> = {
  overdue: 'requests.escalated',
  unconfirmed: 'requests.unconfirmedEscalated',
}

/** Who has it in hand, and who runs the office. */
function concerned({ case: { place } }: Pick<OpenRow, 'case'>): Recipients {
  return { ...(place?.handlerId && { accounts: [place.handlerId] }), roles: ['office_head', 'handler'] }
}

interface Duty {
  readonly kind: string
  readonly due: LocalDate
  readonly says: Said
  readonly to: Recipients
}

/** Enters it once, and tells with it. False where it was entered before. */
async function enter(
  call: DutyCall,
  { case: of }: Pick<OpenRow, 'case'>,
  { kind, due, says, to }: Duty,
): Promise<boolean> {
  const { tx, now, services } = call
  const { agencyId, id, number } = of
  const entry = { agencyId, id: uuid7(now.getTime(), services.random), subject: subjectOf(id), at: now }
  const added = await appendOnce(
    tx,
    { ...entry, actor: 'job:requests', kind, data: { due, number } },
    services.algorithm,
  )
  if (added) await tell(call, agencyId, of, { kind, due, says, to })
  return added
}

async function tell({ tx, now, services }: DutyCall, agencyId: string, of: OpenRow['case'], duty: Duty) {
  const own = `/console/requests/${of.id}`
  await notify(tx, services, {
    agencyId,
    to: duty.to,
    kind: 'due.request',
    title: { zh: `${of.number}：${duty.says.zh}`, en: `${of.number}: ${duty.says.en}` },
    link: agencyId === of.agencyId ? own : `${own}?of=${of.agencyId}`,
    at: now,
    key: `${duty.kind} ${of.id} ${duty.due}`,
  })
}

/** Lateness is told to who supervises the agency, and that it was told stands in the case (条例47). */
async function escalate(call: DutyCall, { agency: own }: Setup, row: OpenRow, reminder: Reminder): Promise<void> {
  const { by, says } = reminder
  const kind = escalations[reminder.kind]
  if (own.superiorId === null || kind === undefined) return
  const duty = { kind, due: by, says, to: {} }
  if (!(await enter(call, row, duty))) return
  const shown = { zh: `${own.shortName} ${says.zh}`, en: `${own.shortName}: ${says.en}` }
  await tell(call, own.superiorId, row.case, { ...duty, says: shown, to: { roles: ['supervisor'] } })
}

/** A limit of somebody outside, or of another section, that ran out: the office goes on. */
async function lapse(call: DutyCall, { today, calendar, rules }: Setup, row: OpenRow): Promise<void> {
  const over = limitsOf(row.case, calendar, rules).filter(
    ({ kind, on }) => kind !== 'confirm' && kind !== 'urging' && on < today,
  )
  for (const { kind, on } of over) {
    const { zh, en } = limitKinds[kind]
    const says = { zh: `${zh}的期限已于 ${on} 届满`, en: `${en}: the time ran out on ${on}` }
    await enter(call, row, { kind: `requests.lapsed_${kind}`, due: on, says, to: concerned(row) })
  }
}

/**
 * An urging that ran out is entered and told to both sides, of an ended case too; one that was answered is told to the
 * agency that urged (条例47).
 */
async function urgings(call: DutyCall, { agency: own, today }: Setup, row: Pick<OpenRow, 'case'>): Promise<void> {
  const above = own.superiorId
  for (const { id, answerBy, answer, by } of row.case.urgings) {
    if (answer === null && answerBy >= today) continue
    const says = answer === null ? unanswered(answerBy) : { zh: '督办已回复', en: 'the urging was answered' }
    const kind = answer === null ? 'requests.lapsed_urging' : 'requests.urgingAnswered'
    if (answer === null) await enter(call, row, { kind, due: answerBy, says, to: concerned(row) })
    if (above === null) continue
    const shown = { zh: `${own.shortName} ${says.zh}`, en: `${own.shortName}: ${says.en}` }
    const to = { accounts: [by], roles: ['supervisor' as const] }
    await tell(call, above, row.case, { kind: `${kind} ${id}`, due: answerBy, says: shown, to })
  }
}

function unanswered(on: LocalDate): Said {
  const { zh, en } = limitKinds.urging
  return { zh: `${zh}的期限已于 ${on} 届满`, en: `${en}: the time ran out on ${on}` }
}
