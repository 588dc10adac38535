-- People of imported histories. Their ids are hashes of what another program called them, never of
-- a key, and their conversations have no logs: sync cannot select them.
CREATE TABLE legacy (
  person BLOB PRIMARY KEY,
  conversation BLOB NOT NULL,
  origin TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL
) WITHOUT ROWID;
