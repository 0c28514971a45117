-- Agencies, people, and the console's everyday things.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE region (
  code text PRIMARY KEY,
  name text NOT NULL,
  parent_code text REFERENCES region
);
GRANT SELECT, INSERT, UPDATE ON region TO gongkai_app;

-- Known to everyone (the portal finds an agency by its host); written only on its own behalf or the installation's.
CREATE TABLE agency (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL,
  region_code text NOT NULL,
  superior_id uuid,
  vertical boolean NOT NULL,
  credit_code text,
  site_code text,
  slug text NOT NULL,
  host text,
  office jsonb NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT agency_slug UNIQUE (slug),
  CONSTRAINT agency_host UNIQUE (host),
  CONSTRAINT agency_credit_code UNIQUE (credit_code)
);
CREATE INDEX agency_superior ON agency (superior_id);
CREATE INDEX agency_region ON agency (region_code, name);
CREATE INDEX agency_name ON agency USING gin (name gin_trgm_ops);
ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON agency FOR SELECT USING (true);
CREATE POLICY add ON agency FOR INSERT WITH CHECK (gongkai_writes(id));
CREATE POLICY change ON agency FOR UPDATE USING (gongkai_writes(id)) WITH CHECK (gongkai_writes(id));
GRANT SELECT, INSERT, UPDATE ON agency TO gongkai_app;

CREATE TABLE section (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  status text NOT NULL,
  PRIMARY KEY (agency_id, id),
  CONSTRAINT section_name UNIQUE (agency_id, name)
);
CALL gongkai_protect('section', 'SELECT, INSERT, UPDATE');

CREATE TABLE leader (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  post text NOT NULL,
  duty text NOT NULL,
  position integer NOT NULL,
  from_date date,
  until_date date,
  PRIMARY KEY (agency_id, id)
);
CALL gongkai_protect('leader', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE document (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  slug text NOT NULL,
  position integer NOT NULL,
  shown integer,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, id),
  CONSTRAINT document_slug UNIQUE (agency_id, slug)
);
CALL gongkai_protect('document', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE document_version (
  agency_id uuid NOT NULL,
  document_id uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  author_id uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  published_at timestamptz,
  published_by uuid,
  PRIMARY KEY (agency_id, document_id, version),
  FOREIGN KEY (agency_id, document_id) REFERENCES document ON DELETE CASCADE
);
CALL gongkai_protect('document_version', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE setting (
  agency_id uuid NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  PRIMARY KEY (agency_id, key)
);
CALL gongkai_protect('setting', 'SELECT, INSERT, UPDATE, DELETE');

-- People belong to the installation; memberships say where they work.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  login text NOT NULL,
  name text NOT NULL,
  email text,
  password_hash text,
  password_changed_at timestamptz,
  password_history jsonb NOT NULL,
  totp text,
  totp_last_step bigint,
  recovery_hashes jsonb NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  CONSTRAINT account_login UNIQUE (login)
);
GRANT SELECT, INSERT, UPDATE ON account TO gongkai_app;

-- Failures to sign in, by name and not by account: whether there is such an account shows in nothing.
CREATE TABLE login_lock (
  login_hash text PRIMARY KEY,
  state jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON login_lock TO gongkai_app;

CREATE TABLE membership (
  agency_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  section_id uuid,
  phone text,
  roles text[] NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (agency_id, account_id)
);
CREATE INDEX membership_account ON membership (account_id);
CALL gongkai_protect('membership', 'SELECT, INSERT, UPDATE');

CREATE TABLE delegation (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  from_account_id uuid NOT NULL,
  to_account_id uuid NOT NULL,
  roles text[] NOT NULL,
  from_date date NOT NULL,
  until_date date NOT NULL,
  ended_on date,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX delegation_to ON delegation (agency_id, to_account_id);
CREATE INDEX delegation_from ON delegation (agency_id, from_account_id);
CALL gongkai_protect('delegation', 'SELECT, INSERT, UPDATE');

CREATE TABLE passkey (
  credential_id text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO gongkai_app;

CREATE TABLE oidc_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX oidc_identity_account ON oidc_identity (account_id);
GRANT SELECT, INSERT, DELETE ON oidc_identity TO gongkai_app;

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  id uuid NOT NULL,
  account_id uuid REFERENCES account,
  agency_id uuid,
  proof text NOT NULL,
  strong boolean NOT NULL,
  challenge jsonb,
  address text NOT NULL,
  agent text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT session_id UNIQUE (id)
);
CREATE INDEX session_account ON session (account_id, last_seen_at);
CREATE INDEX session_age ON session (created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO gongkai_app;

CREATE TABLE invitation (
  token_hash text PRIMARY KEY,
  purpose text NOT NULL,
  account_id uuid REFERENCES account,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX invitation_account ON invitation (account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO gongkai_app;

CREATE TABLE api_key (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  key_hash text NOT NULL,
  scopes text[] NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX api_key_hash ON api_key (key_hash);
CREATE INDEX api_key_account ON api_key (agency_id, account_id);
CALL gongkai_protect('api_key', 'SELECT, INSERT, UPDATE');

CREATE TABLE data_key (
  agency_id uuid NOT NULL,
  purpose text NOT NULL,
  version integer NOT NULL,
  wrapped text NOT NULL,
  PRIMARY KEY (agency_id, purpose, version)
);
CALL gongkai_protect('data_key', 'SELECT, INSERT, UPDATE');

CREATE TABLE notification (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  title jsonb NOT NULL,
  link text,
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX notification_reader ON notification (agency_id, account_id, at DESC);
CALL gongkai_protect('notification', 'SELECT, INSERT, UPDATE');

CREATE TABLE draft (
  agency_id uuid NOT NULL,
  account_id uuid NOT NULL,
  key text NOT NULL,
  data jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, account_id, key)
);
CALL gongkai_protect('draft', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE file (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  hash text NOT NULL,
  size bigint NOT NULL,
  type text NOT NULL,
  name text NOT NULL,
  scan text NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX file_hash ON file (hash);
CALL gongkai_protect('file', 'SELECT, INSERT');

CREATE TABLE stored_report (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  reporter text NOT NULL,
  year integer NOT NULL,
  edition text NOT NULL,
  report jsonb NOT NULL,
  findings jsonb NOT NULL,
  file_id uuid,
  version integer NOT NULL,
  published_at timestamptz,
  saved_at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (agency_id, id),
  CONSTRAINT stored_report_of_year UNIQUE (agency_id, reporter, year)
);
CREATE INDEX stored_report_year ON stored_report (agency_id, year DESC, reporter);
CALL gongkai_protect('stored_report', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE calendar_year (
  region text NOT NULL,
  year integer NOT NULL,
  state text NOT NULL,
  notice text,
  notice_date date,
  days jsonb NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  account_id uuid,
  PRIMARY KEY (region, year)
);
GRANT SELECT, INSERT, UPDATE ON calendar_year TO gongkai_app;

CREATE TABLE installation (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  secret boolean NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON installation TO gongkai_app;
