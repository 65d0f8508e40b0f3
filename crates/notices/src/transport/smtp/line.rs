//! One mail on a connection: what is said, and what the answers mean.

use super::NO_WAY_TO_SAY_IT;
use crate::Mail;
use crate::transport::TransportError;
use counterfoil_model::EnhancedStatus;
use counterfoil_model::delivery::Meaning;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{self, Data, Ehlo, Rcpt};
use lettre::transport::smtp::extension::{
    ClientId, Extension, MailBodyParameter, MailParameter, RcptParameter,
};
use lettre::transport::smtp::response::{Response, Severity};
use std::error::Error as _;
use std::fmt;

/// A connection that stands.
pub(super) struct Line {
    pub(super) connection: AsyncSmtpConnection,
    /// Whether the server reports what becomes of a mail (RFC 3461).
    reports: bool,
}

impl Line {
    /// Asks once more what the server offers: the library forgets all but what it uses itself.
    pub(super) async fn on(
        mut connection: AsyncSmtpConnection,
        hello: ClientId,
    ) -> Result<Self, TransportError> {
        let offered = connection.command(Ehlo::new(hello)).await;
        let offered = offered.map_err(|error| no_way(&error))?;
        let reports = offered
            .message()
            .any(|line| line.trim().eq_ignore_ascii_case("DSN"));
        Ok(Self {
            connection,
            reports,
        })
    }

    fn offers(&self, extension: Extension) -> bool {
        self.connection.server_info().supports_feature(extension)
    }

    /// One mail on a connection that stands. From `given` on the server may have taken it, whatever it says or doesn't.
    pub(super) async fn send(
        &mut self,
        mail: &Mail,
        given: &mut bool,
    ) -> Result<(), TransportError> {
        let (envelope, text) = (mail.envelope(), mail.eml());
        let Ok(text) = String::from_utf8(text) else {
            return Err(TransportError::never("text"));
        };
        let mut parameters = Vec::new();
        let mut addresses = envelope.from().into_iter().chain(envelope.to());
        if !addresses.all(|address| AsRef::<str>::as_ref(address).is_ascii()) {
            if !self.offers(Extension::SmtpUtfEight) {
                return Err(TransportError::never("address").with_status(Some(NO_WAY_TO_SAY_IT)));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !text.is_ascii() {
            if !self.offers(Extension::EightBitMime) {
                return Err(TransportError::never("8bit").with_status(Some(NO_WAY_TO_SAY_IT)));
            }
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        if self.reports {
            parameters.push(mail_parameter("RET", "HDRS"));
            parameters.push(mail_parameter("ENVID", &mail.notice.to_string()));
        }
        let sender = commands::Mail::new(envelope.from().cloned(), parameters);
        accepted(&self.connection.command(sender).await)?;
        for recipient in envelope.to() {
            let recipient = Rcpt::new(recipient.clone(), self.wishes(recipient.as_ref()));
            accepted(&self.connection.command(recipient).await)?;
        }
        match self.connection.command(Data).await {
            Ok(response) if response.code().severity == Severity::PositiveIntermediate => {}
            Ok(_) => return Err(TransportError::no_answer("answer")),
            Err(error) => return Err(judged(&error)),
        }
        *given = true;
        match self.connection.command(Text(&text)).await {
            Ok(response) if taken(&response) => Ok(()),
            // A server that answers has not taken it. From one that doesn't, nobody knows.
            Err(error) if error.status().is_none() => {
                Err(TransportError::uncertain(reason(&error)))
            }
            Ok(_) => Err(TransportError::uncertain("answer")),
            Err(error) => Err(judged(&error)),
        }
    }

    /// What is asked for a recipient: to hear of a failure and of a delay, and of whom (RFC 3461, sections 4.1 and 4.2). An address
    /// that isn't ASCII would need another type (RFC 6533), and its return path says whose it is anyway.
    fn wishes(&self, recipient: &str) -> Vec<RcptParameter> {
        if !self.reports {
            return Vec::new();
        }
        let mut wishes = vec![rcpt_parameter("NOTIFY", "FAILURE,DELAY")];
        if recipient.is_ascii() {
            wishes.push(rcpt_parameter("ORCPT", &format!("rfc822;{recipient}")));
        }
        wishes
    }
}

/// A mail as it travels: a dot before each line that begins with one, and a line with a dot alone at the end (RFC 5321, section
/// 4.5.2). The library has this too, in two writes: the second waits until the other side has acknowledged the first, which
/// it may put off for 40 milliseconds.
struct Text<'a>(&'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stuffed = self.0.replace("\r\n.", "\r\n..");
        let dot = if self.0.starts_with('.') { "." } else { "" };
        let end = if self.0.ends_with("\r\n") { "" } else { "\r\n" };
        write!(f, "{dot}{stuffed}{end}.\r\n")
    }
}

fn mail_parameter(keyword: &str, value: &str) -> MailParameter {
    MailParameter::Other {
        keyword: keyword.into(),
        value: Some(value.into()),
    }
}

fn rcpt_parameter(keyword: &str, value: &str) -> RcptParameter {
    RcptParameter::Other {
        keyword: keyword.into(),
        value: Some(value.into()),
    }
}

/// Whether the server goes on. The library also takes 3xx for a yes.
fn accepted(answer: &Result<Response, Error>) -> Result<(), TransportError> {
    match answer {
        Ok(response) if taken(response) => Ok(()),
        Ok(_) => Err(TransportError::no_answer("answer")),
        Err(error) => Err(judged(error)),
    }
}

fn taken(response: &Response) -> bool {
    response.code().severity == Severity::PositiveCompletion
}

/// What is wrong before there is a mail is wrong with the server or how we come.
pub(super) fn no_way(error: &Error) -> TransportError {
    TransportError::no_answer(reason(error))
}

/// What an error on a connection that stands means for the mail. A server that asks for a login (RFC 4954, section 6: 530,
/// 534, 535, 538) says nothing of the mail, and an operator puts it right: that is tried again.
fn judged(error: &Error) -> TransportError {
    let Some(code) = error.status().map(u16::from) else {
        return no_way(error);
    };
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let status = EnhancedStatus::in_reply(code, &said).or_else(|| EnhancedStatus::of_reply(code));
    let again = status.is_some_and(|status| Meaning::of(status).is_worth_retrying());
    let (code, login) = (code.to_string(), matches!(code, 530 | 534 | 535 | 538));
    match (login, again || error.is_transient()) {
        (true, _) => TransportError::no_answer(code),
        (false, true) => TransportError::retry(code).with_status(status),
        (false, false) => TransportError::never(code).with_status(status),
    }
}

/// The status code, or one word; never what the server said.
fn reason(error: &Error) -> String {
    match error.status() {
        Some(code) => code.to_string(),
        None if error.is_tls() => "tls".into(),
        None if error.is_timeout() => "timeout".into(),
        None if error.is_client() => "client".into(),
        None if error.is_response() => "answer".into(),
        None => "connection".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn rfc_5321_a_line_that_begins_with_a_dot_is_given_another() {
        let sent = |text: &str| Text(text).to_string();
        assert_eq!(sent("a\r\n.b\r\n..\r\n"), "a\r\n..b\r\n...\r\n.\r\n");
        assert_eq!(sent(".\r\n"), "..\r\n.\r\n");
        assert_eq!(sent("no end"), "no end\r\n.\r\n");
        assert_eq!(sent(""), "\r\n.\r\n");
    }
}
