//! `counterfoil code read` against the vectors that every reader of codes must agree on.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::program::{Ran, run, run_in};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../testkit/vectors/codes.json")).unwrap()
}

/// Each entry's `field`, one a line.
fn lines(entries: &Value, field: &str) -> String {
    let entries = entries.as_array().unwrap();
    assert!(!entries.is_empty());
    entries
        .iter()
        .flat_map(|entry| [entry[field].as_str().unwrap(), "\n"])
        .collect()
}

fn read_with_key(input: &str) -> Ran {
    let dir = tempfile::tempdir().unwrap();
    let key = format!("{}\n", vectors()["tag_key"].as_str().unwrap());
    std::fs::write(dir.path().join("tag.hex"), key).unwrap();
    run_in(
        dir.path(),
        &["code", "read", "--tag-key-file", "tag.hex"],
        &[],
        input,
    )
}

fn slot_of(code: &str) -> usize {
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(&code[..1]).unwrap()
}

/// What must come out for entries whose `text` is the code as printed.
fn expected(entries: &Value, tag: &str) -> String {
    let mut expected = String::new();
    for entry in entries.as_array().unwrap() {
        let code = entry["text"].as_str().unwrap();
        let count = |of: &str| entry[of].as_u64().unwrap_or(0);
        let (wrong, unreadable) = (count("wrong"), count("unreadable"));
        writeln!(
            expected,
            "{}\t{code}\t{wrong}\t{unreadable}\t{tag}",
            slot_of(code)
        )
        .unwrap();
    }
    expected
}

#[test]
fn valid_codes_are_read() {
    let valid = &vectors()["valid"];
    let ran = read_with_key(&lines(valid, "text"));
    assert_eq!(ran.out, expected(valid, "ok"));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn without_a_key_nothing_is_said_about_the_tag() {
    let valid = &vectors()["valid"];
    let ran = run(&["code", "read"], &lines(valid, "text"));
    assert_eq!(ran.out, expected(valid, "-"));
    assert_eq!(ran.status, 0);
}

#[test]
fn damaged_codes_are_repaired() {
    let repair = &vectors()["repair"];
    let ran = read_with_key(&lines(repair, "typed"));
    assert_eq!(ran.out, expected(repair, "ok"));
    assert_eq!(ran.status, 0);
}

#[test]
fn every_way_of_typing_is_understood() {
    let forms = &vectors()["forms"];
    let ran = read_with_key(&lines(forms, "typed"));
    assert_eq!(ran.out, expected(forms, "ok"));
    assert_eq!(ran.status, 0);
}

#[test]
fn codes_damaged_beyond_repair_carry_no_tag_of_ours() {
    let misread = &vectors()["misread"];
    let ran = read_with_key(&lines(misread, "typed"));
    for (line, entry) in ran.out.lines().zip(misread.as_array().unwrap()) {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields[1], entry["text"].as_str().unwrap());
        assert_eq!(fields[4], "bad");
    }
    assert_eq!(ran.out.lines().count(), misread.as_array().unwrap().len());
    assert_eq!(ran.status, 0, "they were read");
}

#[test]
fn what_is_no_code_is_refused_line_by_line() {
    let vectors = vectors();
    let refuse = &vectors["refuse"];
    let typed = lines(refuse, "typed");
    let ran = read_with_key(&typed);
    assert_eq!(ran.out.lines().count(), refuse.as_array().unwrap().len());
    for (line, typed) in ran.out.lines().zip(typed.lines()) {
        let reason = line
            .strip_prefix("refused\t")
            .unwrap_or_else(|| unreachable!("{typed} was read: {line}"));
        assert!(!reason.is_empty() && !reason.contains('\t'), "{line}");
    }
    assert_eq!(ran.status, 1);
}

#[test]
fn one_refused_line_among_good_ones_is_enough_for_status_1() {
    let good = vectors()["valid"][0]["text"].as_str().unwrap().to_owned();
    let ran = read_with_key(&format!("{good}\r\nnot a code\n{good}"));
    let answers: Vec<&str> = ran.out.lines().collect();
    assert_eq!(answers.len(), 3, "the last line needs no line end");
    assert_eq!(answers[0], answers[2]);
    assert!(answers[1].starts_with("refused\t"));
    assert_eq!(ran.status, 1);
}

#[test]
fn nothing_typed_is_nothing_refused() {
    let ran = run(&["code", "read"], "");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
}

#[test]
fn a_key_that_cannot_be_used_is_status_2_and_is_not_repeated() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("short"), "abcdef0123").unwrap();
    for (file, said) in [("short", "64"), ("missing", "No such file")] {
        let ran = run_in(
            dir.path(),
            &["code", "read", "--tag-key-file", file],
            &[],
            "",
        );
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(
            ran.err.starts_with(&format!("counterfoil: {file}: ")) && ran.err.contains(said),
            "{}",
            ran.err
        );
        assert!(!ran.err.contains("abcdef"), "{}", ran.err);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_counterfoil"))
        .args(["code", "read"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = child.stdin.take().unwrap();
    typed.write_all(b"first\n").unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    answers.read_line(&mut first).unwrap();
    assert!(first.starts_with("refused\t"));
    drop(answers);
    // A child that another test starts at this very moment holds our end of the pipe until it has become its program.
    for _ in 0..1_000 {
        if typed.write_all(b"next\n").is_err() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(typed);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
