-- What an agency publishes on its own account, from its first draft on, and the files that go with it.

CREATE TABLE publication (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  title text NOT NULL,
  category text,
  section_id uuid,
  -- The request it came of (条例44): at most one draft of each; its number for lists.
  request_id uuid,
  request_number text,
  -- The domain's Publication, whole.
  body jsonb NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, id)
);
CREATE UNIQUE INDEX publication_of_request ON publication (agency_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX publication_newest ON publication (agency_id, updated_at, id);
CREATE INDEX publication_to_edit ON publication (agency_id) WHERE state = 'draft' AND request_id IS NOT NULL;
CALL gongkai_protect('publication', 'SELECT, INSERT, UPDATE');

CREATE TABLE publication_file (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  publication_id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  -- Of the file itself; blob is the hash of what is stored, which is closed, and key, sealed, opens it.
  sha256 text NOT NULL,
  blob text NOT NULL,
  key text NOT NULL,
  scan text NOT NULL,
  at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX publication_file_of ON publication_file (agency_id, publication_id);
CALL gongkai_protect('publication_file', 'SELECT, INSERT, UPDATE');
