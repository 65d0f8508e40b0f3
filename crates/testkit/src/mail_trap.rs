//! Mails that go nowhere, for tests to read.

use async_trait::async_trait;
use counterfoil_notices::{Mail, Receipt, Transport, TransportError};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Keeps every mail in memory. Clones share what was caught.
///
/// It takes everything unless told to answer otherwise ([`MailTrap::answer`]).
#[derive(Clone, Default)]
pub struct MailTrap {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    mails: Vec<Mail>,
    refusal: Option<TransportError>,
}

impl MailTrap {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Every mail so far, oldest first.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        self.state().mails.clone()
    }

    /// Every mail so far, oldest first, and the trap is empty again.
    #[must_use]
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut self.state().mails)
    }

    /// The newest mail to this address, compared without regard to case.
    #[must_use]
    pub fn last_to(&self, address: &str) -> Option<Mail> {
        self.state()
            .mails
            .iter()
            .rev()
            .find(|mail| mail.to.eq_ignore_ascii_case(address))
            .cloned()
    }

    /// From now on mails are refused like this; `None` takes them again.
    pub fn answer(&self, refusal: Option<TransportError>) {
        self.state().refusal = refusal;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The one-time link in a mail: the URL that stands alone on the line after one that ends in a colon.
#[must_use]
pub fn link_in(mail: &Mail) -> Option<String> {
    let lines: Vec<&str> = mail.text.lines().collect();
    lines.windows(2).find_map(|pair| match pair {
        [before, url] if before.ends_with(':') && url.contains("://") && !url.contains(' ') => {
            Some((*url).to_owned())
        }
        _ => None,
    })
}

#[async_trait]
impl Transport for MailTrap {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        let mut state = self.state();
        if let Some(refusal) = &state.refusal {
            return Err(refusal.clone());
        }
        state.mails.push(mail.clone());
        Ok(Receipt::of("trap", mail))
    }

    fn reaches_people(&self) -> bool {
        false
    }
}

impl fmt::Debug for MailTrap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailTrap({})", self.state().mails.len())
    }
}
