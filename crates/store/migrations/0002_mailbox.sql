-- What stands between an account and its real mailbox: the freeze, cut-offs, app passwords, mail sign-ins, tokens, imports.

-- The freeze. While frozen_at is set nothing opens but the way to thaw.
ALTER TABLE account ADD COLUMN frozen_at BIGINT;
-- What the owner said was taken, when the account was frozen by somebody signed in: phone | paper; null: not known.
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
  ended_why TEXT,                        -- removed | frozen | replaced
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
