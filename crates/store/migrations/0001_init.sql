-- The first form of the archive. docs/decisions/0003-file-shape.md gives the reasons.
-- Times are microseconds since 1970 in UTC; SHA-256 is 32 bytes; BLOBs called text, tags and bytes are zstd frames.

-- What the user changes in the window.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Versions of what programs hold in memory.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counter VALUES ('rule_set', 1);

-- What is watched. A removed source stays, because its statements name it.
CREATE TABLE source (
    n             INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    url           TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL,
    country       TEXT,
    state         TEXT NOT NULL DEFAULT 'new',
    reason        TEXT,
    answer_state  TEXT NOT NULL DEFAULT 'working', -- what the last whole answer showed: a 304 brings it back
    answer_reason TEXT,
    paused        INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    etag          TEXT,
    last_modified TEXT,
    body_sha256   BLOB,
    last_visit    INTEGER,
    last_success  INTEGER,
    last_new      INTEGER,
    next_try      INTEGER,
    statements    INTEGER NOT NULL DEFAULT 0,
    added_at      INTEGER NOT NULL,
    removed_at    INTEGER
);
CREATE INDEX source_due ON source (coalesce(next_try, 0))
    WHERE removed_at IS NULL AND paused = 0 AND state <> 'gone' AND kind <> 'import';

-- Bytes as received, once each, and each occasion on which they were received.
CREATE TABLE received (
    n      INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    bytes  BLOB NOT NULL
);
CREATE TABLE receipt (
    n         INTEGER PRIMARY KEY,
    received  INTEGER NOT NULL REFERENCES received (n),
    url       TEXT NOT NULL,
    final_url TEXT NOT NULL,
    status    INTEGER NOT NULL,
    headers   TEXT NOT NULL, -- JSON
    at        INTEGER NOT NULL,
    UNIQUE (received, at, url)
);

-- Statements: the newest revision of each, light enough for lists. `row` is in date order and moves when a date is
-- corrected; what refers to it follows by ON UPDATE CASCADE.
CREATE TABLE statement (
    row          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    source       INTEGER NOT NULL REFERENCES source (n),
    revision     INTEGER NOT NULL,
    collected_at INTEGER NOT NULL,
    revised_at   INTEGER NOT NULL,
    content      BLOB NOT NULL, -- SHA-256 of the content
    url          TEXT,
    title        TEXT NOT NULL,
    draft        TEXT NOT NULL, -- JSON: the draft without title, text and address
    receipt      INTEGER REFERENCES receipt (n)
);
CREATE INDEX statement_received ON statement (collected_at);
CREATE INDEX statement_source ON statement (source, collected_at);
CREATE INDEX statement_url ON statement (url) WHERE url IS NOT NULL;
CREATE INDEX statement_content ON statement (content);
CREATE INDEX statement_revised ON statement (row) WHERE revision > 1;

CREATE TABLE body (
    row  INTEGER PRIMARY KEY REFERENCES statement (row) ON UPDATE CASCADE,
    text BLOB NOT NULL,
    tags BLOB NOT NULL -- JSON of the annotations
);

-- Revisions that were superseded, whole.
CREATE TABLE earlier (
    row        INTEGER NOT NULL REFERENCES statement (row) ON UPDATE CASCADE,
    revision   INTEGER NOT NULL,
    revised_at INTEGER NOT NULL,
    content    BLOB NOT NULL,
    url        TEXT,
    title      TEXT NOT NULL,
    draft      TEXT NOT NULL,
    receipt    INTEGER REFERENCES receipt (n),
    text       BLOB NOT NULL,
    tags       BLOB NOT NULL
);
CREATE UNIQUE INDEX earlier_of_statement ON earlier (row, revision);

-- Issuers and speakers as named; the index knows them as xi<n> and xp<n>.
CREATE TABLE issuer (
    n    INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    UNIQUE (name, code)
);
CREATE TABLE speaker (
    n    INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Tags for lists without words and for facets; `tag` is a number for the index term.
CREATE TABLE tag (
    n    INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
);
CREATE TABLE statement_tag (
    tag INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (tag, row)
) WITHOUT ROWID;
CREATE INDEX tag_of_statement ON statement_tag (row, tag);

-- Words and tags in one index, already analysed.
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, tags,
    content = '', contentless_delete = 1, tokenize = 'analysed'
);
CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab (words, row);

-- The lexicon: which index terms answer to a key.
CREATE TABLE form (
    key  TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (key, term)
) WITHOUT ROWID;

-- What the user did to a statement.
CREATE TABLE mark (
    row        INTEGER PRIMARY KEY REFERENCES statement (row) ON UPDATE CASCADE,
    read       INTEGER NOT NULL DEFAULT 0,
    starred    INTEGER NOT NULL DEFAULT 0,
    note       TEXT,
    changed_at INTEGER NOT NULL
);
CREATE INDEX mark_read ON mark (row) WHERE read = 1;
CREATE INDEX mark_starred ON mark (row) WHERE starred = 1;
CREATE INDEX mark_note ON mark (row) WHERE note IS NOT NULL;
CREATE TABLE label (
    label TEXT NOT NULL,
    row   INTEGER NOT NULL REFERENCES statement (row) ON UPDATE CASCADE,
    PRIMARY KEY (label, row)
) WITHOUT ROWID;
CREATE INDEX label_of_statement ON label (row);

-- Rules and what they raised. A removed rule stays, because its alerts name it.
CREATE TABLE rule (
    n           INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    query       TEXT NOT NULL,
    mode        TEXT NOT NULL,
    muted_until INTEGER,
    created_at  INTEGER NOT NULL,
    removed_at  INTEGER
);
CREATE UNIQUE INDEX rule_name ON rule (name) WHERE removed_at IS NULL;
CREATE TABLE alert (
    n            INTEGER PRIMARY KEY AUTOINCREMENT,
    rule         INTEGER NOT NULL REFERENCES rule (n),
    row          INTEGER NOT NULL REFERENCES statement (row) ON UPDATE CASCADE,
    revision     INTEGER NOT NULL,
    matched_text TEXT NOT NULL,
    spans        TEXT NOT NULL, -- JSON, in bytes of that revision
    showing      TEXT NOT NULL,
    raised_at    INTEGER NOT NULL,
    notified_at  INTEGER,
    seen         INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX alert_once ON alert (row, rule, revision);
CREATE INDEX alert_of_rule ON alert (rule, raised_at);
CREATE INDEX alert_pending ON alert (n) WHERE notified_at IS NULL;
CREATE INDEX alert_unseen ON alert (rule) WHERE seen = 0;
