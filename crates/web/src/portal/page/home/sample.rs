//! The first page with made-up data, in the states it knows.

use super::{Event, Frame, Home, NextThing, PasswordAge, Stopped, ToRenew, Waiting};
use counterfoil_model::{AdvisoryId, Timestamp, advisory::Severity};
use counterfoil_service::{Attention, Banner, advisory::UnreadAdvisory, home::FeedEvent};

/// What stands above everything else.
fn attention() -> Attention {
    let unread = |title: &str, severity| UnreadAdvisory {
        id: AdvisoryId::from_bytes([7; 16]),
        title: title.into(),
        severity,
        withdrawn: false,
        corrected: false,
    };
    let happened = |kind: &str, details: &[(&str, &str)]| FeedEvent {
        kind: kind.into(),
        at: Timestamp::from_micros(1_795_442_700_000_000),
        details: details
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        from: "198.51.100.7".into(),
        device: "Firefox on Linux".into(),
    };
    let banner = Banner {
        events: vec![
            happened("password-changed", &[]),
            happened("code-redeemed", &[("code", "7"), ("left", "6")]),
        ],
        more: 2,
        until: Timestamp::from_micros(1_795_442_700_000_000),
    };
    Attention {
        banner: Some(banner),
        due: 1,
        unread: vec![
            unread("Mails that look like example.org's", Severity::Critical),
            unread("example.org moves house on Sunday", Severity::Notice),
        ],
    }
}

impl Home {
    /// Of somebody to whom nothing happened.
    fn calm(frame: &Frame, next: NextThing) -> Self {
        Self {
            frame: frame.clone(),
            name: "Alice".into(),
            next,
            check_up: (14, 18),
            held_until: None,
            to_renew: ToRenew::default(),
            password: PasswordAge::Since("1 September 2026".into()),
            passkeys: Some(2),
            phone_since: Some("1 September 2026".into()),
            codes: Some((8, Some(10))),
            stopped: Stopped::default(),
            outside: vec![
                "alice@elsewhere.example".into(),
                "alice@work.example".into(),
            ],
            waiting: Vec::new(),
            confirmable: false,
            recent: Vec::new(),
            app_passwords: Some(2),
            filters: true,
            operator: false,
        }
    }

    /// The same of somebody who should see to the outside addresses.
    fn about_addresses(frame: &Frame) -> [(&'static str, Self); 3] {
        let with = |addresses: usize, next| {
            let mut home = Self::calm(frame, next);
            home.outside.truncate(addresses);
            home
        };
        [
            ("address", with(0, NextThing::AddOutsideAddress)),
            ("second_address", with(1, NextThing::SecondAddress)),
            ("unreached", with(1, NextThing::UnreachedAddress)),
        ]
    }
}

impl crate::portal::page::samples::Sample for Home {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |next| Self::calm(frame, next);
        let shut = |next, phone: bool| Self {
            phone_since: (!phone).then(|| "1 September 2026".into()),
            codes: phone.then_some((8, Some(10))),
            stopped: Stopped {
                phone,
                codes: !phone,
                passkeys: phone,
            },
            ..page(next)
        };
        let exposed = |next| Self {
            to_renew: ToRenew {
                password: next == NextThing::ExposedPassword,
                phone: next == NextThing::ExposedPhone,
                sheet: next == NextThing::ExposedCodes,
            },
            ..page(next)
        };
        let without_codes = |next| Self {
            codes: None,
            ..page(next)
        };
        let event = |what: &str| Event {
            what: what.into(),
            when: "23 November 2026 at 14:05".into(),
            from: None,
        };
        let waiting = || Waiting {
            id: "5f3a".into(),
            what: "A new phone becomes your second step.".into(),
            until: "24 November 2026 at 14:05".into(),
        };
        let protected = Self {
            recent: vec![event("You signed in."), event("You changed your password.")],
            operator: true,
            ..page(NextThing::Nothing)
        };
        let drill = Self {
            frame: frame.clone().attending(&attention()),
            ..page(NextThing::Drill)
        };
        let new = Self {
            passkeys: Some(0),
            phone_since: None,
            codes: None,
            outside: Vec::new(),
            app_passwords: Some(0),
            filters: false,
            ..page(NextThing::AddSecondStep)
        };
        let held = Self {
            held_until: Some("25 November 2026 at 14:05".into()),
            waiting: vec![waiting(), waiting()],
            confirmable: true,
            ..page(NextThing::PendingChange)
        };
        let mut all = vec![
            ("protected", protected),
            ("new", new),
            ("held", held),
            (
                "low",
                Self {
                    codes: Some((3, None)),
                    ..page(NextThing::FewCodesLeft)
                },
            ),
            ("codes", without_codes(NextThing::EnableCodes)),
            ("prove", without_codes(NextThing::ProveSheet)),
            ("phone_shut", shut(NextThing::PhoneShut, true)),
            ("codes_shut", shut(NextThing::CodesShut, false)),
            ("drill", drill),
            ("old", page(NextThing::OldSheet)),
            ("replacement", page(NextThing::ReplacementOwed)),
            ("disabled", without_codes(NextThing::CodesDisabled)),
            (
                "weak_password",
                Self {
                    password: PasswordAge::Imported,
                    ..page(NextThing::WeakPassword)
                },
            ),
            (
                "password",
                Self {
                    password: PasswordAge::NotSet,
                    ..page(NextThing::SetPassword)
                },
            ),
            ("exposed_password", exposed(NextThing::ExposedPassword)),
            ("exposed_phone", exposed(NextThing::ExposedPhone)),
            ("exposed_codes", exposed(NextThing::ExposedCodes)),
        ];
        all.extend(Self::about_addresses(frame));
        all
    }
}
