/** What is counted and listed, each condition once: a figure and the list behind it ask by the same words. */
import { and, between, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { reversals } from '../../../domain/request/overturning.ts'
import { isOpen, requestStateIds } from '../../../domain/request/states.ts'
import { request } from '../../../kit/schema/requests.ts'

/** Both days belong to it. */
export interface Period {
  readonly from: string
  readonly until: string
}

const endedStates = sql.raw(
  requestStateIds
    .filter(id => !isOpen(id))
    .map(id => `'${id}'`)
    .join(', '),
)
/** In the words of the index request_open, whatever plan is kept. */
export const isOpenNow = sql`${request.state} NOT IN (${endedStates})`
export const hasEnded = sql`${request.state} IN (${endedStates})`

const overturned = sql`${request.body}->'overturned'`
/** In the words of the index request_reversed. */
const isReversed = sql`${overturned}->>'by' IN (${sql.raw(reversals.map(by => `'${by}'`).join(', '))})`

/** Counted in table 三 at all (条例41: corrections of records and enquiries are not). */
export const isRequest = eq(request.kind, 'request')

/** reversed: beside the table, what a review organ or a court overturned, by the day the decision was received. */
export type Cell = 'new' | 'carried_in' | 'total' | 'carried_out' | 'reversed'

/**
 * The cases a line of table 三 counts (D§3.6, 3.7 A6), as `domain/request/counting.ts` says of one case: none whose
 * receipt was never confirmed, which are those without `counted_on`. `total`: those ended with a result; its lines
 * are the rows of results.
 */
export function inCell(cell: Cell, { from, until }: Period): SQL | undefined {
  switch (cell) {
    case 'new':
      return and(isRequest, between(request.countedOn, from, until))
    case 'carried_in':
      return and(isRequest, lt(request.countedOn, from), or(isNull(request.closedOn), gte(request.closedOn, from)))
    case 'total':
      return and(
        isRequest,
        // As good as counted_on, and in the index request_closed.
        isNotNull(request.receivedOn),
        isNotNull(request.line),
        between(request.closedOn, from, until),
      )
    case 'carried_out':
      return and(
        isRequest,
        lte(request.countedOn, until),
        or(isNull(request.closedOn), sql`${request.closedOn} > ${until}`),
      )
    case 'reversed':
      return and(isRequest, isReversed, sql`${overturned}->>'receivedOn' BETWEEN ${from} AND ${until}`)
  }
}

export const isOverturned = sql`jsonb_typeof(${overturned}) = 'object'`
export const answeredAtAll = isNotNull(request.onTime)
export const answeredLate = eq(request.onTime, false)

export function isOverdue(today: LocalDate): SQL | undefined {
  return and(isOpenNow, lt(request.dueOn, today))
}

/** Due from today up to the last day that is soon. */
export function isSoon(today: LocalDate, soonUntil: LocalDate): SQL | undefined {
  return and(isOpenNow, gte(request.dueOn, today), lte(request.dueOn, soonUntil))
}

/** 督办中: urged, and still to be answered to (条例47). The first condition is in the words of the index request_urged. */
export const isUrged = sql`${isOpenNow} AND ${request.body}->'urgings'->0 IS NOT NULL
  AND jsonb_path_exists(${request.body}, '$.urgings[*] ? (@.answer == null)')`
