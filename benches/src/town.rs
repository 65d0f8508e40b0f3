//! A town: 100,000 mailboxes on the embedded database, each with an app password.

use crate::{house, owners};
use counterfoil_model::app_password::{Lasts, MailProtocol, Scopes};
use counterfoil_model::{AccountId, AppPasswordId, Timestamp};
use counterfoil_service::app_password::NewAppPassword;
use counterfoil_service::{App, Chance, Clock as _, SystemClock, SystemEntropy};
use counterfoil_store::repo::app_password::{AppPassword, Hashes};
use counterfoil_store::repo::import::{ImportedAccount, KeptPassword};
use counterfoil_store::{Db, Error, repo};
use counterfoil_testkit::keys::key_ring;
use counterfoil_testkit::service::TestService;
use std::sync::Arc;
use tempfile::TempDir;

/// Mailboxes in the town.
pub(crate) const MAILBOXES: usize = 100_000;
/// Of these the app passwords are known here, because their owners made them.
pub(crate) const KNOWN: usize = 64;
const AT_ONCE: usize = 2_000;

/// The town, as the server sees it.
pub(crate) struct Town {
    pub(crate) app: Arc<App>,
    /// Login and app password.
    pub(crate) known: Vec<(String, String)>,
    pub(crate) folder: TempDir,
}

impl Town {
    pub(crate) async fn build() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("counterfoil-bench-")
            .tempdir();
        let folder = folder.expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("town.sqlite").display());
        let db = house::database(&url).await;
        for first in (0..MAILBOXES - KNOWN).step_by(AT_ONCE) {
            settle(&db, first, AT_ONCE.min(MAILBOXES - KNOWN - first)).await;
        }
        let known = owners(&url).await;
        Self {
            app: house::app(db, key_ring()).await,
            known,
            folder,
        }
    }
}

/// People who never come: their rows make the tables as large as they would be.
async fn settle(db: &Db, first: usize, count: usize) {
    let now = SystemClock.now();
    let people: &Vec<Mailbox> = &(first..first + count)
        .map(|n| Mailbox::draw(n, now))
        .collect();
    let settled: Result<(), Error> = db
        .run("settle", |tx| async move {
            for mailbox in people {
                let account = ImportedAccount {
                    id: mailbox.account,
                    address: &mailbox.address,
                    address_key: &mailbox.address,
                    login: None,
                    name: "Somebody",
                    language: "en",
                    password: Some(&mailbox.password),
                };
                repo::import::enter(&tx, &account, now).await?;
                let hashes = Hashes {
                    hash: mailbox.hash,
                    policy_hash: None,
                    pepper: "1".to_owned(),
                };
                let kept = &mailbox.app_password;
                repo::app_password::make(&tx, mailbox.account, kept, &hashes).await?;
            }
            Ok(())
        })
        .await;
    settled.expect("people settle");
}

struct Mailbox {
    account: AccountId,
    address: String,
    password: KeptPassword,
    app_password: AppPassword,
    hash: [u8; 32],
}

impl Mailbox {
    fn draw(n: usize, now: Timestamp) -> Self {
        let chance = &mut Chance(&SystemEntropy);
        let account = AccountId::draw(chance);
        let halves = [account, AccountId::draw(chance)].map(|half| *half.as_bytes());
        Self {
            account,
            address: format!("resident-{n}@town.example"),
            password: owners::password(),
            app_password: AppPassword {
                id: AppPasswordId::draw(chance),
                label: "Thunderbird".to_owned(),
                scopes: "imap smtp".to_owned(),
                made_at: now,
                made_by: "Firefox, 192.0.2.1".to_owned(),
                expires_at: None,
                last_used_at: None,
                last_address: None,
                last_program: None,
                ended_at: None,
                ended_why: None,
            },
            hash: halves.concat().try_into().expect("two halves"),
        }
    }
}

/// Owners who enrolled as people do, with a second step and an app password.
async fn owners(url: &str) -> Vec<(String, String)> {
    let service = TestService::at(url).await;
    let mut known = Vec::with_capacity(KNOWN);
    for _ in 0..KNOWN {
        let owner = service.enrolled_owner().await;
        let new = NewAppPassword {
            label: "Thunderbird",
            scopes: Scopes::of(MailProtocol::ALL),
            lasts: Lasts::UntilRemoved,
        };
        let made = service
            .app
            .make_app_password(&owner.session, &owner.visit, new)
            .await
            .expect("an app password");
        known.push((made.login, made.text.to_string()));
    }
    known
}
