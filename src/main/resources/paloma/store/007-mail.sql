-- Our own keys that mail for us is sealed to, by public key in hex. A retired one keeps the register
-- that proves it was ours; both times are milliseconds.
CREATE TABLE seal_key (
  public TEXT PRIMARY KEY,
  private BLOB NOT NULL,
  made INTEGER NOT NULL,
  retired INTEGER,
  register BLOB,
  register_signature BLOB
) WITHOUT ROWID;

-- Envelopes of others that lie here for others. Who left one is not written down.
CREATE TABLE carried_mail (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  day INTEGER NOT NULL,
  tag BLOB NOT NULL,
  sealed BLOB NOT NULL,
  expires INTEGER NOT NULL
);

CREATE INDEX carried_mail_tag ON carried_mail (tag);

-- What of a log lies with a colleague for its absent reader; for a log of somebody else: up to where
-- our marker lies there for its author.
CREATE TABLE left_mail (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  carrier BLOB NOT NULL,
  first INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (conversation, author, epoch, carrier)
) WITHOUT ROWID;

-- Who has opened a sealed message, in milliseconds by the reader's clock.
CREATE TABLE opening (
  conversation BLOB NOT NULL,
  message BLOB NOT NULL,
  reader BLOB NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (conversation, message, reader)
) WITHOUT ROWID;
