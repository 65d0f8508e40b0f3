//! Counterfoil with Dovecot, Postfix and Roundcube on this machine, to be looked at. `script/demo` runs it.

use std::io::{self, Write as _};
use std::process::ExitCode;

use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};
use tokio::signal::unix::{SignalKind, signal};

/// Where the ports begin, unless `PORT` says otherwise.
const FIRST_PORT: u16 = 8420;

const ALICE: (&str, &str) = ("alice@example.org", "otters by the river");
const BOB: (&str, &str) = ("bob@example.org", "noon at the harbour");

/// What arrived before anybody looked: from, to, subject, text.
const MESSAGES: [(&str, &str, &str, &str); 4] = [
    (
        BOB.0,
        ALICE.0,
        "Lunch on Friday?",
        "Hello Alice,\n\nshall we meet at noon, at the harbour?\n\nBob\n",
    ),
    (
        "archive@elsewhere.example",
        ALICE.0,
        "Your scans are ready",
        "The forty pages that you asked for are scanned.\nYou find them in the reading room.\n",
    ),
    (
        BOB.0,
        ALICE.0,
        "Don't forget the charger",
        "You left it on my kitchen table again. Your phone must be empty by now.\n\nBob\n",
    ),
    (
        ALICE.0,
        BOB.0,
        "The old map",
        "Hello Bob,\n\nI found the map of the harbour. It is from 1911.\n\nAlice\n",
    ),
];

#[tokio::main]
async fn main() -> io::Result<ExitCode> {
    // From here on neither of them ends this process by itself: what was started is ended in order.
    let (mut interrupted, mut asked) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    let ports = match ports() {
        Ok(ports) => ports,
        Err(problem) => {
            writeln!(io::stderr(), "demo: {problem}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    writeln!(
        io::stderr(),
        "demo: starting Counterfoil, Dovecot, Postfix and Roundcube"
    )?;
    let lab = start(ports);
    writeln!(io::stdout(), "{}", what_to_do(&lab))?;
    tokio::select! {
        _ = interrupted.recv() => {}
        _ = asked.recv() => {}
    }
    drop(lab);
    writeln!(io::stderr(), "\ndemo: stopped; nothing is left of it")?;
    Ok(ExitCode::SUCCESS)
}

/// Twelve ports in a row, all free.
fn ports() -> Result<Ports, String> {
    let first = match std::env::var("PORT") {
        Err(_) => FIRST_PORT,
        Ok(port) => match port.parse() {
            Ok(port @ 1024..=65000) => port,
            _ => return Err(format!("PORT={port} is no port from 1024 to 65000")),
        },
    };
    let ports = Ports::from(first);
    match ports.taken() {
        None => Ok(ports),
        Some(port) => Err(format!(
            "port {port} is taken, by another demo or another program. Stop it, or take twelve other ports: PORT=9000 script/demo"
        )),
    }
}

fn start(ports: Ports) -> Lab {
    let setup = Setup::default()
        .set("service_name", "example.org mail")
        // Somebody who looks for three minutes has no second mailbox at hand.
        .set("policy.require_outside_address", "false")
        .set("log.level", "warn");
    let mut lab = Lab::start(setup, ports);
    lab.start_sending();
    lab.start_webmail();
    lab.has_accounts(&[ALICE, BOB]);
    for (from, to, subject, text) in MESSAGES {
        lab.receives(from, to, subject, text);
    }
    lab
}

fn what_to_do(lab: &Lab) -> String {
    let (portal, webmail) = (lab.server.url(), lab.roundcube.url());
    let (imap, smtp) = (lab.ports.imap, lab.ports.submission);
    let link = lab.server.set_up_link();
    let ((alice, alices), (bob, bobs)) = (ALICE, BOB);
    format!(
        "
Counterfoil is in front of a whole mail service, on this machine only.

  Account pages   {portal}
  Webmail         {webmail}
  Mail programs   IMAP localhost:{imap}, SMTP localhost:{smtp}, without encryption

  {alice}   password: {alices}
  {bob}     password: {bobs}

Three minutes, as Alice:

  1. Open the account pages and sign in. Press \"Add a second step\", then \"Set up my phone\": any authenticator app will do.
  2. Press \"Get my backup codes\", and print the sheet or keep it open.
  3. Sign out. Your phone is in the river. Sign in again, press \"I don't have my phone\", type a code from the sheet.
  4. Open webmail. You are in: no password is asked. Answer Bob.
  5. Somebody else may be in, too. Open {portal}/freeze and press \"Freeze it now\". Go back to webmail: it is shut.
  6. \"Open it again\": password, \"My phone\", another code from the sheet. Read what was stopped, and what to do now.

Also: your own mail program, with an app password from {portal}/mail-programs. Before step 1 the password above works
there; after step 1 it doesn't. Notices arrive in Alice's mailbox.

To be the operator, open this within thirty minutes:
  {link}

Nothing leaves this machine. Ctrl-C stops everything and removes it."
    )
}
