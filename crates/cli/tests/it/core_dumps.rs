//! A crash of the program leaves no copy of its memory behind.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

#[test]
fn the_program_leaves_no_core_dump() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_counterfoil"))
        .args(["code", "read"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Once it answers it has started.
    let mut typed = child.stdin.take().unwrap();
    typed.write_all(b"anything\n").unwrap();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut String::new())
        .unwrap();

    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    assert_eq!(
        core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
        ["0", "0"],
        "{core}"
    );
    drop(typed);
    child.wait().unwrap();
}
