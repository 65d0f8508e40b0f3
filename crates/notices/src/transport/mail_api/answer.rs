//! What an API's answer means.

use counterfoil_model::EnhancedStatus;
use serde_json::Value;

/// Whether the mail was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// It was.
    Accepted,
    /// Not for now.
    Retry,
    /// It never will be.
    Never,
    /// It may have been: the answer was a yes that can't be read.
    Uncertain,
}

/// HTTP statuses from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statuses {
    /// The first.
    pub from: u16,
    /// The last.
    pub to: u16,
}

impl Statuses {
    /// Reads `200`, or `5xx` for a hundred of them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = if let Some(hundred) = text.strip_suffix("xx") {
            let from = hundred.parse::<u16>().ok()?.checked_mul(100)?;
            (from, from.checked_add(99)?)
        } else {
            let status = text.parse().ok()?;
            (status, status)
        };
        (from >= 100 && to <= 599).then_some(Self { from, to })
    }

    const fn has(self, status: u16) -> bool {
        self.from <= status && status <= self.to
    }
}

/// One line of what answers mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// For these HTTP statuses; all of them when empty.
    pub http: Vec<Statuses>,
    /// A JSON pointer (RFC 6901) to where the answer says more.
    pub at: Option<String>,
    /// For one of these values there; any when empty.
    pub is: Vec<Value>,
    /// What it means.
    pub means: Means,
    /// What a "no" is about: `5.1.1` for a recipient that isn't there. Without it, it is about us or about the way.
    pub status: Option<EnhancedStatus>,
}

/// What an answer was found to mean.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) means: Means,
    pub(crate) status: Option<EnhancedStatus>,
    /// The value that the answer was judged by.
    code: Option<String>,
}

impl Judgement {
    fn of(means: Means, status: Option<EnhancedStatus>) -> Self {
        Self {
            means,
            status,
            code: None,
        }
    }

    /// What is logged and stored: numbers alone. What an API says in words may repeat an address.
    pub(crate) fn word(&self, http: u16) -> String {
        match &self.code {
            Some(code) => format!("{http} {code}"),
            None => http.to_string(),
        }
    }
}

impl Rule {
    /// Whether its answer can only be judged by what it says.
    pub(crate) fn asks(&self, status: u16) -> bool {
        self.at.is_some() && self.means == Means::Accepted && self.covers(status)
    }

    fn covers(&self, status: u16) -> bool {
        self.http.is_empty() || self.http.iter().any(|range| range.has(status))
    }

    pub(crate) fn judge(&self, status: u16, json: Option<&Value>) -> Option<Judgement> {
        if !self.covers(status) {
            return None;
        }
        let mut judgement = Judgement::of(self.means, self.status);
        if let Some(pointer) = &self.at {
            let found = json?.pointer(pointer)?;
            if !self.is.is_empty() && !self.is.contains(found) {
                return None;
            }
            judgement.code = found.as_i64().map(|code| code.to_string());
        }
        Some(judgement)
    }
}

/// What an answer means of which no rule speaks. `asked` says that a yes needs more than its HTTP status.
///
/// A redirect, a key that isn't taken, a path that isn't there and "too many" are about the way: the operator or time puts
/// them right, and the mail waits. So does everything that went wrong over there. What is left says that the mail itself is
/// refused.
pub(crate) fn usual(http: u16, asked: bool) -> Judgement {
    match http {
        200..=299 if asked => Judgement::of(Means::Uncertain, None),
        200..=299 => Judgement::of(Means::Accepted, None),
        401 | 403 | 407 => Judgement::of(Means::Retry, Some(EnhancedStatus::never(7, 8))),
        400 | 406 | 409..=411 | 413 | 415..=417 | 422 | 451 => Judgement::of(Means::Never, None),
        _ => Judgement::of(Means::Retry, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Means, Rule, Statuses, usual};
    use serde_json::json;

    #[test]
    fn statuses_are_one_or_a_hundred() {
        let all = |text| Statuses::parse(text).map(|range| (range.from, range.to));
        assert_eq!(all("204"), Some((204, 204)));
        assert_eq!(all("5xx"), Some((500, 599)));
        for wrong in ["", "6xx", "99", "xx", "2x", "20-29", "-1", "70000"] {
            assert_eq!(all(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_rule_needs_all_that_it_names() {
        let rule = Rule {
            http: vec![Statuses { from: 200, to: 299 }],
            at: Some("/code".into()),
            is: vec![json!(200), json!("ok")],
            means: Means::Accepted,
            status: None,
        };
        let judged = |status, json| {
            rule.judge(status, Some(&json))
                .map(|judged| judged.word(status))
        };
        assert_eq!(judged(200, json!({"code": 200})), Some("200 200".into()));
        assert_eq!(judged(200, json!({"code": "ok"})), Some("200".into()));
        assert_eq!(judged(200, json!({"code": 40001})), None);
        assert_eq!(judged(200, json!({})), None);
        assert_eq!(judged(500, json!({"code": 200})), None);
        assert!(rule.judge(200, None).is_none());
    }

    #[test]
    fn what_no_rule_speaks_of_is_never_taken_for_a_yes_that_needs_more() {
        assert_eq!(usual(202, false).means, Means::Accepted);
        assert_eq!(usual(200, true).means, Means::Uncertain);
        for later in [301, 401, 403, 404, 408, 429, 500, 503, 599] {
            assert_eq!(usual(later, false).means, Means::Retry, "{later}");
        }
        for never in [400, 413, 422] {
            assert_eq!(usual(never, true).means, Means::Never, "{never}");
        }
    }
}
