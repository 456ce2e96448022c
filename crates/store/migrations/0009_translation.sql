-- The same document in other languages, as publishers name it: an address each, which may be another statement's by now or
-- later. Links between statements are read from it in both directions.
CREATE TABLE translation (
    row  INTEGER NOT NULL REFERENCES statement (row) ON UPDATE CASCADE,
    url  TEXT NOT NULL,
    lang TEXT NOT NULL,
    PRIMARY KEY (row, url)
) WITHOUT ROWID;
CREATE INDEX translation_url ON translation (url);
