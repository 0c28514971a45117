/** Tables of the console's everyday things and of what the installation keeps for all. */
import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const notification = pgTable(
  'notification',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    accountId: uuid('account_id').notNull(),
    kind: text().notNull(),
    /** `{ zh, en }`. */
    title: jsonb().notNull(),
    /** `{ zh, en }`, null where the title says it all. */
    body: jsonb(),
    link: text(),
    at: at('at').notNull(),
    readAt: at('read_at'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** What somebody is typing and has not sent. */
export const draft = pgTable(
  'draft',
  {
    agencyId: uuid('agency_id').notNull(),
    accountId: uuid('account_id').notNull(),
    key: text().notNull(),
    data: jsonb().notNull(),
    savedAt: at('saved_at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.accountId, t.key] })],
)

/** Files by content; the bytes are in the blob store under their hash. */
export const file = pgTable(
  'file',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    hash: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    type: text().notNull(),
    name: text().notNull(),
    /** What the virus scanner said: `clean`, `unscanned`. */
    scan: text().notNull(),
    at: at('at').notNull(),
    accountId: uuid('account_id'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** An annual report kept: as read from a file or as published by the agency itself. */
export const storedReport = pgTable(
  'stored_report',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    /** Whose report it is by its own words; a supervisor keeps the reports of others. */
    reporter: text().notNull(),
    year: integer().notNull(),
    edition: text().notNull(),
    /** `gongkai.report/1`. */
    report: jsonb().notNull(),
    findings: jsonb().notNull(),
    fileId: uuid('file_id'),
    version: integer().notNull(),
    publishedAt: at('published_at'),
    savedAt: at('saved_at').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** A year of the holiday calendar, for the country (`region` empty) or overridden for a region. */
export const calendarYear = pgTable(
  'calendar_year',
  {
    region: text().notNull(),
    year: integer().notNull(),
    /** `published` or `not_yet_published`. */
    state: text().notNull(),
    notice: text(),
    noticeDate: date('notice_date'),
    /** `[{ date, kind: 'off' | 'work' }]`. */
    days: jsonb().notNull(),
    version: integer().notNull(),
    updatedAt: at('updated_at').notNull(),
    accountId: uuid('account_id'),
  },
  t => [primaryKey({ columns: [t.region, t.year] })],
)

/** What the installation knows of itself: settings for all, and whether its first administrator exists. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  secret: boolean().notNull(),
})
