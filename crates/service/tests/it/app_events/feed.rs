//! The feed: one order that never changes, each app its own.

use super::{account_of, happens};
use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::app_events::{EventPage, EventsRefusal};
use counterfoil_service::restore::Restored;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::service::TestService;
use std::collections::BTreeSet;

on_both_engines! {
    every_event_is_read_once_in_the_order_it_happened_while_others_happen,
    an_app_reads_of_its_own_accounts_alone,
    an_erased_account_has_no_name_in_the_feed,
    nodes_that_number_events_at_once_lose_none_and_double_none,
    a_restore_moved_the_feed_back_and_an_app_that_had_read_further_missed_what_came_next,
}

async fn a_restore_moved_the_feed_back_and_an_app_that_had_read_further_missed_what_came_next(
    engine: Engine,
) {
    const LOSE: Statement =
        Statement::new("test_lose", "DELETE FROM app_event WHERE position > $1");
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    happens(&service, one, &[1, 2, 3]).await;
    service.app.feed_events().await.unwrap();
    let read = service.app.app_events("shop", None, 100).await.unwrap();
    assert_eq!(numbers(&read), [1, 2, 3]);
    // Twice, since a backup may have been made after a restore.
    for _ in 0..2 {
        let restored = Restored {
            made_at: service.now(),
            keep_sets: false,
        };
        let app = &service.app;
        let done: Result<_, Error> = service
            .db
            .run("test_restore", |tx| async move {
                tx.execute(&LOSE, &[1.into()]).await?;
                app.end_after_restore(&tx, restored).await
            })
            .await;
        assert_eq!(done.unwrap().app_accounts, 1);
        service.clock.advance(Span::minutes(1));
        happens(&service, one, &[4]).await;
        service.app.feed_events().await.unwrap();
        let next = service.app.app_events("shop", Some(&read.next), 100).await;
        let next = next.unwrap().events;
        let kinds: Vec<&str> = next.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["backup-restored", "code-redeemed"]);
        assert_eq!(next[1].details["code"], "4");
    }
}

fn numbers(page: &EventPage) -> Vec<u32> {
    let codes = page.events.iter().map(|event| &event.details["code"]);
    codes.map(|code| code.parse().unwrap()).collect()
}

async fn every_event_is_read_once_in_the_order_it_happened_while_others_happen(engine: Engine) {
    let service = TestService::on(engine).await;
    let (one, two) = (
        account_of(&service, "shop", 1).await,
        account_of(&service, "shop", 2).await,
    );
    let app = &service.app;
    let start = app.app_events("shop", None, 3).await.unwrap();
    assert!(start.events.is_empty() && !start.more);
    happens(&service, one, &[1, 2, 3, 4]).await;
    app.feed_events().await.unwrap();
    let first = app.app_events("shop", Some(&start.next), 3).await.unwrap();
    assert_eq!((numbers(&first), first.more), (vec![1, 2, 3], true));

    // What happens between two pages comes behind them.
    happens(&service, two, &[5]).await;
    app.feed_events().await.unwrap();
    happens(&service, one, &[6]).await;
    let second = app.app_events("shop", Some(&first.next), 3).await.unwrap();
    assert_eq!((numbers(&second), second.more), (vec![4, 5], false));
    let nothing = app.app_events("shop", Some(&second.next), 3).await.unwrap();
    assert_eq!((numbers(&nothing), &nothing.next), (vec![], &second.next));
    assert_eq!(app.feed_events().await.unwrap(), 1);
    let third = app.app_events("shop", Some(&second.next), 3).await.unwrap();
    assert_eq!(numbers(&third), [6]);

    // Whoever begins again reads the same.
    let again = app.app_events("shop", None, 100).await.unwrap();
    assert_eq!(numbers(&again), [1, 2, 3, 4, 5, 6]);
    let event = &again.events[4];
    assert_eq!(event.account, two);
    assert_eq!(event.reference.as_deref(), Some("person-2"));
    assert_eq!(event.kind, "code-redeemed");
    assert_eq!(event.at, service.now());
    for other in ["", "x", "ZXYx"] {
        let refused = app.app_events("shop", Some(other), 3).await;
        assert!(matches!(refused, Err(EventsRefusal::Cursor)), "{other}");
    }
}

async fn an_app_reads_of_its_own_accounts_alone(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = account_of(&service, "shop", 1).await;
    let game = account_of(&service, "game", 2).await;
    // A mailbox is nobody's account but its owner's.
    service.enrolled_owner().await;
    happens(&service, shop, &[1]).await;
    happens(&service, game, &[2, 3]).await;
    assert_eq!(service.app.feed_events().await.unwrap(), 3);
    for (app, own) in [("shop", vec![1]), ("game", vec![2, 3]), ("none", vec![])] {
        let page = service.app.app_events(app, None, 100).await.unwrap();
        assert_eq!(numbers(&page), own, "{app}");
    }
}

async fn an_erased_account_has_no_name_in_the_feed(engine: Engine) {
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    happens(&service, one, &[1]).await;
    service.app.feed_events().await.unwrap();
    let now = service.now();
    let erased: Result<_, Error> = service
        .db
        .run("test_erase", |tx| async move {
            let account = repo::api_account::load(&tx, "shop", one).await?.unwrap();
            repo::api_account::erase(&tx, "shop", &account, now).await
        })
        .await;
    assert!(erased.unwrap());
    let page = service.app.app_events("shop", None, 100).await.unwrap();
    assert_eq!(numbers(&page), [1]);
    assert_eq!(page.events[0].reference, None);
}

async fn nodes_that_number_events_at_once_lose_none_and_double_none(engine: Engine) {
    let service = TestService::on(engine).await;
    let other = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .await;
    let one = account_of(&service, "shop", 1).await;
    let numbers_of_all: Vec<u32> = (1..=120).collect();
    let happening = async {
        for some in numbers_of_all.chunks(10) {
            happens(&service, one, some).await;
        }
    };
    let numbering = |node: &TestService| {
        let app = std::sync::Arc::clone(&node.app);
        async move {
            for _ in 0..20 {
                app.feed_events().await.unwrap();
            }
        }
    };
    tokio::join!(happening, numbering(&service), numbering(&other));
    service.app.feed_events().await.unwrap();
    let mut read = Vec::new();
    let mut ids = BTreeSet::new();
    let mut after = None;
    loop {
        let page = service
            .app
            .app_events("shop", after.as_deref(), 50)
            .await
            .unwrap();
        read.extend(numbers(&page));
        ids.extend(page.events.iter().map(|event| event.id));
        if !page.more {
            break;
        }
        after = Some(page.next);
    }
    assert_eq!(ids.len(), 120);
    // The clock stands still, so events of several transactions may change places; those of one may not.
    for some in numbers_of_all.chunks(10) {
        let order: Vec<u32> = read.iter().copied().filter(|n| some.contains(n)).collect();
        assert_eq!(order, some);
    }
}
