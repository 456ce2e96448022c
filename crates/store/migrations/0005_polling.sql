-- What polite asking needs to remember of a source, and how it is asked.
ALTER TABLE source ADD COLUMN whole_at INTEGER;      -- when it last gave a whole answer: the age of the validators
ALTER TABLE source ADD COLUMN wishes TEXT;           -- what the feed says of when to ask, as JSON
ALTER TABLE source ADD COLUMN manners TEXT;          -- how it is asked in place of the program's own way, as JSON
ALTER TABLE source ADD COLUMN moved_to TEXT;         -- where permanent redirects lead, until it was seen often enough
ALTER TABLE source ADD COLUMN moved_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN moved_seen INTEGER;
ALTER TABLE source ADD COLUMN trouble TEXT;
ALTER TABLE source ADD COLUMN failing_since INTEGER;
ALTER TABLE source ADD COLUMN offer TEXT;            -- a feed that was found where this one had been
ALTER TABLE source ADD COLUMN told TEXT;             -- the trouble that the user was told of in this spell
ALTER TABLE source ADD COLUMN told_at INTEGER;
UPDATE source SET failing_since = last_visit, trouble = CASE state WHEN 'gone' THEN 'gone' ELSE 'unreachable' END
    WHERE state IN ('failing', 'gone');

-- Hosts that asked to be left alone (Retry-After).
CREATE TABLE host_rest (
    host  TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) WITHOUT ROWID;
