-- Notices: more than a title, and how each person wants to hear of what.

-- `{ zh, en }`, null where the title says it all.
ALTER TABLE notification ADD COLUMN body jsonb;
-- By group of notices, the ways beside the console; null: as usual.
ALTER TABLE account ADD COLUMN notices jsonb;
