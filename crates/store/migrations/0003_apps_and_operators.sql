-- For apps and operators. Conventions as in 0001.

-- Events of one transaction share a microsecond: which of them came first.
ALTER TABLE security_event ADD COLUMN ordinal BIGINT NOT NULL DEFAULT 0;
