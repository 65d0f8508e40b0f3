//! SMTP (RFC 5321) as a mail program speaks it, and LMTP (RFC 2033) as a mail server does.

use super::Answer;
use super::conversation::{Conversation, plain, xoauth2};

/// One SMTP connection.
pub struct Smtp {
    talk: Conversation,
}

impl Smtp {
    /// Connects and says hello.
    #[must_use]
    pub fn connect(port: u16) -> Self {
        Self::greet(port, "EHLO")
    }

    fn greet(port: u16, hello: &str) -> Self {
        let mut smtp = Self {
            talk: Conversation::with(port),
        };
        smtp.answer().is_yes("greet");
        smtp.command(&format!("{hello} client.example.org"))
            .is_yes("say hello");
        smtp
    }

    /// AUTH PLAIN with a password (RFC 4954).
    pub fn log_in(&mut self, login: &str, password: &str) -> Answer {
        self.command(&format!("AUTH PLAIN {}", plain(login, password)))
    }

    /// AUTH XOAUTH2 with an access token.
    pub fn xoauth2(&mut self, login: &str, token: &str) -> Answer {
        let answer = self.command(&format!("AUTH XOAUTH2 {}", xoauth2(login, token)));
        if answer.text.starts_with("334") {
            return self.command("");
        }
        answer
    }

    /// Sends a message; the first no on the way, or the last yes.
    pub fn send(&mut self, from: &str, to: &[&str], message: &str) -> Answer {
        let mut commands = vec![format!("MAIL FROM:<{from}>")];
        commands.extend(to.iter().map(|to| format!("RCPT TO:<{to}>")));
        commands.push("DATA".to_owned());
        for command in commands {
            let answer = self.command(&command);
            if !answer.yes {
                self.command("RSET");
                return answer;
            }
        }
        let message = message
            .replace("\r\n", "\n")
            .replace('\n', "\r\n")
            .replace("\r\n.", "\r\n..");
        self.command(&format!("{}\r\n.", message.trim_end()))
    }

    fn command(&mut self, command: &str) -> Answer {
        self.talk.say(command);
        self.answer()
    }

    /// 2xx and 3xx are a yes, but for 334, which asks for more than was given.
    fn answer(&mut self) -> Answer {
        let mut text = self.talk.line();
        while text.as_bytes().get(3) == Some(&b'-') {
            text = self.talk.line();
        }
        let yes = (text.starts_with('2') || text.starts_with('3')) && !text.starts_with("334");
        Answer { yes, text }
    }
}

/// Puts a message into a mailbox, as the mail server does: by LMTP.
pub fn deliver(port: u16, from: &str, to: &str, message: &str) {
    let mut lmtp = Smtp::greet(port, "LHLO");
    lmtp.send(from, &[to], message).is_yes("deliver a message");
}
