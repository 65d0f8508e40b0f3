//! What Postfix asks at the end of every message, word for word as it was observed, and what is none of its requests.

use counterfoil_lang::Sentences;
use counterfoil_model::{Policy, Span};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::TestService;
use counterfoil_testkit::story::TestOwner;
use counterfoil_web::sending_policy::{Parts, serve};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// Section 4.1 of what was observed, at END-OF-MESSAGE.
const OBSERVED: &str = "\
request=smtpd_access_policy
protocol_state=END-OF-MESSAGE
protocol_name=ESMTP
client_address=127.0.0.1
client_name=localhost
client_port=36024
reverse_client_name=localhost
server_address=127.0.0.1
server_port=10587
helo_name=client.example.org
sender=alice@example.org
recipient=bob@example.org
recipient_count=1
queue_id=1BDCB9CCA31
instance=d90.6b03a7fe.19065.0
size=110
etrn_domain=
stress=
sasl_method=PLAIN
sasl_username=alice@example.org
sasl_sender=
ccert_subject=
ccert_issuer=
ccert_fingerprint=
ccert_pubkey_fingerprint=
encryption_protocol=
encryption_cipher=
encryption_keysize=0
policy_context=

";
const DUNNO: &str = "action=DUNNO\n\n";
const HOLD: &str = "action=HOLD So much was sent at once that this message waits for the people who run the mail service\n\n";
const REJECT: &str = "action=REJECT 5.7.1 This account can't send mail now. To see why, sign in where you manage it\n\n";
const LATER: &str = "action=DEFER_IF_PERMIT 4.3.0 It can't be said now whether this account may send. Try again in a minute\n\n";

struct Postfix {
    service: TestService,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: Option<tokio::task::JoinHandle<()>>,
}

