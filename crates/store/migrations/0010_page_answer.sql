-- How the page of a statement answered when it was last asked; also of an entry that was filed with its summary, since its
-- page failed when the entry was read.
ALTER TABLE page_check ADD COLUMN trouble TEXT; -- what stood in the way, a word of the model; null: nothing, or not known
ALTER TABLE page_check ADD COLUMN status INTEGER; -- HTTP status, where a server answered with an error
