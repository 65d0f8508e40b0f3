-- What owners say of what happened. Conventions as in 0001.

-- me | not-me; null: nothing was said. It came later than the event, so it is no part of its leaf: saying it is an event of its own.
ALTER TABLE security_event ADD COLUMN answer TEXT;
ALTER TABLE security_event ADD COLUMN answered_at BIGINT;

-- When its owner said last that somebody was in who shouldn't have been: a password that was set before is asked for anew.
ALTER TABLE account ADD COLUMN password_doubted_at BIGINT;
