-- Accounts of citizens: who follows requests without number and code. They belong to no agency, so that one account
-- holds requests to several; only work on behalf of the installation sees them, never a transaction of one agency.

CREATE TABLE citizen (
  id uuid PRIMARY KEY,
  -- `mail` or `sms`: how codes reach the holder.
  way text NOT NULL,
  contact text NOT NULL,
  contact_mask text NOT NULL,
  contact_match text NOT NULL,
  details text,
  created_at timestamptz NOT NULL,
  CONSTRAINT citizen_contact UNIQUE (contact_match)
);

-- Codes on their way. The browser holds the token, the holder of the address the code: neither comes in alone.
CREATE TABLE citizen_code (
  token_hash text PRIMARY KEY,
  id uuid NOT NULL,
  purpose text NOT NULL,
  agency_id uuid NOT NULL,
  citizen_id uuid REFERENCES citizen ON DELETE CASCADE,
  code_hash text NOT NULL,
  way text NOT NULL,
  contact text NOT NULL,
  contact_mask text NOT NULL,
  tries integer NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX citizen_code_expiry ON citizen_code (expires_at);

CREATE TABLE citizen_session (
  token_hash text PRIMARY KEY,
  citizen_id uuid NOT NULL REFERENCES citizen ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX citizen_session_citizen ON citizen_session (citizen_id);
CREATE INDEX citizen_session_seen ON citizen_session (last_seen_at);

CREATE PROCEDURE gongkai_protect_whole(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY whole ON %I USING ((SELECT coalesce(current_setting(''gongkai.reads'', true), '''') '
    '= ''*'')) WITH CHECK ((SELECT coalesce(current_setting(''gongkai.writes'', true), '''') = ''*''))', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO gongkai_app', name);
END
$$;
CALL gongkai_protect_whole('citizen');
CALL gongkai_protect_whole('citizen_code');
CALL gongkai_protect_whole('citizen_session');

-- The requests of an account, over all agencies.
CREATE INDEX request_account ON request (account_id, created_at) WHERE account_id IS NOT NULL;
