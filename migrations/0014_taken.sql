-- Working days an answer took, as the clock counts them. Of what was answered before there was this column it is worked out
-- when it is asked for.

ALTER TABLE request ADD COLUMN taken_days integer;
CREATE INDEX request_taken ON request (agency_id, closed_on) INCLUDE (kind, received_on, line, on_time, taken_days);
