-- The picture that a profile names.
ALTER TABLE device ADD COLUMN avatar BLOB;

-- Small pictures by their SHA-256; `used` (milliseconds) is when one was kept or asked for last.
CREATE TABLE blob (
  hash BLOB PRIMARY KEY,
  bytes BLOB NOT NULL,
  used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
