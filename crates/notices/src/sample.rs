//! A notice of every kind, as it might be sent: for looking at, and to find what would go wrong before it does.

use crate::compose::{Frame, is_mailed, needs, variants};
use crate::templates::{TemplateError, Templates};
use counterfoil_lang::{Sentences, TimeZone};
use counterfoil_model::{
    AccountId, Enclosed, EventId, EventKind, FreezeOffer, NoticeId, Timestamp,
};
use counterfoil_store::repo::outbox::Notice;
use serde_json::{Map, Value};
use std::sync::Arc;

/// 23 November 2026, 14:05 UTC.
pub const AT: Timestamp = Timestamp::from_micros(1_795_442_700_000_000);

/// What a one-time link looks like, without where the service is. It opens nothing.
pub const LINK: &str = "/link/mzxw6ytboi3dqmrqgezdgnbv";

/// What the link looks like that freezes the account.
pub const FREEZE: &str = "/link/freeze/nfxxe3lbnrqxi2lpnyqgc";

/// A code of the issued kind, and the words that an owner chose.
const CODE: &str = "4821 0935";
const PHRASE: &str = "the heron waits";

/// A notice that might be sent.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The kind of its event as it is stored, with `-link` behind it when the notice has a link where one of its kind has none.
    pub name: String,
    /// What happened.
    pub notice: Notice,
    /// What it carries; links are paths.
    pub enclosed: Enclosed,
}

/// One of every notice that is mailed; where a notice may come with a link or without, both.
///
/// # Errors
/// [`TemplateError`] when a sentence needs a detail of which there is no example here.
pub fn all(sentences: &Sentences) -> Result<Vec<Sample>, TemplateError> {
    let mut samples = Vec::new();
    for kind in EventKind::ALL
        .iter()
        .copied()
        .filter(|kind| is_mailed(*kind))
    {
        let variants = variants(sentences, kind);
        let plain = variants.contains(&(false, true));
        for (linked, _) in variants.into_iter().filter(|(_, written)| *written) {
            let name = if linked && plain {
                format!("{}-link", kind.as_str())
            } else {
                kind.as_str().to_owned()
            };
            samples.push(Sample {
                name,
                notice: notice(sentences, kind, linked)?,
                enclosed: enclosed(kind, linked),
            });
        }
    }
    Ok(samples)
}

/// What a notice of this kind carries. The one to a new address has its code alone: whoever reads it may be a stranger.
fn enclosed(kind: EventKind, linked: bool) -> Enclosed {
    if linked
        && matches!(
            kind,
            EventKind::OutsideAddressAdded | EventKind::AddressCodeMailed
        )
    {
        return Enclosed {
            code: Some(CODE.into()),
            ..Enclosed::default()
        };
    }
    Enclosed {
        link: linked.then(|| LINK.into()),
        freeze: (FreezeOffer::of(kind) != FreezeOffer::None).then(|| FREEZE.into()),
        code: None,
        phrase: (kind != EventKind::AccountInvited).then(|| PHRASE.into()),
    }
}

/// A notice of this kind with every detail that it needs.
///
/// # Errors
/// [`TemplateError`] when there is no example of one of them.
pub fn notice(
    sentences: &Sentences,
    kind: EventKind,
    linked: bool,
) -> Result<Notice, TemplateError> {
    let mut details = Map::new();
    let needed = needs(sentences, kind, linked);
    let of_policy = needed.contains("setting");
    for name in needed {
        let example = detail(&name, of_policy).ok_or_else(|| TemplateError {
            file: "notices.ftl".into(),
            line: None,
            problem: format!(
                "the notice {} says ${name}, of which there is no example",
                kind.as_str()
            ),
        })?;
        details.insert(name, Value::from(example));
    }
    if kind == EventKind::AdvisoryMailed {
        let prose =
            "Somebody sends mails that look like ours. They ask for a backup code. We never do.";
        details.insert("prose".into(), prose.into());
    }
    details.insert("account".into(), "alice@example.org".into());
    details.insert("name".into(), "Alice".into());
    Ok(Notice {
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
    })
}

/// The detail of an event, as services give it. What was before is a number where it was a setting of the policy.
fn detail(name: &str, of_policy: bool) -> Option<&'static str> {
    Some(match name {
        "sheet" => "3",
        "code" => "7",
        "left" => "6",
        "address" => "alice@elsewhere.example",
        "old" => "alice@work.example",
        "change" => "totp",
        "taken" | "what" => "phone",
        "reach" => "bouncing",
        "how" => "code",
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
        "was" if of_policy => "24",
        "was" => "confirmed",
        "now" => "12",
        "by" => "olga@example.org",
        "until" => "1795529100000000",
        _ => return None,
    })
}

/// Where the service of the samples is.
pub const PUBLIC_URL: &str = "https://account.example.org";

/// What is the same in every sample.
///
/// # Errors
/// None that could happen: the public URL is one.
pub fn frame(templates: &Templates) -> Result<Frame, TemplateError> {
    let public_url = PUBLIC_URL
        .parse()
        .map_err(|error: url::ParseError| TemplateError {
            file: PUBLIC_URL.into(),
            line: None,
            problem: error.to_string(),
        })?;
    Ok(Frame {
        service_name: "Example Mail".into(),
        from: "account@example.org".into(),
        public_url,
        help_line: None,
        time_zone: TimeZone::UTC,
        layout: Arc::clone(&templates.layout),
    })
}
