//! A mail server that takes mail, or turns some of it away.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// Takes mail in clear on a port of this machine, until the test ends.
pub struct MailServer {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    strict: Arc<AtomicBool>,
}

impl MailServer {
    /// One that doesn't know recipients of this domain: it refuses them for good.
    #[must_use]
    pub fn refusing(domain: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            taken: Arc::default(),
            strict: Arc::new(AtomicBool::new(true)),
        };
        let unknown = format!("@{domain}>");
        let (taken, strict) = (Arc::clone(&server.taken), Arc::clone(&server.strict));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (unknown, taken, strict) =
                    (unknown.clone(), Arc::clone(&taken), Arc::clone(&strict));
                thread::spawn(move || {
                    talk(&stream, &taken, |to| {
                        strict.load(Ordering::Relaxed) && to.contains(&unknown)
                    })
                });
            }
        });
        server
    }

    /// Where it listens.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// From now on it knows every recipient.
    pub fn takes_everybody(&self) {
        self.strict.store(false, Ordering::Relaxed);
    }

    /// The mails so far, as they travelled.
    #[must_use]
    pub fn mails(&self) -> Vec<String> {
        self.taken.lock().expect("mails").clone()
    }
}

/// One connection, until either side hangs up.
fn talk(
    mut stream: &TcpStream,
    taken: &Mutex<Vec<String>>,
    refuses: impl Fn(&str) -> bool,
) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    let mut say = |words: &str| stream.write_all(format!("{words}\r\n").as_bytes()).ok();
    say("220 mail.example")?;
    loop {
        let line = lines.next()?.ok()?;
        let verb = line.get(..4).unwrap_or(&line).to_uppercase();
        match verb.as_str() {
            "RCPT" if refuses(&line) => say("550 5.1.1 nobody here is called that")?,
            "DATA" => {
                say("354 go on")?;
                let mut mail = String::new();
                loop {
                    let line = lines.next()?.ok()?;
                    if line == "." {
                        break;
                    }
                    mail += &line;
                    mail += "\r\n";
                }
                taken.lock().expect("mails").push(mail);
                say("250 2.0.0 taken")?;
            }
            "QUIT" => return say("221 2.0.0 bye"),
            _ => say("250 2.0.0 fine")?,
        }
    }
}
