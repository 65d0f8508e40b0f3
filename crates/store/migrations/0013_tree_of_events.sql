-- The tree of events: nobody changes what happened without leaving a trace. Conventions as in 0001.

-- The event's place in the tree; null until the job gave it one. The tree spans accounts, so this is no key here.
ALTER TABLE security_event ADD COLUMN position BIGINT;
-- When it was asked that all but its kind and time be erased; that waits until it is in the tree.
ALTER TABLE security_event ADD COLUMN erase_asked_at BIGINT;
CREATE INDEX security_event_to_append ON security_event (at, ordinal) WHERE position IS NULL;
CREATE INDEX security_event_in_tree ON security_event (position) WHERE position IS NOT NULL;
CREATE INDEX security_event_to_erase ON security_event (erase_asked_at) WHERE erase_asked_at IS NOT NULL;

-- One leaf for each event of whatever account, in the order they were put there: what lasts of it, and a commitment to the rest.
CREATE TABLE audit_leaf (
  position BIGINT NOT NULL PRIMARY KEY,  -- 0, 1, 2 … without a gap
  event_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  commitment BLOB NOT NULL,              -- SHA-256 over the event's salt and what is somebody's own of it
  hash BLOB NOT NULL,                    -- of the leaf (RFC 6962)
  erased_by BLOB                         -- the event that says that the rest is gone; null: it is there
);
CREATE UNIQUE INDEX audit_leaf_event ON audit_leaf (event_id);

-- What the tree came to whenever it had grown, signed. None is ever changed.
CREATE TABLE audit_head (
  size BIGINT NOT NULL PRIMARY KEY,      -- how many leaves
  root BLOB NOT NULL,
  at BIGINT NOT NULL,
  line TEXT NOT NULL,                    -- the twenty symbols that stand on sheets
  key_id TEXT NOT NULL,                  -- of the kind audit
  signature BLOB NOT NULL                -- Ed25519 over size, root and at
);
CREATE INDEX audit_head_line ON audit_head (line);

-- Where appending goes on: one row, made by the first job. One job at a time has its lease.
CREATE TABLE audit_tree (
  tree BIGINT NOT NULL PRIMARY KEY,      -- 1
  size BIGINT NOT NULL,
  frontier BLOB NOT NULL,                -- the roots of its full subtrees
  leased_until BIGINT NOT NULL
);
