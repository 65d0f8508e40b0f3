//! Mails by the program that every mail server on Unix has: `sendmail`, which takes one mail on its standard input.

use super::{Receipt, Transport, TransportError};
use crate::Mail;
use async_trait::async_trait;
use counterfoil_model::EnhancedStatus;
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::time::timeout;

/// Its name in the configuration.
const NAME: &str = "sendmail";
/// It puts a mail into a queue on this machine; more than this is a machine in trouble.
const PATIENCE: Duration = Duration::from_mins(1);

/// Hands mails to a program on this machine, without a shell: `PROGRAM -i -f SENDER -- RECIPIENT`.
#[derive(Clone, Debug)]
pub struct Sendmail {
    program: PathBuf,
}

impl Sendmail {
    /// With this program.
    #[must_use]
    pub const fn new(program: PathBuf) -> Self {
        Self { program }
    }

    async fn run(&self, mail: &Mail) -> Result<ExitStatus, TransportError> {
        let mut command = Command::new(&self.program);
        command.args(["-i", "-f", &mail.return_path, "--", mail.recipient()]);
        // Our environment has our configuration in it.
        command.env_clear().current_dir("/");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        let mut child = command
            .spawn()
            .map_err(|error| TransportError::no_answer(format!("start: {}", error.kind())))?;
        if let Some(mut input) = child.stdin.take() {
            // The end of a line is that of this machine. A program that stops reading says why when it ends.
            let lines = without_carriage_returns(&mail.eml());
            let _ = input.write_all(&lines).await;
            let _ = input.shutdown().await;
        }
        child
            .wait()
            .await
            .map_err(|_| TransportError::uncertain("wait"))
    }
}

#[async_trait]
impl Transport for Sendmail {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        match timeout(PATIENCE, self.run(mail)).await {
            Ok(ended) => match judge(ended?) {
                None => Ok(Receipt::of(NAME, mail)),
                Some(error) => Err(error),
            },
            Err(_) => Err(TransportError::uncertain("timeout")),
        }
    }

    fn reaches_people(&self) -> bool {
        true
    }
}

/// What the end of the program means, by `sysexits.h`. What is wrong with the machine or its configuration is asked again.
fn judge(status: ExitStatus) -> Option<TransportError> {
    let Some(code) = status.code() else {
        // Somebody ended it, perhaps after it had put the mail away.
        let signal = status.signal().unwrap_or_default();
        return Some(TransportError::uncertain(format!("signal {signal}")));
    };
    let word = format!("exit {code}");
    let (never, status) = match code {
        0 => return None,
        // EX_DATAERR: it can't read the mail.
        65 => (true, Some(EnhancedStatus::never(6, 0))),
        // EX_NOUSER and EX_NOHOST.
        67 => (true, Some(EnhancedStatus::never(1, 1))),
        68 => (true, Some(EnhancedStatus::never(1, 2))),
        // EX_TEMPFAIL and everything else: EX_UNAVAILABLE, EX_OSERR, EX_CONFIG, …
        _ => (false, Some(EnhancedStatus::later(3, 0))),
    };
    let error = if never {
        TransportError::never(word)
    } else {
        TransportError::retry(word)
    };
    Some(error.with_status(status))
}

fn without_carriage_returns(eml: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(eml.len());
    let mut bytes = eml.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'\r' || bytes.peek() != Some(&b'\n') {
            lines.push(byte);
        }
    }
    lines
}
