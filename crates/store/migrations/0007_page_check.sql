-- Pages of statements that were asked for again, to see whether they are still there.
CREATE TABLE page_check (
    row           INTEGER PRIMARY KEY REFERENCES statement (row) ON UPDATE CASCADE,
    asked_at      INTEGER NOT NULL,
    missing_since INTEGER, -- when its server first said that it is not there (404, 410), without a break since
    withdrawn_at  INTEGER  -- when that became a revision
);
