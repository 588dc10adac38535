-- Where a message stands in the search index; null while it is not there yet.
ALTER TABLE message ADD COLUMN place INTEGER;

-- What the index has still to take, newest last.
CREATE INDEX message_unplaced ON message (shown_time) WHERE place IS NULL;

-- The rows of the index. Their numbers rise with the shown time, so that the newest come first
-- without sorting.
CREATE TABLE place (
  place INTEGER PRIMARY KEY,
  message BLOB NOT NULL
);

-- Which grams occur in which message. The grams are made by Grams; the text stays in `message`.
CREATE VIRTUAL TABLE gram USING fts5 (
  grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- What the index has to take or to let go of at the end of a commit, noted by the rows themselves:
-- whoever adds, rewords or deletes one need not know that there is an index.
CREATE TABLE index_change (
  message BLOB,
  gone INTEGER
);

CREATE TRIGGER message_added AFTER INSERT ON message
BEGIN
  INSERT INTO index_change (message) VALUES (new.id);
END;

CREATE TRIGGER message_gone AFTER DELETE ON message WHEN old.place >= 0
BEGIN
  INSERT INTO index_change (gone) VALUES (old.place);
  DELETE FROM place WHERE place = old.place;
END;

-- The index itself writes `words` and `place` at once.
CREATE TRIGGER message_reworded AFTER UPDATE OF words ON message
WHEN new.words <> old.words AND new.place IS old.place
BEGIN
  INSERT INTO index_change (message, gone) VALUES (new.id, old.place);
  DELETE FROM place WHERE place = old.place;
  UPDATE message SET place = NULL WHERE id = new.id;
END;
