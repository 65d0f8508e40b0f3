//! Enhanced mail system status codes (RFC 3463): three numbers that say what an answer of a mail server is about.

use std::fmt;
use std::str::FromStr;

/// `class.subject.detail`, as in `5.1.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EnhancedStatus {
    class: u8,
    subject: u16,
    detail: u16,
}

impl EnhancedStatus {
    /// Nobody answered where the mail was to be handed over (`4.4.1`): what a transport says that reached no one.
    pub const NO_ANSWER: Self = Self::later(4, 1);

    /// Not for now: `4.subject.detail`.
    #[must_use]
    pub const fn later(subject: u16, detail: u16) -> Self {
        Self {
            class: 4,
            subject,
            detail,
        }
    }

    /// Never: `5.subject.detail`.
    #[must_use]
    pub const fn never(subject: u16, detail: u16) -> Self {
        Self {
            class: 5,
            subject,
            detail,
        }
    }

    /// 2 for a yes, 4 for "not now", 5 for "never".
    #[must_use]
    pub const fn class(self) -> u8 {
        self.class
    }

    /// What it is about: 1 addresses, 2 the mailbox, 3 the mail system, 4 the network, 5 the protocol, 6 the content,
    /// 7 policy, 0 anything else.
    #[must_use]
    pub const fn subject(self) -> u16 {
        self.subject
    }

    /// The rest.
    #[must_use]
    pub const fn detail(self) -> u16 {
        self.detail
    }

    /// The first status in what a mail server said, `5.1.1 no such user` or `550 5.1.1 …`; `None` when there is none, or
    /// when it contradicts the reply code (RFC 2034, section 4: the first digits are the same).
    #[must_use]
    pub fn in_reply(code: u16, text: &str) -> Option<Self> {
        let word = text.split_ascii_whitespace().next()?;
        word.parse()
            .ok()
            .filter(|status: &Self| u16::from(status.class) == code / 100)
    }

    /// What a reply code means that came without a status (RFC 5321, section 4.2.3). 550 and 450 are said of mailboxes and of
    /// policy alike, so they stay as vague as they are.
    #[must_use]
    pub const fn of_reply(code: u16) -> Option<Self> {
        Some(match code {
            421 => Self::later(3, 2),
            432 | 454 => Self::later(7, 0),
            450 => Self::later(2, 0),
            451 => Self::later(3, 0),
            452 => Self::later(3, 1),
            455 => Self::later(5, 4),
            500..=504 => Self::never(5, 0),
            521 | 556 => Self::never(1, 10),
            530 | 538 => Self::never(7, 11),
            534 => Self::never(7, 9),
            535 => Self::never(7, 8),
            550 => Self::never(1, 0),
            551 => Self::never(1, 6),
            552 => Self::never(2, 2),
            553 => Self::never(1, 3),
            555 => Self::never(5, 4),
            400..=499 => Self::later(0, 0),
            505..=599 => Self::never(0, 0),
            _ => return None,
        })
    }
}

impl fmt::Display for EnhancedStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// The text is no status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no status code like 5.1.1")]
pub struct NoStatus;

/// RFC 3463, section 2: `class "." subject "." detail`, subject and detail of one to three digits.
impl FromStr for EnhancedStatus {
    type Err = NoStatus;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('.');
        let (Some(class), Some(subject), Some(detail), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NoStatus);
        };
        let class = match class {
            "2" => 2,
            "4" => 4,
            "5" => 5,
            _ => return Err(NoStatus),
        };
        Ok(Self {
            class,
            subject: number(subject)?,
            detail: number(detail)?,
        })
    }
}

fn number(text: &str) -> Result<u16, NoStatus> {
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().ok_or(NoStatus)
}

#[cfg(test)]
mod tests {
    use super::EnhancedStatus;
    use proptest::prelude::*;

    #[test]
    fn rfc_3463_a_status_is_three_numbers() {
        for good in ["2.0.0", "4.4.1", "5.1.1", "5.7.999", "4.123.0"] {
            let status: EnhancedStatus = good.parse().unwrap();
            assert_eq!(status.to_string(), good);
        }
        for bad in [
            "", "5", "5.1", "5.1.1.1", "3.0.0", "5.1.1000", "5..1", "5.1.x", " 5.1.1", "5.+1.1",
            "5.1.１",
        ] {
            assert!(bad.parse::<EnhancedStatus>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn rfc_2034_a_status_that_contradicts_its_reply_is_none() {
        let user_unknown = EnhancedStatus::never(1, 1);
        assert_eq!(
            EnhancedStatus::in_reply(550, "5.1.1 <x@example.org> unknown"),
            Some(user_unknown)
        );
        assert_eq!(EnhancedStatus::in_reply(450, "5.1.1 unknown"), None);
        assert_eq!(EnhancedStatus::in_reply(550, "unknown 5.1.1"), None);
        assert_eq!(EnhancedStatus::in_reply(550, ""), None);
    }

    #[test]
    fn every_refusal_has_a_status_of_its_class() {
        for code in 400..600 {
            let status = EnhancedStatus::of_reply(code).unwrap();
            assert_eq!(u16::from(status.class()), code / 100, "{code}");
        }
        assert_eq!(EnhancedStatus::of_reply(250), None);
        assert_eq!(EnhancedStatus::of_reply(354), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(class in prop::sample::select(vec![2_u8, 4, 5]), subject in 0_u16..1000, detail in 0_u16..1000) {
            let status = EnhancedStatus { class, subject, detail };
            prop_assert_eq!(status.to_string().parse(), Ok(status));
        }

        #[test]
        fn no_text_is_too_strange_to_judge(code in 0_u16..1000, text in ".{0,40}") {
            let _ = EnhancedStatus::in_reply(code, &text);
        }
    }
}
