//! Runs the program as a shell would.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs it with this standard input, in this directory, with only these variables of its own.
pub(crate) fn run_in(
    dir: &Path,
    arguments: &[&str],
    environment: &[(&str, &str)],
    input: &str,
) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_counterfoil"))
        .args(arguments)
        .env_clear()
        .envs(environment.iter().copied())
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A thread of its own, for a program that answers before it has read everything. It may also stop reading early.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs it in a directory that holds nothing.
pub(crate) fn run(arguments: &[&str], input: &str) -> Ran {
    let dir = tempfile::tempdir().unwrap();
    run_in(dir.path(), arguments, &[], input)
}
