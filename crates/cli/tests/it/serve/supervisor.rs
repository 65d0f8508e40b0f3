//! What systemd is told: `sd_notify(3)`.

use super::Server;
use std::os::unix::net::UnixDatagram;
use std::time::Duration;

fn heard(socket: &UnixDatagram) -> String {
    let mut bytes = [0; 512];
    let length = socket.recv(&mut bytes).expect("something is said in time");
    String::from_utf8(bytes[..length].to_vec()).unwrap()
}

#[test]
fn systemd_hears_of_the_beginning_of_life_and_of_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_mins(1)))
        .unwrap();
    let mut server = Server::start(&[
        ("NOTIFY_SOCKET", path.to_str().unwrap()),
        ("WATCHDOG_USEC", "200000"),
    ]);
    assert_eq!(heard(&socket).lines().next(), Some("READY=1"));
    assert_eq!(heard(&socket), "WATCHDOG=1");
    assert_eq!(heard(&socket), "WATCHDOG=1");
    server.terminate();
    let mut said = heard(&socket);
    while said == "WATCHDOG=1" {
        said = heard(&socket);
    }
    assert_eq!(said.lines().next(), Some("STOPPING=1"));
    assert!(server.ended().success());
}
