-- Statements that are one, published by several sources or twice by one; docs/decisions/0018-duplicates.md gives the reasons.
ALTER TABLE statement ADD COLUMN grp INTEGER;                       -- those with one number are one statement
ALTER TABLE statement ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0; -- 1: another one of its group was there first
ALTER TABLE statement ADD COLUMN printed INTEGER NOT NULL DEFAULT 0; -- 1: its fingerprint was made
CREATE INDEX statement_group ON statement (grp) WHERE grp IS NOT NULL;
CREATE INDEX statement_repeats ON statement (row) WHERE repeats = 1;
CREATE INDEX statement_unprinted ON statement (row) WHERE printed = 0;

-- The fingerprints: twelve rows each. `key` is the month, the place and the number, so that what is looked up together lies
-- together.
CREATE TABLE band (
    key INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (key, row)
) WITHOUT ROWID;
