//! Whether the sentences hold together.

use counterfoil_lang::{Arg, Language, Sentences, TextError};
use std::{collections::BTreeSet, fs, path::Path};

fn some(arguments: &BTreeSet<String>) -> Vec<(&str, Arg<'static>)> {
    arguments
        .iter()
        .map(|name| (name.as_str(), Arg::Number(2)))
        .collect()
}

#[test]
fn every_file_in_the_directory_is_loaded() {
    let sentences = Sentences::load().expect("sentences without junk");
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("en");
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a file");
        let first = text.lines().find_map(|line| line.split_once(" ="));
        if let Some((id, _)) = first.filter(|(id, _)| !id.starts_with(['-', '#', ' '])) {
            assert!(
                sentences.has(id),
                "{} is not in the list of sources",
                path.display()
            );
        }
    }
}

#[test]
fn every_language_says_every_sentence() {
    let sentences = Sentences::load().expect("sentences");
    for id in sentences.ids() {
        let arguments = sentences.arguments(id);
        for language in Language::all() {
            let text = sentences
                .try_text(*language, id, &some(&arguments))
                .expect(id);
            assert!(!text.trim().is_empty(), "{id} says nothing");
            assert!(
                !text.contains(['{', '}', '\u{2068}', '\u{2069}']),
                "{id}: {text}"
            );
        }
    }
}

#[test]
fn the_pseudo_language_differs_wherever_there_are_words() {
    let sentences = Sentences::load().expect("sentences");
    for id in sentences.ids() {
        let arguments = sentences.arguments(id);
        let say = |language| sentences.text(language, id, &some(&arguments));
        let (english, pseudo) = (say(Language::English), say(Language::Pseudo));
        // Ids like `date-in-full` are nothing but arguments.
        if english.chars().any(|c| "aeioucdnrst".contains(c)) {
            assert_ne!(english, pseudo, "{id}");
        }
    }
}

#[test]
fn every_argument_is_needed() {
    let sentences = Sentences::load().expect("sentences");
    for id in sentences.ids() {
        let arguments = sentences.arguments(id);
        for missing in &arguments {
            let mut rest = arguments.clone();
            rest.remove(missing);
            let error = TextError::MissingArgument {
                id: id.into(),
                argument: missing.clone(),
            };
            assert_eq!(
                sentences.try_text(Language::English, id, &some(&rest)),
                Err(error)
            );
            assert_eq!(
                sentences.text(Language::Pseudo, id, &some(&rest)),
                format!("{{{id}}}")
            );
        }
    }
}

#[test]
fn an_unknown_id_shows_itself() {
    let sentences = Sentences::load().expect("sentences");
    assert_eq!(
        sentences.text(Language::English, "no-such-sentence", &[]),
        "{no-such-sentence}"
    );
    let error = sentences.try_text(Language::English, "no-such-sentence", &[]);
    assert_eq!(error, Err(TextError::Unknown("no-such-sentence".into())));
}

#[test]
fn a_device_is_named_in_the_language_of_its_reader() {
    let sentences = Sentences::load().expect("sentences");
    for (language, stored, said) in [
        (
            Language::English,
            "a browser on iPhone",
            "a browser on iPhone",
        ),
        (Language::German, "Firefox on Linux", "Firefox auf Linux"),
        (
            Language::French,
            "a browser on Mac",
            "un navigateur sur Mac",
        ),
        (Language::Spanish, "a browser", "un navegador"),
        (
            Language::Spanish,
            "The kiosk on floor 2",
            "The kiosk on floor 2",
        ),
        (Language::German, "", ""),
    ] {
        assert_eq!(sentences.device(language, stored), said);
    }
}

#[test]
fn one_is_not_many() {
    let sentences = Sentences::load().expect("sentences");
    let say = |count: i64| {
        sentences.text(
            Language::English,
            "wait-minutes",
            &[("count", count.into())],
        )
    };
    assert_eq!(say(1), "1 minute");
    assert_eq!(say(2), "2 minutes");
}

#[test]
fn the_voice_is_calm() {
    let sentences = Sentences::load().expect("sentences");
    let said = sentences.ids().flat_map(|id| {
        let arguments = sentences.arguments(id);
        let say = |language: &Language| (id, sentences.text(*language, id, &some(&arguments)));
        Language::offered().iter().map(say).collect::<Vec<_>>()
    });
    for (id, text) in said {
        assert!(!text.contains(['!', '¡']), "{id} shouts: {text}");
        assert!(!text.contains('<'), "{id} has markup: {text}");
        for jargon in ["oops", "2fa", "mfa", "invalid"] {
            assert!(
                !text
                    .to_lowercase()
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|w| w == jargon),
                "{id}: {text}"
            );
        }
    }
}

#[test]
fn sentences_are_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Sentences::load().expect("sentences"));
}
