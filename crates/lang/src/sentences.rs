//! The book of sentences: built once, read from everywhere.

use crate::{
    Arg, Language, OwnSentences,
    needs::{Needs, needs_of, resolve},
    own, pseudo,
    sources::{self, Source},
};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::{
    ast::{Entry, Resource},
    parser, serializer,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt,
};
use unic_langid::{LanguageIdentifier, LanguageIdentifierError};

/// Every sentence in every language. Built once at the start, then shared: it is `Send + Sync`.
pub struct Sentences {
    bundles: HashMap<Language, FluentBundle<FluentResource>>,
    arguments: BTreeMap<String, BTreeSet<String>>,
}

/// The files of sentences don't fit together. No release can have this of the files that are compiled in: the tests load them.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file has something that is not Fluent syntax.
    #[error("{file}, line {line}: {problem}")]
    Syntax {
        /// The file's name.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What the parser says about it.
        problem: String,
    },
    /// The same id stands in two places.
    #[error("{file}: `{id}` is defined twice")]
    Duplicate {
        /// The file with the second of them.
        file: String,
        /// The id.
        id: String,
    },
    /// A message has attributes, or no sentence. Here one id is one sentence.
    #[error("{file}: `{id}` is not one sentence")]
    Shape {
        /// The file's name.
        file: String,
        /// The id.
        id: String,
    },
    /// A sentence refers to a message or term that does not exist.
    #[error("`{id}` refers to `{missing}`, which does not exist")]
    Dangling {
        /// The sentence.
        id: String,
        /// What it refers to.
        missing: String,
    },
    /// A sentence of an operator's own can't take the place of ours.
    #[error("{file}, line {line}: {problem}")]
    Own {
        /// The file's name.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong with the sentence there.
        problem: String,
    },
    /// A language's tag is not one that the plural rules know how to read.
    #[error("a language tag")]
    Tag(#[from] LanguageIdentifierError),
}

/// A sentence that can't be said. No release can have this for an id written in a source: a test reads them all.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// There is no sentence with this id.
    #[error("no sentence has the id `{0}`")]
    Unknown(String),
    /// The sentence has a place for which no value was given.
    #[error("the sentence `{id}` needs the argument `{argument}`")]
    MissingArgument {
        /// The sentence.
        id: String,
        /// The argument's name, without `$`.
        argument: String,
    },
    /// The sentence could not be put together, for another reason.
    #[error("the sentence `{0}` could not be put together")]
    Broken(String),
}

impl Sentences {
    /// Reads every sentence in every language and makes the pseudo-language.
    ///
    /// # Errors
    /// When the files, which are compiled in, have junk in them or define an id twice.
    pub fn load() -> Result<Self, LoadError> {
        Self::load_with(&[])
    }

