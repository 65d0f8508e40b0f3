//! The server is told to stop while it is at work.

use super::{Server, get, read};
use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A sign-in whose body hasn't arrived yet: its head and this much of the body are sent.
fn half_a_request(server: &Server) -> (TcpStream, &'static str) {
    let body = "address=alice%40example.org&password=wrong";
    let (first, rest) = body.split_at(10);
    let mut stream = TcpStream::connect(server.public).unwrap();
    write!(
        stream,
        "POST /sign-in HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{first}",
        server.public.port(),
        body.len(),
    )
    .unwrap();
    (stream, rest)
}

fn has_begun(server: &mut Server) {
    // The head is read when the connection counts among the server's files; the answer to another one comes after it.
    for _ in 0..3 {
        assert_eq!(get(server.public, "/healthz").unwrap().status, 200);
    }
}

#[test]
fn a_request_under_way_is_answered_and_nothing_is_left_behind() {
    let mut server = Server::start(&[]);
    let (mut stream, rest) = half_a_request(&server);
    has_begun(&mut server);
    server.terminate();
    server.until("it takes nothing new", |server| {
        TcpStream::connect(server.public).is_err()
    });
    // Whoever watches reads why.
    let parts = get(server.metrics, "/readyz").unwrap();
    assert_eq!(parts.status, 503);
    assert!(parts.body.starts_with("serving\tthe server is stopping\n"));
    assert!(server.is_running(), "somebody still waits for an answer");

    stream.write_all(rest.as_bytes()).unwrap();
    let answer = read(&mut stream).expect("a whole answer");
    assert!(answer.body.contains("</html>"), "{answer:?}");
    assert!(server.ended().success(), "{}", server.log());
    let log = server.dir.path().join("data/counterfoil.sqlite-wal");
    let left = std::fs::metadata(log).map_or(0, |log| log.len());
    assert_eq!(left, 0, "the write-ahead log is in the database");
}

#[test]
fn told_twice_it_ends_at_once() {
    let mut server = Server::start(&[]);
    let (_stream, _) = half_a_request(&server);
    has_begun(&mut server);
    server.terminate();
    server.until("it takes nothing new", |server| {
        TcpStream::connect(server.public).is_err()
    });
    assert!(server.is_running());
    let told = Instant::now();
    server.terminate();
    assert!(server.ended().success());
    // Without the second signal it would have waited twenty seconds for the rest of the request.
    assert!(told.elapsed() < Duration::from_secs(15));
    assert!(server.log().contains("told twice to stop"));
}

#[test]
fn what_mail_programs_did_is_written_down() {
    let mut server = Server::start(&[]);
    let users = server.dir.path().join("users");
    std::fs::write(&users, "alice:{PLAIN}a brook of 4 trout\n").unwrap();
    let import = ["account", "import", "users", "--domain", "mail.example"];
    let (_, said) = server.run(&import);
    assert!(said.contains("1 account taken over"), "{said}");
    for _ in 0..3 {
        sign_in_to_imap(&server);
    }
    // The first use is written at once, the others wait for their batch.
    server.terminate();
    assert!(server.ended().success(), "{}", server.log());
    let database = rusqlite::Connection::open(server.dir.path().join("data/counterfoil.sqlite"));
    let counted: i64 = database
        .unwrap()
        .query_row("SELECT SUM(uses) FROM mail_access", [], |row| row.get(0))
        .unwrap();
    assert_eq!(counted, 3);
}

fn sign_in_to_imap(server: &Server) {
    let secret = server.dir.path().join("data/keys/mail-gateway.secret");
    let secret = std::fs::read_to_string(secret).unwrap();
    let body = format!(
        "grant_type=password&client_id=dovecot&client_secret={}&username=alice%40mail.example&password=a+brook+of+4+trout",
        secret.trim()
    );
    let mut stream = TcpStream::connect(server.gateway).unwrap();
    write!(
        stream,
        "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         X-Dovecot-Auth-Service: imap\r\nX-Dovecot-Auth-Remote: 192.0.2.7:55580\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let answer = read(&mut stream).expect("an answer of the gateway");
    assert!(answer.body.contains("access_token"), "{answer:?}");
}
