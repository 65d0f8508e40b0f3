//! A provider small enough to misbehave on demand.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What it says to the next request.
#[derive(Clone, Debug)]
pub(super) enum Says {
    /// Status, headers, body.
    Answer(u16, Vec<(&'static str, &'static str)>, String),
    /// More than anybody reads.
    Huge(u16),
    /// Half of what it announced.
    Half(u16),
    /// Nothing, for ever.
    Nothing,
    /// Nothing, and it hangs up.
    HangUp,
}

/// What it was asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) head: String,
    pub(super) body: String,
}

pub(super) struct Stub {
    pub(super) url: String,
    says: Arc<Mutex<Says>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stub {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let stub = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            says: Arc::new(Mutex::new(Says::HangUp)),
            asked: Arc::default(),
        };
        let (says, asked) = (Arc::clone(&stub.says), Arc::clone(&stub.asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let says = says.lock().unwrap().clone();
                tokio::spawn(serve(stream, says, Arc::clone(&asked)));
            }
        });
        stub
    }

    pub(super) fn says(&self, says: Says) {
        *self.says.lock().unwrap() = says;
    }

    pub(super) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, says: Says, asked: Arc<Mutex<Vec<Asked>>>) -> Option<()> {
    let mut got = Vec::new();
    let (head, length) = loop {
        if stream.read_buf(&mut got).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&got);
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                line.to_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse::<usize>()
                    .ok()
            })?;
            break (head.to_owned() + "\r\n", length);
        }
    };
    let begin = head.len() + 2;
    while got.len() < begin + length {
        if stream.read_buf(&mut got).await.ok()? == 0 {
            return None;
        }
    }
    let body = String::from_utf8(got.split_off(begin)).ok()?;
    asked.lock().unwrap().push(Asked { head, body });
    let (status, headers, body, announced) = match says {
        Says::Answer(status, headers, body) => {
            let length = body.len();
            (status, headers, body, length)
        }
        Says::Huge(status) => {
            let body = format!(
                "{{\"code\": 200, \"ErrorCode\": 0, \"x\": \"{}\"}}",
                "y".repeat(1 << 20)
            );
            let length = body.len();
            (status, vec![], body, length)
        }
        Says::Half(status) => (status, vec![], "{\"code\": 200".to_owned(), 1000),
        Says::HangUp => return None,
        Says::Nothing => {
            tokio::time::sleep(std::time::Duration::from_mins(1)).await;
            return None;
        }
    };
    let mut answer = format!("HTTP/1.1 {status} X\r\ncontent-length: {announced}\r\n");
    for (name, value) in headers {
        answer.extend([name, ": ", value, "\r\n"]);
    }
    answer += "\r\n";
    answer += &body;
    stream.write_all(answer.as_bytes()).await.ok()
}
