/** Accounts and the names that are locked. */
import { eq, inArray, lt, sql } from 'drizzle-orm'
import { type LockState, unlocked } from '../../../domain/people/lockout.ts'
import { account, loginLock, passkey } from '../../../kit/schema/people.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type AccountRow = typeof account.$inferSelect

/** A login as it is compared: however it was typed. */
function plainLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

export async function accountByLogin(tx: Tx, typed: string): Promise<AccountRow | null> {
  const [row] = await tx
    .select()
    .from(account)
    .where(eq(account.login, plainLogin(typed)))
  return row ?? null
}

export async function accountById(tx: Tx, id: string): Promise<AccountRow | null> {
  const [row] = await tx.select().from(account).where(eq(account.id, id))
  return row ?? null
}

/** The same, held until the transaction ends: for what must not be done twice at once. */
export async function holdAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const [row] = await tx.select().from(account).where(eq(account.id, id)).for('update')
  return row ?? null
}

export async function anyAccount(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ id: account.id }).from(account).limit(1)
  return rows.length > 0
}

export type NewAccount = Pick<AccountRow, 'id' | 'login' | 'name' | 'email' | 'createdAt'>

/** Adds an account that has never signed in; null where the login is taken. */
export async function addAccount(tx: Tx, given: NewAccount): Promise<AccountRow | null> {
  const bare = { status: 'invited', passwordHistory: [], recoveryHashes: [] }
  const [row] = await tx
    .insert(account)
    .values({ ...given, ...bare })
    .onConflictDoNothing({ target: account.login })
    .returning()
  return row ?? null
}

export async function changeAccount(tx: Tx, id: string, changes: Partial<Omit<AccountRow, 'id'>>): Promise<void> {
  await tx.update(account).set(changes).where(eq(account.id, id))
}

export async function passkeysOf(tx: Tx, accountId: string): Promise<number> {
  return tx.$count(passkey, eq(passkey.accountId, accountId))
}

const lockName = (login: string) => hashToken(`login ${plainLogin(login)}`)

/** How often it was failed at a name; others that try the same name wait until the transaction ends. */
export async function holdLock(tx: Tx, login: string, now: Date): Promise<LockState> {
  const loginHash = lockName(login)
  await tx.insert(loginLock).values({ loginHash, state: unlocked, updatedAt: now }).onConflictDoNothing()
  const [row] = await tx.select().from(loginLock).where(eq(loginLock.loginHash, loginHash)).for('update')
  return row?.state ?? unlocked
}

export async function keepLock(tx: Tx, login: string, state: LockState, now: Date): Promise<void> {
  const set = { state, updatedAt: now }
  await tx
    .insert(loginLock)
    .values({ loginHash: lockName(login), ...set })
    .onConflictDoUpdate({ target: loginLock.loginHash, set })
}

/** The states of several names, by login. */
export async function locksOf(tx: Tx, logins: readonly string[]): Promise<ReadonlyMap<string, LockState>> {
  if (logins.length === 0) return new Map()
  const names = new Map(logins.map(login => [lockName(login), login]))
  const rows = await tx
    .select()
    .from(loginLock)
    .where(inArray(loginLock.loginHash, [...names.keys()]))
  return new Map(rows.map(({ loginHash, state }) => [names.get(loginHash) ?? '', state]))
}

/** Forgets names nobody has tried since. */
export async function forgetLocks(tx: Tx, before: Date): Promise<void> {
  await tx.delete(loginLock).where(lt(loginLock.updatedAt, before))
}

/** What to call somebody by in the record who may not have an account: nothing of the name shows. */
export function nameless(login: string): string {
  return `login:${lockName(login).slice(0, 16)}`
}

/** All accounts with the agencies they work for, for the command line. */
export async function allAccounts(tx: Tx): Promise<readonly AccountRow[]> {
  return tx.select().from(account).orderBy(sql`${account.login}`)
}
