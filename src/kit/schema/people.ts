/** Tables of people, what they may do and how they sign in. */

import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { LockState } from '../../domain/people/lockout.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A person's account. Belongs to no agency: memberships say where it works. */
export const account = pgTable('account', {
  id: uuid().primaryKey(),
  login: text().notNull(),
  name: text().notNull(),
  email: text(),
  passwordHash: text('password_hash'),
  passwordChangedAt: at('password_changed_at'),
  passwordHistory: jsonb('password_history').$type<readonly string[]>().notNull(),
  /** Sealed under the installation's own data key; null where none is set up. */
  totp: text(),
  totpLastStep: bigint('totp_last_step', { mode: 'number' }),
  recoveryHashes: jsonb('recovery_hashes').$type<readonly string[]>().notNull(),
  /** How the person wants to hear of what, by group (`src/domain/people/notices.ts`); null: as usual. */
  notices: jsonb(),
  /** `invited` until it has signed in for the first time, `active`, `deactivated`. */
  status: text().notNull(),
  createdAt: at('created_at').notNull(),
  deactivatedAt: at('deactivated_at'),
})

/** Failures to sign in, by the hash of the name that was typed: whether there is such an account shows in nothing. */
export const loginLock = pgTable('login_lock', {
  loginHash: text('login_hash').primaryKey(),
  state: jsonb().$type<LockState>().notNull(),
  updatedAt: at('updated_at').notNull(),
})

export const membership = pgTable(
  'membership',
  {
    agencyId: uuid('agency_id').notNull(),
    accountId: uuid('account_id').notNull(),
    sectionId: uuid('section_id'),
    /** Sealed under the agency's data key. */
    phone: text(),
    roles: text().array().notNull(),
    since: at('since').notNull(),
    endedAt: at('ended_at'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.accountId] })],
)

export const delegation = pgTable(
  'delegation',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    fromAccountId: uuid('from_account_id').notNull(),
    toAccountId: uuid('to_account_id').notNull(),
    roles: text().array().notNull(),
    fromDate: date('from_date').notNull(),
    untilDate: date('until_date').notNull(),
    endedOn: date('ended_on'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const passkey = pgTable('passkey', {
  credentialId: text('credential_id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: bigint({ mode: 'number' }).notNull(),
  transports: text().array().notNull(),
  name: text().notNull(),
  createdAt: at('created_at').notNull(),
  lastUsedAt: at('last_used_at'),
})

export const oidcIdentity = pgTable(
  'oidc_identity',
  { issuer: text().notNull(), subject: text().notNull(), accountId: uuid('account_id').notNull() },
  t => [primaryKey({ columns: [t.issuer, t.subject] })],
)

/** A browser that signs in or has. Only the hash of its token is kept. */
export const session = pgTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  id: uuid().notNull(),
  /** Null while somebody is only about to sign in. */
  accountId: uuid('account_id'),
  /** The agency worked in now. */
  agencyId: uuid('agency_id'),
  /** How it was begun: see `src/domain/people/steps.ts`. */
  proof: text().notNull(),
  /** Whether a second factor was given. */
  strong: boolean().notNull(),
  /** What a step under way must answer to: a passkey's challenge and the like. */
  challenge: jsonb().$type<{ readonly kind: string; readonly value: string; readonly until: number }>(),
  address: text().notNull(),
  agent: text().notNull(),
  createdAt: at('created_at').notNull(),
  lastSeenAt: at('last_seen_at').notNull(),
  revokedAt: at('revoked_at'),
})

/** One-time links: first administrator, invitation, new password, demo sign-in. */
export const invitation = pgTable('invitation', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text().notNull(),
  accountId: uuid('account_id'),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
})

export const apiKey = pgTable(
  'api_key',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    keyHash: text('key_hash').notNull(),
    /** Contract ids, or a slice with a star: `reports.*`. */
    scopes: text().array().notNull(),
    /** Whose rights it carries, at most. */
    accountId: uuid('account_id').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    lastUsedAt: at('last_used_at'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** Keys that seal personal data, themselves wrapped by the installation's master key. */
export const dataKey = pgTable(
  'data_key',
  {
    agencyId: uuid('agency_id').notNull(),
    purpose: text().notNull(),
    version: integer().notNull(),
    wrapped: text().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.purpose, t.version] })],
)
