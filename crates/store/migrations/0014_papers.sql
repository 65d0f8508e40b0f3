-- Where copies of the sheet lie. Conventions as in 0001.

-- A place that the owner noted. It is about one sheet, and stays when that ends, so that the old copy is found and replaced.
CREATE TABLE paper_place (
  account_id BLOB NOT NULL,
  place_id BLOB NOT NULL,
  set_id BLOB NOT NULL,                  -- the sheet
  note BLOB NOT NULL,                    -- kind of place and the owner's words; sealed
  noted_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, place_id)
);
