/** Tables of the record: what happened, the numbers given out, the calls carried out, the acts on their way out. */
import { bigint, integer, json, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const event = pgTable(
  'event',
  {
    agencyId: uuid('agency_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    id: uuid().notNull(),
    subject: text().notNull(),
    at: at('at').notNull(),
    actor: text().notNull(),
    kind: text().notNull(),
    /** Kept as written: the hash covers every character. */
    data: json().notNull(),
    algorithm: text().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.seq] }), unique().on(t.agencyId, t.id)],
)

export const eventHead = pgTable('event_head', {
  agencyId: uuid('agency_id').primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

export const numberSeries = pgTable(
  'number_series',
  {
    agencyId: uuid('agency_id').notNull(),
    series: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.series, t.year] })],
)

export const idempotency = pgTable(
  'idempotency',
  {
    agencyId: uuid('agency_id').notNull(),
    caller: text().notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer(),
    answer: jsonb(),
    at: at('at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.caller, t.key] })],
)

export const rate = pgTable('rate', {
  bucket: text().primaryKey(),
  startedAt: at('started_at').notNull(),
  count: integer().notNull(),
})

export const outbox = pgTable(
  'outbox',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    payload: jsonb().notNull(),
    dueAt: at('due_at').notNull(),
    attempts: integer().notNull(),
    lastError: text('last_error'),
    claimedUntil: at('claimed_until'),
    sentAt: at('sent_at'),
    stoppedAt: at('stopped_at'),
    evidence: jsonb(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)
