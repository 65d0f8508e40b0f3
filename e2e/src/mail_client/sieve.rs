//! `ManageSieve` (RFC 5804) as a mail program speaks it.

use super::Answer;
use super::conversation::{Conversation, plain};

/// One `ManageSieve` connection.
pub struct Sieve {
    talk: Conversation,
}

impl Sieve {
    /// Connects and reads what the server can do.
    #[must_use]
    pub fn connect(port: u16) -> Self {
        let mut sieve = Self {
            talk: Conversation::with(port),
        };
        sieve.answer().1.is_yes("greet");
        sieve
    }

    /// AUTHENTICATE PLAIN with a password.
    pub fn log_in(&mut self, login: &str, password: &str) -> Answer {
        let first = plain(login, password);
        self.command(&format!("AUTHENTICATE \"PLAIN\" \"{first}\""))
            .1
    }

    /// Keeps a filter under a name and lets it run.
    pub fn run(&mut self, name: &str, script: &str) {
        let length = script.len();
        let put = format!("PUTSCRIPT \"{name}\" {{{length}+}}\r\n{script}");
        self.command(&put).1.is_yes("keep a filter");
        self.command(&format!("SETACTIVE \"{name}\""))
            .1
            .is_yes("run a filter");
    }

    /// The filters, one a line, the running one with the word ACTIVE.
    pub fn list(&mut self) -> Vec<String> {
        self.command("LISTSCRIPTS").0
    }

    fn command(&mut self, command: &str) -> (Vec<String>, Answer) {
        self.talk.say(command);
        self.answer()
    }

    fn answer(&mut self) -> (Vec<String>, Answer) {
        let mut before = Vec::new();
        loop {
            let mut text = self.talk.line();
            let verdict = ["OK", "NO", "BYE", "(hung up)"]
                .iter()
                .any(|word| text.starts_with(word));
            if !verdict {
                before.push(text);
                continue;
            }
            let yes = text.starts_with("OK");
            // A longer text follows its length.
            let length = text
                .split_once('{')
                .and_then(|(_, rest)| rest.strip_suffix('}'));
            if let Some(length) = length.and_then(|length| length.parse().ok()) {
                text = self.talk.bytes(length);
                self.talk.line();
            }
            return (before, Answer { yes, text });
        }
    }
}
