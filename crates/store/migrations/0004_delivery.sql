-- What becomes of notices after they left. Conventions as in 0001.

-- A notice's id is made of its event, its recipient and what it is for, so queueing the same one twice is one row. State
-- 'bounced' is new: the recipient's side refused it, at once or in a report that came later.
ALTER TABLE outbox ADD COLUMN transport TEXT;            -- the name of the one that took it
ALTER TABLE outbox ADD COLUMN reference TEXT;            -- what it is called there: a provider's id, or our Message-ID
ALTER TABLE outbox ADD COLUMN status TEXT;               -- enhanced status (RFC 3463) of the last answer that wasn't a yes
ALTER TABLE outbox ADD COLUMN bounced_at BIGINT;
-- A report comes back to an address that names the notice alone.
CREATE INDEX outbox_notice ON outbox (notice_id);

-- What the notices sent to an outside address came to: how many came back in a row, since when, and the last one's status.
ALTER TABLE outside_address ADD COLUMN bounces BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outside_address ADD COLUMN bouncing_since BIGINT;
ALTER TABLE outside_address ADD COLUMN bounced_at BIGINT;
ALTER TABLE outside_address ADD COLUMN bounce_status TEXT;

-- Wrong passwords are told together: whose address was typed, known while it is counted, and how many of them were told.
ALTER TABLE sign_in_clock ADD COLUMN account_id BLOB;    -- null for an address that nobody has
ALTER TABLE sign_in_clock ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
CREATE INDEX sign_in_clock_account ON sign_in_clock (account_id);
ALTER TABLE account ADD COLUMN refusals_told_at BIGINT;
