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
