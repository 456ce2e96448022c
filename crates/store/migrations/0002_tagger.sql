-- Which data made the tags of a statement, by number; 0 where that was not kept. By it tags that are out of date are found.
CREATE TABLE tagger (
    n       INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE
);
ALTER TABLE statement ADD COLUMN tagger INTEGER NOT NULL DEFAULT 0;
CREATE INDEX statement_tagger ON statement (tagger);
