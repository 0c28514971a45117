/** Rows of citizens' accounts, of codes under way and of sessions; all of it in transactions of the installation. */
import { and, eq, gt, inArray, lte, or } from 'drizzle-orm'
import { citizenSessionRules } from '../../../domain/people/sessions.ts'
import { citizen, citizenCode, citizenSession } from '../../../kit/schema/citizens.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type CitizenRow = typeof citizen.$inferSelect
export type CodeRow = typeof citizenCode.$inferSelect
export type SessionRow = typeof citizenSession.$inferSelect

export async function addCode(tx: Tx, row: CodeRow): Promise<void> {
  await tx.insert(citizenCode).values(row)
}

/** `hold`: until the transaction ends; who tries at the same time waits, and then sees what became of it. */
export async function codeByToken(tx: Tx, tokenHash: string, hold = false): Promise<CodeRow | null> {
  const query = tx.select().from(citizenCode).where(eq(citizenCode.tokenHash, tokenHash))
  const [row] = await (hold ? query.for('update') : query)
  return row ?? null
}

export async function countTry(tx: Tx, { tokenHash, tries }: CodeRow): Promise<void> {
  await tx
    .update(citizenCode)
    .set({ tries: tries + 1 })
    .where(eq(citizenCode.tokenHash, tokenHash))
}

export async function dropCode(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(citizenCode).where(eq(citizenCode.tokenHash, tokenHash))
}

/** Codes whose time is over, gone now. */
export async function takeExpired(tx: Tx, now: Date): Promise<readonly CodeRow[]> {
  return tx.delete(citizenCode).where(lte(citizenCode.expiresAt, now)).returning()
}

/** The account under one of these hashes of an address. */
export async function citizenByMatch(tx: Tx, matches: readonly string[]): Promise<CitizenRow | null> {
  const [row] = await tx
    .select()
    .from(citizen)
    .where(inArray(citizen.contactMatch, [...matches]))
  return row ?? null
}

export async function citizenById(tx: Tx, id: string): Promise<CitizenRow | null> {
  const [row] = await tx.select().from(citizen).where(eq(citizen.id, id))
  return row ?? null
}

/** Tells whether it was made: two browsers may open the same account at once. */
export async function addCitizen(tx: Tx, row: CitizenRow): Promise<boolean> {
  const made = await tx.insert(citizen).values(row).onConflictDoNothing().returning({ id: citizen.id })
  return made.length > 0
}

export async function changeCitizen(tx: Tx, id: string, changes: Partial<Omit<CitizenRow, 'id'>>): Promise<void> {
  await tx.update(citizen).set(changes).where(eq(citizen.id, id))
}

/** With its sessions and codes. */
export async function dropCitizen(tx: Tx, id: string): Promise<void> {
  await tx.delete(citizen).where(eq(citizen.id, id))
}

export async function addSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.insert(citizenSession).values(row)
}

/** A session that is there, and whose it is. */
export async function sessionByToken(tx: Tx, tokenHash: string) {
  const [row] = await tx
    .select({ session: citizenSession, citizen })
    .from(citizenSession)
    .innerJoin(citizen, eq(citizen.id, citizenSession.citizenId))
    .where(eq(citizenSession.tokenHash, tokenHash))
  return row ?? null
}

export async function touchSession(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.update(citizenSession).set({ lastSeenAt: now }).where(eq(citizenSession.tokenHash, tokenHash))
}

export async function endSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(citizenSession).where(eq(citizenSession.tokenHash, tokenHash))
}

export async function endSessionsOf(tx: Tx, citizenId: string): Promise<void> {
  await tx.delete(citizenSession).where(eq(citizenSession.citizenId, citizenId))
}

const idleBefore = (now: Date) => new Date(now.getTime() - citizenSessionRules.idle)
const oldBefore = (now: Date) => new Date(now.getTime() - citizenSessionRules.longest)

export async function liveSessions(tx: Tx, citizenId: string, now: Date): Promise<number> {
  const { lastSeenAt, createdAt } = citizenSession
  const live = and(gt(lastSeenAt, idleBefore(now)), gt(createdAt, oldBefore(now)))
  return tx.$count(citizenSession, and(eq(citizenSession.citizenId, citizenId), live))
}

export async function dropOverSessions(tx: Tx, now: Date): Promise<void> {
  const { lastSeenAt, createdAt } = citizenSession
  await tx.delete(citizenSession).where(or(lte(lastSeenAt, idleBefore(now)), lte(createdAt, oldBefore(now))))
}
