//! Mails that come back, as a mail server hands them to us in LMTP.

use async_trait::async_trait;
use counterfoil_model::{EnhancedStatus, NoticeId};
use counterfoil_notices::bounces::{Listener, Returned, Returns, serve};
use counterfoil_store::repo::outbox::Reason;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::sync::oneshot;

const OURS: &str = "returns+ours@example.org";
const REPORT: &str = "From: <MAILER-DAEMON@mx.example>\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
    --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
    Final-Recipient: rfc822; alice@elsewhere.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n";

/// Knows one return path, and keeps what came back to it.
struct Kept {
    answer: Returned,
    came: Mutex<Vec<(NoticeId, Option<EnhancedStatus>)>>,
}

#[async_trait]
impl Returns for Kept {
    fn notice_of(&self, address: &str) -> Option<NoticeId> {
        (address == OURS).then(|| NoticeId::from_bytes([7; 16]))
    }

    fn return_path(&self, _: NoticeId) -> Option<String> {
        Some(OURS.to_owned())
    }

    async fn came_back(&self, notice: NoticeId, reason: Reason<'_>) -> Returned {
        self.came.lock().unwrap().push((notice, reason.status));
        self.answer
    }
}

struct Door {
    port: u16,
    kept: Arc<Kept>,
    _stop: oneshot::Sender<()>,
}

impl Door {
    async fn open(answer: Returned) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let kept = Arc::new(Kept {
            answer,
            came: Mutex::default(),
        });
        let (stop, stopped) = oneshot::channel::<()>();
        let returns = Arc::clone(&kept) as Arc<dyn Returns>;
        tokio::spawn(serve(Listener::Tcp(listener), returns, async move {
            let _ = stopped.await;
        }));
        Self {
            port,
            kept,
            _stop: stop,
        }
    }

    /// Everything that is answered to what is said, until we hang up.
    async fn said(&self, lines: &str) -> Vec<String> {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        let (reading, mut writing) = stream.into_split();
        // An answer may hang up before all was said.
        let _ = writing.write_all(lines.as_bytes()).await;
        let _ = writing.shutdown().await;
        let mut answers = BufReader::new(reading).lines();
        let mut all = Vec::new();
        while let Ok(Some(line)) = answers.next_line().await {
            all.push(line);
        }
        all
    }

    async fn last(&self, sender: &str, mail: &str) -> String {
        let said = self
            .said(&format!(
                "LHLO mx\r\nMAIL FROM:<{sender}>\r\nRCPT TO:<{OURS}> ORCPT=rfc822;x\r\nDATA\r\n{mail}.\r\n"
            ))
            .await;
        said.last().unwrap().clone()
    }

    fn came(&self) -> Vec<(NoticeId, Option<EnhancedStatus>)> {
        self.kept.came.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn a_report_is_taken_at_a_socket_of_the_file_system_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bounces");
    let listener = Listener::Unix(UnixListener::bind(&path).unwrap());
    let kept = Arc::new(Kept {
        answer: Returned::Noted,
        came: Mutex::default(),
    });
    let (stop, stopped) = oneshot::channel::<()>();
    let returns = Arc::clone(&kept) as Arc<dyn Returns>;
    let served = tokio::spawn(serve(listener, returns, async move {
        let _ = stopped.await;
    }));
    let (reading, mut writing) = UnixStream::connect(&path).await.unwrap().into_split();
    let mail =
        format!("LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<{OURS}>\r\nDATA\r\n{REPORT}.\r\nQUIT\r\n");
    writing.write_all(mail.as_bytes()).await.unwrap();
    let mut answers = BufReader::new(reading).lines();
    let mut codes = Vec::new();
    while let Some(line) = answers.next_line().await.unwrap() {
        codes.push(line.get(..3).unwrap().to_owned());
    }
    assert_eq!(codes.last().unwrap(), "221", "{codes:?}");
    let unknown = Some(EnhancedStatus::never(1, 1));
    let came = kept.came.lock().unwrap().clone();
    assert_eq!(came, [(NoticeId::from_bytes([7; 16]), unknown)]);
    stop.send(()).unwrap();
    served.await.unwrap();
}

