//! What is shipped around the program says only what the program knows.

use crate::program::{run, run_in};
use clap::CommandFactory;
use counterfoil_cli::Arguments;
use counterfoil_cli::config::Config;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_part_of_the_package_is_there_or_made_by_script_deb() {
    let manifest: toml::Table = toml::from_str(&text("crates/cli/Cargo.toml")).unwrap();
    let deb = &manifest["package"]["metadata"]["deb"];
    let made = text("script/deb");
    let mut count = 0;
    for asset in deb["assets"].as_array().unwrap() {
        let source = asset[0].as_str().unwrap();
        count += 1;
        let Some(path) = source.strip_prefix("../../") else {
            assert_eq!(source, "target/release/counterfoil");
            continue;
        };
        if let Some(name) = path.strip_prefix("target/package/") {
            let place = name.split('/').next().unwrap();
            assert!(made.contains(place), "script/deb makes {name}");
            continue;
        }
        let (folder, pattern) = path.rsplit_once('/').unwrap_or(("", path));
        let ending = pattern.trim_start_matches('*');
        let entries = std::fs::read_dir(root().join(folder)).unwrap();
        let found = entries
            .flatten()
            .filter(|entry| entry.file_name().to_string_lossy().ends_with(ending));
        assert!(found.count() >= 1, "{source} is in the repository");
    }
    assert!(count > 10, "the package has its parts");
}

#[test]
fn the_maintainer_scripts_are_scripts() {
    for name in ["postinst", "prerm", "postrm"] {
        let script = root().join("packaging/debian").join(name);
        let checked = Command::new("sh").arg("-n").arg(&script).status().unwrap();
        assert!(checked.success(), "{name}");
        let said = text(&format!("packaging/debian/{name}"));
        assert!(
            said.starts_with("#!/bin/sh\n") && said.contains("\nset -e\n"),
            "{name}"
        );
    }
}

/// A fresh installation must not start with an address that is somebody else's.
#[test]
fn the_shipped_configuration_asks_for_the_address() {
    let dir = tempfile::tempdir().unwrap();
    let example = text("counterfoil.example.toml");
    let address = "public_url = \"https://account.example.org\"";
    assert!(example.contains(address), "script/deb looks for this line");
    let shipped = example.replace(address, "public_url = \"\"");
    std::fs::write(dir.path().join("counterfoil.toml"), shipped).unwrap();
    let ran = run_in(dir.path(), &["config", "check"], &[], "");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("public_url"), "{}", ran.err);
}

fn is_command(words: &[&str]) {
    let ran = run(&[words, &["--help"]].concat(), "");
    assert_eq!(ran.status, 0, "counterfoil {words:?}: {}", ran.err);
}

#[test]
fn the_unit_and_the_container_run_commands_that_there_are() {
    let unit = text("packaging/counterfoil.service");
    assert!(unit.contains("\nType=notify\n"));
    let start = "ExecStart=/usr/bin/counterfoil --config /etc/counterfoil/counterfoil.toml serve\n";
    assert!(unit.contains(start));
    let container = text("packaging/container/Containerfile");
    assert!(container.contains("\nUSER nonroot\n"));
    assert!(
        container.contains("HEALTHCHECK")
            && container.contains("\"/usr/bin/counterfoil\", \"health\"")
    );
    assert!(container.contains("\nCMD [\"serve\"]\n"));
    for command in ["serve", "health", "migrate"] {
        is_command(&[command]);
    }
    let compose = text("packaging/container/compose.yaml");
    let mut variables = Vec::new();
    for line in compose.lines().chain(container.lines()) {
        let line = line.trim().trim_start_matches("ENV ");
        if let Some((name, value)) = line.split_once(": ").or_else(|| line.split_once('='))
            && name.starts_with("COUNTERFOIL__")
        {
            let value = value.trim_end_matches(" \\").trim_matches('\'');
            // The password's file isn't here.
            if !name.ends_with("PASSWORD_FILE") {
                variables.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    assert!(variables.len() >= 6, "{variables:?}");
    let config = Config::load(Some(Path::new("/dev/null")), variables).unwrap();
    assert!(config.listen.ip().is_unspecified());
    assert_eq!(config.trusted_proxies.len(), 1);
}

#[test]
fn the_guide_names_commands_that_there_are() {
    let guide = text("docs/running-for-real.md") + &text("docs/monitoring.md");
    let top = Arguments::command();
    let mut count = 0;
    for line in guide.lines() {
        let Some((_, rest)) = line.split_once("counterfoil counterfoil ") else {
            continue;
        };
        count += 1;
        let word = rest
            .split([' ', '`'])
            .find(|word| !word.starts_with('-') && !word.starts_with('/'));
        let word = word.unwrap_or_default();
        assert!(top.find_subcommand(word).is_some(), "{line}");
    }
    assert!(count >= 2, "the guide says what to type");
}
