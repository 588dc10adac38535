-- Boards: where somebody announces to everybody or to a department. `department` is its normal form,
-- empty for everybody; `name` is how its author writes it; `spki` the author's key.
CREATE TABLE board (
  conversation BLOB PRIMARY KEY REFERENCES conversation,
  author BLOB NOT NULL,
  department TEXT NOT NULL,
  name TEXT NOT NULL,
  spki BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX board_author ON board (author);

-- Where an announcement stands: once on every board on which it was said.
CREATE TABLE announced (
  id BLOB NOT NULL,
  conversation BLOB NOT NULL REFERENCES board,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (id, conversation)
) WITHOUT ROWID;

-- Who has taken note of an announcement, and when they said so (milliseconds, by their clock).
CREATE TABLE confirmation (
  target BLOB NOT NULL,
  reader BLOB NOT NULL,
  shown_time INTEGER NOT NULL,
  PRIMARY KEY (target, reader)
) WITHOUT ROWID;
