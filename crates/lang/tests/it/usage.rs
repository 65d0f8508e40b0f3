//! Whether the sources say only sentences that exist, with everything they need, and no sentence is forgotten.
//!
//! The README of this crate tells how ids are written so that this can read them.

use counterfoil_lang::Sentences;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Ids that are put together while running begin with one of these.
const DYNAMIC: &[&str] = &[
    "month-", "refusal-", "event-", "notice-", "spell-", "policy-",
];

/// What has a `text` of its own that takes the name of a form's field.
const FIELDS: &str = "form";

/// What a source says: the calls it makes and every literal that could be an id.
#[derive(Default)]
struct Said {
    calls: Vec<Call>,
    literals: BTreeSet<String>,
}

struct Call {
    place: String,
    id: String,
    /// The names of the arguments, where they are written out in the call.
    arguments: Option<BTreeSet<String>>,
}

/// Every id begins with its area and a hyphen, which tells it from other words given to something called `text`.
fn is_id(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The string literal that the text begins with, and what follows it.
fn literal(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

/// What follows `language, `, where there is a language before the id.
fn after_language(text: &str) -> &str {
    let path =
        text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_.:&*()".contains(c));
    path.strip_prefix(',').map_or(text, str::trim_start)
}

fn arguments(rest: &str) -> Option<BTreeSet<String>> {
    let rest = rest.trim_start();
    if rest.starts_with(')') {
        return Some(BTreeSet::new());
    }
    let list = rest.strip_prefix(',')?.trim_start().strip_prefix("&[")?;
    let mut depth = 1_usize;
    let end = list.find(|c| {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let pairs = list.get(..end)?;
    Some(
        pairs
            .split("(\"")
            .skip(1)
            .filter_map(|pair| pair.split('"').next())
            .map(str::to_owned)
            .collect(),
    )
}

fn read(path: &Path, said: &mut Said) {
    let source = fs::read_to_string(path).expect("a source");
    for call in [".text(", ".try_text(", ".with("] {
        for (at, _) in source.match_indices(call) {
            let (before, rest) = source.split_at(at);
            if before.ends_with(FIELDS) {
                continue;
            }
            let rest = after_language(rest.strip_prefix(call).unwrap_or_default().trim_start());
            let Some((id, rest)) = literal(rest).filter(|(id, _)| is_id(id)) else {
                continue;
            };
            let place = format!("{}:{}", path.display(), before.matches('\n').count() + 1);
            said.calls.push(Call {
                place,
                id: id.to_owned(),
                arguments: arguments(rest),
            });
        }
    }
    said.literals.extend(
        source
            .split('"')
            .filter(|text| is_id(text))
            .map(str::to_owned),
    );
}

fn walk(directory: &Path, said: &mut Said) {
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            walk(&path, said);
        } else if ["rs", "html", "txt", "xml"].contains(&kind) {
            read(&path, said);
        }
    }
}

fn said() -> Said {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("crates");
    let mut said = Said::default();
    for entry in fs::read_dir(crates).expect("crates") {
        let path = entry.expect("a crate").path();
        walk(&path.join("src"), &mut said);
        walk(&path.join("templates"), &mut said);
    }
    said
}

#[test]
fn every_id_that_is_said_exists() {
    let sentences = Sentences::load().expect("sentences");
    let unknown: Vec<String> = said()
        .calls
        .iter()
        .filter(|call| !sentences.has(&call.id))
        .map(|call| format!("{}: no sentence `{}`", call.place, call.id))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn every_call_gives_what_its_sentence_needs() {
    let sentences = Sentences::load().expect("sentences");
    let wrong: Vec<String> = said()
        .calls
        .iter()
        .filter_map(|call| {
            let given = call.arguments.as_ref()?;
            let needed = sentences
                .has(&call.id)
                .then(|| sentences.arguments(&call.id))?;
            (*given != needed).then(|| {
                format!(
                    "{}: `{}` needs {needed:?}, has {given:?}",
                    call.place, call.id
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_id_looks_like_one() {
    let sentences = Sentences::load().expect("sentences");
    let odd: Vec<&str> = sentences.ids().filter(|id| !is_id(id)).collect();
    assert!(
        odd.is_empty(),
        "an id is an area, a hyphen and lower-case words: {odd:?}"
    );
}

#[test]
fn no_sentence_is_forgotten() {
    let sentences = Sentences::load().expect("sentences");
    let said = said();
    let forgotten: Vec<&str> = sentences
        .ids()
        .filter(|id| {
            !said.literals.contains(*id) && !DYNAMIC.iter().any(|prefix| id.starts_with(prefix))
        })
        .collect();
    assert!(forgotten.is_empty(), "nobody says {forgotten:?}");
}

#[test]
fn the_reader_sees_calls_as_people_write_them() {
    let path =
        std::env::temp_dir().join(format!("counterfoil-lang-usage-{}.rs", std::process::id()));
    fs::write(
        &path,
        "s.text(language, \"one-a\", &[(\"n\", f(&[1]).into()), (\"m\", x)]);\n t\n.text(\n  \"two-b\",\n);\n\
         {{ t.with(\"three-c\", &[(\"k\", v)]) }} form.text(\"not-an-id\") s.try_text(Language::English, \"four-d\", &args) page.text(body)",
    )
    .expect("a file");
    let mut said = Said::default();
    read(&path, &mut said);
    fs::remove_file(&path).expect("removed");
    let mut calls: Vec<_> = said
        .calls
        .into_iter()
        .map(|call| (call.id, call.arguments))
        .collect();
    calls.sort();
    let set = |names: &[&str]| {
        Some(
            names
                .iter()
                .map(ToString::to_string)
                .collect::<BTreeSet<_>>(),
        )
    };
    let expected = [
        ("four-d".to_owned(), None),
        ("one-a".to_owned(), set(&["m", "n"])),
        ("three-c".to_owned(), set(&["k"])),
        ("two-b".to_owned(), None),
    ];
    assert_eq!(calls, expected);
}
