//! Clients that ask one thing after the other on connections that stay open, as Dovecot does.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Connections at a time.
const CONNECTIONS: usize = 16;

/// Answers a second while so many connections ask these requests in turn for so long. Every answer must have status 200 and
/// hold `expected`.
pub(crate) async fn answers_a_second(
    server: SocketAddr,
    requests: &Arc<Vec<Vec<u8>>>,
    expected: &'static str,
    span: Duration,
) -> f64 {
    let began = Instant::now();
    let until = began + span;
    let mut connections = JoinSet::new();
    for place in 0..CONNECTIONS {
        let requests = Arc::clone(requests);
        connections.spawn(async move {
            let mut stream = TcpStream::connect(server).await.expect("a connection");
            stream.set_nodelay(true).expect("no delay");
            let mut buffer = Vec::with_capacity(4096);
            let mut answers = 0_u32;
            for request in requests.iter().cycle().skip(place) {
                if Instant::now() >= until {
                    break;
                }
                stream.write_all(request).await.expect("a request");
                read_answer(&mut stream, &mut buffer, expected).await;
                answers += 1;
            }
            answers
        });
    }
    let answers: u32 = connections.join_all().await.into_iter().sum();
    f64::from(answers) / began.elapsed().as_secs_f64()
}

/// Reads one answer. It must have status 200 and hold `expected`.
pub(crate) async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>, expected: &str) {
    buffer.clear();
    loop {
        let read = stream.read_buf(buffer).await.expect("an answer");
        assert!(read > 0, "the server hung up");
        let text = String::from_utf8_lossy(buffer);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let is_length = name.eq_ignore_ascii_case("content-length");
            is_length.then(|| value.trim().parse::<usize>().ok())?
        });
        if body.len() < length.unwrap_or(0) {
            continue;
        }
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        assert!(body.contains(expected), "{body}");
        return;
    }
}
