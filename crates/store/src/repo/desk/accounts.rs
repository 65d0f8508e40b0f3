//! The operator's list of accounts: looked for by the beginning of an address or of a word of the name, a page at a time.

use crate::repo::account::search_address;
use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// One account of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: AccountId,
    /// The mailbox's address.
    pub address: String,
    /// The owner's name.
    pub name: String,
    /// `owner` or `operator`.
    pub role: String,
    /// `invited`, `active` or `suspended`.
    pub state: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Since when a password alone opens nothing.
    pub second_factor_since: Option<Timestamp>,
    /// Since when it is frozen.
    pub frozen_at: Option<Timestamp>,
    /// When it was imported.
    pub imported_at: Option<Timestamp>,
    /// Usable codes of the sheet in force; `None` without a sheet in force.
    pub codes_left: Option<i64>,
    /// When somebody last signed in with a browser.
    pub browser_at: Option<Timestamp>,
    /// When a mail program last signed in.
    pub mail_at: Option<Timestamp>,
    /// Until when its invitation works, used ones left out.
    pub invited_until: Option<Timestamp>,
}

impl Line {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let sheets: i64 = row.get("sheets")?;
        let left: i64 = row.get("codes_left")?;
        Ok(Self {
            id: row.get("account_id")?,
            address: row.get("address")?,
            name: row.get("name")?,
            role: row.get("role")?,
            state: row.get("state")?,
            created_at: row.get("created_at")?,
            second_factor_since: row.get("second_factor_since")?,
            frozen_at: row.get("frozen_at")?,
            imported_at: row.get("imported_at")?,
            codes_left: (sheets > 0).then_some(left),
            browser_at: row.get("browser_at")?,
            mail_at: row.get("mail_at")?,
            invited_until: row.get("invited_until")?,
        })
    }

    /// Where the list goes on after this one.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            address: search_address(&self.address),
            account: self.id,
        }
    }
}

/// A place in the list, which is in the order of addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The address that it is looked for by.
    pub address: Vec<u8>,
    /// The account.
    pub account: AccountId,
}

impl Place {
    /// Before the first account.
    #[must_use]
    pub const fn start() -> Self {
        Self {
            address: Vec::new(),
            account: AccountId::NOBODY,
        }
    }
}

/// What a line is made of, with the time now as `$1`.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT account_id, address, name, role, state, created_at, second_factor_since, frozen_at, imported_at, \
             (SELECT COUNT(*) FROM code_set WHERE code_set.account_id = account.account_id AND code_set.state = 'active' \
              AND code_set.effective_at <= $1 AND (code_set.ended_at IS NULL OR code_set.ended_at > $1)) AS sheets, \
             (SELECT COUNT(*) FROM code_set JOIN code ON code.account_id = code_set.account_id AND code.set_id = code_set.set_id \
              WHERE code_set.account_id = account.account_id AND code_set.state = 'active' AND code_set.effective_at <= $1 \
              AND (code_set.ended_at IS NULL OR code_set.ended_at > $1) AND code.spent_at IS NULL AND code.counts_at <= $1) \
              AS codes_left, \
             (SELECT MAX(device.seen_at) FROM device WHERE device.account_id = account.account_id) AS browser_at, \
             (SELECT MAX(mail_access.last_seen) FROM mail_access WHERE mail_access.account_id = account.account_id) AS mail_at, \
             (SELECT MAX(link.expires_at) FROM link WHERE link.account_id = account.account_id AND link.kind = 'invitation' \
              AND link.consumed_at IS NULL) AS invited_until FROM account ",
            $rest
        )
    };
}

const ONE: Statement = Statement::new("desk_account", line!("WHERE account_id = $2"));
const SEARCH: Statement = Statement::new(
    "desk_search",
    line!(
        "WHERE (search_address, account_id) > ($2, $3) \
         AND ((search_address >= $4 AND search_address < $5) OR search_name LIKE $6 ESCAPE '!') \
         AND ($7 = 'all' OR ($7 = 'invited' AND state = 'invited') OR ($7 = 'suspended' AND state = 'suspended') \
          OR ($7 = 'frozen' AND frozen_at IS NOT NULL) OR ($7 = 'operators' AND role = 'operator') \
          OR ($7 = 'no-second-step' AND state = 'active' AND second_factor_since IS NULL) \
          OR ($7 = 'no-codes' AND state = 'active' AND NOT EXISTS (SELECT 1 FROM code_set \
           WHERE code_set.account_id = account.account_id AND code_set.state = 'active' AND code_set.effective_at <= $1 \
           AND (code_set.ended_at IS NULL OR code_set.ended_at > $1))) \
          OR ($7 = 'behind' AND state = 'active' AND frozen_at IS NULL AND NOT EXISTS (SELECT 1 FROM code_set \
           WHERE code_set.account_id = account.account_id AND code_set.state = 'active' \
           AND (code_set.ended_at IS NULL OR code_set.ended_at > $1)))) \
         ORDER BY search_address, account_id LIMIT $8"
    ),
);

pub(crate) const ALL: &[&Statement] = &[&ONE, &SEARCH];

/// One account.
///
/// # Errors
/// Whatever the database says.
pub async fn one(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Option<Line>, Error> {
    tx.one(&ONE, &[now.into(), account.into()])
        .await?
        .as_ref()
        .map(Line::from_row)
        .transpose()
}

/// Up to `limit` accounts behind a place of the list, in the order of their addresses, whose address or a word of whose name
/// begins with `text`, and that `filter` leaves: `all`, `invited`, `no-second-step`, `no-codes`, `behind`, `frozen`, `suspended`, `operators`.
///
/// # Errors
/// Whatever the database says.
pub async fn search(
    tx: &Tx,
    text: &str,
    filter: &str,
    after: &Place,
    limit: i64,
    now: Timestamp,
) -> Result<Vec<Line>, Error> {
    let first = search_address(text);
    // No byte of UTF-8 is as large as this.
    let end = [first.as_slice(), &[0xff]].concat();
    let args = [
        now.into(),
        after.address.clone().into(),
        after.account.into(),
        first.into(),
        end.into(),
        word_begins_with(text).into(),
        filter.into(),
        limit.into(),
    ];
    tx.query(&SEARCH, &args)
        .await?
        .iter()
        .map(Line::from_row)
        .collect()
}

/// The pattern of names with a word that begins like this.
fn word_begins_with(text: &str) -> String {
    let mut pattern = "% ".to_owned();
    for c in text.to_lowercase().chars() {
        if ['%', '_', '!'].contains(&c) {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::word_begins_with;

    #[test]
    fn what_is_typed_is_no_pattern() {
        assert_eq!(word_begins_with("Bo"), "% bo%");
        assert_eq!(word_begins_with("100%_!"), "% 100!%!_!!%");
    }
}
