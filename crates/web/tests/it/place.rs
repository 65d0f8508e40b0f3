//! What several of the portal's tests ask for.

use counterfoil_model::AccountId;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Statement, Value};
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::page::Page;
use counterfoil_web::routes::{ItemRoute, LinkRoute, Route};

/// One server on each engine.
pub(crate) async fn both() -> [TestApp; 2] {
    [
        TestApp::on(Engine::Sqlite).await,
        TestApp::on(Engine::Postgres).await,
    ]
}

/// What the page is, without what belongs to one browser or one request: the values of hidden fields.
pub(crate) fn neutral(page: &Page) -> String {
    let html = page.html();
    let mut parts = html.split("<input type=\"hidden\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| {
        whole + part.split_once('>').map_or("", |(_, rest)| rest)
    })
}

/// The code with another symbol at this place, counted from 1.
pub(crate) fn damaged(code: &str, place: usize) -> String {
    let mut seen = 0;
    let other = |symbol| if symbol == 'X' { 'Y' } else { 'X' };
    code.chars()
        .map(|symbol| {
            seen += usize::from(symbol.is_ascii_alphanumeric());
            if seen == place && symbol.is_ascii_alphanumeric() {
                other(symbol)
            } else {
                symbol
            }
        })
        .collect()
}

/// Every address the portal has, with something in each `{id}` and `{token}`.
pub(crate) fn every_path() -> Vec<String> {
    let plain = Route::ALL.iter().map(|route| route.path().to_owned());
    let items = ItemRoute::ALL
        .iter()
        .map(|route| route.of("00112233445566778899aabbccddeeff"));
    let links = LinkRoute::ALL
        .iter()
        .map(|route| route.with(&"a".repeat(58)));
    plain.chain(items).chain(links).collect()
}

/// Every table of the schema.
const TABLES: &[&str] = &[
    "account",
    "address_book",
    "outside_address",
    "totp",
    "passkey",
    "passkey_ceremony",
    "code_set",
    "code",
    "session",
    "device",
    "guess_clock",
    "hour_count",
    "sign_in_clock",
    "pending_change",
    "link",
    "security_event",
    "outbox",
    "mail_cut_off",
    "app_password",
    "mail_access",
    "mail_told",
    "sent_hour",
    "client",
    "app_grant",
    "app_code",
    "app_token",
    "logout_call",
    "re_enrolment_request",
    "api_app",
    "api_key",
    "api_account",
    "api_reference",
    "api_retry",
    "guest_list",
    "guest_line",
    "app_event",
    "app_webhook",
    "reminder_round",
    "snooze",
    "advisory",
    "advisory_reader",
    "browser_told",
    "policy_change",
    "node",
    "stolen_key",
    "key_walk",
    "paper_place",
    "audit_leaf",
    "audit_head",
    "audit_tree",
];

/// How many rows each table has.
pub(crate) async fn rows(app: &TestApp) -> Vec<(&'static str, i64)> {
    let mut counts = Vec::new();
    for &table in TABLES {
        counts.push((table, app.count(counting(table), &[]).await));
    }
    counts
}

fn counting(table: &'static str) -> &'static Statement {
    let text = Box::leak(format!("SELECT count(*) AS n FROM {table}").into_boxed_str());
    Box::leak(Box::new(Statement::new("test_rows", text)))
}

#[tokio::test]
async fn every_table_is_counted() {
    const ALL: Statement = Statement::new(
        "test_tables",
        "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%schema%' AND name NOT LIKE '%migration%'",
    );
    let app = TestApp::on(Engine::Sqlite).await;
    assert_eq!(
        app.count(&ALL, &[]).await,
        i64::try_from(TABLES.len()).unwrap()
    );
}

const SPENT: Statement = Statement::new(
    "test_spent",
    "SELECT count(*) AS n FROM code WHERE account_id = $1 AND spent_at IS NOT NULL",
);

/// How many codes of an account are spent.
pub(crate) async fn spent(app: &TestApp, account: AccountId) -> i64 {
    app.count(&SPENT, &[Value::from(account)]).await
}

const OPEN: Statement = Statement::new(
    "test_open",
    "SELECT count(*) AS n FROM session WHERE account_id = $1 AND kind = $2 AND ended_at IS NULL",
);

/// How many sessions of this kind an account has open.
pub(crate) async fn open(app: &TestApp, account: AccountId, kind: &str) -> i64 {
    app.count(&OPEN, &[Value::from(account), Value::from(kind)])
        .await
}

#[tokio::test]
#[should_panic(expected = "these notices were never delivered")]
async fn a_server_that_owes_notices_stops_its_test() {
    let app = TestApp::on(Engine::Sqlite).await;
    app.owner().await;
}
