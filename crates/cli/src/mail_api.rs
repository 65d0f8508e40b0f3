//! Calls managed e-mail APIs.

use crate::outgoing::{Call, NoAnswer as Unanswered, Outgoing};
use async_trait::async_trait;
use counterfoil_notices::transport::http::{Answer, Http, NoAnswer, Request};

/// Calls servers that the operator named, so they may be anywhere; in clear on this machine only.
pub(crate) struct HttpMailApis(Outgoing);

impl HttpMailApis {
    /// Believes the certificates that the system believes.
    pub(crate) fn new() -> Result<Self, rustls::Error> {
        Ok(Self(Outgoing::new()?))
    }
}

#[async_trait]
impl Http for HttpMailApis {
    async fn call(&self, request: Request<'_>) -> Result<Answer, NoAnswer> {
        let headers: Vec<(&str, &str)> = request
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .chain([("user-agent", "counterfoil")])
            .collect();
        let call = Call {
            method: request.method,
            uri: request.url.as_str(),
            headers: &headers,
            body: request.body.as_str().to_owned(),
            patience: request.patience,
            longest_answer: request.longest_answer,
        };
        // A name of this machine may lead elsewhere.
        let clear = request.url.scheme() == "http";
        let called = self.0.call(call, |address| !clear || address.is_loopback());
        match called.await {
            Ok(answer) => Ok(Answer {
                status: answer.status,
                headers: answer.headers,
                body: answer.body,
            }),
            Err(Unanswered::Refused | Unanswered::Unreachable) => Err(NoAnswer::Unreachable),
            Err(Unanswered::Silent) => Err(NoAnswer::Lost),
        }
    }
}

#[cfg(test)]
mod tests;
