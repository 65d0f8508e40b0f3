//! An event of an account's history, as its owner reads it.

use super::Words;
use counterfoil_lang::Arg;
use counterfoil_model::{Setting, Timestamp};
use counterfoil_service::home::FeedEvent;

/// One line of the account's history.
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened, as a sentence.
    pub what: String,
    /// When.
    pub when: String,
    /// From where: "Firefox on Linux, 192.0.2.7", if somebody did it.
    pub from: Option<String>,
}

impl Event {
    /// Says an event in the reader's language and time zone.
    #[must_use]
    pub fn of(words: &Words, event: &FeedEvent) -> Self {
        let details = event.details.iter();
        let of = event.details.iter().find(|(name, _)| name == "setting");
        let of = of.and_then(|(_, name)| Setting::parse(name));
        let args: Vec<(&str, Arg<'_>)> = details
            .map(|(name, value)| {
                let said = of.and_then(|setting| of_setting(words, setting, name, value));
                let arg = said.map_or_else(|| argument(words, name, value), Arg::from);
                (name.as_str(), arg)
            })
            .collect();
        let from: Vec<String> = [words.device(&event.device), event.from.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        Self {
            what: words.with(&format!("event-{}", event.kind), &args),
            when: words.moment(event.at.as_micros()),
            from: (!from.is_empty()).then(|| from.join(", ")),
        }
    }
}

/// A moment for machines, to the microsecond (RFC 3339).
#[must_use]
pub(super) fn exact(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .map(|at| at.to_string())
        .unwrap_or_default()
}

/// A detail of a change of the policy: the setting and its values in words.
fn of_setting(words: &Words, setting: Setting, name: &str, value: &str) -> Option<String> {
    match (name, value.parse::<i64>()) {
        ("setting", _) => Some(words.setting(setting)),
        ("was" | "now", Ok(value)) => Some(words.setting_value(setting, value)),
        _ => None,
    }
}

/// A detail as its sentence takes it: a moment in full, a number that can choose between "code" and "codes", or a text.
fn argument<'a>(words: &Words, name: &str, value: &'a str) -> Arg<'a> {
    match (name, value.parse::<i64>()) {
        ("until", Ok(micros)) => words.moment(micros).into(),
        (_, Ok(number)) => number.into(),
        (_, Err(_)) => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::Event;
    use crate::portal::Words;
    use counterfoil_lang::{Language, Sentences, TimeZone};
    use counterfoil_model::Timestamp;
    use counterfoil_service::home::FeedEvent;
    use std::sync::Arc;

    fn said(kind: &str, details: &[(&str, &str)], from: &str, device: &str) -> Event {
        let words = Words::new(
            Arc::new(Sentences::load().unwrap()),
            Language::English,
            TimeZone::UTC,
        );
        let details = details
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let at = Timestamp::from_micros(1_795_400_000_000_000);
        Event::of(
            &words,
            &FeedEvent {
                kind: kind.into(),
                at,
                details,
                from: from.into(),
                device: device.into(),
            },
        )
    }

    #[test]
    fn a_used_code_is_named_with_what_is_left() {
        let event = said(
            "code-redeemed",
            &[("code", "7"), ("left", "1")],
            "192.0.2.7",
            "Firefox on Linux",
        );
        assert_eq!(
            event.what,
            "Backup code 7 opened the mailbox. 1 code is left"
        );
        assert_eq!(event.from.as_deref(), Some("Firefox on Linux, 192.0.2.7"));
    }

    #[test]
    fn a_change_of_the_policy_is_said_in_words() {
        let details = [("setting", "hold"), ("was", "24"), ("now", "1")];
        let event = said("policy-changed", &details, "", "");
        assert_eq!(
            event.what,
            "The policy changed: “New things wait”. Before: 24 hours. Now: 1 hour"
        );
    }

    #[test]
    fn a_wait_ends_at_a_moment_in_full() {
        let event = said(
            "codes-staged",
            &[("sheet", "2"), ("until", "1795400000000000")],
            "",
            "",
        );
        assert_eq!(
            event.what,
            "Sheet 2 was proved. It counts from 23 November 2026 at 02:13 on"
        );
        assert_eq!(
            (event.when.as_str(), event.from),
            ("23 November 2026 at 02:13", None)
        );
    }
}
