-- Requests on application: the case as the law sees it, who asks (sealed), letters, papers, parties.

CREATE TABLE request (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  applicant_kind text NOT NULL,
  title text NOT NULL,
  section_id uuid,
  handler_id uuid,
  arrived_on date NOT NULL,
  received_on date,
  -- Follow from the case and the calendar; kept so that lists need not count, renewed when either changes.
  due_on date,
  due_provisional boolean NOT NULL,
  -- The next day on which something falls due that is no answer: a confirmation, a limit of somebody else.
  next_on date,
  closed_on date,
  decision text,
  line text,
  on_time boolean,
  -- The domain's RequestCase, whole. Holds no personal data of the applicant.
  body jsonb NOT NULL,
  -- Sealed JSON of who applies; beside it what lists may show, and keyed hashes to find equal ones by.
  applicant text NOT NULL,
  applicant_mask text NOT NULL,
  name_match text NOT NULL,
  identity_match text NOT NULL,
  phone_match text,
  -- Hash of the query code; the code is shown once.
  code_hash text NOT NULL,
  account_id uuid,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, number)
);
-- What is owed, and all there are, in the order of lists; counts by state; words of titles, which are looked through.
CREATE INDEX request_open ON request (agency_id, (coalesce(due_on, '9999-12-31'::date)), id)
  WHERE state NOT IN ('answered', 'closed', 'archived');
CREATE INDEX request_due ON request (agency_id, (coalesce(due_on, '9999-12-31'::date)), id);
CREATE INDEX request_newest ON request (agency_id, (coalesce(received_on, arrived_on)), id);
CREATE INDEX request_state ON request (agency_id, state) INCLUDE (due_on, on_time);
CREATE INDEX request_words ON request (agency_id, id) INCLUDE (number, title);
CREATE INDEX request_next ON request (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX request_received ON request (agency_id, received_on, id) INCLUDE (kind, applicant_kind, closed_on, channel);
CREATE INDEX request_closed ON request (agency_id, closed_on, id)
  INCLUDE (kind, line, applicant_kind, received_on, on_time);
-- Few of all, and counted apart, so that counting opens no case.
CREATE INDEX request_reopens ON request (agency_id, closed_on) WHERE body->'links'->>'reopens' IS NOT NULL;
CREATE INDEX request_extended ON request (agency_id, closed_on)
  WHERE body->'extension'->'outcome'->>'approved' = 'true';
CREATE INDEX request_paid ON request (agency_id, closed_on) WHERE jsonb_typeof(body->'fee'->'paid') = 'object';
CREATE INDEX request_identity ON request (agency_id, identity_match, received_on);
CREATE INDEX request_name ON request (agency_id, name_match);
CREATE INDEX request_phone ON request (agency_id, phone_match) WHERE phone_match IS NOT NULL;
CALL gongkai_protect('request', 'SELECT, INSERT, UPDATE');

-- Third parties, co-makers and other organs that are consulted: sealed JSON of name and ways to reach them.
CREATE TABLE request_party (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  party text NOT NULL,
  mask jsonb NOT NULL,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX request_party_of ON request_party (agency_id, request_id);
CALL gongkai_protect('request_party', 'SELECT, INSERT, UPDATE');

-- What a letter says, sealed: names and addresses are in it. Its state stands in the case.
CREATE TABLE request_letter (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  letter text NOT NULL,
  content text NOT NULL,
  edits jsonb NOT NULL,
  docx_id uuid,
  pdf_id uuid,
  recall_until timestamptz,
  signature jsonb,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX request_letter_of ON request_letter (agency_id, request_id);
CALL gongkai_protect('request_letter', 'SELECT, INSERT, UPDATE');

-- Papers of a case. The bytes are in the blob store, closed under a key of their own, which is sealed in key: a new data
-- key of the agency touches no stored file. blob is the hash of what is stored, sha256 that of the paper itself.
CREATE TABLE request_paper (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  blob text NOT NULL,
  key text NOT NULL,
  scan text NOT NULL,
  found jsonb,
  from_id uuid,
  pages integer,
  at timestamptz NOT NULL,
  account_id uuid,
  removed_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX request_paper_of ON request_paper (agency_id, request_id, at);
CALL gongkai_protect('request_paper', 'SELECT, INSERT, UPDATE');

-- A form a citizen has half filled, sealed; found by the hash of its name, forgotten after a time.
CREATE TABLE application_draft (
  agency_id uuid NOT NULL,
  name_hash text NOT NULL,
  fields text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, name_hash)
);
CREATE INDEX application_draft_saved ON application_draft (saved_at);
CALL gongkai_protect('application_draft', 'SELECT, INSERT, UPDATE, DELETE');
