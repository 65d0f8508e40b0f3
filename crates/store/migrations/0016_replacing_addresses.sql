-- An outside address that takes the place of another. Conventions as in 0001.

-- The address whose place it takes: that one is removed once the code was typed here. Null: it is added to the others.
ALTER TABLE outside_address ADD COLUMN replaces BLOB;
