/** Tables of requests on application. */
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const request = pgTable(
  'request',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    number: text().notNull(),
    kind: text().notNull(),
    state: text().notNull(),
    channel: text().notNull(),
    applicantKind: text('applicant_kind').notNull(),
    title: text().notNull(),
    sectionId: uuid('section_id'),
    handlerId: uuid('handler_id'),
    arrivedOn: date('arrived_on').notNull(),
    receivedOn: date('received_on'),
    /** Follow from the case and the calendar. */
    dueOn: date('due_on'),
    dueProvisional: boolean('due_provisional').notNull(),
    nextOn: date('next_on'),
    closedOn: date('closed_on'),
    decision: text(),
    line: text(),
    onTime: boolean('on_time'),
    /** Working days the answer took (`workdaysTaken`); null where nothing was answered, or before this was kept. */
    takenDays: integer('taken_days'),
    /** The domain's `RequestCase`. */
    body: jsonb().notNull(),
    /** Sealed. */
    applicant: text().notNull(),
    applicantMask: text('applicant_mask').notNull(),
    nameMatch: text('name_match').notNull(),
    identityMatch: text('identity_match').notNull(),
    phoneMatch: text('phone_match'),
    codeHash: text('code_hash').notNull(),
    /** The citizen's account it belongs to (`citizen`); null where it is followed by number and code alone. */
    accountId: uuid('account_id'),
    version: integer().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** The day table 三 counts it as new: of receipt, or of the split it came of. */
    countedOn: date('counted_on'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const requestParty = pgTable(
  'request_party',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    requestId: uuid('request_id').notNull(),
    /** Sealed. */
    party: text().notNull(),
    mask: jsonb().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const requestLetter = pgTable(
  'request_letter',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    requestId: uuid('request_id').notNull(),
    letter: text().notNull(),
    /** Sealed. */
    content: text().notNull(),
    edits: jsonb().notNull(),
    docxId: uuid('docx_id'),
    pdfId: uuid('pdf_id'),
    recallUntil: at('recall_until'),
    signature: jsonb(),
    version: integer().notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

export const requestPaper = pgTable(
  'request_paper',
  {
    agencyId: uuid('agency_id').notNull(),
    id: uuid().notNull(),
    requestId: uuid('request_id').notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** Of the paper itself; `blob` is the hash of what is stored, which is closed. */
    sha256: text().notNull(),
    blob: text().notNull(),
    /** Opens the blob. Sealed. */
    key: text().notNull(),
    scan: text().notNull(),
    found: jsonb(),
    fromId: uuid('from_id'),
    pages: integer(),
    at: at('at').notNull(),
    accountId: uuid('account_id'),
    removedAt: at('removed_at'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** The answer as it was sent to review. */
export const requestRevision = pgTable(
  'request_revision',
  {
    agencyId: uuid('agency_id').notNull(),
    requestId: uuid('request_id').notNull(),
    revision: integer().notNull(),
    /** The domain's `DecisionDraft`. */
    body: jsonb().notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.requestId, t.revision] })],
)

/** A form a citizen has half filled, sealed. */
export const applicationDraft = pgTable(
  'application_draft',
  {
    agencyId: uuid('agency_id').notNull(),
    nameHash: text('name_hash').notNull(),
    fields: text().notNull(),
    savedAt: at('saved_at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.nameHash] })],
)

/** A letter's template as an agency edited it in Word; one version of each letter may be in force. */
export const letterTemplate = pgTable(
  'letter_template',
  {
    agencyId: uuid('agency_id').notNull(),
    letter: text().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    content: bytea().notNull(),
    authorId: uuid('author_id').notNull(),
    savedAt: at('saved_at').notNull(),
    inForceAt: at('in_force_at'),
    inForceBy: uuid('in_force_by'),
  },
  t => [primaryKey({ columns: [t.agencyId, t.letter, t.version] })],
)

/** The secret address of somebody's due dates. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    agencyId: uuid('agency_id').notNull(),
    accountId: uuid('account_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: at('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.agencyId, t.accountId] })],
)
