-- Passkeys, and the questions that wait for a browser's answer.

-- In force while active, effective_at has come and ended_at has not.
CREATE TABLE passkey (
  account_id BLOB NOT NULL,
  passkey_id BLOB NOT NULL,
  credential_id BLOB NOT NULL,           -- what the authenticator calls it
  credential BLOB NOT NULL,              -- public key and what was said of it; sealed, so that whoever can write here plants none
  name TEXT NOT NULL,                    -- the owner's own name for it
  aaguid BLOB NOT NULL,                  -- who keeps it, as it says itself; all zeros where it doesn't
  state TEXT NOT NULL,                   -- active | suspended | stopped | removed
  counter BIGINT NOT NULL,               -- the signature counter last accepted; 0 where it doesn't count
  beside_password BIGINT NOT NULL,       -- 1: it opens nothing alone until it was used beside the password (after a restore)
  made_at BIGINT NOT NULL,
  last_used_at BIGINT,
  effective_at BIGINT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (account_id, passkey_id),
  UNIQUE (account_id, credential_id)
);

-- Questions put to passkeys. The account is all zeros where nobody has said who they are.
CREATE TABLE passkey_ceremony (
  account_id BLOB NOT NULL,
  ceremony_id BLOB NOT NULL,
  purpose TEXT NOT NULL,                 -- register | sign-in | second-step | step-up | confirm | thaw | reset | found
  bound_to BLOB NOT NULL,                -- the hash of the session or half-session; of the browser where there is none
  question BLOB NOT NULL,                -- what the answer is judged by; sealed
  expires_at BIGINT NOT NULL,
  spent_at BIGINT,
  PRIMARY KEY (account_id, ceremony_id)
);
CREATE INDEX passkey_ceremony_due ON passkey_ceremony (expires_at);
