//! IMAP (RFC 3501) as a mail program speaks it.

use std::time::Duration;

use super::Answer;
use super::conversation::{Conversation, oauthbearer, plain, xoauth2};

/// One IMAP connection.
pub struct Imap {
    talk: Conversation,
}

impl Imap {
    /// Connects and says which program it is.
    #[must_use]
    pub fn connect(port: u16) -> Self {
        let mut talk = Conversation::with(port);
        talk.line();
        let mut imap = Self { talk };
        imap.command("ID (\"name\" \"Thunderbird\" \"version\" \"140\")");
        imap
    }

    /// LOGIN with a password.
    pub fn log_in(&mut self, login: &str, password: &str) -> Answer {
        self.command(&format!("AUTHENTICATE PLAIN {}", plain(login, password)))
            .1
    }

    /// XOAUTH2 with an access token.
    pub fn xoauth2(&mut self, login: &str, token: &str) -> Answer {
        self.command(&format!("AUTHENTICATE XOAUTH2 {}", xoauth2(login, token)))
            .1
    }

    /// OAUTHBEARER with an access token.
    pub fn oauthbearer(&mut self, login: &str, token: &str) -> Answer {
        self.command(&format!(
            "AUTHENTICATE OAUTHBEARER {}",
            oauthbearer(login, token)
        ))
        .1
    }

    /// Any command: the lines before its answer, and the answer.
    pub fn command(&mut self, command: &str) -> (Vec<String>, Answer) {
        self.talk.say(&format!("a {command}"));
        let mut before = Vec::new();
        loop {
            let Some(line) = self.talk.hears() else {
                let text = "(hung up)".to_owned();
                return (before, Answer { yes: false, text });
            };
            if let Some(answer) = line.strip_prefix("a ") {
                let yes = answer.starts_with("OK");
                let text = answer.to_owned();
                return (before, Answer { yes, text });
            }
            if line.starts_with("+ ") && line.len() > 2 {
                // A refused token is explained first; an empty line asks for the verdict.
                self.talk.say("");
            }
            before.push(line);
        }
    }

    /// The subjects in a folder, oldest first.
    pub fn subjects(&mut self, folder: &str) -> Vec<String> {
        self.command(&format!("SELECT {folder}"))
            .1
            .is_yes("open a folder");
        let (lines, answer) = self.command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])");
        assert!(
            answer.yes || answer.text.contains("messageset"),
            "{}",
            answer.text
        );
        let subjects = lines
            .iter()
            .filter_map(|line| line.strip_prefix("Subject: "));
        subjects.map(str::to_owned).collect()
    }

    /// Waits for news, as a program does that is always on (RFC 2177).
    pub fn idle(&mut self) {
        self.command("SELECT INBOX").1.is_yes("open the inbox");
        self.talk.say("a IDLE");
        let line = self.talk.line();
        assert!(line.starts_with('+'), "{line}");
    }

    /// How long it took until the server had hung up; nothing when it hadn't by then.
    pub fn hangs_up_within(&mut self, limit: Duration) -> Option<Duration> {
        self.talk.hangs_up_within(limit)
    }
}
