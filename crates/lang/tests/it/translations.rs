//! Whether German, French and Spanish say what English says.

use counterfoil_lang::{Arg, Language, Sentences};
use fluent_syntax::{
    ast::{Entry, Message, Resource},
    parser, serializer,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What says the same in English and in another language: names, and words that both languages have.
const SAME: &[(&str, &str)] = &[
    ("de", "activity-show-codes"),
    ("de", "apps-title"),
    ("de", "passkeys-title"),
    ("de", "enable-a4"),
    ("de", "month-4"),
    ("de", "month-8"),
    ("de", "month-9"),
    ("de", "month-11"),
    ("de", "desk-advisory-text"),
    ("fr", "activity-show-codes"),
    ("fr", "enable-a4"),
    ("fr", "wait-minutes"),
    ("fr", "mail-made-tls"),
    ("fr", "mail-made-starttls"),
    ("fr", "spell-6"),
    ("fr", "spell-v"),
    ("fr", "advisory-notice"),
    ("es", "enable-a4"),
    ("es", "spell-k"),
    ("es", "policy-no"),
    ("es", "policy-value-no"),
];

/// Names of buttons and pages that other sentences quote, so that somebody can find them.
const QUOTED: &[(&str, &[&str])] = &[
    (
        "button-sign-out-everywhere",
        &["notice-sign-out", "notice-app-password-removed-do"],
    ),
    ("sign-in-forgotten", &["notice-forgot-password"]),
    (
        "lost-title",
        &["notice-lost-sheet", "sheet-lost", "sheet-card-lost"],
    ),
    ("button-remove-phone", &["notice-totp-activated-do"]),
    (
        "mail-programs",
        &[
            "notice-app-password-made-do",
            "notice-main-password-tried-do",
        ],
    ),
    (
        "filters-title",
        &["notice-filter-switched-off-do", "filters-look"],
    ),
    ("second-step-no-phone", &["enable-done-lead"]),
];

/// What a mail program is told goes through protocols that carry ASCII.
const ASCII: &[&str] = &[
    "mail-frozen",
    "mail-sending-held",
    "mail-sending-closed",
    "mail-sending-later",
];

/// Every language but English.
fn translations() -> impl Iterator<Item = Language> {
    Language::offered()
        .iter()
        .copied()
        .filter(|language| *language != Language::English)
}

/// A language's sentences as they are written, by file and id.
fn written(language: Language) -> BTreeMap<(String, String), Message<String>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(language.tag());
    let mut written = BTreeMap::new();
    for entry in fs::read_dir(directory).expect("a directory") {
        let entry = entry.expect("an entry");
        let file = entry.file_name().into_string().expect("a name");
        let text = fs::read_to_string(entry.path()).expect("a file");
        let resource = parser::parse(text).expect("sentences without junk");
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                written.insert((file.clone(), message.id.name.clone()), message);
            }
        }
    }
    written
}

/// A message as it stands in its file, without its id and comment.
fn pattern(message: &Message<String>) -> String {
    let mut message = message.clone();
    message.comment = None;
    message.id.name = "id".into();
    serializer::serialize(&Resource {
        body: vec![Entry::Message(message)],
    })
}

/// The variables, and the sentences referred to, that stand in a pattern: `$name`, `notice-ask`.
fn places(pattern: &str) -> BTreeSet<&str> {
    pattern
        .split('{')
        .skip(1)
        .map(|place| {
            let place = place.trim_start();
            let end = place
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '$' || c == '-'))
                .unwrap_or(place.len());
            place.get(..end).unwrap_or(place)
        })
        .collect()
}

/// The cases that a pattern tells apart by name: `phone`, `paper`. How many forms a number has is each language's own.
fn cases(pattern: &str) -> BTreeSet<&str> {
    pattern
        .lines()
        .filter_map(|line| line.trim_start().trim_start_matches('*').strip_prefix('['))
        .filter_map(|line| line.split(']').next())
        .filter(|case| !["0", "1", "one", "other"].contains(case))
        .collect()
}

