//! Mail programs sign in: by app password, by the main password while there is nothing else, and never otherwise.

use crate::app_password::{made, phone};
use crate::ground::on_both_engines;
use counterfoil_model::app_password::{Lasts, Scopes};
use counterfoil_model::{AppPassword, Span};
use counterfoil_service::app_password::NewAppPassword;
use counterfoil_service::mail::{MailAnswer, MailAttempt};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::net::IpAddr;
use std::sync::Arc;

on_both_engines! {
    an_app_password_opens_what_it_is_for_however_it_is_typed,
    one_that_was_removed_expired_or_frozen_opens_nothing,
    an_app_password_is_one_read_and_no_write,
    the_main_password_works_until_a_second_factor_is_on,
    every_refusal_reads_the_same_and_costs_the_same,
    a_program_that_tries_again_and_again_takes_no_lane,
    a_program_that_fails_does_not_keep_its_owner_out_of_the_portal,
    the_owner_hears_once_a_day_that_the_main_password_was_tried,
    the_login_may_differ_from_the_address,
    an_app_password_works_under_an_older_pepper,
    an_app_password_removed_while_it_is_used_opens_nothing_afterwards,
}

fn remote(n: u16) -> IpAddr {
    visit(n).address
}

pub(crate) async fn tries(
    service: &TestService,
    login: &str,
    password: &str,
    protocol: &str,
    from: u16,
) -> MailAnswer {
    let attempt = MailAttempt {
        login,
        password,
        service: protocol,
        remote: Some(remote(from)),
    };
    service.app.mail_password(&attempt).await.unwrap()
}

pub(crate) fn admitted(owner: &TestOwner) -> MailAnswer {
    MailAnswer::Admitted {
        login: owner.address.clone(),
    }
}

async fn an_app_password_opens_what_it_is_for_however_it_is_typed(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    for typed in [
        text.to_string(),
        text.to_uppercase(),
        text.replace('-', ""),
        text.replace('-', " "),
    ] {
        let answer = tries(&service, &owner.address, &typed, "imap", 1).await;
        assert_eq!(answer, admitted(&owner), "{typed}");
    }
    let upper = owner.address.to_uppercase();
    assert_eq!(
        tries(&service, &upper, &text, "smtp", 1).await,
        admitted(&owner)
    );
    assert_eq!(
        tries(&service, &upper, &text, "submission", 1).await,
        admitted(&owner)
    );
    for other in ["pop3", "sieve", "lmtp", "doveadm", ""] {
        let answer = tries(&service, &owner.address, &text, other, 1).await;
        assert_eq!(answer, MailAnswer::Refused, "{other}");
    }
    // It is no password of the portal, and no other account's app password.
    let portal = service
        .app
        .sign_in_with_password(&visit(3), &owner.address, &text)
        .await;
    assert!(portal.is_err());
    let other = service.enrolled_owner().await;
    assert_eq!(
        tries(&service, &other.address, &text, "imap", 1).await,
        MailAnswer::Refused
    );
}

async fn one_that_was_removed_expired_or_frozen_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (removed, expires) = (made(&service, &owner).await, made(&service, &owner).await);
    let id = service.app.app_passwords(owner.account).await.unwrap()[0].id;
    let shows = async |text: &str| tries(&service, &owner.address, text, "imap", 1).await;
    assert_eq!(shows(&removed.text).await, admitted(&owner));
    let done = service
        .app
        .remove_app_password(&owner.session, &owner.visit, id);
    assert_eq!(done.await.unwrap(), "my phone");
    let (first, second) = (shows(&removed.text).await, shows(&expires.text).await);
    // Which of the two was the first in the list, chance decides.
    assert_ne!(first, second);
    service.clock.advance(Span::days(365));
    assert_eq!(shows(&removed.text).await, MailAnswer::Refused);
    assert_eq!(shows(&expires.text).await, MailAnswer::Refused);

    let mut owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    freeze(&service, &owner).await;
    assert_eq!(
        tries(&service, &owner.address, &text, "imap", 2).await,
        MailAnswer::Refused
    );
    owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    service.app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        tries(&service, &owner.address, &text, "imap", 2).await,
        MailAnswer::Refused
    );
}

const FREEZE: Statement = Statement::new(
    "test_freeze",
    "UPDATE account SET frozen_at = $1 WHERE account_id = $2",
);

/// The account alone, whatever the freeze does besides.
async fn freeze(service: &TestService, owner: &TestOwner) {
    let (now, account) = (service.now(), owner.account);
    let frozen: Result<(), Error> = service
        .db
        .run("test_freeze", |tx| async move {
            tx.execute(&FREEZE, &[now.into(), account.into()]).await?;
            Ok(())
        })
        .await;
    frozen.unwrap();
}

