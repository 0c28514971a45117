-- The day table 三 counts a request as new: that of receipt, or of the split it came of. What was split before there was
-- this column stays where it was counted.

ALTER TABLE request ADD COLUMN counted_on date;
UPDATE request SET counted_on = received_on;
CREATE INDEX request_counted ON request (agency_id, counted_on, id) INCLUDE (kind, applicant_kind, closed_on, channel);
