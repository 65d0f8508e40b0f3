//! Whoever looks an installation over: `counterfoil doctor`, and the page that says the same.

use async_trait::async_trait;

/// One answer: what was looked at, a colon, how it is and what to do about it. For operators, in the words of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// All is well.
    Ok(String),
    /// It works, and keeps people out or thieves in on a bad day.
    Warn(String),
    /// It doesn't work.
    Fail(String),
}

impl Finding {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Ok(text) | Self::Warn(text) | Self::Fail(text) => text,
        }
    }
}

/// Looks an installation over and changes nothing.
#[async_trait]
pub trait Doctor: Send + Sync {
    /// What it found, in an order that stays the same.
    async fn examine(&self) -> Vec<Finding>;
}
