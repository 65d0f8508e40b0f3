//! What the operator has to say to everybody, or to those whom it concerns.

use crate::Timestamp;

/// The most characters of a title.
pub const TITLE_MAX: usize = 120;

/// How much it matters, which is also how it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Shown in the portal.
    Info,
    /// Shown, and mailed with the next monthly letter.
    Notice,
    /// Shown, and mailed to every address at once.
    Critical,
}

impl Severity {
    /// Every one, the least first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Notice, Self::Critical];

    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Notice => "notice",
            Self::Critical => "critical",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// Whom it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody.
    Everybody,
    /// Operators.
    Operators,
    /// Accounts that a password alone opens.
    WithoutSecondStep,
    /// Accounts without a sheet in force.
    WithoutCodes,
}

impl Audience {
    /// Every one.
    pub const ALL: [Self; 4] = [
        Self::Everybody,
        Self::Operators,
        Self::WithoutSecondStep,
        Self::WithoutCodes,
    ];

    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Operators => "operators",
            Self::WithoutSecondStep => "without-second-step",
            Self::WithoutCodes => "without-codes",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether it concerns the owner of such an account.
    #[must_use]
    pub const fn includes(self, reader: Reader) -> bool {
        match self {
            Self::Everybody => true,
            Self::Operators => reader.operator,
            Self::WithoutSecondStep => !reader.second_step,
            Self::WithoutCodes => !reader.codes,
        }
    }
}

/// What decides whom an advisory concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Whether they are an operator.
    pub operator: bool,
    /// Whether their account has a second step.
    pub second_step: bool,
    /// Whether they have a sheet in force.
    pub codes: bool,
}

/// When an advisory holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// From when on.
    pub from: Timestamp,
    /// Until when; `None` for good.
    pub until: Option<Timestamp>,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

/// Where an advisory is in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Its day has not come.
    Planned,
    /// It holds.
    Current,
    /// Its time is over.
    Over,
    /// It was taken back.
    Withdrawn,
}

impl Phase {
    /// How it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Current => "current",
            Self::Over => "over",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Run {
    /// Where it is now.
    #[must_use]
    pub fn phase(&self, now: Timestamp) -> Phase {
        if self.withdrawn_at.is_some() {
            Phase::Withdrawn
        } else if now < self.from {
            Phase::Planned
        } else if self.until.is_some_and(|until| until <= now) {
            Phase::Over
        } else {
            Phase::Current
        }
    }

    /// Whether a reader who has the address may see it: also when it is over or was taken back, which it says, but not before
    /// its day.
    #[must_use]
    pub fn is_out(&self, now: Timestamp) -> bool {
        self.from <= now
    }
}

/// Why an advisory isn't taken. The text itself is read elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdvisoryError {
    /// It has no title.
    #[error("title: it is empty")]
    NoTitle,
    /// The title is longer than [`TITLE_MAX`].
    #[error("title: it is longer than 120 characters")]
    LongTitle,
    /// It would end before it begins.
    #[error("until: that is not after its first day")]
    EndsBefore,
    /// It would be over already.
    #[error("until: that is over already")]
    Over,
    /// What anybody may read is for everybody.
    #[error("public: only an advisory for everybody can be public")]
    NotForEverybody,
}

/// A title, or a reason, in one line.
///
/// # Errors
/// [`AdvisoryError::NoTitle`] or [`AdvisoryError::LongTitle`].
pub fn line(text: &str, longest: usize) -> Result<String, AdvisoryError> {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let shown: String = text
        .chars()
        .filter(|c| !hidden(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let line = words.join(" ");
    match line.chars().count() {
        0 => Err(AdvisoryError::NoTitle),
        n if n > longest => Err(AdvisoryError::LongTitle),
        _ => Ok(line),
    }
}

/// Whether an advisory may be told to these people at this time.
///
/// # Errors
/// [`AdvisoryError`].
pub fn check(
    run: &Run,
    audience: Audience,
    public: bool,
    now: Timestamp,
) -> Result<(), AdvisoryError> {
    if run.until.is_some_and(|until| until <= run.from) {
        return Err(AdvisoryError::EndsBefore);
    }
    if run.until.is_some_and(|until| until <= now) {
        return Err(AdvisoryError::Over);
    }
    if public && audience != Audience::Everybody {
        return Err(AdvisoryError::NotForEverybody);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn run(from: i64, until: Option<i64>) -> Run {
        Run {
            from: NOW + Span::days(from),
            until: until.map(|days| NOW + Span::days(days)),
            withdrawn_at: None,
        }
    }

    #[test]
    fn an_advisory_holds_from_its_first_day_until_its_last() {
        assert_eq!(run(1, None).phase(NOW), Phase::Planned);
        assert_eq!(run(0, None).phase(NOW), Phase::Current);
        assert_eq!(run(-5, Some(1)).phase(NOW), Phase::Current);
        assert_eq!(run(-5, Some(0)).phase(NOW), Phase::Over);
        let withdrawn = Run {
            withdrawn_at: Some(NOW),
            ..run(-5, None)
        };
        assert_eq!(withdrawn.phase(NOW), Phase::Withdrawn);
        assert!(!run(1, None).is_out(NOW) && withdrawn.is_out(NOW));
    }

    #[test]
    fn it_concerns_whom_it_says() {
        let reader = |operator, second_step, codes| Reader {
            operator,
            second_step,
            codes,
        };
        let concerned = |reader| Audience::ALL.map(|audience| audience.includes(reader));
        assert_eq!(
            concerned(reader(false, true, true)),
            [true, false, false, false]
        );
        assert_eq!(
            concerned(reader(true, false, true)),
            [true, true, true, false]
        );
        assert_eq!(
            concerned(reader(false, true, false)),
            [true, false, false, true]
        );
    }

    #[test]
    fn only_what_is_for_everybody_is_public_and_nothing_ends_before_it_begins() {
        let checked = |run: Run, audience, public| check(&run, audience, public, NOW);
        assert_eq!(checked(run(0, None), Audience::Everybody, true), Ok(()));
        assert_eq!(checked(run(0, None), Audience::Operators, false), Ok(()));
        assert_eq!(
            checked(run(0, None), Audience::Operators, true),
            Err(AdvisoryError::NotForEverybody)
        );
        assert_eq!(
            checked(run(2, Some(1)), Audience::Everybody, true),
            Err(AdvisoryError::EndsBefore)
        );
        assert_eq!(
            checked(run(-2, Some(-1)), Audience::Everybody, true),
            Err(AdvisoryError::Over)
        );
    }

    #[test]
    fn a_title_is_one_line() {
        let title = |text: &str| line(text, TITLE_MAX);
        assert_eq!(
            title("  New\r\nBcc: x \u{202e} y"),
            Ok("New Bcc: x y".to_owned())
        );
        assert_eq!(title(" \n"), Err(AdvisoryError::NoTitle));
        assert_eq!(title(&"é".repeat(120)).map(|title| title.len()), Ok(240));
        assert_eq!(title(&"a".repeat(121)), Err(AdvisoryError::LongTitle));
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for one in Severity::ALL {
            assert_eq!(Severity::parse(one.as_str()), Some(one));
        }
        for one in Audience::ALL {
            assert_eq!(Audience::parse(one.as_str()), Some(one));
        }
    }
}
