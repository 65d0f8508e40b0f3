//! `counterfoil policy …`, on a database of its own.

use counterfoil_model::Setting;
use std::path::Path;

use crate::program::{Ran, run_in};

fn run(dir: &Path, arguments: &[&str], more: &[(&str, &str)]) -> Ran {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let mut environment = vec![
        ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
        ("COUNTERFOIL__DATABASE__URL", url.as_str()),
    ];
    environment.extend(more);
    run_in(dir, arguments, &environment, "")
}

fn line(shown: &Ran, name: &str) -> Vec<String> {
    let mut lines = shown.out.lines();
    let line = lines.find(|line| line.starts_with(&format!("{name}\t")));
    line.unwrap_or_else(|| panic!("{name}: {} {}", shown.out, shown.err))
        .split('\t')
        .map(str::to_owned)
        .collect()
}

#[test]
fn an_operator_sees_sets_stops_and_unsets() {
    let home = tempfile::tempdir().unwrap();
    let file = [("COUNTERFOIL__POLICY__HOLD", "30 hours")];
    let policy = |arguments: &[&str]| {
        let all: Vec<&str> = ["policy"]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        run(home.path(), &all, &file)
    };
    let shown = policy(&["show"]);
    assert_eq!(
        shown.out.lines().count(),
        Setting::ALL.len(),
        "{}",
        shown.err
    );
    assert_eq!(
        line(&shown, "hold"),
        ["hold", "30", "hours", "file", "-", "-"]
    );
    assert_eq!(
        line(&shown, "codes_required_from")[1..4],
        ["never", "day", "default"]
    );
    let set = policy(&["set", "password_least_beside", "12"]);
    assert_eq!((set.status, set.err.as_str()), (0, "It holds now.\n"));
    let waits = policy(&["set", "hold", "4"]);
    assert_eq!(waits.status, 0, "{}", waits.err);
    assert!(
        waits.err.starts_with("This is looser, so it waits"),
        "{}",
        waits.err
    );
    let shown = policy(&["show"]);
    assert_eq!(
        line(&shown, "password_least_beside")[1..4],
        ["12", "characters", "operator"]
    );
    assert_eq!(line(&shown, "hold")[1..5], ["30", "hours", "file", "4"]);
    assert_eq!(policy(&["stop", "hold"]).status, 0);
    assert_eq!(policy(&["stop", "hold"]).status, 1);
    assert_eq!(policy(&["unset", "hold"]).status, 1, "nothing was set");
    assert_eq!(policy(&["unset", "password_least_beside"]).status, 0);
    for (arguments, status) in [
        (["set", "hold", "0"], 1),
        (["set", "hold", "a day"], 1),
        (["set", "require_outside_address", "maybe"], 1),
        (["set", "codes_required_from", "2001-01-01"], 1),
        (["set", "nothing", "1"], 2),
    ] {
        assert_eq!(policy(&arguments).status, status, "{arguments:?}");
    }
}

#[test]
fn what_the_file_pins_only_gets_stricter() {
    let home = tempfile::tempdir().unwrap();
    let file = "[policy]\nhold = \"30 hours\"\npinned = [\"hold\"]\n";
    std::fs::write(home.path().join("counterfoil.toml"), file).unwrap();
    let policy = |arguments: &[&str]| run(home.path(), arguments, &[]);
    let refused = policy(&["policy", "set", "hold", "29"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("pins it"), "{}", refused.err);
    assert_eq!(policy(&["policy", "set", "hold", "31"]).status, 0);
    assert_eq!(
        line(&policy(&["policy", "show"]), "hold")[1..4],
        ["31", "hours", "operator pinned"]
    );
    std::fs::write(
        home.path().join("counterfoil.toml"),
        "[policy]\npinned = [\"held\"]\n",
    )
    .unwrap();
    let wrong = policy(&["policy", "show"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("policy.pinned"), "{}", wrong.err);
}
