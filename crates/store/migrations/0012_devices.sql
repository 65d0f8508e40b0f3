-- Browsers, as their owner's list has them.

-- First sign-in, by whatever means.
ALTER TABLE device ADD COLUMN first_seen_at BIGINT;
UPDATE device SET first_seen_at = COALESCE(trusted_since, seen_at);
