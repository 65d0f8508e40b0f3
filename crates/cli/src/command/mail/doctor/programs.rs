//! What Dovecot and Postfix say of themselves.

use std::path::Path;
use std::process::{Command, Stdio};

/// The settings that aren't defaults, with the secrets in them. Never to be printed.
pub(super) fn doveconf(conf: Option<&Path>) -> Result<String, String> {
    let mut command = Command::new("doveconf");
    command.arg("-nP");
    if let Some(conf) = conf {
        command.arg("-c").arg(conf);
    }
    said("doveconf", &mut command)
}

/// The settings of main.cf, what services override, and the services.
pub(super) fn postconf(dir: Option<&Path>) -> Result<[String; 3], String> {
    let ask = |what: &str| {
        let mut command = Command::new("postconf");
        if let Some(dir) = dir {
            command.arg("-c").arg(dir);
        }
        said("postconf", command.arg(what))
    };
    Ok([ask("-nx")?, ask("-Px")?, ask("-M")?])
}

/// What it wrote to standard output. Why it failed stays its own affair: that may quote a line with a secret.
fn said(program: &str, command: &mut Command) -> Result<String, String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} failed; run it to see why"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
