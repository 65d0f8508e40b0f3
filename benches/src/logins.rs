//! IMAP logins a second through a real Dovecot: app passwords through the gateway, beside the same Dovecot with a table of
//! password hashes, and with one password for everybody as the floor.

use crate::figures::{Figures, Rounds};
use crate::grant::{Gateway, SECRET};
use crate::place::Size;
use crate::town::{MAILBOXES, Town};
use counterfoil_e2e::mail_system::{Dovecot, Ports};
use counterfoil_mailsystem::fragment::{Dovecot as Generation, Installation, Sasl, for_dovecot};
use rusqlite::Connection;
use secrecy::SecretString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_secs(8);
/// Mail programs that sign in at the same time, one login after the other.
const PROGRAMS: usize = 8;
const PASSWORD: &str = "a-heron-at-the-weir";

/// For all ways alike: processes wait for work, and one may have many connections.
const HASTE: &str = "
mail_max_userip_connections = 0
service imap-login {
  service_count = 0
  process_min_avail = 2
}
service imap {
  process_min_avail = 8
}
";

/// A way to check a password.
struct Way {
    name: &'static str,
    settings: String,
    people: Arc<Vec<(String, String)>>,
}

pub(crate) async fn measure(town: &Town, size: &Size, figures: &mut Figures) {
    let ports = Ports::free();
    let folder = town.folder.path();
    let _gateway = Gateway::serve(town, ports.gateway).await;
    let ways = ways(town, ports, folder);
    let home = folder.join("dovecot");
    std::fs::create_dir(&home).expect("a folder");
    let mut dovecot = Dovecot::make(&home, ports);
    let mut rounds = vec![Vec::new(); ways.len()];
    let (all, span) = if size.rounds > 1 {
        (ROUNDS, ROUND)
    } else {
        (1, Duration::from_secs(1))
    };
    for _ in 0..all {
        for (way, rounds) in ways.iter().zip(&mut rounds) {
            dovecot.start(&format!("{HASTE}\n{}", way.settings));
            // The first logins make mailboxes and warm up.
            logins_a_second(ports.imap, &way.people, Duration::from_secs(1)).await;
            rounds.push(logins_a_second(ports.imap, &way.people, span).await);
        }
    }
    dovecot.stop();
    let [floor, ours, bcrypt, argon2] = &rounds[..] else {
        unreachable!("four ways")
    };
    let pairs = [
        ("app passwords ÷ the floor", Rounds::ratios(ours, floor)),
        (
            "app passwords ÷ {BLF-CRYPT} cost 12",
            Rounds::ratios(ours, bcrypt),
        ),
        ("app passwords ÷ {ARGON2ID}", Rounds::ratios(ours, argon2)),
    ];
    for (way, rounds) in ways.iter().zip(&rounds) {
        let what = format!("IMAP logins a second: {}", way.name);
        figures.row(what, Rounds::of(rounds.clone()), 1);
    }
    for (what, ratios) in pairs {
        figures.row(format!("IMAP logins: {what}"), ratios, 2);
    }
}

fn ways(town: &Town, ports: Ports, folder: &Path) -> [Way; 4] {
    let people = Arc::new(town.known.clone());
    let with_password = people
        .iter()
        .map(|(login, _)| (login.clone(), PASSWORD.to_owned()));
    let with_password = Arc::new(with_password.collect::<Vec<_>>());
    let table = |name, scheme: &[&str]| {
        let file = table(folder, &people, &hash(scheme), name);
        let settings = format!("passdb {{\n  driver = sql\n  args = {file}\n}}\n");
        (settings, Arc::clone(&with_password))
    };
    let bcrypt = table("bcrypt", &["BLF-CRYPT", "-r", "12"]);
    let argon2 = table("argon2", &["ARGON2ID"]);
    [
        Way {
            name: "one password for everybody (static passdb), the floor",
            settings: format!("passdb {{\n  driver = static\n  args = password={PASSWORD}\n}}\n"),
            people: Arc::clone(&with_password),
        },
        Way {
            name: "app passwords, with policy, through the gateway",
            settings: ours(ports, folder),
            people: Arc::clone(&people),
        },
        Way {
            name: "SQL passdb, {BLF-CRYPT} cost 12",
            settings: bcrypt.0,
            people: bcrypt.1,
        },
        Way {
            name: "SQL passdb, {ARGON2ID} as doveadm makes it",
            settings: argon2.0,
            people: argon2.1,
        },
    ]
}

