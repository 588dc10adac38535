-- What was said of messages: edits, recalls, reactions, pins. The message may come later than this.
-- `body` is null once the words of an edit were taken back or deleted here.
CREATE TABLE verb (
  id BLOB NOT NULL,
  author BLOB NOT NULL,
  target BLOB NOT NULL,
  conversation BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  body BLOB,
  shown_time INTEGER NOT NULL,
  PRIMARY KEY (id, author)
) WITHOUT ROWID;

CREATE INDEX verb_place ON verb (target, order_key, author, epoch, seq);

CREATE INDEX verb_newest ON verb (target, author, kind, order_key, epoch, seq);

-- Of a row, `body` and `words` are what its author says now. `rich` is the text's event without its
-- words: what it answers, whom it calls. `touched`: there are verbs about it.
ALTER TABLE message ADD COLUMN rich BLOB;
ALTER TABLE message ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;

-- Messages that the person here deleted: no sync brings their rows back. Where they stood is kept for
-- the day on which their authors take them back.
CREATE TABLE tombstone (
  id BLOB PRIMARY KEY,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- How a conversation is kept here; times are milliseconds.
CREATE TABLE look (
  conversation BLOB PRIMARY KEY,
  pinned INTEGER NOT NULL DEFAULT 0,
  muted_until INTEGER,
  marked_unread INTEGER NOT NULL DEFAULT 0,
  draft TEXT NOT NULL DEFAULT '',
  receipts INTEGER
) WITHOUT ROWID;

-- How far others learn that we read; `read` is what was seen here.
ALTER TABLE marker ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
UPDATE marker SET told = read;
