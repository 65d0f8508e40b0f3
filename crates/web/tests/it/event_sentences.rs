//! Every event can be said: its sentence exists, and needs nothing that the service doesn't tell with it.

use counterfoil_lang::Sentences;
use counterfoil_model::EventKind;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What is told with each kind of event, by the name of its variant; at every place where it is told.
#[derive(Default)]
struct Told(BTreeMap<String, BTreeSet<String>>);

impl Told {
    fn note(&mut self, kind: &str, details: &BTreeSet<String>) {
        self.0
            .entry(kind.to_owned())
            .and_modify(|known| known.retain(|detail| details.contains(detail)))
            .or_insert_with(|| details.clone());
    }

    /// Reads `Happening::of(…)` to the end of its statement. A kind that a variable holds is any that its function names.
    fn read(&mut self, source: &str) {
        let parts: Vec<&str> = source.split("Happening::of(").collect();
        for pair in parts.windows(2) {
            let [before, rest] = pair else { continue };
            let statement = rest.split(';').next().unwrap();
            let details: BTreeSet<String> = statement
                .split(".with(")
                .skip(1)
                .filter_map(quoted)
                .map(str::to_owned)
                .collect();
            if let Some(kind) = named(rest) {
                self.note(kind, &details);
                continue;
            }
            let function = before.rsplit("fn ").next().unwrap();
            for kind in function.split("EventKind::").skip(1).map(word) {
                self.note(kind, &details);
            }
        }
    }

    fn walk(&mut self, directory: &Path) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.walk(&path);
            } else {
                self.read(&fs::read_to_string(&path).unwrap());
            }
        }
    }
}

/// The literal that the text begins with.
fn quoted(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split('"').next()
}

/// The variant of `EventKind` that the text begins with.
fn named(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix("EventKind::").map(word)
}

/// The name that the text begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
}

fn told() -> Told {
    let mut told = Told::default();
    told.walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../service/src"));
    told
}

#[test]
fn the_service_tells_with_every_event_what_its_sentence_needs() {
    let (sentences, told) = (Sentences::load().unwrap(), told());
    let mut wrong = Vec::new();
    for kind in EventKind::ALL {
        let id = kind.fluent_id();
        if !sentences.has(id) {
            wrong.push(format!("{id} does not exist"));
        }
        let nothing = BTreeSet::new();
        let details = told.0.get(&format!("{kind:?}")).unwrap_or(&nothing);
        let missing: Vec<_> = sentences
            .arguments(id)
            .into_iter()
            .filter(|needed| !details.contains(needed))
            .collect();
        if !missing.is_empty() {
            wrong.push(format!(
                "{id} needs {missing:?}, which is not told everywhere"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_sees_how_the_service_tells() {
    let told = told();
    let of = |kind: &str| {
        told.0
            .get(kind)
            .map(|details| details.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(of("CodeRedeemed"), Some(vec!["code", "left"]));
    assert_eq!(of("CodesStaged"), Some(vec!["sheet", "until"]));
    // The kind stands in a variable.
    assert_eq!(of("CodesRenewed"), Some(vec!["sheet"]));
    // Told in three places, two of which know no more than this.
    assert_eq!(of("ChangeStopped"), Some(vec!["change"]));
    assert!(told.0.len() > 30, "only {:?}", told.0.keys());
}
