//! The monthly reminder and the yearly digest, as they are read.

use crate::sample;
use counterfoil_lang::Sentences;
use counterfoil_model::{Enclosed, EventKind};
use counterfoil_notices::compose;
use serde_json::json;

fn text(kind: EventKind, details: &serde_json::Value) -> String {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, kind, false);
    let mut all = details.as_object().unwrap().clone();
    all.insert("account".into(), "alice@example.org".into());
    all.insert("name".into(), "Alice".into());
    notice.details = serde_json::Value::Object(all).to_string();
    let mail = compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap();
    format!("Subject: {}\n\n{}", mail.subject, mail.text)
}

#[test]
fn a_reminder_says_one_thing_first() {
    let letters: Vec<String> = [
        ("drill", 8, 0),
        ("few-codes-left", 1, 0),
        ("no-codes-left", 0, 0),
        ("old-sheet", 7, 2),
        ("news", 0, 1),
    ]
    .into_iter()
    .map(|(first, left, news)| {
        let title = if news > 0 {
            "We move house on Sunday"
        } else {
            ""
        };
        let details = json!({ "first": first, "left": left, "news": news, "title": title });
        text(EventKind::Reminded, &details)
    })
    .collect();
    insta::assert_snapshot!("reminders", letters.join("\n=====\n\n"));
}

#[test]
fn a_digest_counts_a_year() {
    let of = |number: u32, next: &str, news: u32| {
        let title = if news > 0 {
            "We move house on Sunday"
        } else {
            ""
        };
        let details = json!({
            "devices": number, "codes": number, "refused": number, "changes": number, "left": number,
            "good": 4, "all": 5, "next": next, "news": news, "title": title,
        });
        text(EventKind::DigestMailed, &details)
    };
    let digests = [
        of(0, "nothing", 0),
        of(1, "something", 1),
        of(7, "something", 2),
    ];
    insta::assert_snapshot!("digests", digests.join("\n=====\n\n"));
}
