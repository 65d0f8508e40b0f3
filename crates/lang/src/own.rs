//! Sentences of an operator's own, in the place of ours.
//!
//! They are named by our ids, so a file of theirs has only what is to read differently, and a release that brings new
//! sentences needs nothing from them. What a sentence must not do is lose a fact: it says what ours says, in other words.

use crate::{Language, LoadError};
use fluent_syntax::ast::{Entry, Pattern, Resource};
use std::collections::{BTreeMap, BTreeSet};

/// One file of an operator's own sentences.
#[derive(Clone, Copy, Debug)]
pub struct OwnSentences<'a> {
    /// Where it is, for whoever has to mend it.
    pub file: &'a str,
    /// What it says.
    pub text: &'a str,
    /// In which language.
    pub language: Language,
    /// Which sentences may be said otherwise: the beginning of their ids.
    pub area: &'a str,
    /// What every sentence of the area is given, whether ours says it or not.
    pub given: &'a [&'a str],
}

impl OwnSentences<'_> {
    /// What is wrong with the sentence of this id, with its line.
    pub(crate) fn refused(&self, id: &str, problem: String) -> LoadError {
        let line = |line: &str| {
            line.strip_prefix(id)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        LoadError::Own {
            file: self.file.to_owned(),
            line: self.text.lines().position(line).map_or(1, |at| at + 1),
            problem,
        }
    }
}

/// The ids of the file's sentences, in its order. All of them must be ours already.
pub(crate) fn ids<'r>(
    own: &OwnSentences<'_>,
    resource: &'r Resource<String>,
    ours: &BTreeMap<String, BTreeSet<String>>,
) -> Result<Vec<&'r str>, LoadError> {
    let mut ids = Vec::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                let id = format!("-{}", term.id.name);
                let problem = format!("`{id}` is a term; only sentences can be said otherwise");
                return Err(own.refused(&id, problem));
            }
            _ => continue,
        };
        let id = message.id.name.as_str();
        if !id.starts_with(own.area) || !ours.contains_key(id) {
            let problem = format!("`{id}` is no sentence of ours{}", nearest(id, own, ours));
            return Err(own.refused(id, problem));
        }
        if message.value.is_none() || !message.attributes.is_empty() {
            return Err(own.refused(id, format!("`{id}` is not one sentence")));
        }
        if ids.contains(&id) {
            return Err(own.refused(id, format!("`{id}` is defined twice")));
        }
        ids.push(id);
    }
    Ok(ids)
}

/// The sentences of a file that [`ids`] has let through, in the same order.
pub(crate) fn patterns(resource: &Resource<String>) -> impl Iterator<Item = &Pattern<String>> {
    resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => message.value.as_ref(),
        _ => None,
    })
}

/// Whether each sentence says what ours said, and nothing that it isn't given.
pub(crate) fn check(
    own: &OwnSentences<'_>,
    ids: &[&str],
    ours: &BTreeMap<String, BTreeSet<String>>,
    theirs: &BTreeMap<String, BTreeSet<String>>,
) -> Result<(), LoadError> {
    let none = BTreeSet::new();
    let given = |variable: &String| own.given.contains(&variable.as_str());
    for id in ids {
        let (ours, theirs) = (
            ours.get(*id).unwrap_or(&none),
            theirs.get(*id).unwrap_or(&none),
        );
        if let Some(unknown) = theirs
            .iter()
            .find(|name| !ours.contains(*name) && !given(name))
        {
            let known: BTreeSet<&str> = ours
                .iter()
                .map(String::as_str)
                .chain(own.given.iter().copied())
                .collect();
            let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
            let problem = format!(
                "`{id}` says ${unknown}, which it isn't given; it may say {}",
                known.join(", ")
            );
            return Err(own.refused(id, problem));
        }
        if let Some(lost) = ours
            .iter()
            .find(|name| !theirs.contains(*name) && !given(name))
        {
            let problem = format!("`{id}` leaves out ${lost}, which its readers need");
            return Err(own.refused(id, problem));
        }
    }
    Ok(())
}

/// "; did you mean …": an id of ours that differs from theirs in one place only.
fn nearest(id: &str, own: &OwnSentences<'_>, ours: &BTreeMap<String, BTreeSet<String>>) -> String {
    let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let alike = |theirs: &str| {
        let from_start = same(id, theirs);
        let reversed = |text: &str| text.bytes().rev().collect::<Vec<u8>>();
        let (a, b) = (reversed(id), reversed(theirs));
        let from_end = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        from_start + from_end + 2 >= id.len().max(theirs.len())
    };
    ours.keys()
        .find(|ours| ours.starts_with(own.area) && alike(ours))
        .map(|ours| format!("; did you mean `{ours}`?"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{Language, OwnSentences, Sentences};

    fn load(text: &str) -> Result<Sentences, String> {
        let own = OwnSentences {
            file: "en/notices.ftl",
            text,
            language: Language::English,
            area: "notice-",
            given: &["service", "url"],
        };
        Sentences::load_with(&[own]).map_err(|error| error.to_string())
    }

    #[test]
    fn a_sentence_takes_the_place_of_ours_in_every_language_made_from_it() {
        let sentences = load(
            "# Ours is shorter.\nnotice-sheet-lost-body = Sheet { $sheet } of { $service } is dead.\n",
        )
        .unwrap();
        let args = [("sheet", "3".into()), ("service", "Mail".into())];
        let say = |language| sentences.text(language, "notice-sheet-lost-body", &args);
        assert_eq!(say(Language::English), "Sheet 3 of Mail is dead.");
        assert_eq!(say(Language::Pseudo), "Šħééééţ 3 ööf Mail îš ðééååð.");
        assert!(sentences.has("notice-sheet-lost-do"));
    }

    #[test]
    fn what_has_no_place_here_is_refused_with_its_line() {
        let refused = |text: &str| load(text).unwrap_err();
        assert_eq!(
            refused("\nnotice-sheet-lots-body = Gone\n"),
            "en/notices.ftl, line 2: `notice-sheet-lots-body` is no sentence of ours; did you mean `notice-sheet-lost-body`?"
        );
        assert_eq!(
            refused("shell-skip = Skip\n"),
            "en/notices.ftl, line 1: `shell-skip` is no sentence of ours"
        );
        assert_eq!(
            refused("-brand = Us\n"),
            "en/notices.ftl, line 1: `-brand` is a term; only sentences can be said otherwise"
        );
        assert_eq!(
            refused("notice-print = A\n\nnotice-staff = B\nnotice-print = C\n"),
            "en/notices.ftl, line 1: `notice-print` is defined twice"
        );
        let error = refused("notice-print = Fine\n\nnot fine\n");
        assert!(error.starts_with("en/notices.ftl, line 3: "), "{error}");
        let error = refused("notice-print = { notice-paper }\n");
        assert_eq!(
            error,
            "en/notices.ftl, line 1: `notice-print` refers to `notice-paper`, which does not exist"
        );
    }

    #[test]
    fn a_place_that_nobody_fills_and_a_fact_that_is_lost_are_refused() {
        let refused = |text: &str| load(text).unwrap_err();
        assert_eq!(
            refused("notice-sheet-lost-body = Sheet { $sheet } of { $owner } is dead.\n"),
            "en/notices.ftl, line 1: `notice-sheet-lost-body` says $owner, which it isn't given; it may say $service, $sheet, $url"
        );
        assert_eq!(
            refused("notice-sheet-lost-body = Your sheet is dead.\n"),
            "en/notices.ftl, line 1: `notice-sheet-lost-body` leaves out $sheet, which its readers need"
        );
    }
}
