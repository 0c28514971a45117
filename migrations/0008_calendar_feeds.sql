-- A secret address under which a calendar program fetches due dates: one a person, of which only the hash is kept.

CREATE TABLE calendar_feed (
  agency_id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, account_id),
  UNIQUE (agency_id, token_hash)
);
CALL gongkai_protect('calendar_feed', 'SELECT, INSERT, UPDATE, DELETE');
