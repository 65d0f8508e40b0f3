//! What holds of an account at every moment, whatever was done to the database meanwhile.

use counterfoil_core::Slot;
use counterfoil_model::{AccountId, Announcement, EventKind, Timestamp};
use counterfoil_store::repo::code::Counterfoil;
use counterfoil_store::repo::code_set::CodeSet;
use counterfoil_store::repo::totp::Totp;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::service::TestService;
use std::collections::BTreeMap;

const EVENTS: Statement = Statement::new(
    "invariant_events",
    "SELECT event_id, kind, at, salt, details FROM security_event WHERE account_id = $1 ORDER BY at",
);
const NOTICES: Statement = Statement::new(
    "invariant_notices",
    "SELECT event_id, recipient FROM outbox WHERE account_id = $1",
);
const SESSIONS: Statement = Statement::new(
    "invariant_sessions",
    "SELECT kind, methods, started_at FROM session WHERE account_id = $1 ORDER BY started_at",
);

struct Event {
    id: [u8; 16],
    kind: EventKind,
    at: Timestamp,
    details: String,
}

/// Stops the test if something of the account's doesn't fit together.
/// Not for stories in which a session rotates: it would count twice.
pub(crate) async fn check(service: &TestService, account: AccountId) {
    let events = events(service, account).await;
    let (owner, sets, totps) = load(service, account).await;
    let mut spent = Vec::new();
    for set in &sets {
        let codes = codes(service, account, set).await;
        check_set(set, &codes);
        spent.extend(
            codes
                .iter()
                .filter_map(|code| Some((code.spent_at?, code.slot))),
        );
    }
    spent.sort_unstable();
    check_spent(service, account, &spent, &events).await;
    check_told(service, account, &owner, &events).await;

    let proved = sets.iter().filter(|set| set.proved_at.is_some()).count();
    let announced = [
        EventKind::CodesActivated,
        EventKind::CodesRenewed,
        EventKind::CodesStaged,
    ];
    let announced = events
        .iter()
        .filter(|event| announced.contains(&event.kind))
        .count();
    assert_eq!(
        proved, announced,
        "every proof of a sheet is announced, and nothing else"
    );

    let active = sets.iter().filter(|set| set.state == "active");
    one_at_a_time(
        "sheets",
        active
            .map(|set| (set.effective_at.unwrap(), set.ended_at))
            .collect(),
    );
    let active = totps.iter().filter(|totp| totp.state == "active");
    one_at_a_time(
        "apps",
        active
            .map(|totp| (totp.effective_at.unwrap(), totp.ended_at))
            .collect(),
    );
}

/// A code is spent together with its event and the session or the grant that it opened.
async fn check_spent(
    service: &TestService,
    account: AccountId,
    spent: &[(Timestamp, Slot)],
    events: &[Event],
) {
    let told = events
        .iter()
        .filter(|event| event.kind == EventKind::CodeRedeemed)
        .map(|event| {
            let details: serde_json::Value = serde_json::from_str(&event.details).unwrap();
            let slot: u8 = details["code"].as_str().unwrap().parse().unwrap();
            (event.at, Slot::new(slot).unwrap())
        });
    let mut told: Vec<_> = told.collect();
    told.sort_unstable();
    assert_eq!(spent, told, "spent codes and events of redeeming");

    let rows = service.rows(&SESSIONS, &[account.into()]).await;
    let opened = rows.iter().filter(|row| {
        let (kind, methods): (String, String) =
            (row.get("kind").unwrap(), row.get("methods").unwrap());
        kind != "half" && methods.contains("code")
    });
    let opened: Vec<Timestamp> = opened.map(|row| row.get("started_at").unwrap()).collect();
    let spent: Vec<Timestamp> = spent.iter().map(|(at, _)| *at).collect();
    assert_eq!(spent, opened, "spent codes and the sessions they opened");
}

/// Whatever everybody must hear of has a notice to the mailbox, and no notice stands without its event.
async fn check_told(service: &TestService, account: AccountId, mailbox: &str, events: &[Event]) {
    let mut told: BTreeMap<[u8; 16], Vec<String>> = BTreeMap::new();
    for row in service.rows(&NOTICES, &[account.into()]).await {
        told.entry(row.get("event_id").unwrap())
            .or_default()
            .push(row.get("recipient").unwrap());
    }
    for event in events {
        let recipients = told.remove(&event.id).unwrap_or_default();
        let everyone = event.kind.announce() == Announcement::Everyone;
        assert_eq!(
            everyone,
            recipients.iter().any(|to| to == mailbox),
            "{:?} {recipients:?}",
            event.kind
        );
        if event.kind == EventKind::CodeRedeemed {
            assert_eq!(recipients.len(), 2, "{recipients:?}");
        }
    }
    assert!(told.is_empty(), "notices without an event");
}

fn check_set(set: &CodeSet, codes: &[Counterfoil]) {
    let drawn = codes.iter().filter(|code| code.replaces.is_none());
    for code in drawn {
        assert_eq!(
            code.counts_at.is_some(),
            set.proved_at.is_some(),
            "{set:?} {code:?}"
        );
    }
    for code in codes {
        let replaced_by = codes
            .iter()
            .filter(|other| other.replaces == Some(code.slot) && other.counts_at.is_some());
        let replaced = replaced_by.count();
        let expected = usize::from(code.spent_at.is_some() && !code.replacement_owed);
        assert_eq!(replaced, expected, "code {} of {set:?}", code.slot);
    }
    let unproved = codes
        .iter()
        .filter(|code| code.replaces.is_some() && code.counts_at.is_none());
    assert!(unproved.count() <= 1, "one replacement is shown at a time");
}

fn one_at_a_time(what: &str, mut times: Vec<(Timestamp, Option<Timestamp>)>) {
    // What was replaced in the moment it began was never in force.
    times.retain(|(began_at, ended_at)| ended_at.is_none_or(|at| at > *began_at));
    times.sort_unstable();
    for pair in times.windows(2) {
        let [(_, ended_at), (next, _)] = pair else {
            continue;
        };
        assert!(
            ended_at.is_some_and(|at| at <= *next),
            "two {what} in force: {times:?}"
        );
    }
}

async fn events(service: &TestService, account: AccountId) -> Vec<Event> {
    let rows = service.rows(&EVENTS, &[account.into()]).await;
    rows.iter()
        .map(|row| {
            let _salt: [u8; 16] = row.get("salt").unwrap();
            let kind: String = row.get("kind").unwrap();
            Event {
                id: row.get("event_id").unwrap(),
                kind: EventKind::parse(&kind).unwrap(),
                at: row.get("at").unwrap(),
                details: row.get("details").unwrap(),
            }
        })
        .collect()
}

async fn load(service: &TestService, account: AccountId) -> (String, Vec<CodeSet>, Vec<Totp>) {
    let loaded: Result<_, Error> = service
        .db
        .read("invariant_load", |tx| async move {
            let owner = repo::account::load(&tx, account).await?.unwrap();
            let sets = repo::code_set::list(&tx, account).await?;
            Ok((owner.address, sets, repo::totp::list(&tx, account).await?))
        })
        .await;
    loaded.unwrap()
}

async fn codes(service: &TestService, account: AccountId, set: &CodeSet) -> Vec<Counterfoil> {
    let id = set.id;
    let codes: Result<_, Error> = service
        .db
        .read("invariant_codes", |tx| async move {
            repo::code::list(&tx, account, id).await
        })
        .await;
    codes.unwrap()
}
