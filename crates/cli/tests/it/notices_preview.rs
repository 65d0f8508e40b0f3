//! `counterfoil notices preview | templates`: what an operator sees and changes.

use crate::program::{Ran, run_in};
use std::fs;
use std::path::Path;

const ENVIRONMENT: [(&str, &str); 3] = [
    ("COUNTERFOIL__PUBLIC_URL", "https://account.example.net"),
    ("COUNTERFOIL__SERVICE_NAME", "Nettle Mail"),
    ("COUNTERFOIL__HELP_LINE", "Ring 555 0100"),
];

fn preview(dir: &Path, arguments: &[&str]) -> Ran {
    let mut all = vec!["notices", "preview"];
    all.extend(arguments);
    run_in(dir, &all, &ENVIRONMENT, "")
}

#[test]
fn one_notice_is_printed_as_this_service_sends_it() {
    let home = tempfile::tempdir().unwrap();
    let ran = preview(home.path(), &["change-scheduled"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
    let html = preview(home.path(), &["frozen", "--html"]).out;
    assert!(
        html.starts_with("<!DOCTYPE html>") && html.contains("Nettle Mail"),
        "{html}"
    );
    let eml = preview(home.path(), &["frozen", "--eml", "--language", "qps-ploc"]).out;
    assert!(eml.contains("Auto-Submitted: auto-generated\r\n"), "{eml}");
    assert!(eml.contains("Content-Language: qps-ploc\r\n"), "{eml}");
    assert!(
        fs::read_dir(home.path()).unwrap().next().is_none(),
        "no database was made"
    );
    let unknown = preview(home.path(), &["frosen"]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("account-created") && unknown.err.contains("frozen"),
        "{}",
        unknown.err
    );
}

#[test]
fn all_notices_are_files_that_a_page_lists() {
    let home = tempfile::tempdir().unwrap();
    let ran = preview(home.path(), &["--out", "seen"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let index = fs::read_to_string(home.path().join("seen/index.html")).unwrap();
    let files: Vec<&str> = index
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(files.len() > 150, "{files:?}");
    for file in &files {
        assert!(home.path().join("seen").join(file).exists(), "{file}");
    }
    assert!(
        files.contains(&"change-scheduled-link.html")
            && files.contains(&"outside-address-added.txt")
    );
}

#[test]
fn ours_are_written_changed_and_checked_before_they_are_used() {
    let home = tempfile::tempdir().unwrap();
    let ran = run_in(home.path(), &["notices", "templates", "mine"], &[], "");
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (
            0,
            "mine/letter.txt\nmine/letter.html\nmine/en/notices.ftl\nmine/de/notices.ftl\nmine/fr/notices.ftl\n\
             mine/es/notices.ftl\n"
        )
    );
    let ftl = home.path().join("mine/en/notices.ftl");
    let environment = [ENVIRONMENT[0], ("COUNTERFOIL__NOTICES__TEMPLATES", "mine")];
    let run = |arguments: &[&str]| run_in(home.path(), arguments, &environment, "");
    fs::write(&ftl, "notice-sheet-lost-subject = Sheet gone\n").unwrap();
    assert!(
        run(&["notices", "preview", "sheet-lost"])
            .out
            .starts_with("Subject: Sheet gone\n")
    );
    assert!(run(&["config", "check"]).out.contains("templates\tmine\n"));
    fs::write(&ftl, "\nnotice-sheet-lost-body = Gone is { $what }\n").unwrap();
    for command in [
        &["config", "check"][..],
        &["serve"],
        &["notices", "preview"],
    ] {
        let refused = run(command);
        assert_eq!(refused.status, 2, "{command:?}: {}", refused.err);
        assert!(
            refused
                .err
                .contains("mine/en/notices.ftl, line 2: `notice-sheet-lost-body` says $what"),
            "{command:?}: {}",
            refused.err
        );
    }
}
