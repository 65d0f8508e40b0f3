-- What e-mail providers say afterwards of mails that they took. Conventions as in 0001.

ALTER TABLE outbox ADD COLUMN delivered_at BIGINT;       -- a provider said then that the recipient's server has it
-- A report names the mail as the provider does.
CREATE INDEX outbox_reference ON outbox (transport, reference);
