//! What is counted for whoever watches the service.

/// Something that happened. Every word is a constant of this program, so no count can tell one person from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Somebody tried to sign in to the portal.
    SignIn {
        /// `password`, `totp`, `passkey`, `passkey-alone` or `code`.
        way: &'static str,
        /// `signed-in`, `second-step`, `wrong`, `wait`, `ended` …
        outcome: &'static str,
    },
    /// Somebody typed a backup code to get in: `spent`, `wrong`, `unreadable`, `old` …
    Redemption(&'static str),
    /// A wrong guess was counted: at a `code`, at a `totp` number, or at something `other`. A transaction that collided counts
    /// once for each time it ran.
    Guess(&'static str),
    /// Somebody was not heard because of earlier wrong guesses: at the `password`, `mail-password`, `totp`, `passkey` or `code` door.
    ThrottleRefusal(&'static str),
    /// A mail program's password was judged: `admitted`, `refused` or `failed`.
    MailSignIn(&'static str),
}

/// Counts. It is called between a person and their answer, so it must be quick.
pub trait Meter: Send + Sync {
    /// Counts one.
    fn count(&self, counted: Counted);
}

/// Counts nothing: for commands and tests that nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unmetered;

impl Meter for Unmetered {
    fn count(&self, _counted: Counted) {}
}
