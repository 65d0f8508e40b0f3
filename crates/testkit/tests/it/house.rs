//! Dependencies point inward, and files stay small enough to read in one sitting.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which of our crates each may depend on, from the core outward (ARCHITECTURE.md).
const MAY_USE: &[(&str, &[&str])] = &[
    ("counterfoil-core", &[]),
    ("counterfoil-lang", &[]),
    ("counterfoil-prose", &[]),
    ("counterfoil-model", &["counterfoil-core"]),
    (
        "counterfoil-store",
        &["counterfoil-core", "counterfoil-model"],
    ),
    (
        "counterfoil-sheet",
        &["counterfoil-core", "counterfoil-lang"],
    ),
    ("counterfoil-oidc", &["counterfoil-model"]),
    (
        "counterfoil-service",
        &[
            "counterfoil-core",
            "counterfoil-model",
            "counterfoil-oidc",
            "counterfoil-prose",
            "counterfoil-store",
        ],
    ),
    (
        "counterfoil-mailsystem",
        &["counterfoil-model", "counterfoil-service"],
    ),
    (
        "counterfoil-notices",
        &[
            "counterfoil-lang",
            "counterfoil-model",
            "counterfoil-prose",
            "counterfoil-store",
            "counterfoil-service",
        ],
    ),
    (
        "counterfoil-web",
        &[
            "counterfoil-core",
            "counterfoil-lang",
            "counterfoil-model",
            "counterfoil-oidc",
            "counterfoil-prose",
            "counterfoil-service",
            "counterfoil-sheet",
        ],
    ),
    (
        "counterfoil",
        &[
            "counterfoil-core",
            "counterfoil-lang",
            "counterfoil-mailsystem",
            "counterfoil-model",
            "counterfoil-oidc",
            "counterfoil-store",
            "counterfoil-service",
            "counterfoil-notices",
            "counterfoil-web",
        ],
    ),
];

/// Crates that only tests use: what they depend on is their own affair, and nothing of the product depends on them.
const FOR_TESTS: [&str; 3] = [
    "counterfoil-testkit",
    "counterfoil-e2e",
    "counterfoil-bench",
];

/// A file longer than this is two files.
const LONGEST_FILE: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Our crates, each with those of ours that it depends on outside of tests.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let used = package["dependencies"].as_array().expect("dependencies");
            let used = used
                .iter()
                .filter(|used| used["kind"].is_null())
                .map(|used| text(&used["name"]));
            (
                text(&package["name"]),
                used.filter(|name| name.starts_with("counterfoil"))
                    .collect(),
            )
        })
        .collect()
}

#[test]
fn dependencies_point_inward() {
    let dependencies = dependencies();
    assert!(
        dependencies.len() >= MAY_USE.len(),
        "cargo metadata lists our crates"
    );
    for (name, used) in &dependencies {
        if FOR_TESTS.contains(&name.as_str()) {
            continue;
        }
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(known, _)| known == name)
            .unwrap_or_else(|| {
                panic!("{name} has no place in the house: say here what it may depend on")
            });
        for other in used {
            assert!(
                allowed.contains(&other.as_str()),
                "{name} must not depend on {other}"
            );
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let mut found = Vec::new();
    for folder in ["crates", "e2e", "benches"] {
        sources(&root().join(folder), &mut found);
    }
    assert!(found.len() > 100, "the sources are found");
    let long: Vec<String> = found
        .iter()
        .filter_map(|path| {
            let lines = std::fs::read_to_string(path)
                .expect("a readable file")
                .lines()
                .count();
            (lines > LONGEST_FILE).then(|| format!("{} has {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
