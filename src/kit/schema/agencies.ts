/** Tables of agencies and their parts. */
import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const region = pgTable('region', {
  code: text().primaryKey(),
  name: text().notNull(),
  parentCode: text('parent_code'),
})

/** Every agency on this installation; its id is the `agency_id` of all other tables. */
export const agency = pgTable('agency', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  kind: text().notNull(),
  regionCode: text('region_code').notNull(),
  superiorId: uuid('superior_id'),
  vertical: boolean().notNull(),
  creditCode: text('credit_code'),
  siteCode: text('site_code'),
  /** The first part of the portal's path: `/a/jyj`. */
  slug: text().notNull(),
  host: text(),
  /** What the guide must say of the office (D§1.2): address, hours, telephone and so on. */
  office: jsonb().notNull(),
  status: text().notNull(),
  version: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

export const section = pgTable(
  'section',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    status: text().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** The leading group for open government (D§8.1), with the days each member served. */
export const leader = pgTable(
  'leader',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    post: text().notNull(),
    duty: text().notNull(),
    position: integer().notNull(),
    fromDate: date('from_date'),
    untilDate: date('until_date'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** Pages an agency edits itself: the guide, its rules, contact. */
export const document = pgTable(
  'document',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    kind: text().notNull(),
    slug: text().notNull(),
    position: integer().notNull(),
    /** The version the portal shows; null until one is published. */
    shown: integer(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const documentVersion = pgTable(
  'document_version',
  {
    agencyId: uuid('agency_id').notNull(),
    documentId: uuid('document_id').notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    authorId: uuid('author_id').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    publishedBy: uuid('published_by'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.documentId, t.version] })],
)

export const setting = pgTable(
  'setting',
  { agencyId: uuid('agency_id').notNull(), key: text().notNull(), value: jsonb().notNull() },
  t => [primaryKey({ columns: [t.agencyId, t.key] })],
)
