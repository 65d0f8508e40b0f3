//! What is sealed, to be sealed anew under another key. A value is exchanged only if it is still the one that was read.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, NoticeId, PaperPlaceId, PasskeyId, SetId, Timestamp, TotpId};

/// A sealed value of an account, and which one it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// The secret of an authenticator app.
    Totp(TotpId),
    /// The public key of a passkey, and what was said of it.
    Passkey(PasskeyId),
    /// A sheet's two words.
    PageWords(SetId),
    /// The word beside a code.
    DrillWord(SetId, i64),
    /// What a notice carries that waits or failed.
    NoticeLink(NoticeId),
    /// The words by which the owner knows our mail.
    Phrase,
    /// Where a copy of the sheet lies.
    PaperPlace(PaperPlaceId),
}

const TOTPS: Statement = Statement::new(
    "sealed_totps",
    "SELECT totp_id, secret FROM totp WHERE account_id = $1",
);
const PASSKEYS: Statement = Statement::new(
    "sealed_passkeys",
    "SELECT passkey_id, credential FROM passkey WHERE account_id = $1",
);
const PAGE_WORDS: Statement = Statement::new(
    "sealed_page_words",
    "SELECT set_id, page_words FROM code_set WHERE account_id = $1",
);
const DRILL_WORDS: Statement = Statement::new(
    "sealed_drill_words",
    "SELECT set_id, slot, drill_word FROM code WHERE account_id = $1",
);
const NOTICE_LINKS: Statement = Statement::new(
    "sealed_notice_links",
    "SELECT notice_id, link FROM outbox WHERE account_id = $1 AND link IS NOT NULL",
);
const PHRASE: Statement = Statement::new(
    "sealed_phrase",
    "SELECT phrase FROM account WHERE account_id = $1 AND phrase IS NOT NULL",
);
const PAPER_PLACES: Statement = Statement::new(
    "sealed_paper_places",
    "SELECT place_id, note FROM paper_place WHERE account_id = $1",
);
const SEAL_PAPER_PLACE: Statement = Statement::new(
    "seal_paper_place_anew",
    "UPDATE paper_place SET note = $1 WHERE account_id = $2 AND place_id = $3 AND note = $4",
);
const SEAL_PHRASE: Statement = Statement::new(
    "seal_phrase_anew",
    "UPDATE account SET phrase = $1 WHERE account_id = $2 AND phrase = $3",
);
const SEAL_TOTP: Statement = Statement::new(
    "seal_totp_anew",
    "UPDATE totp SET secret = $1, exposed_at = COALESCE(exposed_at, $2) WHERE account_id = $3 AND totp_id = $4 AND secret = $5",
);
const SEAL_PASSKEY: Statement = Statement::new(
    "seal_passkey_anew",
    "UPDATE passkey SET credential = $1 WHERE account_id = $2 AND passkey_id = $3 AND credential = $4",
);
const SEAL_PAGE_WORDS: Statement = Statement::new(
    "seal_page_words_anew",
    "UPDATE code_set SET page_words = $1 WHERE account_id = $2 AND set_id = $3 AND page_words = $4",
);
const SEAL_DRILL_WORD: Statement = Statement::new(
    "seal_drill_word_anew",
    "UPDATE code SET drill_word = $1 WHERE account_id = $2 AND set_id = $3 AND slot = $4 AND drill_word = $5",
);
const SEAL_NOTICE_LINK: Statement = Statement::new(
    "seal_notice_link_anew",
    "UPDATE outbox SET link = $1 WHERE account_id = $2 AND notice_id = $3 AND link = $4",
);
const WEBHOOKS: Statement = Statement::new(
    "sealed_webhooks",
    "SELECT app_id, secret, former_secret FROM app_webhook ORDER BY app_id",
);
const SEAL_WEBHOOK: Statement = Statement::new(
    "seal_webhook_anew",
    "UPDATE app_webhook SET secret = $1 WHERE app_id = $2 AND secret = $3",
);
const SEAL_FORMER_WEBHOOK: Statement = Statement::new(
    "seal_former_webhook_anew",
    "UPDATE app_webhook SET former_secret = $1 WHERE app_id = $2 AND former_secret = $3",
);

pub(crate) const ALL: &[&Statement] = &[
    &TOTPS,
    &PASSKEYS,
    &SEAL_PASSKEY,
    &PAGE_WORDS,
    &DRILL_WORDS,
    &NOTICE_LINKS,
    &PHRASE,
    &SEAL_PHRASE,
    &PAPER_PLACES,
    &SEAL_PAPER_PLACE,
    &SEAL_TOTP,
    &SEAL_PAGE_WORDS,
    &SEAL_DRILL_WORD,
    &SEAL_NOTICE_LINK,
    &WEBHOOKS,
    &SEAL_WEBHOOK,
    &SEAL_FORMER_WEBHOOK,
];

