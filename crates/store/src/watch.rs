//! Who hears how transactions end.

use std::time::Duration;

/// Hears of every transaction once it ended; it is called between the database and whoever waits for it, so it must be quick.
pub trait Watch: Send + Sync {
    /// A transaction ended.
    fn ended(&self, transaction: &Ended);
}

/// How a transaction ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The name it was run under.
    pub name: &'static str,
    /// How often it was run: 1 when nothing got in its way.
    pub attempts: u32,
    /// From the first attempt's beginning to the end, pauses included.
    pub took: Duration,
    /// How.
    pub outcome: Outcome,
}

/// How a transaction can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is written, or was read to its end.
    Committed,
    /// It was undone, because it failed or because what it does wanted that.
    Undone,
    /// It collided too often.
    Collided,
}

impl Outcome {
    /// One word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Undone => "undone",
            Self::Collided => "collided",
        }
    }
}
