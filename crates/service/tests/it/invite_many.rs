//! Inviting many: looked at first, done once a line, however often and by however many nodes.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::desk::{DeskRefusal, GuestOutcome, InviteManyRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;
use std::sync::Arc;

on_both_engines! {
    a_list_is_looked_at_and_then_done_once,
    many_nodes_invite_each_line_once,
    only_operators_who_are_still_there_invite,
}

const LIST: &str = "address,name,to\n\
    alice@mail.example,Alice,alice@elsewhere.example\n\
    bob@mail.example,Bob,bob@elsewhere.example\n\
    carol@mail.example,Carol,\n\
    nobody,N,n@elsewhere.example\n\
    late@mail.example,Late,late@elsewhere.example\n";

async fn a_list_is_looked_at_and_then_done_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let operator = service.operator().await;
    service.invitation("late").await;
    let id = app
        .look_at_guest_list(&operator.session, LIST)
        .await
        .unwrap();
    assert_eq!(app.invite_waiting_guests().await.unwrap(), 0, "not yet");
    let view = app.guest_list(id).await.unwrap().unwrap();
    let said: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            (
                line.line,
                line.outcome.as_deref().unwrap_or("open"),
                line.field.as_deref().unwrap_or("-"),
            )
        })
        .collect();
    let expected = [
        (2, "open", "-"),
        (3, "open", "-"),
        (4, "refused", "to"),
        (5, "refused", "address"),
        (6, "there", "-"),
    ];
    assert_eq!(said, expected);
    assert!(
        app.account_of("alice@mail.example")
            .await
            .unwrap()
            .is_none()
    );

    assert!(app.begin_guest_list(&operator.session, id).await.unwrap());
    assert!(!app.begin_guest_list(&operator.session, id).await.unwrap());
    assert_eq!(app.invite_waiting_guests().await.unwrap(), 2);
    assert_eq!(app.invite_waiting_guests().await.unwrap(), 0);
    let view = app.guest_list(id).await.unwrap().unwrap();
    let progress = view.progress;
    assert_eq!(
        (
            progress.all,
            progress.invited,
            progress.there,
            progress.refused
        ),
        (5, 2, 1, 2)
    );
    assert!(view.list.ended_at.is_some());
    let alice = app.account_of("alice@mail.example").await.unwrap().unwrap();
    assert_eq!(
        service.told(alice, "account-invited").await,
        ["alice@elsewhere.example"]
    );

    let again = app
        .look_at_guest_list(&operator.session, LIST)
        .await
        .unwrap();
    let view = app.guest_list(again).await.unwrap().unwrap();
    assert_eq!((view.progress.open, view.progress.there), (0, 3));
    assert!(
        app.begin_guest_list(&operator.session, again)
            .await
            .unwrap()
    );
    let view = app.guest_list(again).await.unwrap().unwrap();
    assert!(view.list.ended_at.is_some(), "there was nothing to do");
    assert_eq!(app.recent_guest_lists().await.unwrap().len(), 2);
    service.clock.advance(Span::days(61));
    app.sweep().await.unwrap();
    assert!(app.guest_list(id).await.unwrap().is_none(), "forgotten");
}

async fn many_nodes_invite_each_line_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let operator = service.operator().await;
    let lines = (0..40).map(|n| format!("owner-{n}@mail.example,,o{n}@elsewhere.example\n"));
    let list: Vec<String> = lines.collect();
    let id = app
        .look_at_guest_list(&operator.session, &list.concat())
        .await
        .unwrap();
    app.begin_guest_list(&operator.session, id).await.unwrap();
    let nodes = (0..4).map(|_| {
        let app = Arc::clone(app);
        tokio::spawn(async move { app.invite_waiting_guests().await.unwrap() })
    });
    let mut done = 0;
    for node in nodes.collect::<Vec<_>>() {
        done += node.await.unwrap();
    }
    while app.invite_waiting_guests().await.unwrap() > 0 {
        done += 1;
    }
    assert_eq!(done, 40);
    let view = app.guest_list(id).await.unwrap().unwrap();
    assert_eq!(view.progress.invited, 40);
    for n in [0, 20, 39] {
        let address = format!("owner-{n}@mail.example");
        let account = app.account_of(&address).await.unwrap().unwrap();
        assert_eq!(service.told(account, "account-invited").await.len(), 1);
    }
}

async fn only_operators_who_are_still_there_invite(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let operator = service.operator().await;
    let owner = service.enrolled_owner().await;
    let refused = app.look_at_guest_list(&owner.session, LIST).await;
    assert!(matches!(
        refused,
        Err(InviteManyRefusal::Desk(DeskRefusal::OperatorsOnly))
    ));
    let id = app
        .look_at_guest_list(&operator.session, LIST)
        .await
        .unwrap();
    let refused = app.begin_guest_list(&owner.session, id).await;
    assert!(matches!(refused, Err(DeskRefusal::OperatorsOnly)));
    service.clock.advance(Span::minutes(11));
    let refused = app.begin_guest_list(&operator.session, id).await;
    assert!(matches!(refused, Err(DeskRefusal::StepUpWanted)));
    let empty = app.look_at_guest_list(&operator.session, "").await;
    assert!(empty.is_err());

    let guests = counterfoil_model::guest_list::read_guests("zoe@mail.example,Zoe").unwrap();
    let guest = guests[0].guest.as_ref().unwrap();
    let first = app.invite_guest(guest, "en").await.unwrap();
    assert!(matches!(first, GuestOutcome::OnPaper(_)), "{first:?}");
    let again = app.invite_guest(guest, "en").await.unwrap();
    assert!(matches!(again, GuestOutcome::ThereAlready), "{again:?}");
    assert_eq!(app.guests_there(&[&guest.address]).await.unwrap(), [true]);
}
