//! What a check found, as it is printed.

use crate::command::audit::moment;
use counterfoil_model::Timestamp;
use counterfoil_model::audit::{Finding, Named};
use serde_json::json;

/// One line.
#[derive(Debug, Default)]
pub(super) struct Found {
    what: &'static str,
    place: Option<u64>,
    event: Option<String>,
    kind: Option<String>,
    at: Option<Timestamp>,
    more: Option<String>,
}

impl Found {
    /// A finding as lines: one, but for events that were erased without a word.
    pub(super) fn of(finding: &Finding) -> Vec<Self> {
        vec![match finding {
            Finding::Edited(named) => Self::named("edited", named),
            Finding::Removed(named) => Self::named("removed", named),
            Finding::Moved { now, was } => {
                Self::named("moved", now).saying(format!("was at {was}"))
            }
            Finding::Added(named) => Self::named("added", named),
            Finding::LeafEdited(named) => Self::named("leaf-edited", named),
            Finding::LeafRemoved { position, event } => Self {
                place: Some(*position),
                ..event
                    .as_ref()
                    .map(|event| Self::named("leaf-removed", event))
                    .unwrap_or_default()
            }
            .called("leaf-removed"),
            Finding::CutOff { leaves, size, at } => Self::head("cut-off", *size, *at).saying(
                format!("{leaves} leaves are left of {size} that were signed"),
            ),
            Finding::HeadDiffers {
                size,
                at,
                fits_until,
                heads,
            } => Self::head("head-differs", *size, *at).saying(format!(
                "something in the places {fits_until} to {} is other than it was; {heads} heads don't fit",
                size.saturating_sub(1)
            )),
            Finding::HeadForged { size, at, key } => {
                Self::head("head-forged", *size, *at).saying(format!("audit {key}"))
            }
            Finding::HeadByStolenKey { size, at, key } => {
                Self::head("head-by-stolen-key", *size, *at).saying(format!("audit {key}"))
            }
            Finding::HeadUnchecked { size, at, key } => {
                Self::head("head-unchecked", *size, *at)
                    .saying(format!("the key audit {key} is not here"))
            }
            Finding::Unsigned { leaves } => Self::default()
                .called("unsigned")
                .saying(format!("no head covers all {leaves} leaves")),
            Finding::FrontierDiffers => Self::default()
                .called("frontier-differs")
                .saying("what new events are appended to is not what the leaves come to".into()),
            Finding::ErasureUnsaid { by, events } => {
                return events
                    .iter()
                    .map(|named| {
                        Self::named("erasure-unsaid", named)
                            .saying(format!("event {by} doesn't say that it erased this one"))
                    })
                    .collect();
            }
        }]
    }

    fn named(what: &'static str, named: &Named) -> Self {
        Self {
            what,
            place: Some(named.position),
            event: Some(named.event.to_string()),
            kind: Some(named.kind.clone()),
            at: Some(named.at),
            more: None,
        }
    }

    fn head(what: &'static str, size: u64, at: Timestamp) -> Self {
        Self {
            what,
            place: Some(size),
            at: Some(at),
            ..Self::default()
        }
    }

    fn called(self, what: &'static str) -> Self {
        Self { what, ..self }
    }

    fn saying(self, more: String) -> Self {
        Self {
            more: Some(more),
            ..self
        }
    }

    pub(super) fn line(&self) -> String {
        let or_hyphen = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        [
            self.what.to_owned(),
            or_hyphen(self.place.map(|place| place.to_string())),
            or_hyphen(self.event.clone()),
            or_hyphen(self.kind.clone()),
            or_hyphen(self.at.map(moment)),
            or_hyphen(self.more.clone()),
        ]
        .join("\t")
    }

    pub(super) fn json(&self) -> serde_json::Value {
        json!({
            "what": self.what,
            "place": self.place,
            "event": self.event,
            "kind": self.kind,
            "at": self.at.map(moment),
            "more": self.more,
        })
    }
}