impl Postfix {
    async fn beside(edit: impl FnOnce(&mut Policy)) -> Self {
        let service = TestService::on(Engine::Sqlite).policy(edit).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let parts = Parts {
            app: Arc::clone(&service.app),
            sentences: Arc::new(Sentences::load().unwrap()),
        };
        let (stop, stopped) = oneshot::channel();
        let server = tokio::spawn(serve(listener, parts, async {
            let _ = stopped.await;
        }));
        Self {
            service,
            address,
            stop: Some(stop),
            server: Some(server),
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// A message of this owner to so many, on a connection of its own.
    async fn sends(&self, owner: &TestOwner, recipients: u32) -> String {
        ask(&mut self.connect().await, &message(owner, recipients)).await
    }
}

fn message(owner: &TestOwner, recipients: u32) -> String {
    OBSERVED
        .replace("alice@example.org", &owner.address)
        .replace("recipient=bob@example.org", "recipient=")
        .replace(
            "recipient_count=1",
            &format!("recipient_count={recipients}"),
        )
}

/// Sends octets and reads up to the empty line, or what came before the other side hung up.
async fn ask(stream: &mut TcpStream, request: &str) -> String {
    // Whoever hung up already takes nothing.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut read = Vec::new();
    while !read.ends_with(b"\n\n") {
        let mut more = [0; 256];
        match stream.read(&mut more).await {
            Ok(0) | Err(_) => break,
            Ok(n) => read.extend(more.iter().take(n)),
        }
    }
    String::from_utf8(read).unwrap()
}

#[tokio::test]
async fn the_observed_request_goes_on_many_times_on_one_connection() {
    let postfix = Postfix::beside(|_| ()).await;
    let mut connection = postfix.connect().await;
    for _ in 0..3 {
        assert_eq!(ask(&mut connection, OBSERVED).await, DUNNO);
    }
    // Octet by octet, and two at once.
    for octet in OBSERVED.bytes() {
        connection.write_all(&[octet]).await.unwrap();
    }
    assert_eq!(ask(&mut connection, "").await, DUNNO);
    connection
        .write_all(format!("{OBSERVED}{OBSERVED}").as_bytes())
        .await
        .unwrap();
    let mut both = vec![0; 2 * DUNNO.len()];
    connection.read_exact(&mut both).await.unwrap();
    assert_eq!(both, format!("{DUNNO}{DUNNO}").as_bytes());
}

#[tokio::test]
async fn a_burst_is_held_and_told_once_a_day_and_what_is_usual_is_not() {
    let postfix = Postfix::beside(|_| ()).await;
    let owner = postfix.service.enrolled_owner().await;
    let told = async || {
        postfix
            .service
            .events_of(owner.account, "sending-held")
            .await
    };
    for _ in 0..10 {
        assert_eq!(postfix.sends(&owner, 10).await, DUNNO);
    }
    assert_eq!(told().await, 0);
    for _ in 0..3 {
        assert_eq!(postfix.sends(&owner, 1).await, HOLD);
    }
    assert_eq!(told().await, 1);
    // The next hour begins anew: three times the busiest hour now, and what was held excuses nothing.
    postfix.service.clock.advance(Span::hours(1));
    assert_eq!(postfix.sends(&owner, 400).await, HOLD);
    assert_eq!(postfix.sends(&owner, 300).await, DUNNO);
    assert_eq!(postfix.sends(&owner, 1).await, HOLD);
    assert_eq!(told().await, 1);
    postfix.service.clock.advance(Span::days(1));
    assert_eq!(postfix.sends(&owner, 1_000).await, HOLD);
    assert_eq!(postfix.sends(&owner, 900).await, DUNNO);
    assert_eq!(told().await, 2);
    // Three times 900 is over the ceiling.
    postfix.service.clock.advance(Span::hours(1));
    assert_eq!(postfix.sends(&owner, 1_000).await, DUNNO);
    assert_eq!(postfix.sends(&owner, 1).await, HOLD);
    // After thirty quiet days it is an account like any other.
    postfix.service.clock.advance(Span::days(31));
    assert_eq!(postfix.sends(&owner, 101).await, HOLD);
    assert_eq!(postfix.sends(&owner, 100).await, DUNNO);
}

#[tokio::test]
async fn the_operator_sets_floor_and_ceiling() {
    let postfix = Postfix::beside(|policy| {
        policy.sending_floor = 2;
        policy.sending_ceiling = 4;
    })
    .await;
    let owner = postfix.service.enrolled_owner().await;
    assert_eq!(postfix.sends(&owner, 3).await, HOLD);
    assert_eq!(postfix.sends(&owner, 2).await, DUNNO);
    postfix.service.clock.advance(Span::hours(1));
    assert_eq!(postfix.sends(&owner, 5).await, HOLD);
    assert_eq!(postfix.sends(&owner, 4).await, DUNNO);
}

#[tokio::test]
async fn many_processes_of_postfix_at_once_pass_no_more_than_one() {
    let postfix = Arc::new(Postfix::beside(|policy| policy.sending_floor = 10).await);
    let owner = postfix.service.enrolled_owner().await;
    let messages: Vec<_> = (0..30)
        .map(|_| {
            let (postfix, owner) = (Arc::clone(&postfix), owner.clone());
            tokio::spawn(async move { postfix.sends(&owner, 1).await })
        })
        .collect();
    let mut passed = 0;
    for message in messages {
        passed += usize::from(message.await.unwrap() == DUNNO);
    }
    assert_eq!(passed, 10);
}

#[tokio::test]
async fn a_closed_account_sends_nothing_and_a_strangers_mail_is_not_ours() {
    let postfix = Postfix::beside(|_| ()).await;
    let owner = postfix.service.enrolled_owner().await;
    let app = &postfix.service.app;
    app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(postfix.sends(&owner, 1).await, REJECT);
    let mut connection = postfix.connect().await;
    let unsigned = message(&owner, 1).replace(
        &format!("sasl_username={}", owner.address),
        "sasl_username=",
    );
    assert_eq!(ask(&mut connection, &unsigned).await, DUNNO);
    let early = message(&owner, 1).replace("END-OF-MESSAGE", "RCPT");
    assert_eq!(ask(&mut connection, &early).await, DUNNO);
}

#[tokio::test]
async fn when_we_fail_the_message_waits() {
    let postfix = Postfix::beside(|_| ()).await;
    let owner = postfix.service.enrolled_owner().await;
    postfix
        .service
        .faults
        .strike_at(1, When::Before, Fault::Fail);
    assert_eq!(postfix.sends(&owner, 1).await, LATER);
    assert_eq!(postfix.sends(&owner, 1).await, DUNNO);
}

#[tokio::test]
async fn what_is_no_request_ends_the_connection_without_an_answer() {
    let postfix = Postfix::beside(|_| ()).await;
    let long = format!(
        "request=smtpd_access_policy\nsender={}\n\n",
        "x".repeat(5_000)
    );
    let endless = format!("request=smtpd_access_policy\n{}", "a=b\n".repeat(9_000));
    for broken in [
        "\n",
        "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "EHLO client.example.org\r\n",
        "request=other\n\n",
        "protocol_state=END-OF-MESSAGE\n\n",
        "request=smtpd_access_policy\nnonsense\n\n",
        "request=smtpd_access_policy\nrecipient_count=many\n\n",
        "request=smtpd_access_policy\nrecipient_count=-1\n\n",
        "request=smtpd_access_policy\nrecipient_count=99999999999\n\n",
        &long,
        &endless,
    ] {
        let mut connection = postfix.connect().await;
        assert_eq!(ask(&mut connection, broken).await, "", "{broken:.60}");
    }
    let mut connection = postfix.connect().await;
    connection.write_all(b"request=smtp\xff\n\n").await.unwrap();
    assert_eq!(ask(&mut connection, "").await, "");
    // Half a request, then nothing: the next connection is answered all the same.
    let mut cut = postfix.connect().await;
    cut.write_all(b"request=smtpd_acc").await.unwrap();
    drop(cut);
    let mut connection = postfix.connect().await;
    assert_eq!(ask(&mut connection, OBSERVED).await, DUNNO);
}

#[tokio::test]
async fn told_to_stop_it_ends_though_postfix_keeps_connections_open() {
    let mut postfix = Postfix::beside(|_| ()).await;
    let mut connection = postfix.connect().await;
    assert_eq!(ask(&mut connection, OBSERVED).await, DUNNO);
    drop(postfix.stop.take());
    let server = postfix.server.take().unwrap();
    tokio::time::timeout(std::time::Duration::from_secs(5), server)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(ask(&mut connection, OBSERVED).await, "");
}
