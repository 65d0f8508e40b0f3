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
