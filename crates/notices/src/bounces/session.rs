//! One conversation in LMTP (RFC 2033), on our side: it takes mails that came back, and nothing else.

use super::report::{self, Report};
use super::{Returned, Returns};
use counterfoil_model::NoticeId;
use counterfoil_store::repo::outbox::Reason;
use std::io;
use tokio::io::{
    AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader, ReadHalf, WriteHalf,
};

/// The longest line of a command (RFC 5321, section 4.5.3.1.4 asks for 512, extensions for more).
const COMMAND_MAX: usize = 2 * 1024;
/// The longest line of a mail; RFC 5321, section 4.5.3.1.6, allows a thousand octets.
const LINE_MAX: usize = 64 * 1024;
/// Of a mail so much is read; a report stands near its beginning, before the notice that it returns.
const KEPT: usize = 256 * 1024;
/// A mail longer than this is not read to its end.
const MAIL_MAX: usize = 8 * 1024 * 1024;
/// Recipients of one mail. A return path is one notice's, so there is one.
const RECIPIENTS: usize = 20;
/// So many commands that lead nowhere, and we hang up.
const NONSENSE: u32 = 20;

/// What stands in the outbox for a notice of which a report says that it came back.
const REPORTED: &str = "report";

/// Why a conversation ends.
#[derive(Debug, thiserror::Error)]
pub(super) enum Broken {
    /// The connection failed.
    #[error(transparent)]
    Connection(#[from] io::Error),
    /// A line or a mail is longer than any mail server sends.
    #[error("a command or a mail is too long")]
    TooLong,
    /// The connection ended in the middle of a mail.
    #[error("a mail has no end")]
    Cut,
    /// It took too long.
    #[error("a command or a mail took too long")]
    Slow,
    /// Nothing that was said made sense.
    #[error("too many commands that lead nowhere")]
    Nonsense,
}

/// What the conversation has come to.
#[derive(Default)]
struct Envelope {
    /// Whether a sender was named, and whether it is the empty one that mails which come back have (RFC 5321, section 4.5.5).
    sender: Option<bool>,
    recipients: Vec<NoticeId>,
}

pub(super) struct Session<'a, S> {
    reading: BufReader<ReadHalf<S>>,
    writing: WriteHalf<S>,
    returns: &'a dyn Returns,
    greeted: bool,
    envelope: Envelope,
    nonsense: u32,
}

impl<'a, S: AsyncRead + AsyncWrite> Session<'a, S> {
    pub(super) fn new(stream: S, returns: &'a dyn Returns) -> Self {
        let (reading, writing) = tokio::io::split(stream);
        Self {
            reading: BufReader::new(reading),
            writing,
            returns,
            greeted: false,
            envelope: Envelope::default(),
            nonsense: 0,
        }
    }

    pub(super) async fn greet(&mut self) -> Result<(), Broken> {
        self.say("220 Counterfoil takes mails that came back").await
    }

    /// Waits for the next command; false when the other side hung up instead.
    pub(super) async fn waits(&mut self) -> Result<bool, Broken> {
        Ok(!self.reading.fill_buf().await?.is_empty())
    }

