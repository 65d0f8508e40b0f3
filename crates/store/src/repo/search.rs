//! What accounts are looked for by, for those that were there before they could be looked for. Here and not in SQL: SQLite's
//! `lower` knows ASCII alone, PostgreSQL's depends on the locale, and its way from text to bytes trips over a backslash.

use crate::repo::account::{search_address, search_name};
use crate::{Error, Statement, Tx};
use counterfoil_model::AccountId;

const MISSING: Statement = Statement::new(
    "search_missing",
    "SELECT account_id, address, name FROM account WHERE search_address IS NULL LIMIT 500",
);
const FILL: Statement = Statement::new(
    "search_fill",
    "UPDATE account SET search_address = $1, search_name = $2 WHERE account_id = $3",
);

pub(crate) const ALL: &[&Statement] = &[&MISSING, &FILL];

/// Lets every account be found that can't be yet.
///
/// # Errors
/// Whatever the database says.
pub(crate) async fn fill(tx: &Tx) -> Result<(), Error> {
    loop {
        let missing = tx.query(&MISSING, &[]).await?;
        if missing.is_empty() {
            return Ok(());
        }
        for row in &missing {
            let (account, address, name): (AccountId, String, String) = (
                row.get("account_id")?,
                row.get("address")?,
                row.get("name")?,
            );
            let args = [
                search_address(&address).into(),
                search_name(&name).into(),
                account.into(),
            ];
            tx.execute(&FILL, &args).await?;
        }
    }
}
