//! The operator's desk: who is found, what may be done to whom, what is counted, what is sent again.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::App;
use counterfoil_service::desk::{AccountFilter, AccountSearch, DeliveryState, DeskRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::{self, outbox::Reason};
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    accounts_are_found_by_how_address_or_name_begin,
    a_long_list_is_read_page_by_page_and_nobody_twice,
    each_filter_leaves_its_own,
    operators_tighten_at_once_and_loosen_after_a_step_up,
    an_account_is_described_without_a_secret,
    totals_count_what_is_there,
    what_failed_is_sent_again_and_nothing_else,
}

async fn found(app: &App, text: &str, filter: AccountFilter) -> Vec<String> {
    let wanted = AccountSearch {
        text: text.into(),
        filter,
        after: String::new(),
    };
    let page = app.find_accounts(&wanted).await.unwrap();
    page.accounts
        .into_iter()
        .map(|account| account.address)
        .collect()
}

async fn accounts_are_found_by_how_address_or_name_begin(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    for (address, name) in [
        ("Zoe@mail.example", "Zoë Élodie Bright"),
        ("bob@mail.example", "Robert  100% O'Neill"),
        ("élan@mail.example", ""),
    ] {
        app.invite(address, name, "en", None).await.unwrap();
    }
    let all = AccountFilter::All;
    let zoe = ["Zoe@mail.example"];
    for text in [
        "zoe",
        "ZOE@MAIL",
        "zoë",
        "éLO",
        "bright",
        "zoë élodie",
        "  Zoë   Élodie b",
    ] {
        assert_eq!(found(app, text, all).await, zoe, "{text}");
    }
    assert_eq!(found(app, "100%", all).await, ["bob@mail.example"]);
    assert_eq!(found(app, "o'n", all).await, ["bob@mail.example"]);
    assert_eq!(found(app, "élan", all).await, ["élan@mail.example"]);
    for text in ["oe", "right", "%", "_", "100_", "bob%", "\u{0}nobody", "😀"] {
        assert_eq!(found(app, text, all).await, [""; 0], "{text}");
    }
    assert_eq!(found(app, "", all).await.len(), 3);
}

async fn a_long_list_is_read_page_by_page_and_nobody_twice(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    for n in 0..120 {
        let address = format!("owner{n:03}@mail.example");
        app.invite(&address, "Same Name", "en", None).await.unwrap();
    }
    let mut wanted = AccountSearch {
        text: "same".into(),
        ..AccountSearch::default()
    };
    let mut seen = Vec::new();
    for size in [50, 50, 20] {
        let page = app.find_accounts(&wanted).await.unwrap();
        assert_eq!(page.accounts.len(), size);
        seen.extend(page.accounts.into_iter().map(|account| account.address));
        wanted.after = page.next.unwrap_or_default();
    }
    assert_eq!(wanted.after, "", "the list ends");
    let expected: Vec<String> = (0..120)
        .map(|n| format!("owner{n:03}@mail.example"))
        .collect();
    assert_eq!(seen, expected);
}

async fn each_filter_leaves_its_own(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    app.invite("invited@mail.example", "", "en", None)
        .await
        .unwrap();
    let bare = service.owner().await;
    let operator = service.operator().await;
    let (with_sheet, _) = service.with_sheet().await;
    let (suspended, _) = service.with_sheet().await;
    app.suspend(&suspended.address, false).await.unwrap();
    let frozen = service.enrolled_owner().await;
    app.freeze_address(&frozen.address, None).await.unwrap();
    for (filter, expected) in [
        (AccountFilter::Invited, vec!["invited@mail.example"]),
        (AccountFilter::NoSecondStep, vec![bare.address.as_str()]),
        (
            AccountFilter::NoCodes,
            vec![&bare.address, &operator.address, &frozen.address],
        ),
        (AccountFilter::Frozen, vec![frozen.address.as_str()]),
        (AccountFilter::Suspended, vec![suspended.address.as_str()]),
        (AccountFilter::Operators, vec![operator.address.as_str()]),
    ] {
        assert_eq!(found(app, "", filter).await, expected, "{filter:?}");
    }
    let page = app.find_accounts(&AccountSearch::default()).await.unwrap();
    let one = page
        .accounts
        .iter()
        .find(|account| account.id == with_sheet.account)
        .unwrap();
    assert_eq!((one.codes_left, one.second_factor), (Some(10), true));
    assert!(one.signed_in_at.is_some());
}

