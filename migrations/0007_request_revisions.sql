-- The answer as it was sent to review, revision by revision: what each reviewer read stays to be seen (条例45).

CREATE TABLE request_revision (
  agency_id uuid NOT NULL,
  request_id uuid NOT NULL,
  revision integer NOT NULL,
  -- The domain's DecisionDraft, whole.
  body jsonb NOT NULL,
  PRIMARY KEY (agency_id, request_id, revision)
);
CALL gongkai_protect('request_revision', 'SELECT, INSERT, UPDATE');