async fn an_app_password_is_one_read_and_no_write(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    let runs = service.app.slow_hash().runs();
    // Counts from here; the strike itself never comes.
    service
        .faults
        .strike_at(usize::MAX, When::Before, Fault::Fail);
    for _ in 0..3 {
        let answer = tries(&service, &owner.address, &text, "imap", 1).await;
        assert_eq!(answer, admitted(&owner));
    }
    assert_eq!(service.app.slow_hash().runs(), runs);
    // Begin, the account by its address, the app password, commit; of a transaction that can't write.
    assert_eq!(service.faults.counted(), 3 * 4);
}

async fn the_main_password_works_until_a_second_factor_is_on(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let answer = tries(&service, &owner.address, &owner.password, "imap", 1).await;
    assert_eq!(answer, admitted(&owner));
    assert_eq!(
        tries(&service, &owner.address, "wrong", "imap", 1).await,
        MailAnswer::Refused
    );
    service.bind_phone(&mut owner).await;
    for protocol in ["imap", "pop3", "smtp", "sieve"] {
        let answer = tries(&service, &owner.address, &owner.password, protocol, 1).await;
        assert_eq!(answer, MailAnswer::Refused, "{protocol}");
    }
    // An app password works before a second factor is on as well.
    let plain = service.owner().await;
    let text = made(&service, &plain).await.text;
    assert_eq!(
        tries(&service, &plain.address, &text, "imap", 1).await,
        admitted(&plain)
    );
}

async fn every_refusal_reads_the_same_and_costs_the_same(engine: Engine) {
    let service = TestService::on(engine).await;
    let (plain, protected) = (service.owner().await, service.enrolled_owner().await);
    let (frozen, suspended) = (service.owner().await, service.owner().await);
    freeze(&service, &frozen).await;
    service
        .app
        .suspend(&suspended.address, false)
        .await
        .unwrap();
    let ended = made(&service, &protected).await.text;
    let id = service.app.app_passwords(protected.account).await.unwrap()[0].id;
    let done = service
        .app
        .remove_app_password(&protected.session, &protected.visit, id);
    done.await.unwrap();
    let stray = AppPassword::draw(&mut StdRng::seed_from_u64(9)).text();
    let cases = [
        ("unknown", "nobody@mail.example", "wrong"),
        ("no address", "nobody", "wrong"),
        ("wrong", plain.address.as_str(), "wrong"),
        (
            "protected",
            protected.address.as_str(),
            protected.password.as_str(),
        ),
        ("frozen", frozen.address.as_str(), frozen.password.as_str()),
        (
            "suspended",
            suspended.address.as_str(),
            suspended.password.as_str(),
        ),
        ("an ended app password", protected.address.as_str(), &ended),
        (
            "no app password of theirs",
            protected.address.as_str(),
            &stray,
        ),
        ("nobody's app password", "nobody@mail.example", &stray),
    ];
    for (case, login, password) in cases {
        let before = service.app.slow_hash().runs();
        let answer = tries(&service, login, password, "imap", 2).await;
        assert_eq!(answer, MailAnswer::Refused, "{case}");
        assert_eq!(service.app.slow_hash().runs() - before, 1, "{case}");
    }
}

async fn a_program_that_tries_again_and_again_takes_no_lane(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let runs = service.app.slow_hash().runs();
    for login in [owner.address.as_str(), "nobody@mail.example"] {
        let before = service.app.slow_hash().runs();
        for _ in 0..24 * 60 {
            tries(&service, login, "the old one", "imap", 1).await;
            service.clock.advance(Span::minutes(1));
        }
        let day = service.app.slow_hash().runs() - before;
        // Some at once, then three an hour: known or not.
        assert!((60..90).contains(&day), "{login}: {day}");
    }
    // Many at once: none but the first few is heard.
    let login = owner.address.clone();
    let before = service.app.slow_hash().runs();
    let flood: Vec<_> = (0..100)
        .map(|_| {
            let (app, login) = (Arc::clone(&service.app), login.clone());
            tokio::spawn(async move {
                let attempt = MailAttempt {
                    login: &login,
                    password: "guess",
                    service: "imap",
                    remote: Some(remote(7)),
                };
                app.mail_password(&attempt).await
            })
        })
        .collect();
    for task in flood {
        assert_eq!(task.await.unwrap().unwrap(), MailAnswer::Refused);
    }
    let heard = service.app.slow_hash().runs() - before;
    assert!(heard <= 8, "{heard} of 100 were heard");
    assert!(service.app.slow_hash().runs() > runs);
}

async fn a_program_that_fails_does_not_keep_its_owner_out_of_the_portal(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    for _ in 0..20 {
        tries(&service, &owner.address, "the old one", "imap", 1).await;
    }
    service.half_session(&owner, &visit(1)).await;
}

