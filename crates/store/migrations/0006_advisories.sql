-- Advisories. Conventions as in 0001.

-- What the operator has to say to everybody, or to those whom it concerns.
CREATE TABLE advisory (
  advisory_id BLOB NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,                    -- Markdown, as it was written
  severity TEXT NOT NULL,                -- info | notice | critical
  audience TEXT NOT NULL,                -- everybody | operators | without-second-step | without-codes
  public BIGINT NOT NULL,                -- 1: anybody may read it, and it is in the feed
  from_at BIGINT NOT NULL,
  until_at BIGINT,
  written_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,            -- when it was written, corrected or withdrawn: who read it before has not read that
  corrected_at BIGINT,
  withdrawn_at BIGINT,
  why TEXT,                              -- why it was withdrawn, for its readers
  mail_due_at BIGINT,                    -- when the next batch of mails is written; null: there is none to write
  mail_after BLOB NOT NULL,              -- the last account of the last batch; all zeros before the first
  mail_end BLOB,                         -- no account behind this one is mailed; null: all are
  mailed BIGINT NOT NULL                 -- accounts that were mailed in this round
);
CREATE INDEX advisory_mail_due ON advisory (mail_due_at) WHERE mail_due_at IS NOT NULL;
CREATE INDEX advisory_newest ON advisory (from_at);

-- Who read what, and to whom it went with a monthly letter.
CREATE TABLE advisory_reader (
  account_id BLOB NOT NULL,
  advisory_id BLOB NOT NULL,
  mailed_at BIGINT,
  read_at BIGINT,
  PRIMARY KEY (account_id, advisory_id)
);
CREATE INDEX advisory_reader_of ON advisory_reader (advisory_id);
