//! Who gets an account, who has one, and who can't have one.

use super::sign_in::made;
use super::{FIELD, called, newcomer};
use crate::ground::on_both_engines;
use counterfoil_model::MailAddress;
use counterfoil_service::account::{Arrival, InviteRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::TestService;

on_both_engines! {
    what_is_there_already_is_left_as_it_is,
    a_login_name_is_nobody_elses_address_or_login,
    one_address_twice_in_a_batch_is_made_once,
    two_imports_at_once_make_every_account_once,
    without_a_password_it_waits_for_an_invitation,
    those_missed_are_among_those_an_import_made,
    a_fault_makes_all_of_a_batch_or_nothing,
}

const ACCOUNTS: Statement = Statement::new("test_accounts", "SELECT COUNT(*) AS n FROM account");
const KEYS: Statement = Statement::new("test_keys", "SELECT COUNT(*) AS n FROM address_book");
const EVENTS: Statement = Statement::new("test_events", "SELECT COUNT(*) AS n FROM security_event");

async fn what_is_there_already_is_left_as_it_is(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let anna = made(&service, newcomer("anna@mail.example", Some(FIELD))).await;
    let before = rows(&service).await;
    let again = vec![
        newcomer(&owner.address.to_uppercase(), Some(FIELD)),
        called(
            "anna",
            newcomer("ANNA@mail.example", Some("{PLAIN}another one")),
        ),
    ];
    let known = service.app.newcomers_known(&again).await.unwrap();
    let hashes = service.app.slow_hash().runs();
    let arrivals = service.app.import_accounts(again).await.unwrap();
    assert_eq!(
        arrivals,
        [
            Arrival::AlreadyThere(owner.account),
            Arrival::AlreadyThere(anna)
        ]
    );
    assert_eq!(known, arrivals.into_iter().map(Some).collect::<Vec<_>>());
    assert_eq!(service.app.slow_hash().runs(), hashes);
    assert_eq!(rows(&service).await, before);
}

/// Everything that is known of the accounts.
async fn rows(service: &TestService) -> String {
    let listed: Result<_, Error> = service
        .db
        .read(
            "test_rows",
            |tx| async move { repo::account::list(&tx).await },
        )
        .await;
    format!("{:?} {}", listed.unwrap(), service.count(&KEYS, &[]).await)
}

async fn a_login_name_is_nobody_elses_address_or_login(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    made(
        &service,
        called("anna", newcomer("anna@mail.example", Some(FIELD))),
    )
    .await;
    made(
        &service,
        called(
            "old@mail.example",
            newcomer("new@mail.example", Some(FIELD)),
        ),
    )
    .await;
    let arrivals = service
        .app
        .import_accounts(vec![
            called(&owner.address, newcomer("ben@mail.example", Some(FIELD))),
            called("Anna", newcomer("carl@mail.example", Some(FIELD))),
            newcomer("old@mail.example", Some(FIELD)),
            called("anna", newcomer("new@mail.example", Some(FIELD))),
        ])
        .await
        .unwrap();
    assert_eq!(
        arrivals,
        [
            Arrival::LoginTaken,
            Arrival::LoginTaken,
            Arrival::AddressTaken,
            Arrival::LoginTaken
        ]
    );
    assert_eq!(service.count(&ACCOUNTS, &[]).await, 3);
    // Nobody is invited to an address that is somebody's login name.
    let invited = service.app.invite("old@mail.example", "", "en", None).await;
    assert!(matches!(invited, Err(InviteRefusal::Exists)), "{invited:?}");
}

async fn one_address_twice_in_a_batch_is_made_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let twice = ["anna@mail.example", "Anna@mail.example"];
    let arrivals = service
        .app
        .import_accounts(twice.map(|address| newcomer(address, Some(FIELD))).into())
        .await
        .unwrap();
    let [Arrival::Made(id), Arrival::AlreadyThere(same)] = arrivals[..] else {
        panic!("{arrivals:?}")
    };
    assert_eq!(id, same);
}

async fn two_imports_at_once_make_every_account_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let batch = || {
        let people = 0..60;
        let people = people.map(|n| newcomer(&format!("owner{n}@bulk.example"), Some(FIELD)));
        people.collect::<Vec<_>>()
    };
    let both = tokio::join!(
        service.app.import_accounts(batch()),
        service.app.import_accounts(batch())
    );
    let arrivals = [both.0.unwrap(), both.1.unwrap()].concat();
    let made = arrivals
        .iter()
        .filter(|arrival| matches!(arrival, Arrival::Made(_)));
    assert_eq!(made.count(), 60);
    for count in [&ACCOUNTS, &KEYS, &EVENTS] {
        assert_eq!(service.count(count, &[]).await, 60);
    }
}

async fn without_a_password_it_waits_for_an_invitation(engine: Engine) {
    let service = TestService::on(engine).await;
    made(&service, newcomer("anna@mail.example", None)).await;
    let listed = service.app.list_accounts().await.unwrap();
    assert_eq!(listed[0].state, "invited");
    let invited = service
        .app
        .invite("anna@mail.example", "Anna", "en", None)
        .await
        .unwrap();
    assert!(invited.link.is_some());
}

async fn those_missed_are_among_those_an_import_made(engine: Engine) {
    let service = TestService::on(engine).await;
    // Not imported, so nobody's to report.
    service.owner().await;
    made(&service, newcomer("stays@mail.example", Some(FIELD))).await;
    made(&service, newcomer("gone@mail.example", Some(FIELD))).await;
    made(&service, newcomer("left@mail.example", Some(FIELD))).await;
    made(&service, newcomer("gone@elsewhere.example", Some(FIELD))).await;
    service
        .app
        .suspend("left@mail.example", false)
        .await
        .unwrap();
    let missed =
        |address: &MailAddress| address.domain() == "mail.example" && address.local() != "stays";
    let gone = service.app.imported_but(missed).await.unwrap();
    let mut gone: Vec<_> = gone
        .iter()
        .map(|gone| (gone.address.as_str(), gone.suspended))
        .collect();
    gone.sort_unstable();
    assert_eq!(
        gone,
        [("gone@mail.example", false), ("left@mail.example", true)]
    );
}

async fn a_fault_makes_all_of_a_batch_or_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let batch = || {
        (0..5)
            .map(|n| newcomer(&format!("owner{n}@bulk.example"), Some(FIELD)))
            .collect::<Vec<_>>()
    };
    let mut broken = 0;
    for nth in 1..40 {
        service.faults.strike_at(nth, When::Before, Fault::Fail);
        let answer = service.app.import_accounts(batch()).await;
        let _ = service.faults.spare();
        broken += usize::from(answer.is_err());
        let accounts = service.count(&ACCOUNTS, &[]).await;
        assert!(accounts == 0 || accounts == 5, "{accounts}");
        assert_eq!(service.count(&KEYS, &[]).await, accounts);
        assert_eq!(service.count(&EVENTS, &[]).await, accounts);
        if answer.is_ok() {
            break;
        }
    }
    assert!(broken > 5, "{broken}");
}
