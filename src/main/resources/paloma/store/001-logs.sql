-- What this device knows of itself: counters and keys.
CREATE TABLE own (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Devices ever met. A person is the devices that share a value of `person`: the id of the first.
CREATE TABLE device (
  id BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  public_key BLOB,
  register BLOB,
  register_signature BLOB,
  profile_counter INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  host TEXT NOT NULL DEFAULT '',
  seal_key TEXT NOT NULL DEFAULT '',
  trust TEXT NOT NULL,
  boot INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0,
  last_seen INTEGER
) WITHOUT ROWID;

-- Where somebody was reached, newest first by `seen` (milliseconds).
CREATE TABLE address (
  device BLOB NOT NULL REFERENCES device ON DELETE CASCADE,
  address TEXT NOT NULL,
  port INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY (device, address, port)
) WITHOUT ROWID;

CREATE TABLE conversation (
  id BLOB PRIMARY KEY,
  kind INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE member (
  conversation BLOB NOT NULL REFERENCES conversation,
  device BLOB NOT NULL,
  PRIMARY KEY (conversation, device)
) WITHOUT ROWID;

CREATE INDEX member_device ON member (device);

-- One log: how far we have it.
CREATE TABLE log (
  conversation BLOB NOT NULL REFERENCES conversation,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  lowest INTEGER NOT NULL,
  highest INTEGER NOT NULL,
  hash BLOB NOT NULL,
  order_key INTEGER NOT NULL,
  PRIMARY KEY (conversation, author, epoch)
) WITHOUT ROWID;

-- Headers as they were signed. Where `signature` is null a later event of the log proves this one;
-- where `body` is null it vanished or was not acceptable, and `reason` says why.
CREATE TABLE event (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  header BLOB NOT NULL,
  signature BLOB,
  body BLOB,
  reason TEXT,
  PRIMARY KEY (conversation, author, epoch, seq)
) WITHOUT ROWID;

-- The timeline: what a reader sees, made from the events and never sent.
CREATE TABLE message (
  id BLOB PRIMARY KEY,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  body BLOB NOT NULL,
  words TEXT NOT NULL,
  shown_time INTEGER NOT NULL,
  received INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX message_place ON message (conversation, order_key, author, epoch, seq);

CREATE INDEX message_event ON message (conversation, author, epoch, seq);

-- How far somebody has come in a log; `sent` is ours alone: handed over to that reader.
CREATE TABLE marker (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  reader BLOB NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  marker BLOB,
  signature BLOB,
  PRIMARY KEY (conversation, author, epoch, reader)
) WITHOUT ROWID;
