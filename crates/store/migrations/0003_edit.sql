-- What kind of change led to a revision; NULL for a first one, and where that was not kept.
ALTER TABLE statement ADD COLUMN edit TEXT;
ALTER TABLE earlier ADD COLUMN edit TEXT;
