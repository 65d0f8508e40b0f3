-- What the main job keeps. Portable: BIGINT, TEXT, BLOB. Times are microseconds since the epoch (UTC); ids are
-- sixteen bytes made by us. Every key of an account's data begins with the account, so it can be sharded by it.

-- One mailbox and who owns it.
CREATE TABLE account (
  account_id BLOB NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,                 -- as the owner writes it
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  role TEXT NOT NULL,                    -- owner | operator
  state TEXT NOT NULL,                   -- invited | active | suspended
  created_at BIGINT NOT NULL,
  password TEXT,                         -- PHC string: Argon2id of HMAC(pepper, password in NFC)
  password_pepper TEXT,                  -- id of that pepper
  password_set_at BIGINT,
  second_factor_since BIGINT,            -- set when a second factor is first bound; while set, a password alone opens nothing
  held_until BIGINT                      -- after a re-enrolment nothing opens before this
);

-- Which account an address names; lower case, domain as A-label. The only table that is not an account's own.
CREATE TABLE address_book (
  address_key TEXT NOT NULL PRIMARY KEY,
  account_id BLOB NOT NULL
);

-- Addresses outside the mailbox that hear of every event.
CREATE TABLE outside_address (
  account_id BLOB NOT NULL,
  outside_id BLOB NOT NULL,
  address TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  verified_at BIGINT,
  removed_at BIGINT,                     -- hears of events for seven more days
  PRIMARY KEY (account_id, outside_id)
);

-- Authenticator apps. In force while active, effective_at has come and ended_at has not.
CREATE TABLE totp (
  account_id BLOB NOT NULL,
  totp_id BLOB NOT NULL,
  secret BLOB NOT NULL,                  -- sealed
  state TEXT NOT NULL,                   -- pending | active | stopped | disabled | removed
  last_step BIGINT NOT NULL,             -- RFC 6238 time step last accepted; none is accepted twice
  failures BIGINT NOT NULL,              -- wrong numbers in a row (N11)
  begun_at BIGINT NOT NULL,
  effective_at BIGINT,
  ended_at BIGINT,
  PRIMARY KEY (account_id, totp_id)
);

-- Sets of backup codes. In force while active, effective_at has come and ended_at has not.
CREATE TABLE code_set (
  account_id BLOB NOT NULL,
  set_id BLOB NOT NULL,
  sheet BIGINT NOT NULL,                 -- the number printed on the sheet
  state TEXT NOT NULL,                   -- shown | active | stopped | disabled | lost | discarded
  label TEXT NOT NULL,                   -- the owner's own name for the mailbox, as printed
  page_words BLOB NOT NULL,              -- sealed
  failures BIGINT NOT NULL,              -- wrong codes in a row (N11)
  shown_at BIGINT NOT NULL,
  proved_at BIGINT,
  effective_at BIGINT,
  ended_at BIGINT,
  drilled_at BIGINT,
  PRIMARY KEY (account_id, set_id),
  UNIQUE (account_id, sheet)
);

-- The counterfoils.
CREATE TABLE code (
  account_id BLOB NOT NULL,
  set_id BLOB NOT NULL,
  slot BIGINT NOT NULL,                  -- 1 to 31
  salt BLOB NOT NULL,                    -- 16 bytes
  digest BLOB NOT NULL,                  -- 32 bytes, Argon2id v0x13
  m_kib BIGINT NOT NULL,
  t BIGINT NOT NULL,
  p BIGINT NOT NULL,
  pepper TEXT NOT NULL,                  -- id of the pepper
  drill_word BLOB NOT NULL,              -- sealed
  drawn_at BIGINT NOT NULL,
  counts_at BIGINT,                      -- opens the door from then on; null until the owner typed it back
  replaces BIGINT,                       -- the spent slot this one stands in for
  spent_at BIGINT,
  spent_from TEXT,                       -- device and network, as told to the owner
  replacement_owed BIGINT NOT NULL,      -- 1 from the spending until a replacement counts
  PRIMARY KEY (account_id, set_id, slot)
);