/// What is said with this number for every argument.
fn said(sentences: &Sentences, language: Language, id: &str, number: i64) -> String {
    let arguments = sentences.arguments(id);
    let arguments: Vec<(&str, Arg<'static>)> = arguments
        .iter()
        .map(|name| (name.as_str(), Arg::Number(number)))
        .collect();
    sentences.text(language, id, &arguments)
}

#[test]
fn every_language_says_what_english_says_with_the_same_arguments() {
    let english = written(Language::English);
    let mut wrong = Vec::new();
    for language in translations() {
        let tag = language.tag();
        let translated = written(language);
        for ((file, id), message) in &english {
            let Some(translation) = translated.get(&(file.clone(), id.clone())) else {
                wrong.push(format!("{tag}/{file}: `{id}` is missing"));
                continue;
            };
            let (wanted, given) = (pattern(message), pattern(translation));
            for parts in [places, cases] {
                if parts(&wanted) != parts(&given) {
                    wrong.push(format!(
                        "{tag}/{file}: `{id}` has {:?}, English has {:?}",
                        parts(&given),
                        parts(&wanted)
                    ));
                }
            }
        }
        for (file, id) in translated.keys() {
            if !english.contains_key(&(file.clone(), id.clone())) {
                wrong.push(format!("{tag}/{file}: English has no `{id}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_left_in_english() {
    let english = written(Language::English);
    let mut left = BTreeSet::new();
    for language in translations() {
        for ((file, id), message) in &written(language) {
            let pattern = pattern(message);
            let words: String = pattern
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, words)| words))
                .collect();
            let words = words.replacen("id = ", "", 1);
            let same = english
                .get(&(file.clone(), id.clone()))
                .is_some_and(|message| self::pattern(message) == pattern);
            if same && words.chars().any(char::is_alphabetic) {
                left.insert((language.tag(), id.clone()));
            }
        }
    }
    let listed = SAME
        .iter()
        .map(|(tag, id)| (*tag, (*id).to_owned()))
        .collect();
    assert_eq!(
        left, listed,
        "what is the same in English is on the list, and nothing else is"
    );
}

/// French counts zero as singular, so a sentence that spells "one" out would tell of a code where none is. The number of
/// `codes-left` stands beside it.
#[test]
fn none_is_never_told_as_one() {
    let sentences = Sentences::load().expect("sentences");
    for id in sentences.ids().filter(|id| *id != "codes-left") {
        let differs =
            |language| said(&sentences, language, id, 0) != said(&sentences, language, id, 1);
        if differs(Language::English) {
            for language in translations() {
                assert!(differs(language), "{language}: `{id}`");
            }
        }
    }
}

#[test]
fn a_quoted_button_is_quoted_as_it_stands_on_its_page() {
    let sentences = Sentences::load().expect("sentences");
    for language in Language::offered() {
        for (label, quoted_in) in QUOTED {
            let label = said(&sentences, *language, label, 2);
            for id in *quoted_in {
                let text = said(&sentences, *language, id, 2).replace('’', "'");
                assert!(
                    text.contains(&label.replace('’', "'")),
                    "{language}: `{id}` doesn't quote “{label}”"
                );
            }
        }
    }
}

#[test]
fn what_a_mail_program_shows_is_ascii() {
    let sentences = Sentences::load().expect("sentences");
    for language in Language::offered() {
        for id in ASCII {
            let text = said(&sentences, *language, id, 2);
            assert!(text.is_ascii(), "{language}: `{id}`: {text}");
        }
    }
}

#[test]
fn each_language_is_written_with_its_own_marks() {
    let sentences = Sentences::load().expect("sentences");
    for id in sentences.ids().filter(|id| !ASCII.contains(id)) {
        for language in translations() {
            let text = said(&sentences, language, id, 2);
            let wrong = match language {
                Language::German => {
                    text.contains(['"', '\'', '”', '«'])
                        || text.matches('„').count() != text.matches('“').count()
                }
                // A mark that stands for itself ("Tapez ? à sa place") has a common space on both sides.
                Language::French => {
                    text.contains(['"', '\'', '“', '”'])
                        || [" :", " ;", " »", "« "]
                            .iter()
                            .any(|mark| text.contains(mark))
                        || text.replace(" ? ", "").contains(" ?")
                }
                _ => {
                    text.contains(['"', '\'', '“', '”'])
                        || text.matches('¿').count() != text.replace(" ? ", "").matches('?').count()
                }
            };
            assert!(!wrong, "{language}: `{id}`: {text}");
        }
    }
}

#[test]
fn a_letter_is_spelled_by_a_word_that_begins_with_it() {
    let sentences = Sentences::load().expect("sentences");
    for language in Language::offered() {
        let mut words = BTreeSet::new();
        for sign in "0123456789abcdefghjkmnpqrstvwxyz".chars() {
            let word = said(&sentences, *language, &format!("spell-{sign}"), 0);
            assert!(
                sign.is_ascii_digit() || word.to_lowercase().starts_with(sign),
                "{language}: {sign} is {word}"
            );
            assert!(
                word.chars().all(|c| c.is_alphabetic() || c == '-'),
                "{language}: {word} is one word"
            );
            assert!(words.insert(word), "{language}: {sign}");
        }
    }
}
