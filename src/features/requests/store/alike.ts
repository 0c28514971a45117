/** Other requests of the same applicant, and those of others. */
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { Subject } from '../../../domain/request/likeness.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { type KeptRequest, keptRequest } from './requests.ts'

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

/** Of so many, the latest, the subject is compared. */
const mostCompared = 500

/** What the applicant has asked this agency for beside this request, enquiries left out, the latest first. */
export function applicantsOthers(tx: Tx, kept: KeptRequest): Promise<RequestCase[]> {
  return ofApplicant(tx, kept, ne(request.kind, 'enquiry'), mostCompared)
}

/** The applicant's other requests of the calendar month this one was received in, all of them (办法4). */
export async function applicantsInMonth(tx: Tx, kept: KeptRequest): Promise<RequestCase[]> {
  const { receivedOn } = kept.case
  if (receivedOn === null) return []
  const month = sql`date_trunc('month', ${request.receivedOn}) = date_trunc('month', ${receivedOn}::date)`
  return ofApplicant(tx, kept, sql`${request.kind} = 'request' AND ${month}`)
}

/** The applicant's other requests with that number, or one of whose letters has it, however brackets were typed. */
export async function applicantsNumbered(tx: Tx, kept: KeptRequest, reference: string): Promise<RequestCase[]> {
  const plain = reference.normalize('NFKC').replace(/\s/g, '')
  const own = sql`normalize(${request.number}, NFKC) = ${plain}`
  const letters = sql`EXISTS (
    SELECT 1 FROM jsonb_array_elements(${request.body} -> 'letters') letter
    WHERE normalize(letter ->> 'number', NFKC) = ${plain}
  )`
  return ofApplicant(tx, kept, sql`${request.kind} = 'request' AND (${own} OR ${letters})`)
}

async function ofApplicant(tx: Tx, kept: KeptRequest, which: SQL, most?: number): Promise<RequestCase[]> {
  const query = tx
    .select()
    .from(request)
    .where(and(beside(kept), eq(request.identityMatch, kept.identityMatch), which))
    .orderBy(desc(request.arrivedOn), desc(request.id))
  const rows = await (most === undefined ? query : query.limit(most))
  return rows.map(row => keptRequest(row).case)
}

/**
 * What others have asked this agency for, enquiries left out, the latest first: by title, and by the numbers where this
 * request names one. Bodies are large, and are opened only then.
 */
export async function subjectsOfOthers(tx: Tx, kept: KeptRequest): Promise<Subject[]> {
  const { documentNumber, indexNumber } = kept.case.wanted
  const number = (given: string | null, name: keyof Subject) =>
    given === null ? sql<null>`NULL` : sql<string | null>`${request.body} -> 'wanted' ->> ${name}`
  const rows = await tx
    .select({
      title: request.title,
      documentNumber: number(documentNumber, 'documentNumber'),
      indexNumber: number(indexNumber, 'indexNumber'),
    })
    .from(request)
    .where(and(beside(kept), ne(request.identityMatch, kept.identityMatch), ne(request.kind, 'enquiry')))
    .orderBy(desc(request.arrivedOn), desc(request.id))
    .limit(mostCompared)
  return rows.map(row => ({ ...row, features: '' }))
}

const beside = ({ case: of }: KeptRequest) => and(eq(request.agencyId, of.agencyId), ne(request.id, of.id))
