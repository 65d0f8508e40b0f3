//! A database of an earlier release: what it holds is found after the migration as if it had been entered today.

use crate::ground::NOW;
use counterfoil_model::AccountId;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::account::{self, NewAccount};
use counterfoil_store::repo::desk::accounts::{Place, search};
use counterfoil_store::{Error, Migration, Schema, Statement, migrate};
use counterfoil_testkit::database::TestDatabase;

/// What the release before knew.
const BEFORE: Schema = Schema::new(&[
    Migration::new(
        1,
        "main job",
        include_str!("../../migrations/0001_main_job.sql"),
    ),
    Migration::new(
        2,
        "mailbox",
        include_str!("../../migrations/0002_mailbox.sql"),
    ),
]);

const ENTER_BEFORE: Statement = Statement::new(
    "enter_before",
    "INSERT INTO account (account_id, address, name, language, role, state, created_at) \
     VALUES ($1, $2, $3, 'en', 'owner', 'active', $4)",
);
const COLUMNS: Statement = Statement::new(
    "search_columns",
    "SELECT search_address, search_name FROM account WHERE account_id = $1",
);

/// Addresses and names with whatever a pattern, a cast or an engine's idea of case could trip over.
const PEOPLE: [(&str, &str); 7] = [
    ("Anna@Example.ORG", "Anna KARENINA"),
    (r"back\slash@example.org", r"Back\Slash \x41"),
    ("50%off@example.org", "Fifty % Off"),
    ("under_score@example.org", "Under_Score"),
    ("Émile@example.org", "Émile ZOLA"),
    ("ὀδυσσεύς@example.org", "ΟΔΥΣΣΕΎΣ  of   Ithaca"),
    ("nobody@example.org", ""),
];

async fn on_both(test: impl AsyncFn(TestDatabase)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        test(TestDatabase::empty(engine).await).await;
    }
}

fn id(n: usize, generation: u8) -> AccountId {
    AccountId::from_bytes([
        u8::try_from(n).unwrap() + 1,
        generation,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
    ])
}

/// Everybody, as the release before entered them.
async fn enter_before(test: &TestDatabase) {
    BEFORE.migrate(&test.db, NOW).await.unwrap();
    for (n, (address, name)) in PEOPLE.into_iter().enumerate() {
        let args = &[id(n, 1).into(), address.into(), name.into(), NOW.into()];
        let entered = test.db.run("enter", |tx| async move {
            tx.execute(&ENTER_BEFORE, args).await
        });
        entered.await.unwrap();
    }
}

async fn columns(test: &TestDatabase, account: AccountId) -> (Vec<u8>, String) {
    let read = test.db.read("columns", |tx| async move {
        let row = tx
            .one(&COLUMNS, &[account.into()])
            .await?
            .expect("an account");
        Ok::<_, Error>((row.get("search_address")?, row.get("search_name")?))
    });
    read.await.unwrap()
}

async fn found(test: &TestDatabase, typed: &str) -> Vec<String> {
    let start = &Place::start();
    let found = test.db.read("search", |tx| async move {
        search(&tx, typed, "all", start, 100, NOW).await
    });
    found
        .await
        .unwrap()
        .into_iter()
        .map(|line| line.address)
        .collect()
}

#[tokio::test]
async fn accounts_of_an_earlier_release_are_found() {
    on_both(async |test| {
        enter_before(&test).await;
        migrate(&test.db, NOW).await.unwrap();
        for (text, addresses) in [
            ("anna@", &["Anna@Example.ORG"][..]),
            ("karen", &["Anna@Example.ORG"]),
            (r"back\", &[r"back\slash@example.org"]),
            (r"\x41", &[r"back\slash@example.org"]),
            ("50%", &["50%off@example.org"]),
            // A percent sign and a low line stand for themselves.
            ("%", &["50%off@example.org"]),
            ("under_s", &["under_score@example.org"]),
            ("under%", &[]),
            ("undersc", &[]),
            ("émile", &["Émile@example.org"]),
            ("zola", &["Émile@example.org"]),
            ("ithaca", &["ὀδυσσεύς@example.org"]),
            ("nob", &["nobody@example.org"]),
        ] {
            assert_eq!(found(&test, text).await, addresses, "{text}");
        }
        assert_eq!(found(&test, "").await.len(), PEOPLE.len());
    })
    .await;
}

#[tokio::test]
async fn they_are_found_by_what_new_accounts_are_found_by() {
    on_both(async |test| {
        let test = &test;
        enter_before(test).await;
        migrate(&test.db, NOW).await.unwrap();
        for (n, (address, name)) in PEOPLE.into_iter().enumerate() {
            let key = &format!("{n}@example.org");
            let entered = test.db.run("enter", |tx| async move {
                let new = NewAccount {
                    id: id(n, 2),
                    address,
                    address_key: key,
                    name,
                    language: "en",
                    role: "owner",
                    state: "active",
                };
                account::enter(&tx, &new, NOW).await
            });
            entered.await.unwrap();
            assert_eq!(
                columns(test, id(n, 1)).await,
                columns(test, id(n, 2)).await,
                "{address}"
            );
        }
    })
    .await;
}
