-- Banners. Conventions as in 0001.

-- Which browser did it, as in device; null where none did, and for what happened before.
ALTER TABLE security_event ADD COLUMN browser_hash BLOB;

-- Up to when each browser has been told what happened to the account. Only that browser moves it.
CREATE TABLE browser_told (
  account_id BLOB NOT NULL,
  browser_hash BLOB NOT NULL,
  told_until BIGINT NOT NULL,
  PRIMARY KEY (account_id, browser_hash)
);
