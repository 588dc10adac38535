-- What was offered, by us or to us. The manifest is here once it is known whole.
CREATE TABLE offer (
  offer BLOB PRIMARY KEY,
  offerer BLOB NOT NULL,
  names BLOB NOT NULL,
  folder INTEGER NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  manifest_hash BLOB NOT NULL,
  manifest_bytes INTEGER NOT NULL,
  manifest BLOB,
  roots BLOB NOT NULL
) STRICT;

-- One row for each offer and person.
CREATE TABLE transfer (
  offer BLOB NOT NULL REFERENCES offer,
  peer BLOB NOT NULL,
  conversation BLOB NOT NULL,
  direction TEXT NOT NULL,
  state TEXT NOT NULL,
  done INTEGER NOT NULL,
  problem TEXT,
  kind TEXT,
  details BLOB,
  path TEXT,
  target TEXT,
  begun INTEGER NOT NULL,
  PRIMARY KEY (offer, peer)
) STRICT;

CREATE INDEX transfer_by_state ON transfer (state);

-- Which chunks of an incoming offer are verified and written, one bit each.
CREATE TABLE journal (
  offer BLOB PRIMARY KEY REFERENCES offer,
  have BLOB NOT NULL
) STRICT;

-- Signed hashes of chunks, as they were signed.
CREATE TABLE page (
  offer BLOB NOT NULL REFERENCES offer,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  page BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (offer, first)
) STRICT, WITHOUT ROWID;
