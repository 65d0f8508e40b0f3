//! Other people's programs, fed through pipes so that no code touches a disk.

use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
};

/// Runs a program with `input` and returns what it printed.
pub(crate) fn run(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(program)
        .args(arguments)
        // Two cores are busy enough with one thread each.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))
        .expect("a program that this test needs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A program that stops reading early is no failure of ours.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("a writer");
    assert!(output.status.success(), "{program} {arguments:?} failed");
    output.stdout
}

/// As [`run`], for programs that print text.
pub(crate) fn text(program: &str, arguments: &[&str], input: &[u8]) -> String {
    String::from_utf8_lossy(&run(program, arguments, input)).into_owned()
}
