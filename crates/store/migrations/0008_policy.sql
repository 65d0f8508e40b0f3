-- The operator's policy. Conventions as in 0001.

-- What operators set, beside what the configuration says. A row holds from effective_at until ended_at, so a change that waits
-- takes effect without anybody doing anything. It is the service's, not an account's: at most two rows a setting are not over.
CREATE TABLE policy_change (
  change_id BLOB NOT NULL PRIMARY KEY,
  setting TEXT NOT NULL,                 -- its name in the configuration
  value BIGINT,                          -- in the setting's unit; null: what the configuration says
  former BIGINT NOT NULL,                -- what held when it was asked for
  becomes BIGINT NOT NULL,               -- what the value came to then, as it was told
  asked_by BLOB NOT NULL,                -- the operator's account; all zeros: the command line
  asked_at BIGINT NOT NULL,
  effective_at BIGINT NOT NULL,
  ended_at BIGINT,                       -- another took its place; not after effective_at: it was stopped and never held
  told_at BIGINT                         -- when operators were told that it took effect; null while it waits
);
CREATE INDEX policy_change_over ON policy_change (ended_at);

-- When somebody enrolled in the account; null in one that is older than this column: created_at says it.
ALTER TABLE account ADD COLUMN enrolled_at BIGINT;
-- When the owner was last told that codes are required, and from which moment on.
ALTER TABLE account ADD COLUMN codes_told_at BIGINT;
ALTER TABLE account ADD COLUMN codes_told_of BIGINT;
