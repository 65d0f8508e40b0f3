//! Dovecot's doveadm over HTTP: ends connections, forgets passwords, shows mail filters.
//!
//! Its key opens every mailbox, so it goes to one address only and appears in no error; neither does anything that Dovecot
//! answers, for that may be somebody's mail.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use counterfoil_service::{MailFilter, MailSystem, MailSystemError};
use data_encoding::BASE64;
use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Request, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// Longer than a healthy Dovecot ever takes, shorter than a freeze may take to be felt.
const PATIENCE: Duration = Duration::from_secs(2);
/// Room for a few filters of the greatest size that Dovecot takes by default, one MiB.
const LONGEST_ANSWER: usize = 8 << 20;
/// Filters that are read; people have one or two.
const MOST_FILTERS: usize = 50;
/// What `doveadm kick` ends with when the login has no open connection (`EX_NOHOST`).
const NOBODY_THERE: i64 = 68;

/// A running Dovecot, asked through `service doveadm { inet_listener http { … } }`.
pub struct Doveadm {
    url: Uri,
    authorization: HeaderValue,
    client: Client<HttpConnector, Full<Bytes>>,
}

/// The address or the key is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the address of doveadm is not one")]
pub struct NoAddress;

impl Doveadm {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// [`NoAddress`] when `url` is not one that HTTP knows.
    pub fn new(url: &str, key: &SecretString) -> Result<Self, NoAddress> {
        let key = Zeroizing::new(BASE64.encode(key.expose_secret().as_bytes()));
        let header = Zeroizing::new(format!("X-Dovecot-API {}", *key));
        let mut authorization = HeaderValue::from_str(&header).map_err(|_| NoAddress)?;
        authorization.set_sensitive(true);
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(PATIENCE));
        Ok(Self {
            url: url.parse().map_err(|_| NoAddress)?,
            authorization,
            client: Client::builder(TokioExecutor::new()).build(connector),
        })
    }

    /// Says who is connected, without looking at the answer: whether Dovecot is there and knows our key.
    ///
    /// # Errors
    /// [`MailSystemError`].
    pub async fn knock(&self) -> Result<(), MailSystemError> {
        let nobody = json!({"mask": ["nobody@counterfoil.invalid"]});
        let [answer] = self.ask([("who", nobody)]).await?;
        answer.done("it would not say who is connected").map(drop)
    }

    /// Several commands in one request; their answers come in the same order.
    async fn ask<const N: usize>(
        &self,
        commands: [(&str, Value); N],
    ) -> Result<[Answer; N], MailSystemError> {
        let answers = self.ask_many(commands.to_vec()).await?;
        answers
            .try_into()
            .map_err(|_| MailSystemError::Refused("it answered another number of commands"))
    }

    async fn ask_many(&self, commands: Vec<(&str, Value)>) -> Result<Vec<Answer>, MailSystemError> {
        let tagged: Vec<Value> = commands
            .into_iter()
            .enumerate()
            .map(|(number, (command, arguments))| json!([command, arguments, number.to_string()]))
            .collect();
        let body = tokio::time::timeout(PATIENCE, self.post(Value::from(tagged).to_string()))
            .await
            .map_err(|_| MailSystemError::Unreachable)??;
        read(&body)
    }

    async fn post(&self, body: String) -> Result<Bytes, MailSystemError> {
        let request = Request::post(self.url.clone())
            .header(AUTHORIZATION, self.authorization.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(body))
            .map_err(|_| MailSystemError::Refused("the question could not be written"))?;
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|_| MailSystemError::Unreachable)?;
        match answer.status() {
            StatusCode::OK => {}
            StatusCode::UNAUTHORIZED => {
                return Err(MailSystemError::Refused("it has another doveadm_api_key"));
            }
            _ => {
                return Err(MailSystemError::Refused(
                    "it is no doveadm, or a broken one",
                ));
            }
        }
        let body = Limited::new(answer.into_body(), LONGEST_ANSWER)
            .collect()
            .await;
        body.map(http_body_util::Collected::to_bytes)
            .map_err(|_| MailSystemError::Refused("its answer broke off or is too long"))
    }
}

