//! What is nobody's mistake at the keyboard: a database away, a key missing.

use counterfoil_store as store;

/// The request failed through no fault of the person. The cause goes to the log, never to a page.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database is away, overloaded or answered oddly.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Too many people ask for a slow hash: again in a moment.
    #[error("every lane is full")]
    Full,
    /// Something kept was sealed or hashed under a key that is not in the ring.
    #[error("the key {0} is not in the key ring")]
    KeyMissing(String),
    /// Something kept could not be opened or verified for another reason.
    #[error("{0}")]
    Broken(&'static str),
}

impl Fault {
    /// Whether trying again in a moment may help.
    #[must_use]
    pub const fn passes(&self) -> bool {
        matches!(
            self,
            Self::Full | Self::Store(store::Error::Unavailable(_) | store::Error::Conflict)
        )
    }
}
