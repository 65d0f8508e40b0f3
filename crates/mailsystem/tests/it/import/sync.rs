//! The same file again, a newer one, and files that nobody should trust.

use super::{FIELD, PASSWORD, imports, opens, options};
use counterfoil_mailsystem::import::{Format, ImportError, LONGEST_LINE, Options, Totals, run};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;

async fn state(service: &TestService, address: &str) -> Option<String> {
    let listed = service.app.list_accounts().await.unwrap();
    listed
        .into_iter()
        .find(|account| account.address == address)
        .map(|account| account.state)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn new_ones_come_gone_ones_are_reported_and_nothing_is_overwritten() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let service = TestService::on(engine).await;
        let options = options(Format::PasswdFile);
        let first = format!("anna@mail.example:{FIELD}:::Anna\nben@mail.example:{FIELD}:::Ben\n");
        let (totals, told) = imports(&service, &first, &options).await;
        assert_eq!((totals.made, told.len()), (2, 0));

        let second =
            "anna@mail.example:{PLAIN}another:::Anne\ncarl@mail.example:{PLAIN}a heron at 5\n";
        let (totals, told) = imports(&service, second, &options).await;
        let expected = Totals {
            made: 1,
            already_there: 1,
            in_clear: 1,
            gone: 1,
            ..Totals::default()
        };
        assert_eq!(totals, expected);
        assert_eq!(
            told,
            [
                "InClear(2, \"carl@mail.example\")",
                "Gone(\"ben@mail.example\")"
            ]
        );
        assert_eq!(state(&service, "ben@mail.example").await.unwrap(), "active");
        let listed = service.app.list_accounts().await.unwrap();
        assert!(
            listed
                .iter()
                .any(|account| account.name == "Anna" && account.imported)
        );
        assert!(opens(&service, "anna@mail.example", PASSWORD).await);
        assert!(!opens(&service, "anna@mail.example", "another").await);
        let listed = service.app.list_accounts().await.unwrap();
        let signed_in: Vec<_> = listed
            .iter()
            .filter(|account| account.signed_in)
            .map(|account| account.address.as_str())
            .collect();
        assert_eq!(signed_in, ["anna@mail.example"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_that_an_import_made_and_only_in_named_domains_are_suspended() {
    let service = TestService::on(Engine::Sqlite).await;
    // Enrolled here, in the same domain.
    let owner = service.owner().await;
    let first = format!(
        "anna@mail.example:{FIELD}\nben@mail.example:{FIELD}\ncarl@elsewhere.example:{FIELD}\ndora@mail.example:{FIELD}\n"
    );
    let plain = options(Format::PasswdFile);
    imports(&service, &first, &plain).await;
    let suspends = Options {
        suspend_gone: true,
        ..plain.clone()
    };
    // Ben's line is broken, so he isn't gone.
    let second = format!("anna@mail.example:{FIELD}\nben@mail.example:{{SSHA512}}broken\n");
    let dry = Options {
        dry_run: true,
        ..suspends.clone()
    };
    let (totals, _) = imports(&service, &second, &dry).await;
    assert_eq!((totals.gone, totals.suspended), (1, 0));
    assert_eq!(
        state(&service, "dora@mail.example").await.unwrap(),
        "active"
    );

    let (totals, told) = imports(&service, &second, &suspends).await;
    assert_eq!((totals.gone, totals.suspended), (1, 1));
    assert!(
        told.contains(&"Suspended(\"dora@mail.example\")".to_owned()),
        "{told:?}"
    );
    for (address, expected) in [
        ("anna@mail.example", "active"),
        ("ben@mail.example", "active"),
        ("carl@elsewhere.example", "active"),
        ("dora@mail.example", "suspended"),
        (owner.address.as_str(), "active"),
    ] {
        assert_eq!(
            state(&service, address).await.unwrap(),
            expected,
            "{address}"
        );
    }
    // Once more: she is suspended already, and nobody else.
    let (totals, _) = imports(&service, &second, &suspends).await;
    assert_eq!((totals.gone, totals.suspended), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_suspended_while_a_line_does_not_tell_whose_it_is() {
    let service = TestService::on(Engine::Sqlite).await;
    let plain = options(Format::PasswdFile);
    let first = format!("anna@mail.example:{FIELD}\nben@mail.example:{FIELD}\n");
    imports(&service, &first, &plain).await;
    let suspends = Options {
        suspend_gone: true,
        ..plain
    };
    let second = format!("anna@mail.example:{FIELD}\nben mail.example:{FIELD}\n");
    let (totals, _) = imports(&service, &second, &suspends).await;
    assert!(totals.suspending_held_back);
    assert_eq!((totals.gone, totals.suspended), (1, 0));
    assert_eq!(state(&service, "ben@mail.example").await.unwrap(), "active");
    // An empty file names no domain, so it lets nobody go.
    let (totals, _) = imports(&service, "", &suspends).await;
    assert_eq!((totals.gone, totals.suspended), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_changes_nothing() {
    let service = TestService::on(Engine::Sqlite).await;
    let dry = Options {
        dry_run: true,
        ..options(Format::PasswdFile)
    };
    let file = format!("anna@mail.example:{FIELD}\nben\ncarl@mail.example:{{PLAIN}}a heron at 5\n");
    let hashes = service.app.slow_hash().runs();
    let (totals, told) = imports(&service, &file, &dry).await;
    assert_eq!((totals.made, totals.refused, totals.in_clear), (2, 1, 1));
    assert_eq!(told.len(), 2);
    assert_eq!(service.app.list_accounts().await.unwrap().len(), 0);
    assert_eq!(service.app.slow_hash().runs(), hashes);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_is_read_record_by_record_with_the_numbers_of_its_lines() {
    let service = TestService::on(Engine::Sqlite).await;
    let file = format!(
        "login,address,name,password\r\n\
         a,anna@mail.example,\"Anna\r\nBerg\",{FIELD}\r\n\
         \r\n\
         b,ben@mail.example,Ben,{FIELD}\r\n\
         c,carl@mail.example,Carl,{{NT}}00\r\n\
         \"d,dora@mail.example,Dora,{FIELD}\r\n"
    );
    let (totals, told) = imports(&service, &file, &options(Format::Csv)).await;
    assert_eq!((totals.made, totals.refused), (1, 3));
    let begins = [
        "2: name: ",
        "6: password: the scheme NT can't",
        "7: line: a field begins with",
    ];
    for (told, begin) in told.iter().zip(begins) {
        assert!(told.starts_with(begin), "{told}");
    }
    assert!(opens(&service, "b", PASSWORD).await);

    let table = &options(Format::Csv);
    let headless = run(&service.app, FIELD.as_bytes(), table, &mut |_| Ok(())).await;
    let refusal = headless.unwrap_err();
    assert!(matches!(refusal, ImportError::Header(_)), "{refusal:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_without_end_is_passed_over() {
    let service = TestService::on(Engine::Sqlite).await;
    for (format, already_there) in [(Format::PasswdFile, 0), (Format::Csv, 1)] {
        let long = "x".repeat(3 * LONGEST_LINE);
        let (header, separator) = match format {
            Format::PasswdFile => ("", ':'),
            Format::Csv => ("address,password\n", ','),
        };
        let file = format!("{header}{long}\nanna@mail.example{separator}{FIELD}\n\"{long}\n{long}");
        let (totals, told) = imports(&service, &file, &options(format)).await;
        assert_eq!(totals.made + totals.already_there, 1);
        assert_eq!((totals.already_there, totals.refused), (already_there, 3));
        assert!(
            told.iter().all(|told| told.contains("longer than 64 KiB")),
            "{told:?}"
        );
    }
}
