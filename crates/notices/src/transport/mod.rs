//! How a mail leaves.

pub mod folder;
pub mod smtp;

pub use folder::Folder;
pub use smtp::Smtp;

use crate::Mail;
use async_trait::async_trait;

/// Something that takes mails.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Takes a mail for good: once this is `Ok`, the mail is somebody else's to deliver. It returns within ninety
    /// seconds, whatever happens on the other side.
    ///
    /// # Errors
    /// [`TransportError`]: whether it is worth trying again.
    async fn hand_over(&self, mail: &Mail) -> Result<(), TransportError>;

    /// Whether mails get to people: not when they are kept in a folder, of which home warns the operator.
    fn reaches_people(&self) -> bool;
}

/// Why a mail was not taken. The text is an SMTP status code or one of a few words of ours: what a server or the system
/// said may repeat an address, and this text is logged and stored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// It may work later.
    #[error("not taken for now: {0}")]
    Retry(String),
    /// It will never be taken.
    #[error("refused: {0}")]
    Never(String),
}

impl TransportError {
    /// The status code or the word, without the rest of the sentence.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Retry(reason) | Self::Never(reason) => reason,
        }
    }
}
