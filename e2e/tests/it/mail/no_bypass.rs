//! No way around: the old password, in a second passdb right behind ours, gets nobody in, whatever happens to Counterfoil.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use counterfoil_e2e::mail_client::{Answer, Imap, Pop3, Sieve, Smtp};
use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};

const ALICE: &str = "alice@example.org";
const OLD: &str = "the old password";

/// An owner who was invited, and a Dovecot that still has her old password behind what Counterfoil wrote.
fn with_the_old_password_behind_us() -> Lab {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    let (status, _, error) = lab.server.run(&["account", "invite", ALICE]);
    assert_eq!(status, Some(0), "{error}");
    let old = lab.dovecot.second_passdb(&[(ALICE, OLD)]);

    // By itself it lets her in: what is refused below is refused by us.
    lab.dovecot
        .start(&format!("auth_mechanisms = plain login\n{old}"));
    Imap::connect(lab.ports.imap)
        .log_in(ALICE, OLD)
        .is_yes("the old password in the old Dovecot");

    let settings = lab.for_dovecot() + old.as_str();
    lab.dovecot.start(&settings);
    lab.start_sending();
    lab
}

/// Tries the old password at every door, all at once, and returns what IMAP was told.
fn is_refused_everywhere(lab: &Lab) -> Answer {
    let ports = lab.ports;
    let started = Instant::now();
    let imap = std::thread::scope(|scope| {
        let imap = scope.spawn(move || Imap::connect(ports.imap).log_in(ALICE, OLD));
        let others = [
            scope.spawn(move || Imap::connect(ports.imap).xoauth2(ALICE, OLD)),
            scope.spawn(move || Imap::connect(ports.imap).oauthbearer(ALICE, OLD)),
            scope.spawn(move || Pop3::connect(ports.pop3).log_in(ALICE, OLD)),
            scope.spawn(move || Smtp::connect(ports.submission).log_in(ALICE, OLD)),
            scope.spawn(move || Sieve::connect(ports.sieve).log_in(ALICE, OLD)),
        ];
        for other in others {
            other.join().unwrap().is_no("the old password");
        }
        imap.join().unwrap()
    });
    imap.is_no("the old password");
    println!("refused within {:?}: {}", started.elapsed(), imap.text);
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "{:?}",
        started.elapsed()
    );
    imap
}

/// A gateway that answers everything the same way, or nothing at all.
fn broken_gateway(port: u16, answer: Option<&'static str>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
    // Its threads end with the test's process.
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut request = [0; 4096];
                while stream.read(&mut request).is_ok_and(|length| length > 0) {
                    let Some(answer) = answer else { continue };
                    if stream.write_all(answer.as_bytes()).is_err() {
                        break;
                    }
                }
            });
        }
    });
}

#[test]
fn when_counterfoil_says_no() {
    let lab = with_the_old_password_behind_us();
    let told = is_refused_everywhere(&lab);
    assert!(
        told.text.contains("[AUTHENTICATIONFAILED]"),
        "{}",
        told.text
    );
}

#[test]
fn when_counterfoil_is_down() {
    let mut lab = with_the_old_password_behind_us();
    lab.server.kill();
    let told = is_refused_everywhere(&lab);
    assert!(told.text.contains("[UNAVAILABLE]"), "{}", told.text);
}

#[test]
fn when_counterfoil_answers_500() {
    let mut lab = with_the_old_password_behind_us();
    lab.server.kill();
    broken_gateway(
        lab.ports.gateway,
        Some(
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ),
    );
    let told = is_refused_everywhere(&lab);
    assert!(told.text.contains("[UNAVAILABLE]"), "{}", told.text);
}

#[test]
fn when_counterfoil_hangs() {
    let mut lab = with_the_old_password_behind_us();
    lab.server.kill();
    broken_gateway(lab.ports.gateway, None);
    let told = is_refused_everywhere(&lab);
    assert!(told.text.contains("[UNAVAILABLE]"), "{}", told.text);
}
