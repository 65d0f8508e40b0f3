//! Manual pages and completions: every command has one, and an example where there is something to type.

use crate::program::run;
use clap::CommandFactory;
use counterfoil_cli::Arguments;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Every command as it is typed after `counterfoil`, groups of commands too; and whether something must be typed behind it.
fn commands() -> Vec<(Vec<String>, bool)> {
    fn below(command: &clap::Command, path: &[String], found: &mut Vec<(Vec<String>, bool)>) {
        for command in command.get_subcommands() {
            let path = [path, &[command.get_name().to_owned()]].concat();
            let wants_more = command.get_arguments().any(clap::Arg::is_required_set);
            found.push((path.clone(), wants_more));
            below(command, &path, found);
        }
    }
    let mut found = Vec::new();
    below(&Arguments::command(), &[], &mut found);
    assert!(found.len() > 20, "the commands are found");
    found
}

fn pages(directory: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn every_command_has_a_page_with_an_example() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("man");
    let ran = run(&["man", place.to_str().unwrap()], "");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    let mut expected = BTreeSet::from(["counterfoil.1".to_owned(), "counterfoil.toml.5".into()]);
    for (path, wants_more) in commands() {
        let name = format!("counterfoil-{}.1", path.join("-"));
        let page = std::fs::read_to_string(place.join(&name)).unwrap_or_default();
        assert!(page.contains(".SH SYNOPSIS"), "{name}");
        let told = page.contains("Example");
        assert!(told || !wants_more, "{name} has no example");
        expected.insert(name);
    }
    assert_eq!(pages(&place), expected, "and no page without a command");
}

#[test]
fn the_manual_reads_them_without_complaint() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("man");
    run(&["man", place.to_str().unwrap()], "");
    let read = |name: &str| {
        let output = Command::new("man")
            .args(["--warnings", "--local-file"])
            .arg(place.join(name))
            .env("MANWIDTH", "100")
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("man is installed (script/deps test)");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
        String::from_utf8(output.stdout).unwrap()
    };
    let serve = read("counterfoil-serve.1");
    assert!(serve.contains("SIGTERM"), "{serve}");
    let settings = read("counterfoil.toml.5");
    for key in ["public_url", "codes_per_sheet", "gateway_open"] {
        assert!(settings.contains(key), "{key}");
    }
    assert!(settings.contains("(default 10)"));
}

#[test]
fn three_shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = run(&["completions", shell], "");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        for (path, _) in commands() {
            let word = path.last().unwrap();
            assert!(ran.out.contains(word.as_str()), "{shell}: {word}");
        }
    }
}