    /// Answers one command, or one mail; false when the other side said goodbye or hung up between mails.
    pub(super) async fn step(&mut self) -> Result<bool, Broken> {
        let Some(line) = self.line(COMMAND_MAX).await? else {
            return Ok(false);
        };
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "LHLO" => {
                self.greeted = true;
                self.envelope = Envelope::default();
                self.say(
                    "250-counterfoil\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME",
                )
                .await?;
            }
            // RFC 2033, section 4.1: they must not be taken for LHLO.
            "HELO" | "EHLO" => self.wrong("500 5.5.1 This is LMTP").await?,
            "MAIL" => self.sender(rest).await?,
            "RCPT" => self.recipient(rest).await?,
            "DATA" => self.data().await?,
            "RSET" => {
                self.envelope = Envelope::default();
                self.say("250 2.0.0 Forgotten").await?;
            }
            "NOOP" => self.say("250 2.0.0 Here").await?,
            "VRFY" => self.say("252 2.5.0 Try it").await?,
            "QUIT" => {
                self.say("221 2.0.0 Goodbye").await?;
                return Ok(false);
            }
            _ => self.wrong("500 5.5.2 Not known").await?,
        }
        Ok(true)
    }

    async fn sender(&mut self, rest: &str) -> Result<(), Broken> {
        if !self.greeted || self.envelope.sender.is_some() {
            return self.wrong("503 5.5.1 Not now").await;
        }
        let Some(path) = path(rest, "FROM:") else {
            return self.wrong("501 5.5.4 No sender").await;
        };
        self.envelope.sender = Some(path.is_empty());
        self.say("250 2.1.0 Well").await
    }

    async fn recipient(&mut self, rest: &str) -> Result<(), Broken> {
        if self.envelope.sender.is_none() {
            return self.wrong("503 5.5.1 Not now").await;
        }
        if self.envelope.recipients.len() >= RECIPIENTS {
            return self.wrong("452 4.5.3 Too many").await;
        }
        let Some(path) = path(rest, "TO:") else {
            return self.wrong("501 5.5.4 No recipient").await;
        };
        match self.returns.notice_of(path) {
            Some(notice) => {
                self.envelope.recipients.push(notice);
                self.say("250 2.1.5 Well").await
            }
            // It isn't ours, or somebody guesses.
            None => self.wrong("550 5.1.1 No return path of ours").await,
        }
    }

    /// One answer for each recipient that was taken, as RFC 2033, section 4.2, asks for.
    async fn data(&mut self) -> Result<(), Broken> {
        if self.envelope.recipients.is_empty() {
            return self.wrong("503 5.5.1 No recipient").await;
        }
        self.say("354 Go on").await?;
        let mail = self.mail().await?;
        let envelope = std::mem::take(&mut self.envelope);
        let report = match envelope.sender {
            Some(true) => report::read(&mail),
            // Whoever writes to a return path by hand has not sent anything back.
            _ => Report::Nothing,
        };
        for notice in envelope.recipients {
            let answer = match report {
                Report::Failed(status) => {
                    let reason = Reason {
                        word: REPORTED,
                        status,
                    };
                    match self.returns.came_back(notice, reason).await {
                        Returned::Noted => "250 2.0.0 Noted",
                        Returned::Unknown => "250 2.0.0 Nothing is known of it any more",
                        Returned::Later => "451 4.3.0 Try again later",
                    }
                }
                Report::Delayed => "250 2.0.0 It is tried again",
                Report::Nothing => "250 2.0.0 Nothing came back",
            };
            self.say(answer).await?;
        }
        Ok(())
    }

    /// The beginning of a mail, up to what is read of it; the rest is passed over.
    async fn mail(&mut self) -> Result<Vec<u8>, Broken> {
        let (mut mail, mut length) = (Vec::new(), 0);
        loop {
            let longest = LINE_MAX.min(MAIL_MAX - length);
            let line = self.line(longest).await?.ok_or(Broken::Cut)?;
            length += line.len();
            let line = match line.split_first() {
                Some((b'.', b"\r\n" | b"\n")) => return Ok(mail),
                // RFC 5321, section 4.5.2: a line that begins with a dot was given another.
                Some((b'.', rest)) => rest,
                _ => &line,
            };
            let room = KEPT.saturating_sub(mail.len());
            mail.extend(line.iter().take(room));
        }
    }

    /// One line with its end; `None` when the other side hung up before it.
    async fn line(&mut self, longest: usize) -> Result<Option<Vec<u8>>, Broken> {
        let mut line = Vec::new();
        loop {
            let buffer = self.reading.fill_buf().await?;
            if buffer.is_empty() {
                return if line.is_empty() {
                    Ok(None)
                } else {
                    Err(Broken::Cut)
                };
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(buffer.len(), |end| end + 1);
            line.extend(buffer.iter().take(taken));
            self.reading.consume(taken);
            if line.len() > longest {
                return Err(Broken::TooLong);
            }
            if end.is_some() {
                return Ok(Some(line));
            }
        }
    }

    async fn wrong(&mut self, answer: &str) -> Result<(), Broken> {
        self.nonsense += 1;
        self.say(answer).await?;
        if self.nonsense > NONSENSE {
            return Err(Broken::Nonsense);
        }
        Ok(())
    }

    async fn say(&mut self, line: &str) -> Result<(), Broken> {
        self.writing.write_all(line.as_bytes()).await?;
        self.writing.write_all(b"\r\n").await?;
        self.writing.flush().await?;
        Ok(())
    }
}

/// The path of `FROM:<…>` or `TO:<…>`; parameters after it are passed over.
fn path<'l>(rest: &'l str, word: &str) -> Option<&'l str> {
    let (head, tail) = rest.split_at_checked(word.len())?;
    let inner = tail.trim_start().strip_prefix('<')?;
    let (path, _) = inner.split_once('>')?;
    head.eq_ignore_ascii_case(word).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_are_read_with_and_without_what_follows() {
        assert_eq!(path("FROM:<>", "FROM:"), Some(""));
        assert_eq!(path("from: <a@b> SIZE=1", "FROM:"), Some("a@b"));
        assert_eq!(path("TO:<a@b>", "TO:"), Some("a@b"));
        assert_eq!(path("TO:a@b", "TO:"), None);
        assert_eq!(path("T", "TO:"), None);
        assert_eq!(path("ÄÖ:<a>", "TO:"), None);
    }
}
