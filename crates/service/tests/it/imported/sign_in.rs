//! The first sign-in with a password of another system, and what it costs.

use super::{FIELD, PASSWORD, called, newcomer};
use crate::ground::on_both_engines;
use counterfoil_model::{AccountId, NextThing};
use counterfoil_service::account::Arrival;
use counterfoil_service::sign_in::{PasswordSignIn, SignInRefusal};
use counterfoil_service::{SessionToken, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, repo};
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    the_old_password_opens_the_account_and_is_then_an_ordinary_one,
    a_wrong_password_leaves_it_wrapped,
    two_first_sign_ins_at_once_both_get_in,
    a_wrapped_password_of_any_scheme_opens_its_account,
    the_old_system_saw_what_was_typed_and_so_does_this,
    a_short_password_works_and_is_known_to_be_weak,
    home_greets_with_the_second_step_and_then_asks_for_a_longer_password,
    a_new_password_is_an_ordinary_one,
    the_stolen_hash_itself_opens_nothing,
    the_login_name_signs_in_as_well_as_the_address,
    every_refusal_costs_the_same_hashes_while_passwords_are_wrapped,
}

async fn account(service: &TestService, id: AccountId) -> repo::account::Account {
    let loaded: Result<_, Error> = service
        .db
        .read("test_account", |tx| async move {
            repo::account::load(&tx, id).await
        })
        .await;
    loaded.unwrap().unwrap()
}

pub(crate) async fn made(
    service: &TestService,
    newcomer: counterfoil_service::account::Newcomer,
) -> AccountId {
    let arrivals = service.app.import_accounts(vec![newcomer]).await.unwrap();
    let [Arrival::Made(id)] = arrivals[..] else {
        panic!("{arrivals:?}")
    };
    id
}

async fn signs_in(
    service: &TestService,
    visit: &Visit,
    who: &str,
    password: &str,
) -> Option<SessionToken> {
    match service
        .app
        .sign_in_with_password(visit, who, password)
        .await
    {
        Ok(PasswordSignIn::SignedIn(token)) => Some(token),
        Err(SignInRefusal::Wrong) => None,
        other => panic!("{other:?}"),
    }
}

async fn the_old_password_opens_the_account_and_is_then_an_ordinary_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let id = made(&service, newcomer("anna@mail.example", Some(FIELD))).await;
    let before = account(&service, id).await;
    assert!(before.password_setting.is_some() && before.imported_at.is_some());
    assert_eq!(before.state, "active");
    assert_eq!(service.events(id).await, ["account-imported"]);
    assert_eq!(service.notices(id).await.len(), 0);

    let token = signs_in(&service, &visit(1), "anna@mail.example", PASSWORD).await;
    service
        .app
        .session(&token.unwrap(), &visit(1))
        .await
        .unwrap();
    let after = account(&service, id).await;
    assert_eq!(after.password_setting, None);
    assert_ne!(after.password, before.password);
    assert!(!after.password_weak);

    let computed = service.app.slow_hash().imported_runs();
    assert!(
        signs_in(&service, &visit(2), "anna@mail.example", PASSWORD)
            .await
            .is_some()
    );
    assert!(
        signs_in(&service, &visit(3), "anna@mail.example", "wrong")
            .await
            .is_none()
    );
    assert_eq!(
        service.app.slow_hash().imported_runs(),
        computed,
        "nothing is wrapped any more"
    );
    assert_eq!(account(&service, id).await.password, after.password);
}

async fn a_wrong_password_leaves_it_wrapped(engine: Engine) {
    let service = TestService::on(engine).await;
    let id = made(&service, newcomer("anna@mail.example", Some(FIELD))).await;
    for wrong in ["wrong", "", "blumentopf 3", "Blumentopf 3 ", FIELD] {
        assert!(
            signs_in(&service, &visit(1), "anna@mail.example", wrong)
                .await
                .is_none()
        );
    }
    assert!(account(&service, id).await.password_setting.is_some());
    assert!(
        signs_in(&service, &visit(2), "anna@mail.example", PASSWORD)
            .await
            .is_some()
    );
}

