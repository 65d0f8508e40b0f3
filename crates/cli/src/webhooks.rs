//! Sends signed messages to the servers of apps.

use crate::outgoing::{NoAnswer, Outgoing};
use async_trait::async_trait;
use counterfoil_model::outbound::is_public;
use counterfoil_service::{WebhookError, WebhookMessage, Webhooks};

/// Calls webhooks by HTTP.
pub(crate) struct HttpWebhooks {
    outgoing: Outgoing,
    allow_private: bool,
}

impl HttpWebhooks {
    /// Believes the certificates that the system believes. Calls servers in private networks only if that is allowed.
    pub(crate) fn new(allow_private: bool) -> Result<Self, rustls::Error> {
        let outgoing = Outgoing::new()?;
        Ok(Self {
            outgoing,
            allow_private,
        })
    }
}

#[async_trait]
impl Webhooks for HttpWebhooks {
    fn allow_private(&self) -> bool {
        self.allow_private
    }

    async fn deliver(&self, url: &str, message: &WebhookMessage) -> Result<(), WebhookError> {
        let timestamp = message.timestamp.to_string();
        let headers = [
            ("content-type", "application/json"),
            ("user-agent", "counterfoil"),
            ("webhook-id", message.id.as_str()),
            ("webhook-timestamp", timestamp.as_str()),
            ("webhook-signature", message.signature.as_str()),
        ];
        let body = message.body.clone();
        // Names are judged by where they lead at this moment: one that led elsewhere when it was set gets nothing.
        let may_call = |address| self.allow_private || is_public(address);
        match self.outgoing.post(url, &headers, body, may_call).await {
            Ok(200..=299) => Ok(()),
            Ok(status) => Err(WebhookError::Status(status)),
            Err(NoAnswer::Refused) => Err(WebhookError::Private),
            Err(NoAnswer::Unreachable | NoAnswer::Silent) => Err(WebhookError::Unreachable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;

    fn message() -> WebhookMessage {
        WebhookMessage {
            id: "evt_1".to_owned(),
            timestamp: 1_700_000_000,
            signature: "v1,abc v1,def".to_owned(),
            body: "{\"type\":\"webhook-test\"}".to_owned(),
        }
    }

    /// A server that answers once with these lines; what it was sent.
    fn answering(answer: &'static str) -> (String, std::thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut got = String::new();
            let mut buffer = [0; 4096];
            while !got.ends_with('}') {
                let read = stream.read(&mut buffer).unwrap();
                got.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
            }
            write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n").unwrap();
            got
        });
        (format!("http://{address}/in?of=here"), thread)
    }

    #[tokio::test]
    async fn a_message_arrives_with_its_signature() {
        let webhooks = HttpWebhooks::new(true).unwrap();
        let (url, app) = answering("204 No Content");
        assert_eq!(webhooks.deliver(&url, &message()).await, Ok(()));
        let got = app.join().unwrap();
        assert!(got.starts_with("POST /in?of=here HTTP/1.1\r\n"), "{got}");
        for line in [
            "content-type: application/json\r\n",
            "webhook-id: evt_1\r\n",
            "webhook-timestamp: 1700000000\r\n",
            "webhook-signature: v1,abc v1,def\r\n",
        ] {
            assert!(got.contains(line), "{line}{got}");
        }
        assert!(got.ends_with(&message().body), "{got}");
    }

    #[tokio::test]
    async fn a_redirect_is_no_ear() {
        let webhooks = HttpWebhooks::new(true).unwrap();
        let (url, app) = answering("302 Found\r\nLocation: http://127.0.0.1:1/");
        let answer = webhooks.deliver(&url, &message()).await;
        assert_eq!(answer, Err(WebhookError::Status(302)));
        app.join().unwrap();
        let nowhere = webhooks.deliver("http://127.0.0.1:1/", &message()).await;
        assert_eq!(nowhere, Err(WebhookError::Unreachable));
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_not_called() {
        let webhooks = HttpWebhooks::new(false).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        for host in ["localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "2130706433"] {
            for scheme in ["http", "https"] {
                let url = format!("{scheme}://{host}:{port}/");
                let answer = webhooks.deliver(&url, &message()).await;
                assert_eq!(answer, Err(WebhookError::Private), "{url}");
            }
        }
        assert!(listener.accept().is_err(), "somebody knocked");
    }
}
