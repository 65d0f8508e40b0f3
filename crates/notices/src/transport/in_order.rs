//! Several ways out, tried in the order in which the operator wrote them.

use super::{Receipt, Transport, TransportError, Verdict};
use crate::Mail;
use async_trait::async_trait;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// All together must end before a worker's lease does, so that no other worker sends the same mail meanwhile.
const ALTOGETHER: Duration = Duration::from_secs(90);

/// Asks one transport after the other. The next one is asked when the answer was about the way or about us: a server that
/// is away, a key that isn't taken, a sender that is refused. What is about the recipient would be the same everywhere, and
/// is the answer. So is [`Verdict::Uncertain`]: a second way out could only make two mails of one.
pub struct InOrder {
    transports: Vec<Arc<dyn Transport>>,
}

impl InOrder {
    /// Asks these, the first one first.
    #[must_use]
    pub const fn new(transports: Vec<Arc<dyn Transport>>) -> Self {
        Self { transports }
    }
}

#[async_trait]
impl Transport for InOrder {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        let end = Instant::now() + ALTOGETHER;
        let mut best: Option<TransportError> = None;
        for transport in &self.transports {
            let answer = timeout_at(end, transport.hand_over(mail)).await;
            let error = match answer {
                Ok(Ok(receipt)) => return Ok(receipt),
                Ok(Err(error)) => error,
                Err(_) => TransportError::no_answer("timeout"),
            };
            if !error.meaning().another_way_may_help() {
                return Err(error);
            }
            // One that may work later is worth more than one that never will.
            if best
                .as_ref()
                .is_none_or(|best| best.verdict == Verdict::Never)
            {
                best = Some(error);
            }
        }
        Err(best.unwrap_or_else(|| TransportError::no_answer("no transport")))
    }

    fn reaches_people(&self) -> bool {
        // One that keeps mails in a folder may be the one that takes them.
        self.transports
            .iter()
            .all(|transport| transport.reaches_people())
    }
}
