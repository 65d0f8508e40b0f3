//! `counterfoil advisory …`, on a database of its own.

use crate::program::{Ran, run_in};
use std::path::Path;

fn run(dir: &Path, arguments: &[&str], input: &str) -> Ran {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let environment = [
        ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
        ("COUNTERFOIL__DATABASE__URL", url.as_str()),
    ];
    run_in(dir, arguments, &environment, input)
}

#[test]
fn an_operator_writes_corrects_and_withdraws() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    let add = |more: &[&str], text: &str| {
        let mut arguments = vec![
            "advisory",
            "add",
            "--title",
            "Mails that look like ours",
            "-",
        ];
        arguments.extend(more);
        run(dir, &arguments, text)
    };
    let refused = add(&[], "one\n\n![a](https://example.org/a.png)");
    assert_eq!(
        (refused.status, refused.err.as_str()),
        (
            1,
            "counterfoil: text: line 3: pictures can't be used; link to a page that shows it\n"
        )
    );
    let refused = add(&["--public", "--audience", "operators"], "Hello");
    assert_eq!(refused.status, 1, "{}", refused.err);
    let wrong = add(&["--from", "soon"], "Hello");
    assert_eq!(wrong.status, 2, "{}", wrong.err);
    let added = add(&["--severity", "critical", "--public"], "Hello **you**\n");
    assert_eq!(added.status, 0, "{}", added.err);
    let id = added.out.trim_end();

    let list = run(dir, &["advisory", "list"], "").out;
    let fields: Vec<&str> = list.trim_end().split('\t').collect();
    assert_eq!(fields[..5], [id, "current", "critical", "everybody", "yes"]);
    assert_eq!(fields[6], "Mails that look like ours");
    std::fs::write(dir.join("text.md"), "Hello **again**\n").unwrap();
    let corrected = run(dir, &["advisory", "correct", id, "text.md"], "");
    assert_eq!(corrected.status, 0, "{}", corrected.err);
    let shown = run(dir, &["advisory", "show", id], "").out;
    assert!(shown.ends_with("\n\nHello **again**\n"), "{shown}");
    assert!(shown.contains("mailed\t0, more to come\n"), "{shown}");
    let withdrawn = run(dir, &["advisory", "withdraw", id, "--why", "A drill."], "");
    assert_eq!(withdrawn.status, 0, "{}", withdrawn.err);
    let shown = run(dir, &["advisory", "show", id], "").out;
    assert!(
        shown.contains("phase\twithdrawn\n") && shown.contains("why\tA drill.\n"),
        "{shown}"
    );
    for gone in [
        ["advisory", "withdraw", id, "--why=Again"].as_slice(),
        &["advisory", "withdraw", "x", "--why=Again"],
        &["advisory", "show", "00"],
    ] {
        assert_eq!(run(dir, gone, "").status, 1, "{gone:?}");
    }
}
