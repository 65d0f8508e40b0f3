//! Notices and what is around them, for tests.

use counterfoil_lang::{Sentences, TimeZone};
use counterfoil_model::{AccountId, Enclosed, EventId, EventKind, NoticeId, Timestamp};
use counterfoil_notices::{Frame, Mail, compose, needs};
use counterfoil_store::repo::outbox::Notice;
use serde_json::{Map, Value};

/// 23 November 2026, 14:05 UTC.
pub(crate) const AT: Timestamp = Timestamp::from_micros(1_795_442_700_000_000);

pub(crate) const LINK: &str = "https://account.example.org/stop-change/mzxw6ytboi3dqmrqgezdgnbv";

pub(crate) const FREEZE: &str = "https://account.example.org/link/freeze/nfxxe3lbnrqxi2lpnyqgc";

pub(crate) const CODE: &str = "4821 0935";

/// What a notice of this kind carries when it has one thing to do: a code for the new address, a link for everybody else.
pub(crate) fn linked(kind: EventKind) -> Enclosed {
    if kind == EventKind::OutsideAddressAdded {
        return Enclosed {
            code: Some(CODE.into()),
            ..Enclosed::default()
        };
    }
    Enclosed {
        link: Some(LINK.into()),
        ..Enclosed::default()
    }
}

pub(crate) fn frame() -> Frame {
    Frame {
        service_name: "Exämple Mail".into(),
        from: "account@example.org".into(),
        public_url: "https://account.example.org".parse().unwrap(),
        help_line: Some("Call the help desk: +33 1 23 45 67 89, every day from 8 to 20".into()),
        time_zone: TimeZone::get("Europe/Paris").unwrap(),
    }
}

/// A notice of this kind with every detail that it needs.
pub(crate) fn notice(sentences: &Sentences, kind: EventKind, linked: bool) -> Notice {
    let mut details: Map<String, Value> = needs(sentences, kind, linked)
        .into_iter()
        .map(|name| (name.clone(), detail(&name).into()))
        .collect();
    details.insert("account".into(), "alice@example.org".into());
    details.insert("name".into(), "Alice".into());
    Notice {
        account: AccountId::from_bytes([1; 16]),
        id: NoticeId::from_bytes([2; 16]),
        event: EventId::from_bytes([3; 16]),
        recipient: "alice@elsewhere.example".into(),
        language: "en".into(),
        kind: kind.as_str().into(),
        at: AT,
        details: Value::Object(details).to_string(),
        network: "192.0.2.77".into(),
        device: "Firefox on Linux".into(),
        link: linked.then(|| b"sealed".to_vec()),
        attempts: 1,
        expires_at: None,
    }
}

fn detail(name: &str) -> &'static str {
    match name {
        "sheet" => "3",
        "code" => "7",
        "left" => "6",
        "address" => "alice@elsewhere.example",
        "change" => "totp",
        "taken" | "what" => "phone",
        "reach" => "bouncing",
        "was" => "confirmed",
        "label" => "Thunderbird on the laptop",
        "app" => "Webmail",
        "count" => "300",
        "sheets" => "retired",
        "first" => "drill",
        "devices" | "changes" => "4",
        "codes" | "good" => "1",
        "refused" => "0",
        "all" => "5",
        "next" => "something",
        "apps" | "news" => "2",
        "title" => "Mails that look like ours",
        "state" => "corrected",
        "advisory" => "00112233445566778899aabbccddeeff",
        "why" => "It was a drill of ours.",
        "scopes" => "codes:redeem events:read",
        "setting" => "hold",
        "now" => "12",
        "by" => "olga@example.org",
        "until" => "1795529100000000",
        other => panic!("no sample of the detail {other}: services have to give it too"),
    }
}

/// The mail that tells of a code that was used.
pub(crate) fn mail() -> Mail {
    let sentences = Sentences::load().unwrap();
    let notice = notice(&sentences, EventKind::CodeRedeemed, false);
    compose(&sentences, &frame(), &notice, &Enclosed::default()).unwrap()
}
