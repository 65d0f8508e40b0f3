-- Reminders. Conventions as in 0001.

-- When each account is looked at next for what is due, and what it was mailed: one row an account.
CREATE TABLE reminder_round (
  account_id BLOB NOT NULL PRIMARY KEY,
  look_at BIGINT NOT NULL,               -- 0: the account was there before there were reminders
  begun_at BIGINT NOT NULL,              -- when the first year of its digests began
  mailed_at BIGINT,                      -- the last letter, reminder or digest
  digest_at BIGINT                       -- the last digest
);
CREATE INDEX reminder_round_due ON reminder_round (look_at);
INSERT INTO reminder_round (account_id, look_at, begun_at) SELECT account_id, 0, created_at FROM account;

-- What owners put off. A row counts for the occasion that it was made on, so that nothing has to end it.
CREATE TABLE snooze (
  account_id BLOB NOT NULL,
  topic TEXT NOT NULL,                   -- sheet | drill
  made_at BIGINT NOT NULL,
  wakes_at BIGINT NOT NULL,
  times BIGINT NOT NULL,                 -- how often in a row
  PRIMARY KEY (account_id, topic)
);
