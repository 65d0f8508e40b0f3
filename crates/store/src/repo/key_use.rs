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
const TOTP_LENGTHS: Statement = Statement::new(
    "key_use_totp_lengths",
    "SELECT DISTINCT SUBSTR(secret, 1, 1) AS length FROM totp WHERE secret IS NOT NULL",
);
const TOTP: Statement = Statement::new(
    "key_use_totp",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(secret, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM totp \
     WHERE SUBSTR(secret, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const PASSKEYS_LENGTHS: Statement = Statement::new(
    "key_use_passkeys_lengths",
    "SELECT DISTINCT SUBSTR(credential, 1, 1) AS length FROM passkey WHERE credential IS NOT NULL",
);
const PASSKEYS: Statement = Statement::new(
    "key_use_passkeys",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(credential, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM passkey \
     WHERE SUBSTR(credential, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const PAGE_WORDS_LENGTHS: Statement = Statement::new(
    "key_use_page_words_lengths",
    "SELECT DISTINCT SUBSTR(page_words, 1, 1) AS length FROM code_set WHERE page_words IS NOT NULL",
);
const PAGE_WORDS: Statement = Statement::new(
    "key_use_page_words",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(page_words, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM code_set \
     WHERE SUBSTR(page_words, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const DRILL_WORDS_LENGTHS: Statement = Statement::new(
    "key_use_drill_words_lengths",
    "SELECT DISTINCT SUBSTR(drill_word, 1, 1) AS length FROM code WHERE drill_word IS NOT NULL",
);
const DRILL_WORDS: Statement = Statement::new(
    "key_use_drill_words",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(drill_word, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM code \
     WHERE SUBSTR(drill_word, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const NOTICE_LINKS_LENGTHS: Statement = Statement::new(
    "key_use_notice_links_lengths",
    "SELECT DISTINCT SUBSTR(link, 1, 1) AS length FROM outbox WHERE link IS NOT NULL",
);
const NOTICE_LINKS: Statement = Statement::new(
    "key_use_notice_links",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(link, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM outbox \
     WHERE SUBSTR(link, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const PHRASES_LENGTHS: Statement = Statement::new(
    "key_use_phrases_lengths",
    "SELECT DISTINCT SUBSTR(phrase, 1, 1) AS length FROM account WHERE phrase IS NOT NULL",
);
const PHRASES: Statement = Statement::new(
    "key_use_phrases",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(phrase, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM account \
     WHERE SUBSTR(phrase, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const PAPER_PLACES_LENGTHS: Statement = Statement::new(
    "key_use_paper_places_lengths",
    "SELECT DISTINCT SUBSTR(note, 1, 1) AS length FROM paper_place WHERE note IS NOT NULL",
);
const PAPER_PLACES: Statement = Statement::new(
    "key_use_paper_places",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(note, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM paper_place \
     WHERE SUBSTR(note, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const WEBHOOK_SECRETS_LENGTHS: Statement = Statement::new(
    "key_use_webhook_secrets_lengths",
    "SELECT DISTINCT SUBSTR(secret, 1, 1) AS length FROM app_webhook WHERE secret IS NOT NULL",
);
const WEBHOOK_SECRETS: Statement = Statement::new(
    "key_use_webhook_secrets",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(secret, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM app_webhook \
     WHERE SUBSTR(secret, 1, 1) = $1) AS sealed GROUP BY key_id",
);
const FORMER_WEBHOOK_SECRETS_LENGTHS: Statement = Statement::new(
    "key_use_former_webhook_secrets_lengths",
    "SELECT DISTINCT SUBSTR(former_secret, 1, 1) AS length FROM app_webhook WHERE former_secret IS NOT NULL",
);
const FORMER_WEBHOOK_SECRETS: Statement = Statement::new(
    "key_use_former_webhook_secrets",
    "SELECT key_id, COUNT(*) AS n FROM (SELECT SUBSTR(former_secret, 2, CAST(CAST($2 AS BIGINT) AS INTEGER)) AS key_id FROM app_webhook \
     WHERE SUBSTR(former_secret, 1, 1) = $1) AS sealed GROUP BY key_id",
);

const SEALED: [(&Statement, &Statement); 8] = [
    (&TOTP_LENGTHS, &TOTP),
    (&PASSKEYS_LENGTHS, &PASSKEYS),
    (&PAGE_WORDS_LENGTHS, &PAGE_WORDS),
    (&DRILL_WORDS_LENGTHS, &DRILL_WORDS),
    (&NOTICE_LINKS_LENGTHS, &NOTICE_LINKS),
    (&PHRASES_LENGTHS, &PHRASES),
    (&PAPER_PLACES_LENGTHS, &PAPER_PLACES),
    (&WEBHOOK_SECRETS_LENGTHS, &WEBHOOK_SECRETS),
    (&FORMER_WEBHOOK_SECRETS_LENGTHS, &FORMER_WEBHOOK_SECRETS),
];

pub(crate) const ALL: &[&Statement] = &[
    &CODES,
    &TAGS,
    &PASSWORDS,
    &APP_PASSWORDS,
    &API_KEYS,
    &TOTP_LENGTHS,
    &TOTP,
    &PASSKEYS_LENGTHS,
    &PASSKEYS,
    &PAGE_WORDS_LENGTHS,
    &PAGE_WORDS,
    &DRILL_WORDS_LENGTHS,
    &DRILL_WORDS,
    &NOTICE_LINKS_LENGTHS,
    &NOTICE_LINKS,
    &PHRASES_LENGTHS,
    &PHRASES,
    &PAPER_PLACES_LENGTHS,
    &PAPER_PLACES,
    &WEBHOOK_SECRETS_LENGTHS,
    &WEBHOOK_SECRETS,
    &FORMER_WEBHOOK_SECRETS_LENGTHS,
    &FORMER_WEBHOOK_SECRETS,
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
    for (lengths, values) in SEALED {
        for row in tx.query(lengths, &[]).await? {
            let length: Vec<u8> = row.get("length")?;
            let id_length = length.first().copied().map_or(0, i64::from);
            for row in tx.query(values, &[length.into(), id_length.into()]).await? {
                let id: Vec<u8> = row.get("key_id")?;
                let id = String::from_utf8(id)
                    .map_err(|_| Error::inconsistent("the key id of a sealed value"))?;
                *used.sealed.entry(id).or_default() += row.get::<i64>("n")?;
            }
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
