//! How a mail leaves.

mod error;
pub mod folder;
pub mod http;
mod in_order;
pub mod mail_api;
mod sendmail;
pub mod smtp;

pub use error::{TransportError, Verdict};
pub use folder::Folder;
pub use in_order::InOrder;
pub use mail_api::MailApi;
pub use sendmail::Sendmail;
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
    /// [`TransportError`]: whether it is worth trying again, and what the answer was about.
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError>;

    /// Whether mails get to people: not when they are kept in a folder, of which home warns the operator.
    fn reaches_people(&self) -> bool;
}

/// Who took a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The transport's name in the configuration.
    pub transport: String,
    /// What the mail is called there: the provider's id, or our Message-ID. Never anything by which its reader could be
    /// found by somebody who has no access to that log.
    pub reference: Option<String>,
}

impl Receipt {
    /// From the transport of this name, which calls the mail by its Message-ID.
    #[must_use]
    pub fn of(transport: &str, mail: &Mail) -> Self {
        Self {
            transport: transport.to_owned(),
            reference: Some(mail.message_id.clone()),
        }
    }
}
