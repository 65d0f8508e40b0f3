-- Recovery addresses: proved by a code, named, effective after a delay; the owner's phrase.

-- The owner's own name for the address; null: none.
ALTER TABLE outside_address ADD COLUMN label TEXT;
-- HMAC-SHA-256 under a password pepper of the code that was mailed there; null once it was typed.
ALTER TABLE outside_address ADD COLUMN code_hash BLOB;
ALTER TABLE outside_address ADD COLUMN code_expires_at BIGINT;
-- Wrong codes since that one was mailed.
ALTER TABLE outside_address ADD COLUMN code_failures BIGINT;
-- It hears of events, and may stop changes, from then on: verified_at and the delay. Null until it is verified.
ALTER TABLE outside_address ADD COLUMN counts_at BIGINT;
-- A removed one hears of events, and may stop its removal, until then; null for one that never counted.
ALTER TABLE outside_address ADD COLUMN leaves_at BIGINT;
-- When its owner last said that it is still theirs, and until when they asked not to be asked.
ALTER TABLE outside_address ADD COLUMN reviewed_at BIGINT;
ALTER TABLE outside_address ADD COLUMN review_snoozed_until BIGINT;
UPDATE outside_address SET counts_at = verified_at;
-- Seven days, in microseconds.
UPDATE outside_address SET leaves_at = removed_at + 604800000000 WHERE removed_at IS NOT NULL AND verified_at IS NOT NULL;

-- When somebody stopped the change by the link of a notice.
ALTER TABLE pending_change ADD COLUMN objected_at BIGINT;

-- The words by which the owner knows our mail; sealed.
ALTER TABLE account ADD COLUMN phrase BLOB;