    /// Reads every sentence, puts an operator's own in the place of ours, and makes the pseudo-language of what came out.
    ///
    /// # Errors
    /// [`LoadError`] with file and line when a sentence of theirs has no place here, wants to say what nobody gives it, or
    /// leaves out what ours says.
    pub fn load_with(own: &[OwnSentences<'_>]) -> Result<Self, LoadError> {
        let (mut sentences, mut needs) = Self::in_english(sources::of(Language::English))?;
        for language in Language::offered() {
            if *language != Language::English {
                let mut bundle = bundle(*language)?;
                for source in sources::of(*language) {
                    add(&mut bundle, *source, source.text.to_owned())?;
                }
                sentences.bundles.insert(*language, bundle);
            }
        }
        for own in own {
            sentences.take_over(own, &mut needs)?;
        }
        Ok(sentences)
    }

    /// The English sentences, which say what there is and which arguments it takes, and the pseudo-language; and what each needs.
    fn in_english(sources: &[Source<'_>]) -> Result<(Self, BTreeMap<String, Needs>), LoadError> {
        let mut english = bundle(Language::English)?;
        let mut pseudo = bundle(Language::Pseudo)?;
        let mut needs = BTreeMap::new();
        for source in sources {
            let resource = parse(*source)?;
            for entry in &resource.body {
                let (id, need) = match entry {
                    Entry::Message(message) => match &message.value {
                        Some(value) if message.attributes.is_empty() => {
                            (message.id.name.clone(), needs_of(value))
                        }
                        _ => {
                            return Err(LoadError::Shape {
                                file: source.file.to_owned(),
                                id: message.id.name.clone(),
                            });
                        }
                    },
                    Entry::Term(term) => (format!("-{}", term.id.name), needs_of(&term.value)),
                    _ => continue,
                };
                if needs.insert(id.clone(), need).is_some() {
                    return Err(LoadError::Duplicate {
                        file: source.file.to_owned(),
                        id,
                    });
                }
            }
            add(&mut english, *source, source.text.to_owned())?;
            add(
                &mut pseudo,
                *source,
                serializer::serialize(&pseudo::translate(resource)),
            )?;
        }
        let arguments = resolve(&needs)?;
        let bundles = HashMap::from([(Language::English, english), (Language::Pseudo, pseudo)]);
        Ok((Self { bundles, arguments }, needs))
    }

    /// Puts the sentences of one file in the place of ours.
    fn take_over(
        &mut self,
        own: &OwnSentences<'_>,
        needs: &mut BTreeMap<String, Needs>,
    ) -> Result<(), LoadError> {
        let source = Source {
            file: own.file,
            text: own.text,
        };
        let resource = parse(source)?;
        let ids = own::ids(own, &resource, &self.arguments)?;
        let mut theirs = needs.clone();
        for (id, value) in ids.iter().zip(own::patterns(&resource)) {
            theirs.insert((*id).to_owned(), needs_of(value));
        }
        for id in &ids {
            let mut references = theirs
                .get(*id)
                .into_iter()
                .flat_map(|need| &need.references);
            if let Some(missing) = references.find(|id| !theirs.contains_key(*id)) {
                let problem = format!("`{id}` refers to `{missing}`, which does not exist");
                return Err(own.refused(id, problem));
            }
        }
        let arguments = resolve(&theirs)?;
        own::check(own, &ids, &self.arguments, &arguments)?;
        let english = matches!(own.language, Language::English | Language::Pseudo);
        let spoken = if english {
            Language::English
        } else {
            own.language
        };
        self.replace(spoken, read(source, own.text.to_owned())?);
        if english {
            let pseudo = serializer::serialize(&pseudo::translate(resource));
            self.replace(Language::Pseudo, read(source, pseudo)?);
            // The other languages are held against what the English sentence takes.
            *needs = theirs;
            self.arguments = arguments;
        }
        Ok(())
    }

    fn replace(&mut self, language: Language, resource: FluentResource) {
        if let Some(bundle) = self.bundles.get_mut(&language) {
            bundle.add_resource_overriding(resource);
        }
    }

    /// The sentence with this id, in this language, with these arguments. A sentence that can't be said is `{id}` in
    /// braces: a page with a hole in it is better than no page on somebody's worst day.
    ///
    /// The result is plain text. Whatever shows it must escape it as it escapes any text.
    #[must_use]
    pub fn text(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.try_text(language, id, args)
            .unwrap_or_else(|_| format!("{{{id}}}"))
    }

    /// As [`text`](Self::text), for those who want to know. Arguments that the sentence has no place for are left out.
    ///
    /// # Errors
    /// When no sentence has this id, or an argument is missing.
    pub fn try_text(
        &self,
        language: Language,
        id: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Result<String, TextError> {
        let needed = self
            .arguments
            .get(id)
            .ok_or_else(|| TextError::Unknown(id.to_owned()))?;
        if let Some(argument) = needed
            .iter()
            .find(|needed| !args.iter().any(|(name, _)| name == needed))
        {
            return Err(TextError::MissingArgument {
                id: id.to_owned(),
                argument: argument.clone(),
            });
        }
        // No release lacks a sentence in a language, for a test reads them all. Whoever works on a new one sees it in English.
        self.say(language, id, args)
            .or_else(|| self.say(Language::English, id, args))
            .ok_or_else(|| TextError::Broken(id.to_owned()))
    }

    fn say(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(id)?.value()?;
        let values: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (*name, arg.value()))
            .collect();
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        errors.is_empty().then_some(text)
    }

    /// Whether a sentence has this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.arguments.contains_key(id)
    }

    /// Every id, in order. The same in every language.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.arguments.keys().map(String::as_str)
    }

