-- What stands between an account and its real mailbox: the freeze, cut-offs, app passwords, mail sign-ins, tokens, imports.

-- The freeze. While frozen_at is set nothing opens but the way to thaw.
ALTER TABLE account ADD COLUMN frozen_at BIGINT;
-- What was said to be taken, where that binds whoever opens the account again: phone | paper | unknown; null: nothing was said.
-- Until it is opened nothing else is noted: factors and codes stay as they are. Opening it sets what was taken to `suspended`.
ALTER TABLE account ADD COLUMN taken TEXT;

-- What the mail software calls the account, where that isn't its address: lower case, also a key of the address book.
ALTER TABLE account ADD COLUMN login TEXT;

-- Open mail connections that must end and caches that must be forgotten: one row an account, until the mail software did it.
CREATE TABLE mail_cut_off (
  account_id BLOB NOT NULL PRIMARY KEY,
  login TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL
);
CREATE INDEX mail_cut_off_due ON mail_cut_off (due_at);

-- App passwords. One works while ended_at is null and expires_at has not come; what ended is kept (N13).
CREATE TABLE app_password (
  account_id BLOB NOT NULL,
  app_password_id BLOB NOT NULL,
  label TEXT NOT NULL,
  hash BLOB NOT NULL,                    -- HMAC-SHA-256 under the pepper
  pepper TEXT NOT NULL,                  -- id of that password pepper
  policy_hash BLOB,                      -- HMAC-SHA-256 under the same pepper of Dovecot's full policy hash; null without a policy nonce
  scopes TEXT NOT NULL,                  -- imap pop3 smtp sieve
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,                 -- device and network, as told to the owner
  expires_at BIGINT,
  last_used_at BIGINT,
  last_address TEXT,
  last_program TEXT,
  ended_at BIGINT,
  ended_why TEXT,                        -- removed | frozen | replaced | re-enrolled
  PRIMARY KEY (account_id, app_password_id),
  UNIQUE (account_id, hash)
);
CREATE INDEX app_password_policy_hash ON app_password (account_id, policy_hash);

-- Imports. When an import of another system's accounts made this one.
ALTER TABLE account ADD COLUMN imported_at BIGINT;
-- How that system computed its hash: scheme, cost, salt, never the hash itself. While set, account.password is Argon2id of
-- HMAC(pepper, that hash); the first sign-in makes it an ordinary password.
ALTER TABLE account ADD COLUMN password_setting TEXT;
-- 1: the password that came along is one that would not be taken today.
ALTER TABLE account ADD COLUMN password_weak BIGINT;
CREATE INDEX account_wrapped ON account (account_id) WHERE password_setting IS NOT NULL;

-- Apps that sign people in here, as the command line keeps them; those of the configuration are not here.
CREATE TABLE client (
  client_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  secret_hash BLOB,                      -- SHA-256 of 256 random bits; null: an app that can keep no secret
  redirect_uris TEXT NOT NULL,           -- one a line
  post_logout_redirect_uris TEXT NOT NULL,
  back_channel_logout_uri TEXT,
  mail BIGINT NOT NULL,                  -- 1: may ask for the scope mail
  pkce_optional BIGINT NOT NULL,
  signing TEXT NOT NULL,                 -- RS256 | ES256
  made_at BIGINT NOT NULL
);

-- What an app holds: one row for each sign-in at an app. Everything else it holds lives only as long as this.
CREATE TABLE app_grant (
  account_id BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  client_id TEXT NOT NULL,
  scopes TEXT NOT NULL,
  methods TEXT NOT NULL,                 -- what was proved: pwd otp code
  auth_time BIGINT NOT NULL,             -- when
  nonce TEXT,
  session_hash BLOB NOT NULL,            -- the session it came from, also after that one's id rotated
  network TEXT NOT NULL,                 -- the client address of the browser that signed in
  device TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  opened_at BIGINT,                      -- when its code became tokens
  used_at BIGINT NOT NULL,
  lives_until BIGINT NOT NULL,           -- when the last of its tokens ends by itself
  ended_at BIGINT,
  PRIMARY KEY (account_id, grant_id)
);
CREATE INDEX app_grant_over ON app_grant (lives_until);

-- Authorization codes: good once, for a minute, for one client, one address and one PKCE challenge.
CREATE TABLE app_code (
  account_id BLOB NOT NULL,
  code_hash BLOB NOT NULL,               -- SHA-256 of the code's secret
  grant_id BLOB NOT NULL,
  client_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  challenge TEXT NOT NULL,               -- empty: it came without PKCE
  expires_at BIGINT NOT NULL,
  spent_at BIGINT,
  PRIMARY KEY (account_id, code_hash)
);
CREATE INDEX app_code_over ON app_code (expires_at);

-- Access and refresh tokens.
CREATE TABLE app_token (
  account_id BLOB NOT NULL,
  token_hash BLOB NOT NULL,              -- SHA-256 of the token's secret
  grant_id BLOB NOT NULL,
  kind TEXT NOT NULL,                    -- access | refresh
  scopes TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT,                       -- a refresh token that was used, or a token that was revoked
  PRIMARY KEY (account_id, token_hash)
);
CREATE INDEX app_token_over ON app_token (expires_at);

-- Apps that must be told that a sign-in ended, written in the transaction that ended it.
CREATE TABLE logout_call (
  account_id BLOB NOT NULL,
  grant_id BLOB NOT NULL,
  client_id TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  PRIMARY KEY (account_id, grant_id)
);
CREATE INDEX logout_call_due ON logout_call (due_at);

-- When mail programs signed in: one row for each credential, network and protocol.
CREATE TABLE mail_access (
  account_id BLOB NOT NULL,
  kind TEXT NOT NULL,                    -- app-password | main-password | app
  credential BLOB NOT NULL,              -- the app password or grant; all zeros for the main password
  network TEXT NOT NULL,
  protocol TEXT NOT NULL,                -- imap | pop3 | smtp | sieve
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  address TEXT NOT NULL,
  program TEXT,
  uses BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind, credential, network, protocol)
);

-- When the owner was last told of what mail programs do again and again: once a day at most.
CREATE TABLE mail_told (
  account_id BLOB NOT NULL,
  kind TEXT NOT NULL,                    -- main-password-tried | sending-held
  told_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind)
);

-- How many recipients an account wrote to in each hour; kept for thirty days.
CREATE TABLE sent_hour (
  account_id BLOB NOT NULL,
  hour BIGINT NOT NULL,                  -- whole hours since the epoch
  recipients BIGINT NOT NULL,            -- of mail that went out
  held BIGINT NOT NULL,                  -- of mail that was held
  PRIMARY KEY (account_id, hour)
);

-- Re-enrolments that one operator asked for and another has to confirm: the last one of each account.
CREATE TABLE re_enrolment_request (
  account_id BLOB NOT NULL PRIMARY KEY,
  asked_by BLOB NOT NULL,                -- the operator's account
  reason TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  confirmed_by BLOB,
  confirmed_at BIGINT
);
CREATE INDEX re_enrolment_request_waiting ON re_enrolment_request (expires_at);