async fn two_first_sign_ins_at_once_both_get_in(engine: Engine) {
    let service = TestService::on(engine).await;
    for n in 0..8 {
        let address = format!("anna{n}@mail.example");
        let id = made(&service, newcomer(&address, Some(FIELD))).await;
        let (here, there) = (visit(1), visit(2));
        let both = tokio::join!(
            service.app.sign_in_with_password(&here, &address, PASSWORD),
            service
                .app
                .sign_in_with_password(&there, &address, PASSWORD),
        );
        assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
        assert_eq!(account(&service, id).await.password_setting, None);
        assert!(
            signs_in(&service, &visit(3), &address, PASSWORD)
                .await
                .is_some()
        );
    }
}

async fn a_wrapped_password_of_any_scheme_opens_its_account(engine: Engine) {
    let service = TestService::on(engine).await;
    let vectors = include_str!("vectors.txt");
    let mut first = std::collections::BTreeMap::new();
    for line in vectors.lines().filter(|line| !line.starts_with('#')) {
        let [_, password, field] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let scheme = field.split('}').next().unwrap();
        first.entry(scheme).or_insert((password, field));
    }
    assert!(first.len() >= 15);
    for (n, (scheme, (password, field))) in first.into_iter().enumerate() {
        let address = format!("owner-{n}@mail.example");
        made(&service, newcomer(&address, Some(field))).await;
        let here = visit(u16::try_from(n).unwrap());
        assert!(
            signs_in(&service, &here, &address, "wrong").await.is_none(),
            "{scheme}"
        );
        for _ in 0..2 {
            let token = signs_in(&service, &here, &address, password).await;
            assert!(token.is_some(), "{scheme}");
        }
    }
}

/// `doveadm pw -s SHA256-CRYPT -r 1000` of "pa\u{308}rlbåt" with its ä in two characters.
const DECOMPOSED: &str =
    "{SHA256-CRYPT}$5$rounds=1000$OG6jl85EfZjcN0BU$QNjgAJGPdx2lhC71altEsnvCzFp6dT4L8NwFMZ1uky2";

async fn the_old_system_saw_what_was_typed_and_so_does_this(engine: Engine) {
    let service = TestService::on(engine).await;
    made(&service, newcomer("anna@mail.example", Some(DECOMPOSED))).await;
    assert!(
        signs_in(&service, &visit(1), "anna@mail.example", "pärlbåt")
            .await
            .is_none()
    );
    assert!(
        signs_in(&service, &visit(1), "anna@mail.example", "pa\u{308}rlbåt")
            .await
            .is_some()
    );
    // An ordinary password by now, so both ways of writing it are one.
    assert!(
        signs_in(&service, &visit(1), "anna@mail.example", "pärlbåt")
            .await
            .is_some()
    );
}

async fn a_short_password_works_and_is_known_to_be_weak(engine: Engine) {
    let service = TestService::on(engine).await;
    let vectors = include_str!("vectors.txt");
    let one_letter = vectors
        .lines()
        .find(|line| line.contains("\tx\t{SHA512-CRYPT}"))
        .unwrap();
    let field = one_letter.rsplit('\t').next().unwrap();
    for (address, field) in [
        ("anna@mail.example", field),
        ("ben@mail.example", "{PLAIN}x"),
    ] {
        let id = made(&service, newcomer(address, Some(field))).await;
        for n in 1..3 {
            assert!(signs_in(&service, &visit(n), address, "x").await.is_some());
            assert!(account(&service, id).await.password_weak);
        }
    }
}

async fn home_greets_with_the_second_step_and_then_asks_for_a_longer_password(engine: Engine) {
    let service = TestService::on(engine).await;
    made(&service, newcomer("anna@mail.example", Some("{PLAIN}x"))).await;
    let here = visit(1);
    let token = signs_in(&service, &here, "anna@mail.example", "x")
        .await
        .unwrap();
    let session = service.app.session(&token, &here).await.unwrap();
    let home = service.app.home(&session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::AddSecondStep);
    assert!(home.password_imported && home.password_set_at.is_none());
    let mut owner = TestOwner {
        account: session.account,
        address: "anna@mail.example".to_owned(),
        outside: String::new(),
        password: "x".to_owned(),
        phone: None,
        visit: here,
        session,
        token,
    };
    service.bind_phone(&mut owner).await;
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::WeakPassword);
}

