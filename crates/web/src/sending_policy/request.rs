//! A request of Postfix: attributes, one a line, ended by an empty line. What we don't know is skipped, as the protocol asks.

use std::io;
use std::net::IpAddr;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// The longest line, in octets with its end.
const LINE_MAX: usize = 4 * 1024;
/// The longest request.
const REQUEST_MAX: usize = 32 * 1024;

/// What of a request matters here.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    protocol_state: String,
    /// As whom the program signed in; empty when it didn't.
    pub(super) sasl_username: String,
    /// To how many; 0 before the end of the message.
    pub(super) recipient_count: u32,
    /// From where.
    pub(super) client_address: Option<IpAddr>,
}

impl Request {
    /// Whether the whole message is there.
    pub(super) fn is_end_of_message(&self) -> bool {
        self.protocol_state == "END-OF-MESSAGE"
    }
}

/// Why a connection ends without an answer; Postfix then lets the program try again later.
#[derive(Debug, thiserror::Error)]
pub(super) enum BrokenRequest {
    /// The connection failed.
    #[error(transparent)]
    Connection(#[from] io::Error),
    /// A line or the whole is longer than any that Postfix sends.
    #[error("a request is too long")]
    TooLong,
    /// A line is not `name=value` in UTF-8.
    #[error("a line of a request is no attribute")]
    Line,
    /// A number is none.
    #[error("a number of a request is none")]
    Number,
    /// It is a request, but not one for this policy.
    #[error("a request is not for an access policy")]
    Kind,
    /// The connection ended in the middle of a request.
    #[error("a request has no end")]
    Cut,
    /// It took too long to arrive.
    #[error("a request or its answer took too long")]
    Slow,
}

/// Reads requests off a connection.
pub(super) struct Reader<R> {
    from: BufReader<R>,
}

impl<R: AsyncRead + Unpin> Reader<R> {
    pub(super) fn new(from: R) -> Self {
        Self {
            from: BufReader::new(from),
        }
    }

    /// Waits for the first octet of a request; false when the other side hung up instead.
    pub(super) async fn begins(&mut self) -> io::Result<bool> {
        Ok(!self.from.fill_buf().await?.is_empty())
    }

    /// Reads one request.
    pub(super) async fn request(&mut self) -> Result<Request, BrokenRequest> {
        let mut request = Request::default();
        let (mut is_ours, mut length) = (false, 0);
        loop {
            let line = self.line().await?;
            length += line.len();
            if length > REQUEST_MAX {
                return Err(BrokenRequest::TooLong);
            }
            let line = std::str::from_utf8(&line).map_err(|_| BrokenRequest::Line)?;
            if line == "\n" {
                break;
            }
            let (name, value) = line
                .strip_suffix('\n')
                .and_then(|line| line.split_once('='))
                .ok_or(BrokenRequest::Line)?;
            match name {
                "request" => is_ours = value == "smtpd_access_policy",
                "protocol_state" => value.clone_into(&mut request.protocol_state),
                "sasl_username" => value.clone_into(&mut request.sasl_username),
                "recipient_count" => {
                    request.recipient_count = value.parse().map_err(|_| BrokenRequest::Number)?;
                }
                "client_address" => request.client_address = value.parse().ok(),
                _ => {}
            }
        }
        if is_ours {
            Ok(request)
        } else {
            Err(BrokenRequest::Kind)
        }
    }

    /// One line with its end, and never more than a line may have.
    async fn line(&mut self) -> Result<Vec<u8>, BrokenRequest> {
        let mut line = Vec::new();
        loop {
            let buffer = self.from.fill_buf().await?;
            if buffer.is_empty() {
                return Err(BrokenRequest::Cut);
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(buffer.len(), |end| end + 1);
            line.extend(buffer.iter().take(taken));
            self.from.consume(taken);
            if line.len() > LINE_MAX {
                return Err(BrokenRequest::TooLong);
            }
            if end.is_some() {
                return Ok(line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BrokenRequest, Reader, Request};
    use proptest::prelude::*;

    fn read(text: &[u8]) -> Result<Request, BrokenRequest> {
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(Reader::new(text).request())
    }

    #[test]
    fn what_is_not_known_is_skipped() {
        let request = read(b"request=smtpd_access_policy\nnew_thing=a=b\n\n").unwrap();
        assert_eq!(request, Request::default());
    }

    proptest! {
        #[test]
        fn anything_may_come(octets in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&octets);
        }
    }
}
