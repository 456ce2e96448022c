-- The way of bytes to the archive: how they came, the redirects, and the feed whose entry named the page.
ALTER TABLE receipt ADD COLUMN how TEXT NOT NULL DEFAULT 'fetched';
ALTER TABLE receipt ADD COLUMN redirects TEXT NOT NULL DEFAULT '[]'; -- JSON
ALTER TABLE receipt ADD COLUMN via INTEGER REFERENCES receipt (n);
UPDATE receipt SET how = 'file' WHERE status = 0;

-- The folder in which a source lies in lists of sources: a JSON array of names, from the outside in.
CREATE TABLE source_folder (
    source INTEGER PRIMARY KEY REFERENCES source (n),
    folder TEXT NOT NULL
);
