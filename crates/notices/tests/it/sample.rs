//! Notices and what is around them, for tests.

use counterfoil_lang::{Sentences, TimeZone};
use counterfoil_model::{Enclosed, EventKind};
use counterfoil_notices::{Frame, Layout, Mail, compose};
use counterfoil_store::repo::outbox::Notice;
use std::sync::Arc;

pub(crate) use counterfoil_notices::sample::AT;

pub(crate) const LINK: &str = "https://account.example.org/stop-change/mzxw6ytboi3dqmrqgezdgnbv";

pub(crate) const FREEZE: &str = "https://account.example.org/link/freeze/nfxxe3lbnrqxi2lpnyqgc";

pub(crate) const CODE: &str = "4821 0935";

/// What a notice of this kind carries when it has one thing to do: a code for the new address, a link for everybody else.
pub(crate) fn linked(kind: EventKind) -> Enclosed {
    if is_coded(kind) {
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

/// Kinds whose one thing to do is a code.
pub(crate) fn is_coded(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::OutsideAddressAdded | EventKind::AddressCodeMailed
    )
}

pub(crate) fn frame() -> Frame {
    Frame {
        service_name: "Exämple Mail".into(),
        from: "account@example.org".into(),
        public_url: "https://account.example.org".parse().unwrap(),
        help_line: Some("Call the help desk: +33 1 23 45 67 89, every day from 8 to 20".into()),
        time_zone: TimeZone::get("Europe/Paris").unwrap(),
        layout: Arc::new(Layout::bundled().unwrap()),
    }
}

/// A notice of this kind with every detail that it needs.
pub(crate) fn notice(sentences: &Sentences, kind: EventKind, linked: bool) -> Notice {
    counterfoil_notices::sample::notice(sentences, kind, linked).unwrap()
}

/// The mail that tells of a code that was used.
pub(crate) fn mail() -> Mail {
    let sentences = Sentences::load().unwrap();
    let notice = notice(&sentences, EventKind::CodeRedeemed, false);
    compose(&sentences, &frame(), &notice, &Enclosed::default()).unwrap()
}
