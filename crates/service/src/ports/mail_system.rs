//! The mail software that opens the mailbox, as far as the use cases need it.

use async_trait::async_trait;

/// A mail filter of an account (RFC 5228), as the mail software runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFilter {
    /// What its owner called it.
    pub name: String,
    /// Whether it runs.
    pub active: bool,
    /// Its text.
    pub script: String,
}

/// Why the mail software did nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailSystemError {
    /// It could not be reached, or gave no answer in time.
    #[error("the mail software can't be reached")]
    Unreachable,
    /// It answered something else than was asked. Never with what it said: that might hold somebody's mail.
    #[error("the mail software refused: {0}")]
    Refused(&'static str),
}

/// Asks the mail software for something about one login: what it calls an account.
#[async_trait]
pub trait MailSystem: Send + Sync {
    /// Ends every open connection of the login and forgets what was remembered of its passwords.
    async fn cut_off(&self, login: &str) -> Result<(), MailSystemError>;

    /// The login's filters, by name.
    async fn filters(&self, login: &str) -> Result<Vec<MailFilter>, MailSystemError>;

    /// Switches the login's active filter off, and deletes nothing.
    async fn switch_filter_off(&self, login: &str) -> Result<(), MailSystemError>;
}
