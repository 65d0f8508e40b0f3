//! `counterfoil status` and `counterfoil notices …`, on a database of their own.

use std::path::Path;

use crate::program::{Ran, run_in};

fn run(dir: &Path, arguments: &[&str]) -> Ran {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let environment = [
        ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
        ("COUNTERFOIL__DATABASE__URL", url.as_str()),
    ];
    run_in(dir, arguments, &environment, "")
}

#[test]
fn an_operator_counts_and_looks_after_notices() {
    let home = tempfile::tempdir().unwrap();
    let invited = run(
        home.path(),
        &[
            "account",
            "invite",
            "alice@example.org",
            "--to",
            "alice@elsewhere.example",
        ],
    );
    assert_eq!(invited.status, 0, "{}", invited.err);
    let status = run(home.path(), &["status"]);
    for line in [
        "accounts\t1",
        "accounts invited\t1",
        "accounts in use\t0",
        "notices queued\t1",
        "notices failed\t0",
    ] {
        assert!(status.out.lines().any(|own| own == line), "{}", status.out);
    }
    let failed = run(home.path(), &["notices", "list"]);
    assert_eq!((failed.status, failed.out.as_str()), (0, ""));
    let queued = run(home.path(), &["notices", "list", "--state", "queued"]);
    let fields: Vec<&str> = queued.out.trim_end().split('\t').collect();
    assert_eq!(
        fields.get(1..3),
        Some(["alice@example.org", "alice@elsewhere.example"].as_slice()),
        "{}",
        queued.out
    );
    let name = fields.first().unwrap();
    let waits = run(home.path(), &["notices", "resend", name]);
    assert_eq!(waits.status, 1, "it was never tried");
    assert!(waits.err.contains(name), "{}", waits.err);
    let all = run(home.path(), &["notices", "resend", "--failed"]);
    assert_eq!((all.status, all.err.as_str()), (0, "Sent again: 0.\n"));
    for wrong in [vec!["notices", "resend"], vec!["notices", "resend", "x.y"]] {
        assert_eq!(run(home.path(), &wrong).status, 2, "{wrong:?}");
    }
}

#[test]
fn a_list_is_invited_once_and_every_line_that_needs_a_hand_is_reported() {
    let home = tempfile::tempdir().unwrap();
    let list = "alice@example.org,Alice,alice@elsewhere.example\nbob@example.org,Bob\nbob@example.org,B\nnobody,N\n";
    std::fs::write(home.path().join("people.csv"), list).unwrap();
    let invite = |more: &[&str]| {
        let mut arguments = vec!["account", "invite", "--csv", "people.csv"];
        arguments.extend(more);
        run(home.path(), &arguments)
    };
    let looked = invite(&["--dry-run"]);
    assert_eq!(looked.status, 1);
    assert!(
        looked.err.starts_with(
            "1 would be invited by mail, 1 with a link to hand over; 0 there already, 2 refused."
        ),
        "{}",
        looked.err
    );
    assert_eq!(run(home.path(), &["account", "list"]).out, "");

    let first = invite(&[]);
    assert_eq!(first.status, 1, "{}", first.err);
    let lines: Vec<Vec<&str>> = first
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines[0][..3], ["2", "link", "bob@example.org"]);
    assert!(lines[0][3].starts_with("https://account.example.org/link/invitation/"));
    assert_eq!(
        lines[1],
        [
            "3",
            "refused",
            "bob@example.org",
            "address: line 2 has the same address"
        ]
    );
    assert_eq!(lines[2][..3], ["4", "refused", "nobody"]);

    let again = invite(&["--report", "report.tsv"]);
    assert_eq!(again.out, "");
    let report = std::fs::read_to_string(home.path().join("report.tsv")).unwrap();
    assert!(
        report.starts_with("1\tthere\talice@example.org\t"),
        "{report}"
    );
    assert!(
        again.err.starts_with("0 invited by mail, 0 with a link"),
        "{}",
        again.err
    );
    let both = run(
        home.path(),
        &["account", "invite", "x@example.org", "--csv", "people.csv"],
    );
    assert_eq!(both.status, 2);
    let neither = run(home.path(), &["account", "invite"]);
    assert_eq!(neither.status, 2);
}
