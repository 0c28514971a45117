/** Lists and counts of requests: what is asked for, as conditions on the columns. */
import { type AnyColumn, and, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { isOpen, type RequestState } from '../../../domain/request/states.ts'
import { anywhere } from '../../../kit/like.ts'
import { keyBehind } from '../../../kit/paging.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { requestFilters } from '../contract/reads.ts'
import {
  answeredAtAll,
  answeredLate,
  hasEnded,
  inCell,
  isOpenNow,
  isOverdue,
  isOverturned,
  isSoon,
  isUrged,
  type Period,
} from './counted.ts'
import { type KeptRequest, keptRequest } from './requests.ts'

export type Filters = z.output<typeof requestFilters>

/** What the filters are read by. */
export interface Looking {
  readonly agencyId: string
  readonly accountId: string
  readonly today: LocalDate
  /** The last day that counts as soon. */
  readonly soonUntil: LocalDate
  /** Hashes `q` may stand under, as name, identity number or telephone. */
  readonly matches: {
    readonly name: readonly string[]
    readonly identity: readonly string[]
    readonly phone: readonly string[]
  }
}

type Order = 'due' | 'received' | 'number'
const never = '9999-12-31'
/** As in the indexes request_open, request_due and request_newest, so that a page is read and no list is sorted. */
const dueKey = sql`coalesce(${request.dueOn}, '9999-12-31'::date)`
/** The newest first. */
const receivedKey = sql`coalesce(${request.receivedOn}, ${request.arrivedOn})`

export interface Paging {
  readonly after?: string | undefined
  readonly limit: number
  readonly order: Order
}

/** A request of a list, with the day it was ordered by. */
export interface ListedRequest extends KeptRequest {
  readonly dueOn: string | null
}

/** One more than asked for. */
export async function requestsBehind(
  tx: Tx,
  filters: Filters,
  looking: Looking,
  { after, limit, order }: Paging,
): Promise<ListedRequest[]> {
  const key = keyBehind(after, z.tuple([order === 'number' ? z.string().max(80) : z.iso.date(), z.uuid()]))
  const rows = await tx
    .select()
    .from(request)
    .where(and(...conditionsOf(filters, looking), key ? behind(order, key) : undefined))
    .orderBy(...orderings[order])
    .limit(limit + 1)
  return rows.map(row => ({ ...keptRequest(row), dueOn: row.dueOn }))
}

const orderings: Readonly<Record<Order, SQL[]>> = {
  due: [sql`${dueKey}`, sql`${request.id}`],
  received: [sql`${receivedKey} DESC`, sql`${request.id} DESC`],
  number: [sql`${request.number}`, sql`${request.id}`],
}

function behind(order: Order, [value, id]: readonly [string, string]): SQL {
  if (order === 'number') return sql`(${request.number}, ${request.id}) > (${value}, ${id}::uuid)`
  const on = sql`${value}::date`
  if (order === 'received') return sql`(${receivedKey}, ${request.id}) < (${on}, ${id}::uuid)`
  return sql`(${dueKey}, ${request.id}) > (${on}, ${id}::uuid)`
}

/** The values a page goes on behind. */
export function pageKey(order: Order, { case: of, dueOn }: ListedRequest): [string, string] {
  const values = { due: dueOn ?? never, received: of.receivedOn ?? of.arrival.arrivedOn, number: of.number }
  return [values[order], of.id]
}

function conditionsOf(filters: Filters, looking: Looking): (SQL | undefined)[] {
  const { state, kind, channel, applicantKind, line, sectionId, mine, standing, cell } = filters
  return [
    eq(request.agencyId, looking.agencyId),
    is(request.state, state),
    is(request.kind, kind),
    is(request.channel, channel),
    is(request.applicantKind, applicantKind),
    line === undefined ? undefined : inArray(request.line, line),
    is(request.sectionId, sectionId),
    mine === undefined ? undefined : eq(request.handlerId, looking.accountId),
    standing === undefined ? undefined : standingIs(standing, looking),
    ...(cell ? [inCell(cell, periodOf(filters))] : withinDays(filters)),
    filters.q ? called(filters.q, looking) : undefined,
  ]
}

function is(column: AnyColumn, value: string | undefined): SQL | undefined {
  return value === undefined ? undefined : eq(column, value)
}

function standingIs(standing: NonNullable<Filters['standing']>, { today, soonUntil }: Looking): SQL | undefined {
  switch (standing) {
    case 'open':
      return isOpenNow
    case 'ended':
      return hasEnded
    case 'answered':
      return answeredAtAll
    case 'overturned':
      return isOverturned
    case 'late_closed':
      return answeredLate
    case 'overdue':
      return isOverdue(today)
    case 'urged':
      return isUrged
    case 'soon':
      return isSoon(today, soonUntil)
  }
}

function withinDays({ receivedFrom, receivedUntil, closedFrom, closedUntil }: Filters): (SQL | undefined)[] {
  return [
    receivedFrom ? gte(request.receivedOn, receivedFrom) : undefined,
    receivedUntil ? lte(request.receivedOn, receivedUntil) : undefined,
    closedFrom ? gte(request.closedOn, closedFrom) : undefined,
    closedUntil ? lte(request.closedOn, closedUntil) : undefined,
  ]
}

/** The days given are the period's of the cell, whichever pair they came in. */
function periodOf({ receivedFrom, receivedUntil, closedFrom, closedUntil }: Filters): Period {
  return { from: closedFrom ?? receivedFrom ?? '0001-01-01', until: closedUntil ?? receivedUntil ?? never }
}

function called(q: string, { agencyId, matches }: Looking): SQL | undefined {
  const words = or(sql`${request.number} ILIKE ${anywhere(q)}`, sql`${request.title} ILIKE ${anywhere(q)}`)
  const ways = [
    words,
    inArray(request.nameMatch, [...matches.name]),
    inArray(request.identityMatch, [...matches.identity]),
    inArray(request.phoneMatch, [...matches.phone]),
  ]
  // Each by its own index: together they would be sought through the cases with all they hold.
  const found = ways.map(
    way => sql`SELECT ${request.id} FROM ${request} WHERE ${and(eq(request.agencyId, agencyId), way)}`,
  )
  return sql`${request.id} IN (${sql.join(found, sql` UNION `)})`
}

/** How many there are, by state and by how pressing they are. */
export async function countsOf(tx: Tx, filters: Filters, looking: Looking) {
  const { today, soonUntil } = looking
  const how = (condition: SQL | undefined) => sql<number>`(count(*) FILTER (WHERE ${condition}))::int`
  const rows = await tx
    .select({
      state: request.state,
      all: how(sql`true`),
      soon: how(isSoon(today, soonUntil)),
      overdue: how(isOverdue(today)),
      lateClosed: how(answeredLate),
    })
    .from(request)
    .where(and(...conditionsOf(filters, looking)))
    .groupBy(request.state)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    states: Object.fromEntries(rows.map(({ state, all }) => [state, all])),
    open: sum(({ state, all }) => (isOpen(state as RequestState) ? all : 0)),
    soon: sum(({ soon }) => soon),
    overdue: sum(({ overdue }) => overdue),
    lateClosed: sum(({ lateClosed }) => lateClosed),
    unconfirmed: sum(({ state, all }) => (state === 'arrived' ? all : 0)),
  }
}
