-- What the events of a group amount to; made from them and made again whenever they change.
-- `since` is the order key of the event that added a member; what was said before is not for
-- somebody whose history is JOINING. In a one-to-one they stay as they are.
ALTER TABLE member ADD COLUMN since INTEGER NOT NULL DEFAULT 0;

ALTER TABLE member ADD COLUMN role TEXT NOT NULL DEFAULT 'MEMBER';

ALTER TABLE member ADD COLUMN history TEXT NOT NULL DEFAULT 'ALL';

-- `kept`: the person here took part, so quotas for strangers are over. `ours`: we are or were in it.
CREATE TABLE grouping (
  conversation BLOB PRIMARY KEY REFERENCES conversation,
  name TEXT NOT NULL,
  picture BLOB NOT NULL,
  history TEXT NOT NULL,
  kept INTEGER NOT NULL,
  ours INTEGER NOT NULL,
  bodies_from INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Everybody whom an event ever named as a member, with the key.
CREATE TABLE named (
  conversation BLOB NOT NULL REFERENCES conversation,
  device BLOB NOT NULL,
  spki BLOB NOT NULL,
  PRIMARY KEY (conversation, device)
) WITHOUT ROWID;

CREATE INDEX named_device ON named (device);

-- Who is no longer in a group and by which event; they are told of it and of nothing later.
CREATE TABLE farewell (
  conversation BLOB NOT NULL REFERENCES conversation,
  device BLOB NOT NULL,
  author BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (conversation, device)
) WITHOUT ROWID;