/// What `counterfoil mail setup` writes.
fn ours(ports: Ports, folder: &Path) -> String {
    let gateway = format!("http://127.0.0.1:{}", ports.gateway);
    let fragments = for_dovecot(
        Generation::V2_3,
        &Installation {
            returns: None,
            introspection_url: format!("{gateway}/introspect"),
            grant_url: format!("{gateway}/token"),
            policy_url: format!("{gateway}/policy"),
            openid_configuration_url:
                "https://account.example.org/.well-known/openid-configuration".into(),
            doveadm: None,
            sending_policy: format!("127.0.0.1:{}", ports.sending),
            sasl: Sasl::Inet(SocketAddr::from((Ipv4Addr::LOCALHOST, ports.submission))),
            dovecot_dir: folder.display().to_string(),
            gateway_secret: SecretString::from(SECRET),
            policy_secret: SecretString::from(SECRET),
            policy_nonce: SecretString::from("a-nonce-of-the-bench"),
            doveadm_secret: SecretString::from("unused"),
        },
    );
    let mut main = String::new();
    for fragment in fragments {
        match fragment.file.strip_suffix(".conf.ext") {
            Some(_) => {
                let name = Path::new(fragment.file).file_name().expect("a name");
                std::fs::write(folder.join(name), &*fragment.text).expect("a file");
            }
            None => main.push_str(&fragment.text),
        }
    }
    main
}

fn hash(scheme: &[&str]) -> String {
    let output = Command::new("doveadm")
        .args(["pw", "-p", PASSWORD, "-s"])
        .args(scheme)
        .output()
        .expect("doveadm");
    assert!(output.status.success(), "doveadm pw {scheme:?}");
    String::from_utf8(output.stdout)
        .expect("a hash")
        .trim()
        .to_owned()
}

/// A table of as many people as the town has, all with this hash; gives the configuration of a passdb that asks it.
fn table(folder: &Path, people: &[(String, String)], hash: &str, name: &str) -> String {
    let database = folder.join(format!("{name}.sqlite"));
    let mut connection = Connection::open(&database).expect("a database");
    let filling = connection.transaction().expect("a transaction");
    filling
        .execute_batch(
            "CREATE TABLE users (login TEXT NOT NULL PRIMARY KEY, password TEXT NOT NULL)",
        )
        .expect("a table");
    {
        let mut enter = filling
            .prepare("INSERT INTO users VALUES (?1, ?2)")
            .expect("a statement");
        let residents = (people.len()..MAILBOXES).map(|n| format!("resident-{n}@town.example"));
        for login in people
            .iter()
            .map(|(login, _)| login.clone())
            .chain(residents)
        {
            enter.execute([login.as_str(), hash]).expect("a row");
        }
    }
    filling.commit().expect("a full table");
    let file = folder.join(format!("{name}.conf.ext"));
    let settings = format!(
        "driver = sqlite\nconnect = {}\npassword_query = SELECT login AS user, password FROM users WHERE login = '%Lu'\n",
        database.display()
    );
    std::fs::write(&file, settings).expect("a file");
    file.display().to_string()
}

/// Logins a second while so many programs sign in, each as somebody else in turn, and go away again.
async fn logins_a_second(port: u16, people: &Arc<Vec<(String, String)>>, span: Duration) -> f64 {
    let began = Instant::now();
    let until = began + span;
    let mut programs = JoinSet::new();
    for place in 0..PROGRAMS {
        let people = Arc::clone(people);
        programs.spawn(async move {
            let mut logins = 0_u32;
            for (login, password) in people.iter().cycle().skip(place * people.len() / PROGRAMS) {
                if Instant::now() >= until {
                    break;
                }
                log_in(port, login, password).await;
                logins += 1;
            }
            logins
        });
    }
    let logins: u32 = programs.join_all().await.into_iter().sum();
    f64::from(logins) / began.elapsed().as_secs_f64()
}

async fn log_in(port: u16, login: &str, password: &str) {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await.expect("a greeting");
    let command = format!("a LOGIN \"{login}\" \"{password}\"\r\n");
    stream
        .write_all(command.as_bytes())
        .await
        .expect("a command");
    loop {
        line.clear();
        let read = stream.read_line(&mut line).await.expect("an answer");
        assert!(read > 0, "Dovecot hung up");
        if line.starts_with("a ") {
            assert!(line.starts_with("a OK"), "{login}: {line}");
            break;
        }
    }
    stream.write_all(b"b LOGOUT\r\n").await.expect("a good-bye");
}
