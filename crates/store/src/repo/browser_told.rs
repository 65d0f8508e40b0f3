//! What a browser that is signed in has been told by a banner.

use crate::repo::event::Event;
use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

const BEGIN: Statement = Statement::new(
    "browser_told_begin",
    "INSERT INTO browser_told (account_id, browser_hash, told_until) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id, browser_hash) DO NOTHING",
);
const TELL: Statement = Statement::new(
    "browser_told_tell",
    "INSERT INTO browser_told (account_id, browser_hash, told_until) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id, browser_hash) DO UPDATE SET told_until = excluded.told_until \
     WHERE browser_told.told_until < excluded.told_until",
);
const SINCE: Statement = Statement::new(
    "browser_told_since",
    "SELECT told_until FROM browser_told WHERE account_id = $1 AND browser_hash = $2",
);
const NEWS: Statement = Statement::new(
    "browser_told_news",
    "SELECT event_id, kind, at, details, network, device, browser_hash FROM security_event \
     WHERE account_id = $1 AND at > $2 ORDER BY at DESC, ordinal DESC, event_id LIMIT $3",
);

pub(crate) const ALL: &[&Statement] = &[&BEGIN, &TELL, &SINCE, &NEWS];

/// A browser signs in: what happened before its first time here is no news to it.
///
/// # Errors
/// Whatever the database says.
pub async fn begin(
    tx: &Tx,
    account: AccountId,
    browser: &[u8; 32],
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&BEGIN, &[account.into(), browser.into(), now.into()])
        .await?;
    Ok(())
}

/// Whoever sits there has seen what happened until then.
///
/// # Errors
/// Whatever the database says.
pub async fn tell(
    tx: &Tx,
    account: AccountId,
    browser: &[u8; 32],
    until: Timestamp,
) -> Result<(), Error> {
    tx.execute(&TELL, &[account.into(), browser.into(), until.into()])
        .await?;
    Ok(())
}

/// Until when a browser has been told; `None` for one that was signed in before there were banners.
///
/// # Errors
/// Whatever the database says.
pub async fn since(
    tx: &Tx,
    account: AccountId,
    browser: &[u8; 32],
) -> Result<Option<Timestamp>, Error> {
    tx.one(&SINCE, &[account.into(), browser.into()])
        .await?
        .map(|row| row.get("told_until"))
        .transpose()
}

/// The newest events since then, newest first, each with the browser that did it.
///
/// # Errors
/// Whatever the database says.
pub async fn news(
    tx: &Tx,
    account: AccountId,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<(Event, Option<[u8; 32]>)>, Error> {
    tx.query(&NEWS, &[account.into(), since.into(), limit.into()])
        .await?
        .iter()
        .map(|row| Ok((Event::from_row(row)?, row.get("browser_hash")?)))
        .collect()
}
