-- A look over all agencies supervised counts what they owe without opening a case: cases are large, and those owed lie
-- scattered among all there ever were.
CREATE INDEX request_owed ON request (agency_id) INCLUDE (kind, state, due_on)
  WHERE state NOT IN ('answered', 'closed', 'archived');
CREATE INDEX request_urged ON request (agency_id)
  WHERE state NOT IN ('answered', 'closed', 'archived') AND body->'urgings'->0 IS NOT NULL;
