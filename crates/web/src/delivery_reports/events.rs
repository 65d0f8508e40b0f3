//! What a report says of which mail. Of its words only a status code is kept: they may repeat an address.

use counterfoil_model::delivery::Report;
use counterfoil_model::{EnhancedStatus, NoticeId};
use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::Value;

/// How a provider speaks. Every pointer is a JSON pointer (RFC 6901).
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// To the list of events; a document that is a list itself needs none, and any other is one event.
    pub list: Option<String>,
    /// To our own key, which the provider was given with the mail.
    pub notice: Option<String>,
    /// To what the provider called the mail.
    pub reference: Option<String>,
    /// To the status code, or to words that have it in them.
    pub status: Option<String>,
    /// What events mean; the first line that fits counts, and an event that none fits says nothing to us.
    pub kinds: Vec<Kind>,
}

/// One line of what events mean.
#[derive(Clone, Debug)]
pub struct Kind {
    /// To where the event says what it is.
    pub at: String,
    /// For one of these values there.
    pub is: Vec<Value>,
    /// What it means.
    pub means: Means,
    /// The status, where the event says none.
    pub status: Option<EnhancedStatus>,
}

/// What an event means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The recipient's server has the mail.
    Delivered,
    /// The provider tries on.
    Deferred,
    /// It came back for good.
    Bounced,
    /// Its reader called it spam.
    Complained,
}

/// One event that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Our own key.
    pub notice: Option<NoticeId>,
    /// What the provider called the mail.
    pub reference: Option<String>,
    /// What became of it.
    pub report: Report,
}

impl Events {
    /// The events that say something of a mail; `None` when this is no JSON. Never panics.
    #[must_use]
    pub fn read(&self, body: &[u8]) -> Option<Vec<Reported>> {
        let document: Value = serde_json::from_slice(body).ok()?;
        let list = match &self.list {
            Some(pointer) => document.pointer(pointer),
            None => Some(&document),
        };
        let events = match list {
            Some(Value::Array(events)) => events.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        Some(events.iter().filter_map(|event| self.one(event)).collect())
    }

    fn one(&self, event: &Value) -> Option<Reported> {
        let kind = self.kinds.iter().find(|kind| kind.fits(event))?;
        let said = |pointer: &Option<String>| text(event.pointer(pointer.as_ref()?)?);
        let status = said(&self.status)
            .and_then(|words| status_in(&words))
            .or(kind.status);
        let reported = Reported {
            notice: said(&self.notice).and_then(|key| notice(&key)),
            reference: said(&self.reference).filter(|reference| !reference.is_empty()),
            report: match kind.means {
                Means::Delivered => Report::Delivered,
                Means::Deferred => Report::Deferred(status),
                Means::Bounced => Report::Bounced(status),
                Means::Complained => Report::Complained,
            },
        };
        (reported.notice.is_some() || reported.reference.is_some()).then_some(reported)
    }
}

impl Kind {
    fn fits(&self, event: &Value) -> bool {
        event
            .pointer(&self.at)
            .is_some_and(|found| self.is.contains(found))
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        // Some hand every tag back as a list.
        Value::Array(values) => values.first().and_then(text),
        _ => None,
    }
}

fn notice(key: &str) -> Option<NoticeId> {
    let bytes = HEXLOWER_PERMISSIVE.decode(key.as_bytes()).ok()?;
    bytes.try_into().ok().map(NoticeId::from_bytes)
}

/// The first status code that says no, among whatever else a mail server said.
fn status_in(words: &str) -> Option<EnhancedStatus> {
    words
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|word| word.trim_matches('.').parse::<EnhancedStatus>().ok())
        .find(|status| status.class() != 2)
}

#[cfg(test)]
mod tests {
    use super::{Events, Kind, Means, Reported, status_in};
    use counterfoil_model::EnhancedStatus;
    use counterfoil_model::delivery::Report;
    use proptest::prelude::*;
    use serde_json::json;

