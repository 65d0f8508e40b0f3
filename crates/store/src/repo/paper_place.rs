//! Where copies of the sheet lie, as their owners noted it. The notes are sealed.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, PaperPlaceId, SetId, Timestamp};

/// A place as it is kept.
#[derive(Clone, Debug)]
pub struct KeptPlace {
    /// Its id.
    pub id: PaperPlaceId,
    /// The sheet of which a copy lies there.
    pub set: SetId,
    /// What kind of place it is and the owner's words, sealed.
    pub note: Vec<u8>,
    /// When it was noted.
    pub noted_at: Timestamp,
}

impl KeptPlace {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("place_id")?,
            set: row.get("set_id")?,
            note: row.get("note")?,
            noted_at: row.get("noted_at")?,
        })
    }
}

const LIST: Statement = Statement::new(
    "paper_place_list",
    "SELECT place_id, set_id, note, noted_at FROM paper_place WHERE account_id = $1 ORDER BY noted_at, place_id",
);
const NOTE: Statement = Statement::new(
    "paper_place_note",
    "INSERT INTO paper_place (account_id, place_id, set_id, note, noted_at) VALUES ($1, $2, $3, $4, $5)",
);
const FOLLOW: Statement = Statement::new(
    "paper_place_follow",
    "UPDATE paper_place SET set_id = $1, noted_at = $2 WHERE account_id = $3 AND place_id = $4 AND set_id <> $1 RETURNING place_id",
);
const FORGET: Statement = Statement::new(
    "paper_place_forget",
    "DELETE FROM paper_place WHERE account_id = $1 AND place_id = $2 RETURNING place_id",
);
const FORGET_ALL: Statement = Statement::new(
    "paper_place_forget_all",
    "DELETE FROM paper_place WHERE account_id = $1",
);

pub(crate) const ALL: &[&Statement] = &[&LIST, &NOTE, &FOLLOW, &FORGET, &FORGET_ALL];

/// Every place of an account, of whichever sheet, the first noted first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<KeptPlace>, Error> {
    let rows = tx.query(&LIST, &[account.into()]).await?;
    rows.iter().map(KeptPlace::from_row).collect()
}

/// Keeps a place.
///
/// # Errors
/// Whatever the database says.
pub async fn note(tx: &Tx, account: AccountId, place: &KeptPlace) -> Result<(), Error> {
    let args = [
        account.into(),
        place.id.into(),
        place.set.into(),
        place.note.as_slice().into(),
        place.noted_at.into(),
    ];
    tx.execute(&NOTE, &args).await?;
    Ok(())
}

/// Notes that a copy of another sheet lies there now; false if that is known, or if there is no such place.
///
/// # Errors
/// Whatever the database says.
pub async fn follow(
    tx: &Tx,
    account: AccountId,
    place: PaperPlaceId,
    set: SetId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [set.into(), now.into(), account.into(), place.into()];
    Ok(tx.one(&FOLLOW, &args).await?.is_some())
}

/// Forgets a place; false if there is none.
///
/// # Errors
/// Whatever the database says.
pub async fn forget(tx: &Tx, account: AccountId, place: PaperPlaceId) -> Result<bool, Error> {
    let forgotten = tx.one(&FORGET, &[account.into(), place.into()]).await?;
    Ok(forgotten.is_some())
}

/// Forgets every place of an account.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_all(tx: &Tx, account: AccountId) -> Result<(), Error> {
    tx.execute(&FORGET_ALL, &[account.into()]).await?;
    Ok(())
}
