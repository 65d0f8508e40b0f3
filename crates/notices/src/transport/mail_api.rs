//! Mails by a managed e-mail API: a web server that takes a mail as JSON or as a form and says in JSON whether it did.
//!
//! An API is described, not programmed: where it is, what it is sent, and which of its answers mean what. [`aotsend`] is such
//! a description, and so is what an operator writes for any other.

mod answer;
pub mod aotsend;
mod aws;
mod body;
mod filling;

pub use answer::{Means, Rule, Statuses};
pub use aws::Aws;
pub use body::{Body, Encoding};
pub use filling::{BadPlace, Filling, PLACES, Secrets};

use super::http::{Answer, Http, NoAnswer, Request};
use super::{Receipt, Transport, TransportError};
use crate::Mail;
use async_trait::async_trait;
use counterfoil_model::{EnhancedStatus, Timestamp};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use url::Url;
use zeroize::Zeroizing;

/// An answer is a few lines of JSON.
const LONGEST_ANSWER: usize = 64 * 1024;
/// What a provider calls a mail is cut here.
const LONGEST_REFERENCE: usize = 200;

/// How a mail API is used.
#[derive(Clone, Debug)]
pub struct Description {
    /// The transport's name in the configuration.
    pub name: String,
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Where mails go.
    pub url: Url,
    /// Beside the content type, which the body has.
    pub headers: Vec<(String, Filling)>,
    /// What is sent.
    pub body: Body,
    /// What headers and body may say that nobody else may know.
    pub secrets: Secrets,
    /// How requests are signed, for one of Amazon's.
    pub aws: Option<Aws>,
    /// What its answers mean; the first rule that fits counts, and after them [`answer::usual`].
    pub answers: Vec<Rule>,
    /// Where its name for the mail stands.
    pub reference: Option<Reference>,
    /// For connecting, sending and the answer together.
    pub patience: Duration,
}

/// Where an API says what it calls a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A JSON pointer (RFC 6901) into the answer.
    Pointer(String),
    /// A header of the answer, in lower case.
    Header(String),
}

/// Hands mails to a mail API.
pub struct MailApi {
    description: Description,
    http: Arc<dyn Http>,
    now: Now,
}

/// What time it is.
pub type Now = fn() -> Timestamp;

impl MailApi {
    /// Nobody is asked before the first mail.
    #[must_use]
    pub fn new(description: Description, http: Arc<dyn Http>, now: Now) -> Self {
        Self {
            description,
            http,
            now,
        }
    }

    fn request(&self, mail: &Mail) -> Request<'_> {
        let description = &self.description;
        let secrets = &description.secrets;
        let mut headers = vec![(
            "content-type",
            Zeroizing::new(description.body.content_type().to_owned()),
        )];
        headers.extend(
            description
                .headers
                .iter()
                .map(|(name, value)| (name.as_str(), value.fill(mail, secrets))),
        );
        let body = description.body.fill(mail, secrets);
        if let Some(aws) = &description.aws {
            let unsigned = aws::Unsigned {
                method: description.method,
                url: &description.url,
                content_type: description.body.content_type(),
                body: &body,
            };
            headers.extend(aws.sign(&unsigned, secrets, (self.now)()));
        }
        Request {
            method: description.method,
            url: &description.url,
            headers,
            body,
            patience: description.patience,
            longest_answer: LONGEST_ANSWER,
        }
    }

    fn judge(&self, mail: &Mail, answer: &Answer) -> Result<Receipt, TransportError> {
        let description = &self.description;
        let json: Option<Value> = answer
            .body
            .as_deref()
            .and_then(|body| serde_json::from_slice(body).ok());
        let rule = description
            .answers
            .iter()
            .find_map(|rule| rule.judge(answer.status, json.as_ref()))
            .unwrap_or_else(|| {
                let asked = description
                    .answers
                    .iter()
                    .any(|rule| rule.asks(answer.status));
                answer::usual(answer.status, asked)
            });
        let word = rule.word(answer.status);
        match rule.means {
            Means::Accepted => Ok(Receipt {
                transport: description.name.clone(),
                reference: self.reference(answer, json.as_ref()).or_else(|| {
                    // What can be looked for at the provider all the same.
                    Some(mail.message_id.clone())
                }),
            }),
            Means::Retry => {
                // About the way unless said otherwise: the next transport is asked.
                let status = rule.status.unwrap_or(EnhancedStatus::later(3, 0));
                Err(TransportError::retry(word).with_status(Some(status)))
            }
            Means::Never => Err(TransportError::never(word).with_status(rule.status)),
            Means::Uncertain => Err(TransportError::uncertain(word)),
        }
    }

    fn reference(&self, answer: &Answer, json: Option<&Value>) -> Option<String> {
        let found = match self.description.reference.as_ref()? {
            Reference::Pointer(pointer) => match json?.pointer(pointer)? {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                _ => return None,
            },
            Reference::Header(name) => answer
                .headers
                .iter()
                .find(|(header, _)| header == name)
                .map(|(_, value)| value.clone())?,
        };
        let plain = |c: &char| !c.is_control() && !c.is_whitespace();
        let found: String = found
            .chars()
            .filter(plain)
            .take(LONGEST_REFERENCE)
            .collect();
        (!found.is_empty()).then_some(found)
    }
}

#[async_trait]
impl Transport for MailApi {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        match self.http.call(self.request(mail)).await {
            Ok(answer) => self.judge(mail, &answer),
            Err(NoAnswer::Unreachable) => Err(TransportError::no_answer("connection")),
            Err(NoAnswer::Lost) => Err(TransportError::uncertain("no answer")),
        }
    }

    fn reaches_people(&self) -> bool {
        true
    }
}

impl fmt::Debug for MailApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.description.url.host_str().unwrap_or_default();
        write!(f, "MailApi({} at {host})", self.description.name)
    }
}