/// What one command came to.
enum Answer {
    /// Rows of names and values.
    Done(Vec<Value>),
    /// The status with which `doveadm` would have ended on a command line.
    Exit(i64),
}

impl Answer {
    fn done(self, otherwise: &'static str) -> Result<Vec<Value>, MailSystemError> {
        match self {
            Self::Done(rows) => Ok(rows),
            Self::Exit(_) => Err(MailSystemError::Refused(otherwise)),
        }
    }
}

/// `[["doveadmResponse",[{…}],"0"],["error",{"type":"exitCode","exitCode":68},"1"]]`
fn read(body: &[u8]) -> Result<Vec<Answer>, MailSystemError> {
    let not_doveadm = MailSystemError::Refused("it does not answer as doveadm does");
    let answers: Vec<(String, Value, String)> =
        serde_json::from_slice(body).map_err(|_| not_doveadm.clone())?;
    answers
        .into_iter()
        .enumerate()
        .map(
            |(number, (kind, value, tag))| match (kind.as_str(), value) {
                _ if tag != number.to_string() => Err(not_doveadm.clone()),
                ("doveadmResponse", Value::Array(rows)) => Ok(Answer::Done(rows)),
                ("error", error) => {
                    let code = error.get("exitCode").and_then(Value::as_i64);
                    code.map(Answer::Exit).ok_or_else(|| not_doveadm.clone())
                }
                _ => Err(not_doveadm.clone()),
            },
        )
        .collect()
}

#[async_trait]
impl MailSystem for Doveadm {
    async fn cut_off(&self, login: &str) -> Result<(), MailSystemError> {
        // The mask knows * and ?. Dovecot takes neither in a login by default; where it does, too many are ended, never too few.
        let commands = [
            ("kick", json!({"mask": [login]})),
            ("authCacheFlush", json!({"user": [login]})),
        ];
        let [kicked, flushed] = self.ask(commands).await?;
        if !matches!(kicked, Answer::Exit(NOBODY_THERE)) {
            kicked.done("it did not end the connections")?;
        }
        flushed
            .done("it did not forget the password it remembers")
            .map(drop)
    }

    async fn filters(&self, login: &str) -> Result<Vec<MailFilter>, MailSystemError> {
        let [list] = self.ask([("sieveList", json!({"user": login}))]).await?;
        let mut filters: Vec<MailFilter> = list
            .done("it did not list the filters")?
            .iter()
            .filter_map(named)
            .collect();
        // The one that runs is read in any case.
        filters.sort_by_key(|filter| !filter.active);
        filters.truncate(MOST_FILTERS);
        if filters.is_empty() {
            return Ok(filters);
        }
        let questions = filters
            .iter()
            .map(|filter| {
                let arguments = json!({"user": login, "scriptname": filter.name});
                ("sieveGet", arguments)
            })
            .collect();
        let scripts = self.ask_many(questions).await?;
        if scripts.len() != filters.len() {
            return Err(MailSystemError::Refused("it did not show all filters"));
        }
        for (filter, answer) in filters.iter_mut().zip(scripts) {
            let rows = answer.done("it did not show a filter")?;
            let script = rows.first().and_then(|row| row.get("sieve script"));
            script
                .and_then(Value::as_str)
                .ok_or(MailSystemError::Refused("it showed a filter without text"))?
                .clone_into(&mut filter.script);
        }
        Ok(filters)
    }

    async fn switch_filter_off(&self, login: &str) -> Result<(), MailSystemError> {
        let [answer] = self
            .ask([("sieveDeactivate", json!({"user": login}))])
            .await?;
        answer.done("it did not switch the filter off").map(drop)
    }
}

/// `{"script":"evil","active":"ACTIVE"}`
fn named(row: &Value) -> Option<MailFilter> {
    Some(MailFilter {
        name: row.get("script")?.as_str()?.to_owned(),
        active: row.get("active").and_then(Value::as_str) == Some("ACTIVE"),
        script: String::new(),
    })
}
