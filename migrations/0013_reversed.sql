-- Answers a review organ or a court overturned are few of all, and counted by the day the decision was received.

CREATE INDEX request_reversed ON request (agency_id, (body->'overturned'->>'receivedOn'))
  WHERE body->'overturned'->>'by' IN ('review', 'judgment');
