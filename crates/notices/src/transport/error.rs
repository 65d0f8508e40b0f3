//! Why a mail was not taken.

use counterfoil_model::EnhancedStatus;
use counterfoil_model::delivery::Meaning;

/// Why a mail was not taken. The reason is a status code or one of a few words of ours: what a server or the system said may
/// repeat an address, and this text is logged and stored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{verdict}: {reason}")]
pub struct TransportError {
    /// Whether it is worth trying again.
    pub verdict: Verdict,
    /// A status code or a word of ours.
    pub reason: String,
    /// What the answer was about (RFC 3463), where that is known. The address is judged by it, and whether the next
    /// transport is asked.
    pub status: Option<EnhancedStatus>,
}

/// Whether it is worth trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Verdict {
    /// It may work later.
    #[error("not taken for now")]
    Retry,
    /// It will never be taken.
    #[error("refused")]
    Never,
    /// The mail left and no answer came: it may have been taken. The same mail is sent again, and whoever gets it twice
    /// knows it by its Message-ID.
    #[error("perhaps taken")]
    Uncertain,
}

impl TransportError {
    /// It may work later.
    pub fn retry(reason: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Retry,
            reason: reason.into(),
            status: None,
        }
    }

    /// It will never be taken.
    pub fn never(reason: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Never,
            reason: reason.into(),
            status: None,
        }
    }

    /// The mail left and no answer came.
    pub fn uncertain(reason: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Uncertain,
            reason: reason.into(),
            status: None,
        }
    }

    /// Nobody answered, or nobody we may talk to: it may work later, and says nothing of the address.
    pub fn no_answer(reason: impl Into<String>) -> Self {
        Self::retry(reason).with_status(Some(EnhancedStatus::NO_ANSWER))
    }

    /// The same, with what the answer was about.
    #[must_use]
    pub fn with_status(self, status: Option<EnhancedStatus>) -> Self {
        Self { status, ..self }
    }

    /// What it means for the notice and its address. Without a status, "never" is taken for our own fault: nobody's address
    /// is given up for an answer that nobody can read.
    #[must_use]
    pub fn meaning(&self) -> Meaning {
        match (self.verdict, self.status) {
            (Verdict::Retry, Some(status)) => match Meaning::of(status) {
                Meaning::NoWay => Meaning::NoWay,
                _ => Meaning::Later,
            },
            (Verdict::Retry, None) | (Verdict::Uncertain, _) => Meaning::Later,
            (Verdict::Never, Some(status)) => match Meaning::of_failure(status) {
                Meaning::Taken | Meaning::Later | Meaning::NoWay => Meaning::Ours,
                meaning => meaning,
            },
            (Verdict::Never, None) => Meaning::Ours,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TransportError;
    use counterfoil_model::EnhancedStatus;
    use counterfoil_model::delivery::Meaning;

    #[test]
    fn nobodys_address_is_given_up_for_an_answer_that_cant_be_read() {
        assert_eq!(TransportError::never("40001").meaning(), Meaning::Ours);
        assert_eq!(TransportError::retry("429").meaning(), Meaning::Later);
    }

    #[test]
    fn the_verdict_is_the_transports_and_the_status_says_of_what() {
        let unknown = Some(EnhancedStatus::never(1, 1));
        assert_eq!(
            TransportError::never("550").with_status(unknown).meaning(),
            Meaning::Dead
        );
        assert_eq!(
            TransportError::retry("550").with_status(unknown).meaning(),
            Meaning::Later
        );
        assert_eq!(
            TransportError::no_answer("timeout").meaning(),
            Meaning::NoWay
        );
    }
}
