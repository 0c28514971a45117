-- Templates of letters an agency has edited in Word, each a version that is never changed. No personal data: slots only.
-- The bytes stand in the row, so that a letter is issued from what the transaction sees.

CREATE TABLE letter_template (
  agency_id uuid NOT NULL,
  letter text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  author_id uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  -- Since when and by whom it is in force; null for all others.
  in_force_at timestamptz,
  in_force_by uuid,
  PRIMARY KEY (agency_id, letter, version)
);
CREATE UNIQUE INDEX letter_template_in_force ON letter_template (agency_id, letter) WHERE in_force_at IS NOT NULL;
CALL gongkai_protect('letter_template', 'SELECT, INSERT, UPDATE');
