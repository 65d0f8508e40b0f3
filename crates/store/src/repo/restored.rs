//! What a restored backup still holds open, of all accounts at once.

use crate::{Error, Statement, Tx};
use counterfoil_model::Timestamp;

const END_LINKS: Statement = Statement::new(
    "restored_end_links",
    "UPDATE link SET consumed_at = $1 WHERE consumed_at IS NULL",
);
const FORGET_LINKED_NOTICES: Statement = Statement::new(
    "restored_forget_linked_notices",
    "UPDATE outbox SET state = 'expired', link = NULL WHERE state = 'queued' AND expires_at IS NOT NULL",
);
const FORGET_FREEZE_LINKS: Statement = Statement::new(
    "restored_forget_freeze_links",
    "UPDATE outbox SET link = NULL WHERE state = 'queued' AND link IS NOT NULL",
);
const END_REQUESTS: Statement = Statement::new(
    "restored_end_requests",
    "UPDATE re_enrolment_request SET expires_at = $1 WHERE confirmed_at IS NULL AND expires_at > $1",
);
const INVITED: Statement = Statement::new(
    "restored_invited",
    "SELECT COUNT(*) AS n FROM account WHERE state = 'invited'",
);

pub(crate) const ALL: &[&Statement] = &[
    &END_LINKS,
    &FORGET_LINKED_NOTICES,
    &FORGET_FREEZE_LINKS,
    &END_REQUESTS,
    &INVITED,
];

/// Ends every one-time link, the notices that are there for the sake of one, and re-enrolments that wait for a second operator:
/// each of them may have been used or stopped after the backup was made. Notices that only offer the freeze go without it.
///
/// # Errors
/// Whatever the database says.
pub async fn end_links(tx: &Tx, now: Timestamp) -> Result<(), Error> {
    tx.execute(&END_LINKS, &[now.into()]).await?;
    tx.execute(&FORGET_LINKED_NOTICES, &[]).await?;
    tx.execute(&FORGET_FREEZE_LINKS, &[]).await?;
    tx.execute(&END_REQUESTS, &[now.into()]).await?;
    Ok(())
}

/// How many people were invited and need another invitation, since their link has ended.
///
/// # Errors
/// Whatever the database says.
pub async fn invited(tx: &Tx) -> Result<i64, Error> {
    tx.one(&INVITED, &[])
        .await?
        .map_or(Ok(0), |row| row.get("n"))
}