async fn operators_tighten_at_once_and_loosen_after_a_step_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let operator = service.operator().await;
    let (owner, sheet) = service.with_sheet().await;
    let stranger = service.enrolled_owner().await;
    let refused = app
        .suspend_at_the_desk(&stranger.session, owner.account)
        .await;
    assert!(matches!(refused, Err(DeskRefusal::OperatorsOnly)));
    let refused = app
        .suspend_at_the_desk(&operator.session, operator.account)
        .await;
    assert!(matches!(refused, Err(DeskRefusal::Own)));

    service.clock.advance(Span::minutes(11));
    app.suspend_at_the_desk(&operator.session, owner.account)
        .await
        .unwrap();
    assert!(app.session(&owner.token, &owner.visit).await.is_err());
    let again = app
        .suspend_at_the_desk(&operator.session, owner.account)
        .await;
    assert!(matches!(again, Err(DeskRefusal::NotSo)));
    let early = app
        .resume_at_the_desk(&operator.session, owner.account)
        .await;
    assert!(matches!(early, Err(DeskRefusal::StepUpWanted)));
    let mut operator = operator;
    service.signs_in_again(&mut operator).await;
    app.resume_at_the_desk(&operator.session, owner.account)
        .await
        .unwrap();
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;

    let frozen = app
        .freeze_at_the_desk(&operator.session, &operator.visit, owner.account)
        .await
        .unwrap();
    assert!(frozen.began && frozen.said.is_none());
    for kind in ["account-suspended", "account-unsuspended", "frozen"] {
        assert_eq!(service.told(owner.account, kind).await.len(), 2, "{kind}");
    }
    app.sign_out(&operator.session, &operator.visit)
        .await
        .unwrap();
    let late = app
        .suspend_at_the_desk(&operator.session, owner.account)
        .await;
    assert!(late.is_err(), "who signed out acts no more");
}

async fn an_account_is_described_without_a_secret(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let (owner, sheet) = service.with_sheet().await;
    let view = app.view_account(owner.account).await.unwrap().unwrap();
    assert_eq!((view.codes.left, view.outside), (10, 1));
    assert!(view.phone_since.is_some() && view.browser_at.is_some());
    let said = format!("{view:?}");
    for word in sheet
        .words
        .iter()
        .chain(&sheet.codes)
        .chain(&sheet.page_words)
    {
        assert!(!said.contains(word.as_str()), "{word}");
    }
    app.invite("late@mail.example", "", "en", None)
        .await
        .unwrap();
    let late = app.account_of("late@mail.example").await.unwrap().unwrap();
    let invited = app.view_account(late).await.unwrap().unwrap();
    assert!(invited.invited_until.is_some());
    service.clock.advance(Span::days(8));
    let over = app.view_account(late).await.unwrap().unwrap();
    assert_eq!((over.state.as_str(), over.invited_until), ("invited", None));
}

async fn totals_count_what_is_there(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    assert_eq!(app.totals().await.unwrap().accounts.all, 0);
    service.invitation("late").await;
    service.owner().await;
    let (owner, sheet) = service.with_sheet().await;
    assert_eq!(
        app.totals().await.unwrap().accounts.all,
        3,
        "a small house is counted each time"
    );
    for slot in 1..=7 {
        service
            .signed_in_by_code(&owner, &visit(u16::from(slot) + 10), sheet.code(slot))
            .await;
    }
    let totals = app.totals().await.unwrap();
    let accounts = totals.accounts;
    assert_eq!(
        (accounts.all, accounts.invited, accounts.active),
        (3, 1, 2),
        "{accounts:?}"
    );
    assert_eq!((accounts.no_second_step, accounts.operators), (1, 0));
    assert_eq!(
        (totals.sheets.all, totals.sheets.low, totals.phones),
        (1, 1, 1)
    );
    assert!(totals.deliveries.queued > 0);
    service.clock.advance(Span::days(366));
    assert_eq!(app.totals().await.unwrap().sheets.old, 1);
}

async fn what_failed_is_sent_again_and_nothing_else(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let owner = service.enrolled_owner().await;
    let notices = service.notices(owner.account).await;
    let [first, second, linked] = [
        notices
            .iter()
            .find(|notice| notice.expires_at.is_none())
            .unwrap(),
        notices
            .iter()
            .rfind(|notice| notice.expires_at.is_none())
            .unwrap(),
        notices
            .iter()
            .find(|notice| notice.expires_at.is_some())
            .unwrap(),
    ];
    assert_ne!(first.id, second.id);
    let account = owner.account;
    for (notice, state) in [(first, "failed"), (linked, "failed"), (second, "expired")] {
        let id = notice.id;
        let given_up: Result<(), counterfoil_store::Error> = service
            .db
            .run("test_give_up", |tx| async move {
                repo::outbox::give_up(&tx, account, id, state, Reason::of("550")).await
            })
            .await;
        given_up.unwrap();
    }
    assert_eq!(
        app.deliveries(DeliveryState::Failed).await.unwrap().len(),
        2
    );
    assert!(!app.resend_notice(account, second.id).await.unwrap());
    assert!(app.resend_notice(account, first.id).await.unwrap());
    assert!(
        !app.resend_notice(account, first.id).await.unwrap(),
        "it is queued"
    );
    assert_eq!(
        app.resend_failed_notices().await.unwrap(),
        1,
        "its link works and was kept"
    );
    let id = linked.id;
    let failed: Result<(), counterfoil_store::Error> = service
        .db
        .run("test_give_up", |tx| async move {
            repo::outbox::give_up(&tx, account, id, "failed", Reason::of("550")).await
        })
        .await;
    failed.unwrap();
    service.clock.advance(Span::days(8));
    assert_eq!(
        app.resend_failed_notices().await.unwrap(),
        0,
        "its link has ended"
    );
    let refused = app.resend_at_the_desk(&owner.session, None).await;
    assert!(matches!(refused, Err(DeskRefusal::OperatorsOnly)));
}