/// Everything that is sealed of an account.
///
/// # Errors
/// Whatever the database says.
pub async fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<(Sealed, Vec<u8>)>, Error> {
    let mut all = Vec::new();
    for row in tx.query(&TOTPS, &[account.into()]).await? {
        all.push((Sealed::Totp(row.get("totp_id")?), row.get("secret")?));
    }
    for row in tx.query(&PASSKEYS, &[account.into()]).await? {
        all.push((
            Sealed::Passkey(row.get("passkey_id")?),
            row.get("credential")?,
        ));
    }
    for row in tx.query(&PAGE_WORDS, &[account.into()]).await? {
        all.push((
            Sealed::PageWords(row.get("set_id")?),
            row.get("page_words")?,
        ));
    }
    for row in tx.query(&DRILL_WORDS, &[account.into()]).await? {
        all.push((
            Sealed::DrillWord(row.get("set_id")?, row.get("slot")?),
            row.get("drill_word")?,
        ));
    }
    for row in tx.query(&NOTICE_LINKS, &[account.into()]).await? {
        all.push((Sealed::NoticeLink(row.get("notice_id")?), row.get("link")?));
    }
    for row in tx.query(&PHRASE, &[account.into()]).await? {
        all.push((Sealed::Phrase, row.get("phrase")?));
    }
    for row in tx.query(&PAPER_PLACES, &[account.into()]).await? {
        all.push((Sealed::PaperPlace(row.get("place_id")?), row.get("note")?));
    }
    Ok(all)
}

/// Puts `anew` in place of `old`. An authenticator app whose key may have been stolen is noted as exposed then.
///
/// # Errors
/// Whatever the database says.
pub async fn exchange(
    tx: &Tx,
    account: AccountId,
    which: &Sealed,
    (old, anew): (&[u8], &[u8]),
    exposed_at: Option<Timestamp>,
) -> Result<(), Error> {
    let account = || account.into();
    match which {
        Sealed::Totp(id) => {
            let args = [
                anew.into(),
                exposed_at.into(),
                account(),
                (*id).into(),
                old.into(),
            ];
            tx.execute(&SEAL_TOTP, &args).await
        }
        Sealed::Passkey(id) => {
            let args = [anew.into(), account(), (*id).into(), old.into()];
            tx.execute(&SEAL_PASSKEY, &args).await
        }
        Sealed::PageWords(set) => {
            let args = [anew.into(), account(), (*set).into(), old.into()];
            tx.execute(&SEAL_PAGE_WORDS, &args).await
        }
        Sealed::DrillWord(set, slot) => {
            let args = [
                anew.into(),
                account(),
                (*set).into(),
                (*slot).into(),
                old.into(),
            ];
            tx.execute(&SEAL_DRILL_WORD, &args).await
        }
        Sealed::NoticeLink(id) => {
            let args = [anew.into(), account(), (*id).into(), old.into()];
            tx.execute(&SEAL_NOTICE_LINK, &args).await
        }
        Sealed::Phrase => {
            tx.execute(&SEAL_PHRASE, &[anew.into(), account(), old.into()])
                .await
        }
        Sealed::PaperPlace(id) => {
            let args = [anew.into(), account(), (*id).into(), old.into()];
            tx.execute(&SEAL_PAPER_PLACE, &args).await
        }
    }?;
    Ok(())
}

/// The sealed secrets of an app's webhook: the one that signs, and the one before it.
#[derive(Clone, Debug)]
pub struct WebhookSecrets {
    /// The app.
    pub app: String,
    /// The one that signs.
    pub secret: Vec<u8>,
    /// The one before it.
    pub former: Option<Vec<u8>>,
}

/// Those of all apps: they belong to no account.
///
/// # Errors
/// Whatever the database says.
pub async fn webhooks(tx: &Tx) -> Result<Vec<WebhookSecrets>, Error> {
    let rows = tx.query(&WEBHOOKS, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(WebhookSecrets {
                app: row.get("app_id")?,
                secret: row.get("secret")?,
                former: row.get("former_secret")?,
            })
        })
        .collect()
}

/// Puts `anew` in place of a webhook's secret, or of its former one.
///
/// # Errors
/// Whatever the database says.
pub async fn exchange_webhook(
    tx: &Tx,
    app: &str,
    former: bool,
    (old, anew): (&[u8], &[u8]),
) -> Result<(), Error> {
    let statement = if former {
        &SEAL_FORMER_WEBHOOK
    } else {
        &SEAL_WEBHOOK
    };
    tx.execute(statement, &[anew.into(), app.into(), old.into()])
        .await?;
    Ok(())
}
