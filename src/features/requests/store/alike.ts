/** Other requests of the same applicant. */
import { and, eq, ne, sql } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { KeptRequest } from './requests.ts'

/** How many the applicant handed in, this one among them, in the month of the day and in the twelve months up to it. */
export async function sameApplicants(tx: Tx, { case: of, identityMatch }: KeptRequest, today: LocalDate) {
  const month = sql`date_trunc('month', ${today}::date)`
  const [row] = await tx
    .select({
      thisMonth: sql<number>`(count(*) FILTER (WHERE ${request.arrivedOn} >= ${month}))::int`,
      last12Months: sql<number>`(count(*) FILTER (WHERE ${request.arrivedOn} > ${today}::date - interval '1 year'))::int`,
    })
    .from(request)
    .where(
      and(
        eq(request.agencyId, of.agencyId),
        eq(request.identityMatch, identityMatch),
        ne(request.kind, 'enquiry'),
        sql`${request.arrivedOn} <= ${today}::date`,
      ),
    )
  return row ?? { thisMonth: 0, last12Months: 0 }
}
