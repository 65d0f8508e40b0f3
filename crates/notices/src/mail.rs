//! A mail, ready to be handed over.

use crate::compose::{ComposeError, Frame};
use crate::letter::Letter;
use counterfoil_lang::Language;
use counterfoil_model::{MailAddress, NoticeId, Timestamp};
use counterfoil_store::repo::outbox::Notice;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use std::fmt;
use std::time::{Duration, SystemTime};

/// A composed notice. The same notice gives the same bytes each time, so a mail that was sent twice can be told by its
/// Message-ID.
#[derive(Clone)]
pub struct Mail {
    /// The notice it was made of.
    pub notice: NoticeId,
    /// The time of the event, in the header `Date`.
    pub at: Timestamp,
    /// Its language.
    pub language: Language,
    /// The sender's address.
    pub from: String,
    /// The recipient's address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as a page without pictures, scripts or anything fetched.
    pub html: Option<String>,
    /// With its angle brackets.
    pub message_id: String,
    /// Where it comes back to; the sender when nothing is listening there.
    pub return_path: String,
    pub(crate) message: lettre::Message,
    envelope: Envelope,
    /// What it says, for transports that write mails themselves.
    pub(crate) letter: Letter,
}

impl Mail {
    /// Puts the parts of a mail together.
    pub(crate) fn write(
        frame: &Frame,
        notice: &Notice,
        letter: Letter,
    ) -> Result<Self, ComposeError> {
        let from = frame
            .from
            .parse()
            .map_err(|_| ComposeError::Address("the sender"))?;
        // The domain becomes its A-label, which every mail server takes.
        let to = MailAddress::parse(&notice.recipient)
            .map_err(|_| ComposeError::Address("the recipient"))?
            .for_mail();
        let to = to
            .parse()
            .map_err(|_| ComposeError::Address("the recipient"))?;
        let host = frame.public_url.host_str().unwrap_or("localhost");
        let message_id = format!("<{}@{host}>", notice.id);
        let micros = u64::try_from(notice.at.as_micros()).unwrap_or_default();
        let unfilled = |_| ComposeError::Layout;
        let text = frame.layout.text(&letter).map_err(unfilled)?;
        let html = frame.layout.page(&letter).map_err(unfilled)?;
        let parts = MultiPart::alternative()
            // A chance boundary would make two mails of one notice.
            .boundary(format!("notice-{}", notice.id))
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .body(text.clone()),
            )
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_HTML)
                    .body(html.clone()),
            );
        let message = lettre::Message::builder()
            .from(Mailbox::new(Some(letter.service.clone()), from))
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_micros(micros))
            .message_id(Some(message_id.clone()))
            .header(AutoSubmitted)
            .header(ContentLanguage(letter.language))
            .multipart(parts)
            .map_err(|_| ComposeError::Mail)?;
        Ok(Self {
            notice: notice.id,
            at: notice.at,
            language: Language::parse(letter.language).unwrap_or_default(),
            from: frame.from.clone(),
            to: notice.recipient.clone(),
            subject: letter.subject.clone(),
            text,
            html: Some(html),
            message_id,
            return_path: frame.from.clone(),
            envelope: message.envelope().clone(),
            message,
            letter,
        })
    }

    /// The same mail with another return path. One that is no address is passed over: a notice that can't be told when it comes
    /// back is still better than none.
    #[must_use]
    pub fn returning_to(mut self, return_path: Option<String>) -> Self {
        let Some(path) = return_path else { return self };
        let envelope = path
            .parse()
            .ok()
            .and_then(|from| Envelope::new(Some(from), self.envelope.to().to_vec()).ok());
        if let Some(envelope) = envelope {
            self.envelope = envelope;
            self.return_path = path;
        }
        self
    }

    /// The mail as it is sent and kept (RFC 5322), with CRLF at the ends of lines.
    #[must_use]
    pub fn eml(&self) -> Vec<u8> {
        self.message.formatted()
    }

    /// A file name that sorts by time: `20261123T140500Z-NOTICE.eml`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let at = jiff::Timestamp::from_microsecond(self.at.as_micros()).unwrap_or_default();
        format!("{}-{}.eml", at.strftime("%Y%m%dT%H%M%SZ"), self.notice)
    }

    /// The recipient as mail servers take it: its domain in ASCII.
    #[must_use]
    pub fn recipient(&self) -> &str {
        self.envelope().to().first().map_or("", AsRef::as_ref)
    }

    pub(crate) fn envelope(&self) -> &Envelope {
        &self.envelope
    }
}

/// Who gets it and what it says stays out of logs.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mail({})", self.notice)
    }
}

/// Says that no person wrote this, so no vacation answer comes back (RFC 3834 §5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".into())
    }
}

/// The mail's language (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(&'static str);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(Language::parse(text).unwrap_or_default().tag()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.into())
    }
}
