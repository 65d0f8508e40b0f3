//! What happened to the accounts of an app, as the app hears of it.

mod feed;
mod webhook;

use counterfoil_model::{AccountId, EventId, EventKind};
use counterfoil_store::repo::api_account::ApiAccount;
use counterfoil_store::repo::{self, event::Event};
use counterfoil_store::{Error, Tx};
use counterfoil_testkit::service::TestService;

/// An account of an app, which is let in first if it isn't there.
pub(crate) async fn account_of(service: &TestService, app: &str, n: u8) -> AccountId {
    let now = service.now();
    let account = &ApiAccount {
        id: AccountId::from_bytes([n; 16]),
        reference: format!("person-{n}"),
        name: None,
        language: None,
        state: "active".to_owned(),
        made_at: now,
        changed_at: now,
    };
    let entered: Result<_, Error> = service
        .db
        .run("test_account", |tx| async move {
            repo::api_app::add(&tx, app, app, now).await?;
            repo::api_account::enter(&tx, app, account).await
        })
        .await;
    assert!(entered.unwrap());
    account.id
}

/// Something happens to an account, with a number to know it by.
pub(crate) async fn happens(service: &TestService, account: AccountId, numbers: &[u32]) {
    let recorded: Result<(), Error> = service
        .db
        .run("test_happens", |tx| async move {
            for number in numbers {
                record(service, &tx, account, *number).await?;
            }
            Ok(())
        })
        .await;
    recorded.unwrap();
}

async fn record(
    service: &TestService,
    tx: &Tx,
    account: AccountId,
    number: u32,
) -> Result<(), Error> {
    let event = Event {
        id: EventId::from_bytes(service.app.draw_bytes()),
        kind: EventKind::CodeRedeemed.as_str().to_owned(),
        at: service.now(),
        details: format!("{{\"code\":\"{number}\"}}"),
        network: "10.0.0.7".to_owned(),
        device: "curl".to_owned(),
    };
    repo::event::record(tx, account, &event, &service.app.draw_bytes(), None, None).await
}