async fn the_owner_hears_once_a_day_that_the_main_password_was_tried(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, plain) = (service.enrolled_owner().await, service.owner().await);
    let told = async || {
        service.app.record_mail_access().await.unwrap();
        service
            .events_of(owner.account, "main-password-tried")
            .await
    };
    // Something that reads as an app password is none that was tried.
    let stray = AppPassword::draw(&mut StdRng::seed_from_u64(9)).text();
    tries(&service, &owner.address, &stray, "imap", 1).await;
    assert_eq!(told().await, 0);
    tries(&service, &owner.address, &owner.password, "imap", 1).await;
    assert_eq!(told().await, 1);
    for from in 2..5 {
        tries(&service, &owner.address, "wrong", "imap", from).await;
    }
    service.clock.advance(Span::hours(23));
    tries(&service, &owner.address, "wrong", "smtp", 6).await;
    assert_eq!(told().await, 1);
    service.clock.advance(Span::hours(1));
    tries(&service, &owner.address, "wrong", "smtp", 6).await;
    assert_eq!(told().await, 2);
    assert_eq!(
        service
            .told(owner.account, "main-password-tried")
            .await
            .len(),
        4
    );
    // Without a second factor it is an ordinary wrong password.
    tries(&service, &plain.address, "wrong", "imap", 1).await;
    service.app.record_mail_access().await.unwrap();
    assert_eq!(
        service
            .events_of(plain.account, "main-password-tried")
            .await,
        0
    );
    assert_eq!(service.events_of(plain.account, "mail-refused").await, 1);
}

const SET_LOGIN: Statement = Statement::new(
    "test_set_login",
    "UPDATE account SET login = $1 WHERE account_id = $2",
);
const BOOK: Statement = Statement::new(
    "test_book",
    "INSERT INTO address_book (address_key, account_id) VALUES ($1, $2)",
);

async fn the_login_may_differ_from_the_address(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let account = owner.account;
    let named: Result<(), Error> = service
        .db
        .run("test_set_login", |tx| async move {
            tx.execute(&SET_LOGIN, &["u1047".into(), account.into()])
                .await?;
            tx.execute(&BOOK, &["u1047".into(), account.into()]).await?;
            Ok(())
        })
        .await;
    named.unwrap();
    let shown = made(&service, &owner).await;
    assert_eq!(shown.login, "u1047");
    let login = MailAnswer::Admitted {
        login: "u1047".into(),
    };
    assert_eq!(
        tries(&service, "U1047", &shown.text, "imap", 1).await,
        login
    );
    // Dovecot compares this answer with what was typed, so that nobody lands in a mailbox of another name.
    assert_eq!(
        tries(&service, &owner.address, &shown.text, "imap", 1).await,
        login
    );
}

async fn an_app_password_works_under_an_older_pepper(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    let rotated = TestService::at(service.url())
        .clock(&service.clock)
        .generations(2)
        .seed(2)
        .owners(1)
        .await;
    assert_eq!(
        tries(&rotated, &owner.address, &text, "imap", 1).await,
        admitted(&owner)
    );
    let newer = rotated
        .app
        .make_app_password(
            &owner.session,
            &owner.visit,
            NewAppPassword {
                lasts: Lasts::Month,
                scopes: Scopes::parse("pop3"),
                ..phone()
            },
        )
        .await
        .unwrap();
    assert_eq!(
        tries(&rotated, &owner.address, &newer.text, "pop3", 1).await,
        admitted(&owner)
    );
}

async fn an_app_password_removed_while_it_is_used_opens_nothing_afterwards(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = Arc::new(made(&service, &owner).await.text.to_string());
    let id = service.app.app_passwords(owner.account).await.unwrap()[0].id;
    let uses: Vec<_> = (0..16)
        .map(|n| {
            let (app, text, owner) = (Arc::clone(&service.app), Arc::clone(&text), owner.clone());
            tokio::spawn(async move {
                if n == 8 {
                    app.remove_app_password(&owner.session, &owner.visit, id)
                        .await
                        .unwrap();
                }
                let attempt = MailAttempt {
                    login: &owner.address,
                    password: &text,
                    service: "imap",
                    remote: Some(remote(n)),
                };
                (n, app.mail_password(&attempt).await.unwrap())
            })
        })
        .collect();
    for task in uses {
        let (n, answer) = task.await.unwrap();
        if n == 8 {
            assert_eq!(answer, MailAnswer::Refused);
        }
    }
    assert_eq!(
        tries(&service, &owner.address, &text, "imap", 99).await,
        MailAnswer::Refused
    );
    // Uses from before that are written later don't bring it back.
    service.app.record_mail_access().await.unwrap();
    let (account, now) = (owner.account, service.now());
    let live: Result<bool, Error> = service
        .db
        .read("test_live", |tx| async move {
            let list = repo::app_password::list(&tx, account).await?;
            Ok(list.iter().any(|kept| kept.is_live(now)))
        })
        .await;
    assert!(!live.unwrap());
}
