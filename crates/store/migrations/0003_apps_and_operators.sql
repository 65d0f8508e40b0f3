-- For apps and operators. Conventions as in 0001.

-- Events of one transaction share a microsecond: which of them came first.
ALTER TABLE security_event ADD COLUMN ordinal BIGINT NOT NULL DEFAULT 0;

-- The API. Apps of other services, which the operator lets in.
CREATE TABLE api_app (
  app_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

-- What an app calls with. One works while ended_at is null and expires_at has not come.
CREATE TABLE api_key (
  key_id BLOB NOT NULL PRIMARY KEY,
  app_id TEXT NOT NULL,
  label TEXT NOT NULL,
  hash BLOB NOT NULL,                    -- HMAC-SHA-256 under the pepper
  pepper TEXT NOT NULL,                  -- id of that password pepper
  scopes TEXT NOT NULL,
  per_minute BIGINT NOT NULL,            -- requests that are heard in a minute, on each node
  made_at BIGINT NOT NULL,
  expires_at BIGINT,
  last_used_at BIGINT,
  ended_at BIGINT
);
CREATE INDEX api_key_of_app ON api_key (app_id);

-- The accounts of apps. They have codes as mailboxes have, and nothing else: nobody signs in to one here.
CREATE TABLE api_account (
  account_id BLOB NOT NULL PRIMARY KEY,
  app_id TEXT NOT NULL,
  reference TEXT NOT NULL,               -- what the app calls it; empty once erased
  name TEXT,
  language TEXT,
  state TEXT NOT NULL,                   -- active | suspended | erased
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL             -- when it got into that state
);
CREATE INDEX api_account_of_app ON api_account (app_id, made_at, account_id);

-- Which account an app's own reference names.
CREATE TABLE api_reference (
  app_id TEXT NOT NULL,
  reference TEXT NOT NULL,
  account_id BLOB NOT NULL,
  PRIMARY KEY (app_id, reference)
);

-- What a request with an Idempotency-Key came to, for a day. No code is in it, nor anything to find one by: both hashes are
-- keyed outside the database, and with the app's own Idempotency-Key. The account is all zeros for one that is being made.
CREATE TABLE api_retry (
  account_id BLOB NOT NULL,
  retry_hash BLOB NOT NULL,              -- HMAC-SHA-256 of app and Idempotency-Key
  body_hash BLOB NOT NULL,               -- HMAC-SHA-256 of those, the operation and the body
  outcome TEXT NOT NULL,                 -- JSON object
  made_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, retry_hash)
);
CREATE INDEX api_retry_over ON api_retry (made_at);

-- The operator's desk.
-- What an account is looked for by: its address in lower case, as bytes, which both engines order alike, and its owner's name in
-- lower case with a space before every word of it. Accounts that are there already get both in the same transaction, by the program.
ALTER TABLE account ADD COLUMN search_address BLOB;
ALTER TABLE account ADD COLUMN search_name TEXT;
CREATE INDEX account_search ON account (search_address, account_id);
-- Sheets of which something was used: few, so that those with few codes left are counted without reading every code.
CREATE INDEX code_spent ON code (account_id, set_id) WHERE spent_at IS NOT NULL;

-- Lists of people to invite, as an operator gave them, and what became of each line.
CREATE TABLE guest_list (
  list_id BLOB NOT NULL PRIMARY KEY,
  asked_by BLOB NOT NULL,                -- the operator's account
  language TEXT NOT NULL,                -- of lines that name none
  made_at BIGINT NOT NULL,
  begun_at BIGINT,                       -- when the operator said go; null: looked at only
  ended_at BIGINT                        -- when the last line was done
);
CREATE INDEX guest_list_made ON guest_list (made_at);
CREATE TABLE guest_line (
  list_id BLOB NOT NULL,
  line BIGINT NOT NULL,                  -- its number in the list, from 1
  address TEXT NOT NULL,                 -- as it was written
  name TEXT NOT NULL,
  recipient TEXT NOT NULL,               -- where the invitation is mailed
  language TEXT,
  outcome TEXT,                          -- invited | there | refused; null: not done yet
  field TEXT,                            -- of a refused line: which field
  problem TEXT,                          -- of a refused line: why, as the id of a sentence
  detail TEXT,                           -- of a refused line: that sentence's argument
  PRIMARY KEY (list_id, line)
);

-- The app whose feed it still has to enter: of one of its accounts.
ALTER TABLE security_event ADD COLUMN feed_of TEXT;
CREATE INDEX security_event_to_feed ON security_event (at, ordinal) WHERE feed_of IS NOT NULL;

-- What happened to an app's accounts, numbered by a job in the order the app reads it. It spans accounts.
CREATE TABLE app_event (
  app_id TEXT NOT NULL,
  position BIGINT NOT NULL,              -- 1, 2, 3 … for each app
  account_id BLOB NOT NULL,
  event_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  details TEXT NOT NULL,                 -- as in security_event
  due_at BIGINT,                         -- when the app's webhook is to hear it; null where it has, needn't or never will
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  told_at BIGINT,                        -- when the webhook heard it
  problem TEXT,                          -- why the last try failed
  PRIMARY KEY (app_id, position)
);
CREATE INDEX app_event_due ON app_event (due_at) WHERE due_at IS NOT NULL;

-- Where an app is told of its events.
CREATE TABLE app_webhook (
  app_id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  secret BLOB NOT NULL,                  -- what messages are signed with; sealed
  former_secret BLOB,                    -- the one before, sealed; it signs too until
  former_until BIGINT,
  made_at BIGINT NOT NULL,
  paused_until BIGINT NOT NULL,          -- nothing is sent before: it failed a moment ago
  failures BIGINT NOT NULL,              -- tries in a row that failed
  heard_at BIGINT,
  problem TEXT
);

-- Sheets written by hand: how many codes of a shown set aren't on paper yet. Only a set with none left can be proved.
ALTER TABLE code_set ADD COLUMN to_write BIGINT NOT NULL DEFAULT 0;