-- Signed-in browsers, half-sessions between password and second step, and grants to set a new password.
CREATE TABLE session (
  account_id BLOB NOT NULL,
  session_hash BLOB NOT NULL,            -- SHA-256 of the cookie's secret
  browser_hash BLOB NOT NULL,            -- the browser it is bound to
  kind TEXT NOT NULL,                    -- half | full | reset
  methods TEXT NOT NULL,                 -- pwd otp code, in order of use
  held BIGINT NOT NULL,                  -- 1: opened by a code on a device that was not known
  started_at BIGINT NOT NULL,            -- the sign-in; kept when the id rotates
  seen_at BIGINT NOT NULL,
  stepped_up_at BIGINT NOT NULL,
  ended_at BIGINT,
  network TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (account_id, session_hash)
);

-- Browsers that have signed in. No factor; a place in its own lane.
CREATE TABLE device (
  account_id BLOB NOT NULL,
  browser_hash BLOB NOT NULL,
  name TEXT NOT NULL,
  trusted_since BIGINT,                  -- first sign-in by something other than a code or a recovery
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, browser_hash)
);

-- Wrong second steps, drills and checks in a row, per account and network.
CREATE TABLE guess_clock (
  account_id BLOB NOT NULL,
  network TEXT NOT NULL,
  failures BIGINT NOT NULL,
  last_failed_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, network)
);

-- What failed within an hour: codes whose tag was none of ours, per half-session and network; wrong passwords per network
-- (the account is all zeros there).
CREATE TABLE hour_count (
  account_id BLOB NOT NULL,
  scope TEXT NOT NULL,
  began_at BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  PRIMARY KEY (account_id, scope)
);

-- Wrong passwords, keyed by what was typed, whether such an account exists or not.
CREATE TABLE sign_in_clock (
  typed_hash BLOB NOT NULL,              -- HMAC of the typed address
  scope TEXT NOT NULL,                   -- a network, '*' for all of them, or a known device
  failures BIGINT NOT NULL,
  last_failed_at BIGINT NOT NULL,
  PRIMARY KEY (typed_hash, scope)
);

-- Changes that wait before they take effect and can be stopped from a notice.
CREATE TABLE pending_change (
  account_id BLOB NOT NULL,
  change_id BLOB NOT NULL,
  kind TEXT NOT NULL,                    -- totp | sheet | replacement | re-enrolment
  subject BLOB NOT NULL,                 -- the authenticator, set or account
  slot BIGINT,                           -- of a replacement
  state TEXT NOT NULL,                   -- waiting | applied | stopped
  asked_at BIGINT NOT NULL,
  effective_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, change_id)
);
CREATE INDEX pending_change_due ON pending_change (state, effective_at);

-- One-time links. The account is all zeros for the set-up link.
CREATE TABLE link (
  account_id BLOB NOT NULL,
  link_hash BLOB NOT NULL,               -- SHA-256 of the link's secret
  kind TEXT NOT NULL,                    -- set-up | invitation | verify-address | stop-change | restore-address | re-enrol
  subject BLOB,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  consumed_at BIGINT,
  PRIMARY KEY (account_id, link_hash)
);

-- One row per event, written in the event's transaction.
CREATE TABLE security_event (
  account_id BLOB NOT NULL,
  event_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  salt BLOB NOT NULL,                    -- 16 random bytes, so that a hash of the event tells nothing
  details TEXT NOT NULL,                 -- JSON object of the sentence's arguments; never a secret
  network TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (account_id, event_id)
);
CREATE INDEX security_event_newest ON security_event (account_id, at);

-- Notices on their way, written in the event's transaction.
CREATE TABLE outbox (
  account_id BLOB NOT NULL,
  notice_id BLOB NOT NULL,
  event_id BLOB NOT NULL,
  recipient TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,                    -- the event's kind
  at BIGINT NOT NULL,                    -- the event's time
  details TEXT NOT NULL,                 -- the event's details
  network TEXT NOT NULL,
  device TEXT NOT NULL,
  link BLOB,                             -- sealed; gone when the notice is handed over
  state TEXT NOT NULL,                   -- queued | handed-over | failed | expired
  attempts BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  expires_at BIGINT,                     -- a notice whose link has ended does not arrive stale
  handed_over_at BIGINT,
  last_error TEXT,
  PRIMARY KEY (account_id, notice_id)
);
CREATE INDEX outbox_due ON outbox (state, due_at);
