/** Sessions: the browser holds the token, the table its hash. */
import { and, desc, eq, isNull, lt, ne, type SQL } from 'drizzle-orm'
import { sessionRulesOf } from '../../../domain/agency/access.ts'
import { settingsFrom } from '../../../domain/agency/settings.ts'
import { type SessionRules, sessionState } from '../../../domain/people/sessions.ts'
import { type Proof, proofs } from '../../../domain/people/steps.ts'
import { setting } from '../../../kit/schema/agencies.ts'
import { account, session } from '../../../kit/schema/people.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { AccountRow } from './accounts.ts'

type Row = typeof session.$inferSelect

/** A session of somebody. `proof` as the domain names it; `rules` of the agency it works in. */
export interface Session extends Omit<Row, 'accountId' | 'proof'> {
  readonly accountId: string
  readonly proof: Proof
  readonly rules: SessionRules
}

const idleKey = 'session.idleMinutes'
/** The agency's own idle time beside its sessions: looked up in the same trip. */
const ownIdle = and(eq(setting.agencyId, session.agencyId), eq(setting.key, idleKey))

function rulesFrom(kept: typeof setting.$inferSelect | null): SessionRules {
  return sessionRulesOf(settingsFrom(new Map(kept ? [[idleKey, kept.value]] : [])))
}

/** The row of a token, be it anybody's or of somebody only about to sign in. */
export async function rowOfToken(tx: Tx, token: string | null): Promise<Row | null> {
  if (token === null) return null
  const [row] = await tx
    .select()
    .from(session)
    .where(eq(session.tokenHash, hashToken(token)))
  return row ?? null
}

/** A session and whose it is. */
export interface Held {
  readonly session: Session
  readonly account: AccountRow
}

/** What a token holds; null where nobody has signed in with it. */
export async function heldByToken(tx: Tx, token: string | null): Promise<Held | null> {
  if (token === null) return null
  const [row] = await tx
    .select()
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(setting, ownIdle)
    .where(eq(session.tokenHash, hashToken(token)))
  const proof = proofs.find(known => known === row?.session.proof)
  if (!row || !proof) return null
  const rules = rulesFrom(row.setting)
  return { session: { ...row.session, accountId: row.account.id, proof, rules }, account: row.account }
}

/** The session of a token; null where nobody has signed in with it. */
export async function sessionOfToken(tx: Tx, token: string | null): Promise<Session | null> {
  return (await heldByToken(tx, token))?.session ?? null
}

export async function addSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row)
}

export async function changeSession(tx: Tx, id: string, changes: Partial<Omit<Row, 'id'>>): Promise<void> {
  await tx.update(session).set(changes).where(eq(session.id, id))
}

/** The agency an account last worked in. */
export async function lastAgency(tx: Tx, accountId: string): Promise<string | null> {
  const [row] = await tx
    .select({ agencyId: session.agencyId })
    .from(session)
    .where(eq(session.accountId, accountId))
    .orderBy(desc(session.lastSeenAt))
    .limit(1)
  return row?.agencyId ?? null
}

/** Sessions that still hold, the last used first. */
export async function liveSessions(tx: Tx, accountId: string, now: Date): Promise<readonly Row[]> {
  const rows = await tx
    .select()
    .from(session)
    .leftJoin(setting, ownIdle)
    .where(and(eq(session.accountId, accountId), isNull(session.revokedAt)))
    .orderBy(desc(session.lastSeenAt))
  return rows
    .filter(row => sessionState(timesOf(row.session), now.getTime(), rulesFrom(row.setting)) === 'live')
    .map(row => row.session)
}

/** A row's times as the domain takes them. */
export function timesOf({ createdAt, lastSeenAt, revokedAt }: Pick<Row, 'createdAt' | 'lastSeenAt' | 'revokedAt'>) {
  return {
    startedAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    revokedAt: revokedAt?.getTime() ?? null,
  }
}

export interface WhichSessions {
  readonly accountId: string
  readonly id?: string
  /** Only those working in it. */
  readonly agencyId?: string
  readonly except?: string
}

/** Ends sessions; returns how many that had not ended. */
export async function endSessions(tx: Tx, which: WhichSessions, now: Date): Promise<number> {
  const conditions: SQL[] = [eq(session.accountId, which.accountId), isNull(session.revokedAt)]
  if (which.id !== undefined) conditions.push(eq(session.id, which.id))
  if (which.agencyId !== undefined) conditions.push(eq(session.agencyId, which.agencyId))
  if (which.except !== undefined) conditions.push(ne(session.id, which.except))
  const ended = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(and(...conditions))
    .returning({ id: session.id })
  return ended.length
}

export type ChallengeKind = 'passkey_new' | 'passkey_sign_in' | 'oidc' | 'oidc_link' | 'totp'

const challengeMs = 10 * 60_000

/** Keeps what a step begun in this session must answer to; the one before is forgotten. */
export async function putChallenge(tx: Tx, id: string, kind: ChallengeKind, value: string, now: Date): Promise<void> {
  await changeSession(tx, id, { challenge: { kind, value, until: now.getTime() + challengeMs } })
}

/** Gives what was kept, once, with its kind; null where there is none of these kinds, or too long has passed. */
export async function takeChallenge(tx: Tx, id: string, kinds: readonly ChallengeKind[], now: Date) {
  const [row] = await tx.select().from(session).where(eq(session.id, id)).for('update')
  const kept = row?.challenge
  const kind = kinds.find(known => known === kept?.kind)
  if (!kept || !kind) return null
  await changeSession(tx, id, { challenge: null })
  return now.getTime() < kept.until ? { kind, value: kept.value } : null
}

/** Forgets sessions begun before a time, and those nobody signed in with that were begun before another. */
export async function forgetSessions(tx: Tx, before: Date, nobodysBefore: Date): Promise<void> {
  await tx.delete(session).where(lt(session.createdAt, before))
  await tx.delete(session).where(and(isNull(session.accountId), lt(session.createdAt, nobodysBefore)))
}
