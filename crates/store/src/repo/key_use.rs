//! What rests on which key: counted over all accounts, for operators who rotate keys.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::Timestamp;
use std::collections::BTreeMap;

const CODES: Statement = Statement::new(
    "key_use_codes",
    "SELECT code.pepper AS key_id, COUNT(*) AS n FROM code JOIN code_set \
     ON code_set.account_id = code.account_id AND code_set.set_id = code.set_id \
     WHERE code_set.state IN ('shown', 'active', 'suspended') AND (code_set.ended_at IS NULL OR code_set.ended_at > $1) \
     GROUP BY code.pepper",
);
const TAGS: Statement = Statement::new(
    "key_use_tags",
    "SELECT COALESCE(code.tag_key, '') AS key_id, COUNT(*) AS n FROM code JOIN code_set \
     ON code_set.account_id = code.account_id AND code_set.set_id = code.set_id \
     WHERE code_set.state IN ('shown', 'active', 'suspended') AND (code_set.ended_at IS NULL OR code_set.ended_at > $1) \
     AND code.spent_at IS NULL GROUP BY COALESCE(code.tag_key, '')",
);
const PASSWORDS: Statement = Statement::new(
    "key_use_passwords",
    "SELECT password_pepper AS key_id, COUNT(*) AS n FROM account \
     WHERE password IS NOT NULL AND password_pepper IS NOT NULL GROUP BY password_pepper",
);
const APP_PASSWORDS: Statement = Statement::new(
    "key_use_app_passwords",
    "SELECT pepper AS key_id, COUNT(*) AS n FROM app_password \
     WHERE ended_at IS NULL AND (expires_at IS NULL OR expires_at > $1) GROUP BY pepper",
);

const API_KEYS: Statement = Statement::new(
    "key_use_api_keys",
    "SELECT pepper AS key_id, COUNT(*) AS n FROM api_key \
     WHERE ended_at IS NULL AND (expires_at IS NULL OR expires_at > $1) GROUP BY pepper",
);

// A sealed value begins with the length of its key's id in one byte, then the id: first which lengths there are, then the ids.
const SEALED_LENGTHS: Statement = Statement::new(
    "key_use_sealed_lengths",
    "SELECT DISTINCT SUBSTR(kept, 1, 1) AS length FROM (SELECT secret AS kept FROM totp \
     UNION ALL SELECT credential FROM passkey UNION ALL SELECT note FROM paper_place UNION ALL SELECT page_words FROM code_set UNION ALL SELECT drill_word FROM code UNION ALL SELECT link FROM outbox \
     UNION ALL SELECT phrase FROM account UNION ALL SELECT secret FROM app_webhook UNION ALL SELECT former_secret FROM app_webhook) AS sealed \
     WHERE kept IS NOT NULL",
);
const SEALED: Statement = Statement::new(
    "key_use_sealed",
    "SELECT SUBSTR(kept, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id, COUNT(*) AS n FROM (SELECT secret AS kept FROM totp \
     UNION ALL SELECT credential FROM passkey UNION ALL SELECT note FROM paper_place UNION ALL SELECT page_words FROM code_set UNION ALL SELECT drill_word FROM code UNION ALL SELECT link FROM outbox \
     UNION ALL SELECT phrase FROM account UNION ALL SELECT secret FROM app_webhook UNION ALL SELECT former_secret FROM app_webhook) AS sealed \
     WHERE SUBSTR(kept, 1, 1) = $1 GROUP BY SUBSTR(kept, 2, CAST(CAST($2 AS BIGINT) AS INTEGER))",
);

pub(crate) const ALL: &[&Statement] = &[
    &CODES,
    &TAGS,
    &PASSWORDS,
    &APP_PASSWORDS,
    &API_KEYS,
    &SEALED_LENGTHS,
    &SEALED,
];

/// Rows by the id of the key they need.
pub type Resting = BTreeMap<String, i64>;

/// What rests on the keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyUse {
    /// Codes of sheets that open the door or may later, by code pepper.
    pub codes: Resting,
    /// Unspent codes of the same sheets, by tag key; under the empty id those of which a former version didn't note it.
    pub tags: Resting,
    /// Passwords, app passwords and API keys in force, by password pepper.
    pub passwords: Resting,
    /// Sealed values, by sealing key.
    pub sealed: Resting,
}

/// Counts what rests on every key.
///
/// # Errors
/// Whatever the database says.
pub async fn count(tx: &Tx, now: Timestamp) -> Result<KeyUse, Error> {
    let mut used = KeyUse::default();
    add(&mut used.codes, tx.query(&CODES, &[now.into()]).await?)?;
    add(&mut used.tags, tx.query(&TAGS, &[now.into()]).await?)?;
    add(&mut used.passwords, tx.query(&PASSWORDS, &[]).await?)?;
    let app_passwords = tx.query(&APP_PASSWORDS, &[now.into()]).await?;
    add(&mut used.passwords, app_passwords)?;
    add(
        &mut used.passwords,
        tx.query(&API_KEYS, &[now.into()]).await?,
    )?;
    for row in tx.query(&SEALED_LENGTHS, &[]).await? {
        let length: Vec<u8> = row.get("length")?;
        let id_length = length.first().copied().map_or(0, i64::from);
        for row in tx
            .query(&SEALED, &[length.into(), id_length.into()])
            .await?
        {
            let id: Vec<u8> = row.get("key_id")?;
            let id = String::from_utf8(id)
                .map_err(|_| Error::inconsistent("the key id of a sealed value"))?;
            *used.sealed.entry(id).or_default() += row.get::<i64>("n")?;
        }
    }
    Ok(used)
}

fn add(resting: &mut Resting, rows: Vec<Row>) -> Result<(), Error> {
    for row in rows {
        let id: String = row.get("key_id")?;
        *resting.entry(id).or_default() += row.get::<i64>("n")?;
    }
    Ok(())
}
