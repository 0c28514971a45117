/** Tables of citizens' accounts. Of no agency: only transactions of the whole installation see them. */
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Somebody who signs in by a code sent to an address of theirs. Sealed values under the installation's own keys. */
export const citizen = pgTable('citizen', {
  id: uuid().primaryKey(),
  /** `mail` or `sms`. */
  way: text().notNull(),
  /** Where codes go. Sealed. */
  contact: text().notNull(),
  contactMask: text('contact_mask').notNull(),
  contactMatch: text('contact_match').notNull(),
  /** What the holder wants filled in for them. Sealed. */
  details: text(),
  createdAt: at('created_at').notNull(),
})

/** A code under way, or a one-time link of the demo. */
export const citizenCode = pgTable('citizen_code', {
  tokenHash: text('token_hash').primaryKey(),
  id: uuid().notNull(),
  /** `code` or `link`. */
  purpose: text().notNull(),
  /** On whose portal it was asked for: that agency sends it. */
  agencyId: uuid('agency_id').notNull(),
  /** Whose address it is to become; null where somebody comes in. */
  citizenId: uuid('citizen_id'),
  /** Under the master key: six digits are soon tried out. */
  codeHash: text('code_hash').notNull(),
  way: text().notNull(),
  /** Sealed. */
  contact: text().notNull(),
  contactMask: text('contact_mask').notNull(),
  tries: integer().notNull(),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
})

/** A browser that is signed in. Only the hash of its token is kept. */
export const citizenSession = pgTable('citizen_session', {
  tokenHash: text('token_hash').primaryKey(),
  citizenId: uuid('citizen_id').notNull(),
  createdAt: at('created_at').notNull(),
  lastSeenAt: at('last_seen_at').notNull(),
})
