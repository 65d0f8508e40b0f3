//! A large file with a wrong line every hundred: all good ones in, every bad one reported by its number.

use super::{FIELD, PASSWORD, imports, opens, options};
use counterfoil_mailsystem::import::Format;
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;
use std::fmt::Write;
use std::time::Instant;

const ACCOUNTS: Statement = Statement::new("test_accounts", "SELECT COUNT(*) AS n FROM account");
const KEYS: Statement = Statement::new("test_keys", "SELECT COUNT(*) AS n FROM address_book");
const EVENTS: Statement = Statement::new(
    "test_events",
    "SELECT COUNT(*) AS n FROM security_event WHERE kind = 'account-imported'",
);

/// What may be wrong with a line, and what is said of it.
const WRONG: [(&str, &str); 6] = [
    ("somebody@mail.example", "line: "),
    ("no body@mail.example:{PLAIN}x", "login: "),
    (
        "locked-%@mail.example:!",
        "password: the password is locked",
    ),
    (
        "old-%@mail.example:{MD5-CRYPT}$1$zDyv55rw$FOINlNZhvmwP",
        "password: the scheme MD5-CRYPT",
    ),
    (
        "cut-%@mail.example:{SSHA512}GZgNPiEX",
        "password: {SSHA512}",
    ),
    (
        "owner-1@mail.example:{PLAIN}again",
        "address: it stands on line 1 already",
    ),
];

/// Every hundredth line is wrong, each kind in turn.
fn passwd_file(lines: usize) -> String {
    let mut text = String::new();
    for n in 1..=lines {
        if n % 100 == 0 {
            let (wrong, _) = WRONG[n / 100 % WRONG.len()];
            writeln!(text, "{}", wrong.replace('%', &n.to_string())).unwrap();
        } else if n % 3 == 0 {
            writeln!(text, "owner-{n}:{FIELD}").unwrap();
        } else {
            writeln!(text, "owner-{n}@mail.example:{FIELD}:::Owner {n}::").unwrap();
        }
    }
    text
}

async fn thirty_thousand_lines_of_which_every_hundredth_is_wrong(engine: Engine) {
    let service = TestService::on(engine).await;
    let lines = 30_000;
    let began = Instant::now();
    let file = passwd_file(lines);
    let (totals, told) = imports(&service, &file, &options(Format::PasswdFile)).await;
    println!("{engine:?}: {lines} lines in {:?}", began.elapsed());

    let (wrong, good) = (lines / 100, lines - lines / 100);
    assert_eq!(told.len(), wrong);
    for (place, said) in told.iter().enumerate() {
        let line = (place + 1) * 100;
        let (_, expected) = WRONG[line / 100 % WRONG.len()];
        assert!(said.starts_with(&format!("{line}: {expected}")), "{said}");
    }
    assert_eq!(
        (totals.made, totals.refused, totals.already_there),
        (as_told(good), as_told(wrong), 0)
    );
    let logins = (1..=lines).filter(|n| n % 3 == 0 && n % 100 != 0).count();
    assert_eq!(service.count(&ACCOUNTS, &[]).await, as_kept(good));
    assert_eq!(service.count(&KEYS, &[]).await, as_kept(good + logins));
    assert_eq!(service.count(&EVENTS, &[]).await, as_kept(good));
    for who in [
        "owner-1@mail.example",
        "owner-3",
        "owner-3@mail.example",
        "owner-2998@mail.example",
    ] {
        assert!(opens(&service, who, PASSWORD).await, "{who}");
    }

    let began = Instant::now();
    let (again, _) = imports(&service, &file, &options(Format::PasswdFile)).await;
    println!("{engine:?}: again in {:?}", began.elapsed());
    assert_eq!((again.made, again.already_there), (0, as_told(good)));
    assert_eq!((again.refused, again.gone), (as_told(wrong), 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    thirty_thousand_lines_of_which_every_hundredth_is_wrong(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    thirty_thousand_lines_of_which_every_hundredth_is_wrong(Engine::Postgres).await;
}

fn as_kept(count: usize) -> i64 {
    count.try_into().unwrap()
}

fn as_told(count: usize) -> u64 {
    count.try_into().unwrap()
}
