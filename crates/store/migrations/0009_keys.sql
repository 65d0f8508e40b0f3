-- Keys that change. Conventions as in 0001.

-- Nodes that serve, and which keys each of them holds: new things are made with a key once all of them have it. It spans accounts.
CREATE TABLE node (
  node_id BLOB NOT NULL PRIMARY KEY,     -- drawn at each start
  name TEXT NOT NULL,                    -- its machine's, for operators
  keys TEXT NOT NULL,                    -- kind and id, one key a line
  seen_at BIGINT NOT NULL
);

-- Keys that may have been stolen: nothing new is made with one, and what rests on it must be renewed.
CREATE TABLE stolen_key (
  kind TEXT NOT NULL,                    -- pepper-code | pepper-password | tag | sealing | cookie
  key_id TEXT NOT NULL,
  said_at BIGINT NOT NULL,
  renew_by BIGINT NOT NULL,              -- when app passwords and API keys that rest on it end
  PRIMARY KEY (kind, key_id)
);

-- Walks through all accounts that a change of keys began, and how far each has come. Any node goes on with one.
CREATE TABLE key_walk (
  purpose TEXT NOT NULL,                 -- renewal: owners are told | sealing: what is sealed is sealed anew
  subject TEXT NOT NULL,                 -- when the theft was said | the id of the sealing key
  begins_at BIGINT NOT NULL,
  through BLOB NOT NULL,                 -- the last account that was visited, in the order of their ids; empty before the first
  ended_at BIGINT,
  PRIMARY KEY (purpose, subject)
);

-- Which tag key a code carries a tag of; null: drawn by a version that didn't note it.
ALTER TABLE code ADD COLUMN tag_key TEXT;
-- When it was sealed anew from a key that may have been stolen: somebody may know the secret. Null: nobody does.
ALTER TABLE totp ADD COLUMN exposed_at BIGINT;

-- The feed's places go on behind this one: after a restore apps may have read further than the backup knows.
ALTER TABLE api_app ADD COLUMN feed_from BIGINT NOT NULL DEFAULT 0;
