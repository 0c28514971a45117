/** Tables of what agencies publish on their own account. */
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const publication = pgTable(
  'publication',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    state: text().notNull(),
    title: text().notNull(),
    category: text(),
    sectionId: uuid('section_id'),
    requestId: uuid('request_id'),
    requestNumber: text('request_number'),
    /** The domain's `Publication`. */
    body: jsonb().notNull(),
    version: integer().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const publicationFile = pgTable(
  'publication_file',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    publicationId: uuid('publication_id').notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** Of the file itself; `blob` is the hash of what is stored, which is closed. */
    sha256: text().notNull(),
    blob: text().notNull(),
    /** Opens the blob. Sealed. */
    key: text().notNull(),
    scan: text().notNull(),
    at: at('at').notNull(),
    removedAt: at('removed_at'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)