#[tokio::test]
async fn rfc_2033_a_report_is_taken_by_its_return_path() {
    let door = Door::open(Returned::Noted).await;
    let said = door
        .said(&format!(
            "LHLO mx.example\r\nMAIL FROM:<> BODY=8BITMIME\r\nRCPT TO:<{OURS}>\r\nDATA\r\n{REPORT}.\r\nQUIT\r\n"
        ))
        .await;
    let codes: Vec<&str> = said.iter().map(|line| &line[..3]).collect();
    assert_eq!(
        codes,
        [
            "220", "250", "250", "250", "250", "250", "250", "354", "250", "221"
        ],
        "{said:?}"
    );
    let unknown = EnhancedStatus::never(1, 1);
    assert_eq!(
        door.came(),
        [(NoticeId::from_bytes([7; 16]), Some(unknown))]
    );
}

#[tokio::test]
async fn a_mail_without_a_report_is_judged_by_its_return_path_alone() {
    let door = Door::open(Returned::Noted).await;
    let plain = "Subject: failure notice\r\n\r\nHi. This is the qmail-send program.\r\n..dot\r\n";
    assert_eq!(door.last("", plain).await, "250 2.0.0 Noted");
    assert_eq!(door.came(), [(NoticeId::from_bytes([7; 16]), None)]);
}

#[tokio::test]
async fn what_isnt_a_bounce_counts_for_nothing() {
    let door = Door::open(Returned::Noted).await;
    let nothing = "250 2.0.0 Nothing came back";
    assert_eq!(door.last("alice@elsewhere.example", REPORT).await, nothing);
    let vacation = "Auto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nBack on Monday.\r\n";
    assert_eq!(door.last("", vacation).await, nothing);
    let delayed = REPORT.replace("failed", "delayed");
    assert_eq!(door.last("", &delayed).await, "250 2.0.0 It is tried again");
    assert_eq!(door.came(), []);
}

#[tokio::test]
async fn a_return_path_that_isnt_ours_is_refused() {
    let door = Door::open(Returned::Noted).await;
    let said = door
        .said("LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<returns+other@example.org>\r\nDATA\r\nQUIT\r\n")
        .await;
    assert_eq!(
        said[said.len() - 3..],
        [
            "550 5.1.1 No return path of ours",
            "503 5.5.1 No recipient",
            "221 2.0.0 Goodbye"
        ]
    );
}

#[tokio::test]
async fn a_report_that_cant_be_written_down_comes_again() {
    let door = Door::open(Returned::Later).await;
    assert!(door.last("", REPORT).await.starts_with("451 4.3.0"));
    let door = Door::open(Returned::Unknown).await;
    assert!(door.last("", REPORT).await.starts_with("250 "));
}

#[tokio::test]
async fn there_are_limits_on_everything() {
    let door = Door::open(Returned::Noted).await;
    let endless = format!("LHLO {}\r\n", "x".repeat(3 * 1024));
    assert_eq!(door.said(&endless).await.len(), 1, "only the greeting");
    let nonsense = "WHAT\r\n".repeat(50);
    assert_eq!(door.said(&nonsense).await.len(), 22);
    // A mail of nine megabytes is not read to its end; one of two is, and judged by its beginning.
    let line = format!("{}\r\n", "x".repeat(998));
    let huge = line.repeat(9 * 1024);
    assert_eq!(door.last("", &huge).await, "354 Go on");
    let long = format!("{REPORT}{}", line.repeat(2 * 1024));
    assert_eq!(door.last("", &long).await, "250 2.0.0 Noted");
    assert_eq!(door.came().len(), 1);
}

#[tokio::test]
async fn no_mail_is_taken_out_of_turn() {
    let door = Door::open(Returned::Noted).await;
    let said = door
        .said(&format!(
            "MAIL FROM:<>\r\nEHLO mx\r\nLHLO mx\r\nRCPT TO:<{OURS}>\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\nRSET\r\nDATA\r\nVRFY x\r\nNOOP\r\nQUIT\r\n"
        ))
        .await;
    let codes: Vec<&str> = said.iter().skip(1).map(|line| &line[..3]).collect();
    assert_eq!(
        codes,
        [
            "503", "500", "250", "250", "250", "250", "503", "250", "503", "250", "503", "252",
            "250", "221"
        ],
        "{said:?}"
    );
}
