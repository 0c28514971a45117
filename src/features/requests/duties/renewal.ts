/** What is stored of open requests is brought to the calendar and the day; which of them moved, their record says. */
import { eq } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { type MovedTurn, movedTurn } from '../../../domain/request/turn-limits.ts'
import type { MovedDay } from '../../../kit/deadlines.ts'
import { notify } from '../../../kit/notify.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import type { Services } from '../../../kit/services.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { appendEvent } from '../../../platform/record/chain.ts'
import { type Call, type Setup, setupOf } from '../actions/setup.ts'
import { columnsOf } from '../store/derived.ts'
import { type OpenRow, openRequests } from '../store/open.ts'
import { holdRequest, saveCase, saveDue } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'

/** What the day's work needs of the services. */
export type DutyServices = Pick<Services, 'database' | 'keys' | 'random' | 'publicUrl' | 'algorithm'>
export type DutyCall = Omit<Call, 'services'> & { readonly services: DutyServices }

type Turned = Omit<MovedTurn, 'case'>

/**
 * While others are consulted the day moves with every day that passes (条例32-34); the last day of the applicant with
 * the calendar, and only to a later one. Gives the case as it is now, and how far that last day moved.
 */
export async function renewed(
  call: DutyCall,
  setup: Setup,
  row: OpenRow,
): Promise<OpenRow & { turned: Turned | null }> {
  const turn = movedTurn(row.case, setup) && (await moveTurn(call, setup, row))
  if (turn) return { ...row, case: turn.case, turned: turn }
  const columns = columnsOf(row.case, setup)
  if (columns.dueOn !== row.dueOn || columns.nextOn !== row.nextOn) await saveDue(call.tx, columns)
  return { ...row, turned: null }
}

/** Of the case as it stands now: somebody may have acted on it since it was read. */
async function moveTurn(call: DutyCall, setup: Setup, row: OpenRow): Promise<MovedTurn | null> {
  const kept = await holdRequest(call.tx, row.case.agencyId, row.case.id)
  const turn = kept && movedTurn(kept.case, setup)
  if (!turn) return null
  await saveCase(call.tx, turn.case, setup, kept.updatedAt)
  const { what, before, after } = turn
  await enterMove(call, row, { what, from: before, to: after })
  return turn
}

interface Move {
  readonly what: Turned['what'] | 'answer'
  readonly from: LocalDate
  readonly to: LocalDate
}

async function enterMove({ tx, now, services }: DutyCall, { case: of }: OpenRow, move: Move): Promise<void> {
  const { agencyId, id, number } = of
  const entry = { agencyId, id: uuid7(now.getTime(), services.random), subject: subjectOf(id), at: now }
  const data = { ...move, number }
  await appendEvent(tx, { ...entry, actor: 'job:requests', kind: 'requests.dueMoved', data }, services.algorithm)
}

/**
 * With another calendar: every day stored, of every agency. `moved`: the days to answer it moved. Each stands in the
 * record of its case, and whoever has cases of them in hand is told once which.
 */
export async function renewDueDates(call: DutyCall, moved: readonly MovedDay[]): Promise<void> {
  const days = new Map(moved.map(day => [day.subject, day]))
  const agencies = await call.tx.select({ id: agency.id }).from(agency).where(eq(agency.status, 'open'))
  for (const { id } of agencies) {
    const rows = await openRequests(call.tx, id)
    if (rows.length === 0) continue
    const setup = await setupOf(call, id)
    const told: Told[] = []
    for (const row of rows) {
      const { turned } = await renewed(call, setup, row)
      const answer = days.get(subjectOf(row.case.id))
      if (turned) told.push({ row, from: turned.before, to: turned.after })
      if (!answer?.before || !answer.after || answer.before === answer.after) continue
      const move = { from: answer.before, to: answer.after }
      await enterMove(call, row, { what: 'answer', ...move })
      told.push({ row, ...move })
    }
    await tellMoved(call, id, told)
  }
}

interface Told extends Omit<Move, 'what'> {
  readonly row: OpenRow
}

/** One notice for each person; what nobody has in hand is the head of the office's. */
async function tellMoved(call: DutyCall, agencyId: string, told: readonly Told[]): Promise<void> {
  const handlerOf = ({ row }: Told) => row.case.place?.handlerId ?? null
  for (const handlerId of new Set(told.map(handlerOf))) {
    const own = told.filter(one => handlerOf(one) === handlerId)
    const to = handlerId === null ? { roles: ['office_head' as const] } : { accounts: [handlerId] }
    const [first] = own
    await notify(call.tx, call.services, {
      agencyId,
      to,
      kind: 'due.moved',
      title: titleOf(own.length),
      body: listOf(own),
      link: first && own.length === 1 ? `/console/requests/${first.row.case.id}` : '/console/requests',
      at: call.now,
    })
  }
}

function titleOf(n: number): Said {
  return {
    zh: `放假安排改变，${n} 件申请的期限变动`,
    en: `The holidays changed: the last day of ${n} ${n === 1 ? 'request' : 'requests'} moved`,
  }
}

/** Named one by one up to so many. */
const mostNamed = 20

function listOf(told: readonly Told[]): Said {
  const lines = told.slice(0, mostNamed).map(({ row, from, to }) => `${row.case.number}：${from} → ${to}`)
  const more = told.length - lines.length
  return {
    zh: [...lines, ...(more > 0 ? [`另有 ${more} 件`] : [])].join('；'),
    en: [...lines, ...(more > 0 ? [`${more} more`] : [])].join('; '),
  }
}