async fn a_new_password_is_an_ordinary_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let id = made(&service, newcomer("anna@mail.example", Some("{PLAIN}x"))).await;
    let token = signs_in(&service, &visit(1), "anna@mail.example", "x")
        .await
        .unwrap();
    let session = service.app.session(&token, &visit(1)).await.unwrap();
    let new = "sixteen herons in the reeds";
    service
        .app
        .change_password(&session, &visit(1), "x", new)
        .await
        .unwrap();
    assert!(!account(&service, id).await.password_weak);
    assert!(
        signs_in(&service, &visit(2), "anna@mail.example", "x")
            .await
            .is_none()
    );
    assert!(
        signs_in(&service, &visit(3), "anna@mail.example", new)
            .await
            .is_some()
    );
}

async fn the_stolen_hash_itself_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    // The digest of an ordinary text is itself text that could be typed.
    let password = "kvällsljus";
    let digest = "c567a6ce64092ec2328d809871cb5165d59540259fd28f6a2e32733315b531fb";
    let field = format!("{{SHA256.hex}}{digest}");
    made(&service, newcomer("anna@mail.example", Some(&field))).await;
    for typed in [digest, field.as_str()] {
        assert!(
            signs_in(&service, &visit(1), "anna@mail.example", typed)
                .await
                .is_none()
        );
    }
    assert!(
        signs_in(&service, &visit(2), "anna@mail.example", password)
            .await
            .is_some()
    );
}

async fn the_login_name_signs_in_as_well_as_the_address(engine: Engine) {
    let service = TestService::on(engine).await;
    let id = made(
        &service,
        called("Anna.B", newcomer("anna@mail.example", Some(FIELD))),
    )
    .await;
    assert_eq!(account(&service, id).await.mail_login(), "anna.b");
    for who in ["anna.b", " ANNA.B ", "Anna@Mail.example"] {
        let token = signs_in(&service, &visit(1), who, PASSWORD).await.unwrap();
        let session = service.app.session(&token, &visit(1)).await.unwrap();
        assert_eq!(session.account, id);
    }
    assert!(
        signs_in(&service, &visit(2), "anna", PASSWORD)
            .await
            .is_none()
    );
}

async fn every_refusal_costs_the_same_hashes_while_passwords_are_wrapped(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    made(&service, newcomer("anna@mail.example", Some(FIELD))).await;
    made(&service, newcomer("ben@mail.example", Some(FIELD))).await;
    made(&service, newcomer("carl@mail.example", None)).await;
    service
        .app
        .suspend("ben@mail.example", false)
        .await
        .unwrap();
    for _ in 0..6 {
        signs_in(&service, &visit(9), &owner.address, "wrong").await;
    }
    let long = "a".repeat(600);
    let cases = [
        ("unknown", "nobody@mail.example", "wrong", 1),
        ("ordinary", owner.address.as_str(), "wrong", 1),
        ("wrapped", "anna@mail.example", "wrong", 1),
        ("wrapped, too long", "anna@mail.example", long.as_str(), 1),
        ("unknown, too long", "nobody@mail.example", long.as_str(), 1),
        ("without a password", "carl@mail.example", "wrong", 1),
        ("suspended", "ben@mail.example", PASSWORD, 1),
        ("locked", owner.address.as_str(), owner.password.as_str(), 9),
    ];
    for (case, who, password, from) in cases {
        let hash = service.app.slow_hash();
        let before = (hash.runs(), hash.imported_runs());
        let opened = signs_in(&service, &visit(from), who, password).await;
        assert!(opened.is_none(), "{case}");
        let cost = (hash.runs() - before.0, hash.imported_runs() - before.1);
        assert_eq!(cost, (1, 1), "{case}");
    }
}
