-- What every slice stands on: who may see a row, the record of events, numbers, repeated calls, outgoing acts.

GRANT USAGE ON SCHEMA public TO gongkai_app;

-- Who may see a row is set in each transaction (src/platform/db/transaction.ts): gongkai.reads lists the agencies whose
-- rows it may read, gongkai.writes names the one whose rows it may write; * stands for all, nothing for none.

CREATE FUNCTION gongkai_writes(agency uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('gongkai.writes', true) IN ('*', agency::text);

-- Puts a table of agency data under row-level security: `verbs` is what the application may do with it. The
-- expressions stand in the policies themselves, as functions would be planned anew for every statement; what does not
-- depend on the row is selected once for a statement, and rows are found through the index of the key.
CREATE PROCEDURE gongkai_protect(name text, verbs text) LANGUAGE plpgsql AS $$
DECLARE
  writes text := 'current_setting(''gongkai.writes'', true) IN (''*'', agency_id::text)';
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING '
    '((SELECT coalesce(current_setting(''gongkai.reads'', true), '''') = ''*'') OR agency_id = ANY ('
    '(SELECT string_to_array(nullif(nullif(current_setting(''gongkai.reads'', true), ''''), ''*''), '','')::uuid[])'
    '::uuid[]))', name);
  EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', name, writes);
  EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', name, writes, writes);
  EXECUTE format('CREATE POLICY remove ON %I FOR DELETE USING (%s)', name, writes);
  EXECUTE format('GRANT %s ON %I TO gongkai_app', verbs, name);
END
$$;

-- Append-only: the application may add and read, never change or remove.
CREATE TABLE event (
  agency_id uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  -- Not jsonb: kept as written, so that the hash covers every character.
  data json NOT NULL,
  algorithm text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (agency_id, seq),
  UNIQUE (agency_id, id)
);
CREATE INDEX event_subject ON event (agency_id, subject, seq);
CREATE INDEX event_kind ON event (agency_id, kind, seq);
CREATE INDEX event_actor ON event (agency_id, actor, seq);
CALL gongkai_protect('event', 'SELECT, INSERT');

-- The end of each agency's chain; its row is locked while an event is added.
CREATE TABLE event_head (
  agency_id uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash text NOT NULL
);
CALL gongkai_protect('event_head', 'SELECT, INSERT, UPDATE');

CREATE TABLE number_series (
  agency_id uuid NOT NULL,
  series text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (agency_id, series, year)
);
CALL gongkai_protect('number_series', 'SELECT, INSERT, UPDATE');

-- Calls that were carried out, so that a repeated one gets the same answer. `agency_id` is all zeros where the call
-- belongs to no agency.
CREATE TABLE idempotency (
  agency_id uuid NOT NULL,
  caller text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, caller, key)
);
CREATE INDEX idempotency_at ON idempotency (at);
CALL gongkai_protect('idempotency', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE rate (
  bucket text PRIMARY KEY,
  started_at timestamptz NOT NULL,
  count integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate TO gongkai_app;

-- Official acts on their way out: written with what caused them, sent afterwards, never marked sent before. Until
-- claimed_until nobody touches one: it is being sent, or waits to be tried again. A stopped one is not tried again:
-- it was refused for good, or written down for people to hand on (then with evidence).
CREATE TABLE outbox (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  payload jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL,
  last_error text,
  claimed_until timestamptz,
  sent_at timestamptz,
  stopped_at timestamptz,
  evidence jsonb,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND stopped_at IS NULL;
CALL gongkai_protect('outbox', 'SELECT, INSERT, UPDATE');