    fn events() -> Events {
        let kind = |is: &str, means, status| Kind {
            at: "/type".into(),
            is: vec![json!(is)],
            means,
            status,
        };
        Events {
            list: None,
            notice: Some("/data/tags/notice".into()),
            reference: Some("/data/email_id".into()),
            status: Some("/data/bounce/message".into()),
            kinds: vec![
                kind("email.delivered", Means::Delivered, None),
                kind("email.bounced", Means::Bounced, None),
                kind(
                    "email.suppressed",
                    Means::Bounced,
                    Some(EnhancedStatus::never(2, 0)),
                ),
                kind("email.delivery_delayed", Means::Deferred, None),
                kind("email.complained", Means::Complained, None),
            ],
        }
    }

    fn read(document: &serde_json::Value) -> Vec<Reported> {
        events().read(document.to_string().as_bytes()).unwrap()
    }

    fn reports(document: &serde_json::Value) -> Vec<Report> {
        let read = read(document).into_iter();
        read.map(|event| event.report).collect()
    }

    #[test]
    fn one_event_or_many_are_read_and_the_rest_is_left() {
        let bounced = json!({"type": "email.bounced", "data": {"email_id": "a", "bounce": {"message": "550 5.1.1 <x@y.example> no such user"}}});
        let unknown = Report::Bounced(Some(EnhancedStatus::never(1, 1)));
        let one = Reported {
            notice: None,
            reference: Some("a".into()),
            report: unknown,
        };
        assert_eq!(read(&bounced), [one]);
        let many = json!([
            bounced,
            {"type": "email.opened", "data": {"email_id": "a"}},
            {"type": "email.delivered", "data": {"email_id": 7}},
            {"type": "email.suppressed", "data": {"email_id": "a"}},
            {"type": "email.delivery_delayed", "data": {"email_id": "a"}},
            {"type": "email.complained", "data": {"email_id": "a"}},
            {"type": "email.complained", "data": {"email_id": ""}},
            {"type": "email.complained", "data": {}},
            3,
        ]);
        assert_eq!(
            reports(&many),
            [
                unknown,
                Report::Delivered,
                Report::Bounced(Some(EnhancedStatus::never(2, 0))),
                Report::Deferred(None),
                Report::Complained,
            ]
        );
        assert_eq!(events().read(b"no json"), None);
        let within = Events {
            list: Some("/events".into()),
            ..events()
        };
        let listed = json!({"events": [bounced]}).to_string();
        assert_eq!(within.read(listed.as_bytes()).unwrap().len(), 1);
        assert_eq!(within.read(b"{}").unwrap(), []);
    }

    #[test]
    fn our_own_key_is_one_or_nothing() {
        let with = |key: serde_json::Value| {
            let event = json!({"type": "email.delivered", "data": {"email_id": "a", "tags": {"notice": key}}});
            read(&event)[0].notice.map(|notice| notice.to_string())
        };
        let key = "00112233445566778899aabbccddeeff";
        assert_eq!(with(json!(key)).as_deref(), Some(key));
        assert_eq!(with(json!([key])).as_deref(), Some(key));
        for wrong in [
            json!("0011"),
            json!("zz"),
            json!(null),
            json!([]),
            json!({}),
        ] {
            assert_eq!(with(wrong), None);
        }
    }

    #[test]
    fn of_the_words_only_a_status_is_kept() {
        let status = |words| status_in(words).map(|status| status.to_string());
        assert_eq!(status("smtp;550 5.1.1 RCPT no").as_deref(), Some("5.1.1"));
        assert_eq!(
            status("250 2.0.0 ok, then (4.2.2).").as_deref(),
            Some("4.2.2")
        );
        assert_eq!(status("from 192.0.2.1 at 10.0.0.1"), None);
        assert_eq!(status("gone"), None);
    }

    proptest! {
        #[test]
        fn anything_may_come(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = events().read(&body);
        }
    }
}
