/** Requests in their table: the case parsed, the applicant sealed as it stands. */
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { RequestCase } from '../../../domain/request/case.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { requestCase } from '../contract/case.ts'
import { type Counting, columnsOf, type Derived } from './derived.ts'

type Row = typeof request.$inferSelect

/** Who applies, as kept: sealed, masked, and by keyed hash. */
export type KeptApplicant = Pick<Row, 'applicant' | 'applicantMask' | 'nameMatch' | 'identityMatch' | 'phoneMatch'>

export interface KeptRequest extends KeptApplicant {
  readonly case: RequestCase
  readonly codeHash: string
  readonly accountId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Throws where what is kept is no case: the program and its tables do not belong together. */
export function keptRequest(row: Row): KeptRequest {
  const { applicant, applicantMask, nameMatch, identityMatch, phoneMatch, codeHash, accountId } = row
  const kept = { applicant, applicantMask, nameMatch, identityMatch, phoneMatch, codeHash, accountId }
  return { ...kept, createdAt: row.createdAt, updatedAt: row.updatedAt, case: requestCase.parse(row.body) }
}

export async function addRequest(tx: Tx, { case: of, ...kept }: KeptRequest, counting: Counting): Promise<void> {
  await tx.insert(request).values({ ...kept, ...columnsOf(of, counting) })
}

const isRequest = (agencyId: string, id: string) => and(eq(request.agencyId, agencyId), eq(request.id, id))

export async function requestById(tx: Tx, agencyId: string, id: string): Promise<KeptRequest | null> {
  return one(tx, isRequest(agencyId, id))
}

/** The same, held until the transaction ends: who acts next waits, and then sees what was done. */
export async function holdRequest(tx: Tx, agencyId: string, id: string): Promise<KeptRequest | null> {
  return one(tx, isRequest(agencyId, id), true)
}

/** Whoever enters the same one at the same time waits here, and then finds it. */
export async function oneAtATime(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`)
}

/** Which case has a number, however brackets and digits were typed, and the hash of the code to follow it by: no more. */
export async function codeOfNumber(
  tx: Tx,
  agencyId: string,
  number: string,
): Promise<{ readonly id: string; readonly codeHash: string } | null> {
  const plain = number.normalize('NFKC').replace(/\s/g, '')
  const same = or(eq(request.number, number.trim()), sql`normalize(${request.number}, NFKC) = ${plain}`)
  const { id, codeHash } = request
  const [row] = await tx
    .select({ id, codeHash })
    .from(request)
    .where(and(eq(request.agencyId, agencyId), same))
  return row ?? null
}

async function one(tx: Tx, where: SQL | undefined, hold = false): Promise<KeptRequest | null> {
  const query = tx.select().from(request).where(where)
  const [row] = await (hold ? query.for('update') : query)
  return row ? keptRequest(row) : null
}

/** Puts the case in the place of what was held. */
export async function saveCase(tx: Tx, of: RequestCase, counting: Counting, updatedAt: Date): Promise<void> {
  await tx
    .update(request)
    .set({ ...columnsOf(of, counting), updatedAt })
    .where(isRequest(of.agencyId, of.id))
}

/** The days alone: the case is the same, and so is its version. */
export async function saveDue(tx: Tx, { agencyId, id, dueOn, dueProvisional, nextOn }: Derived): Promise<void> {
  await tx.update(request).set({ dueOn, dueProvisional, nextOn }).where(isRequest(agencyId, id))
}

export async function saveApplicant(
  tx: Tx,
  { agencyId, id }: Pick<RequestCase, 'agencyId' | 'id'>,
  changes: Partial<KeptApplicant & Pick<Row, 'updatedAt'>>,
): Promise<void> {
  await tx.update(request).set(changes).where(isRequest(agencyId, id))
}
