//! The help of every command, as it is read in a terminal.

use crate::program::run;

fn help(arguments: &[&str]) -> String {
    let ran = run(arguments, "");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn the_program() {
    insta::assert_snapshot!(help(&["--help"]));
}

#[test]
fn code_read() {
    insta::assert_snapshot!(help(&["code", "read", "--help"]));
}

#[test]
fn mail_setup() {
    insta::assert_snapshot!(help(&["mail", "setup", "--help"]));
}

#[test]
fn mail_doctor() {
    insta::assert_snapshot!(help(&["mail", "doctor", "--help"]));
}

#[test]
fn its_example_works() {
    let ran = run(&["code", "read"], "szab5 rrb14 6vh7x fm22?\n");
    assert_eq!(ran.out, "25\tSZAB5-RRB14-6VH7X-FM22H\t0\t1\t-\n");
}

#[test]
fn client_add() {
    insta::assert_snapshot!(help(&["client", "add", "--help"]));
}

#[test]
fn config_check() {
    insta::assert_snapshot!(help(&["config", "check", "--help"]));
}

#[test]
fn a_wrong_command_is_talk_and_status_2() {
    let ran = run(&["codes", "raed"], "");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("counterfoil --help") || ran.err.contains("'--help'"),
        "{}",
        ran.err
    );
}
