//! POP3 (RFC 1939) as a mail program speaks it.

use super::Answer;
use super::conversation::{Conversation, plain};

/// One POP3 connection.
pub struct Pop3 {
    talk: Conversation,
}

impl Pop3 {
    /// Connects.
    #[must_use]
    pub fn connect(port: u16) -> Self {
        let mut talk = Conversation::with(port);
        talk.line();
        Self { talk }
    }

    /// AUTH PLAIN with a password (RFC 5034).
    pub fn log_in(&mut self, login: &str, password: &str) -> Answer {
        self.talk
            .say(&format!("AUTH PLAIN {}", plain(login, password)));
        let text = self.talk.line();
        let yes = text.starts_with("+OK");
        Answer { yes, text }
    }
}
