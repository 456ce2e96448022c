-- Files of watched folders as they were when they were read: one that looks the same is not read again.
CREATE TABLE watched_file (
    source   INTEGER NOT NULL REFERENCES source (n),
    path     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    fault    TEXT, -- why nothing of it could be filed, in a sentence
    PRIMARY KEY (source, path)
) WITHOUT ROWID;