    /// The names of the arguments that a sentence needs, without `$`; empty for an id that does not exist.
    #[must_use]
    pub fn arguments(&self, id: &str) -> BTreeSet<String> {
        self.arguments.get(id).cloned().unwrap_or_default()
    }
}

impl fmt::Debug for Sentences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sentences({})", self.arguments.len())
    }
}

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, LoadError> {
    // The pseudo-language is English to the plural rules.
    let rules: LanguageIdentifier = match language {
        Language::Pseudo => Language::English.tag().parse()?,
        spoken => spoken.tag().parse()?,
    };
    let mut bundle = FluentBundle::new_concurrent(vec![rules]);
    bundle.set_use_isolating(false);
    Ok(bundle)
}

fn parse(source: Source<'_>) -> Result<Resource<String>, LoadError> {
    parser::parse(source.text.to_owned()).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        LoadError::Syntax {
            file: source.file.to_owned(),
            line: source
                .text
                .get(..at)
                .unwrap_or_default()
                .lines()
                .count()
                .max(1),
            problem: errors
                .first()
                .map(|error| error.kind.to_string())
                .unwrap_or_default(),
        }
    })
}

fn add(
    bundle: &mut FluentBundle<FluentResource>,
    source: Source<'_>,
    text: String,
) -> Result<(), LoadError> {
    let resource = read(source, text)?;
    bundle
        .add_resource(resource)
        .map_err(|errors| syntax(source, errors.first().map(ToString::to_string)))
}

fn read(source: Source<'_>, text: String) -> Result<FluentResource, LoadError> {
    FluentResource::try_new(text)
        .map_err(|(_, errors)| syntax(source, errors.first().map(ToString::to_string)))
}

fn syntax(source: Source<'_>, problem: Option<String>) -> LoadError {
    LoadError::Syntax {
        file: source.file.to_owned(),
        line: 1,
        problem: problem.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LoadError, Sentences, Source};

    fn load(text: &str) -> Result<Sentences, LoadError> {
        let first = Source {
            file: "a.ftl",
            text: "first = First\n",
        };
        let second = Source {
            file: "b.ftl",
            text,
        };
        Sentences::in_english(&[first, second]).map(|(sentences, _)| sentences)
    }

    #[test]
    fn junk_is_refused_with_its_line() {
        let error = load("fine = Fine\n\nnot fine\n").unwrap_err();
        assert!(error.to_string().starts_with("b.ftl, line 3: "), "{error}");
    }

    #[test]
    fn an_id_in_two_files_is_refused() {
        let error = load("first = Again\n").unwrap_err();
        assert_eq!(error.to_string(), "b.ftl: `first` is defined twice");
    }

    #[test]
    fn a_reference_to_nothing_is_refused() {
        assert!(matches!(
            load("a = { nowhere }\n"),
            Err(LoadError::Dangling { .. })
        ));
        assert!(matches!(
            load("a = { -nothing }\n"),
            Err(LoadError::Dangling { .. })
        ));
    }

    #[test]
    fn attributes_are_refused() {
        assert!(matches!(
            load("a = A\n    .title = T\n"),
            Err(LoadError::Shape { .. })
        ));
    }

    #[test]
    fn arguments_are_found_through_references_and_variants() {
        let sentences = load(
            "-name = Counterfoil\na = { $x } { first } { -name }\nb =\n    { $count ->\n        [one] one { a }\n       *[other] { $y }\n    }\n",
        )
        .unwrap();
        let names: Vec<_> = sentences.arguments("b").into_iter().collect();
        assert_eq!(names, ["count", "x", "y"]);
        assert_eq!(sentences.ids().collect::<Vec<_>>(), ["a", "b", "first"]);
    }
}
