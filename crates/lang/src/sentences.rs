//! The book of sentences: built once, read from everywhere.

use crate::{
    Arg, Language, OwnSentences, own, pseudo,
    sources::{ENGLISH, Source},
};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser, serializer,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};
use unic_langid::{LanguageIdentifier, LanguageIdentifierError};

/// Every sentence in every language. Built once at the start, then shared: it is `Send + Sync`.
pub struct Sentences {
    english: FluentBundle<FluentResource>,
    pseudo: FluentBundle<FluentResource>,
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
    /// Reads every sentence and makes the pseudo-language.
    ///
    /// # Errors
    /// When the files, which are compiled in, have junk in them or define an id twice.
    pub fn load() -> Result<Self, LoadError> {
        Self::from_sources(ENGLISH, &[])
    }

    /// Reads every sentence, puts an operator's own in the place of ours, and makes the pseudo-language of what came out.
    ///
    /// # Errors
    /// [`LoadError`] with file and line when a sentence of theirs has no place here, wants to say what nobody gives it, or
    /// leaves out what ours says.
    pub fn load_with(own: &[OwnSentences<'_>]) -> Result<Self, LoadError> {
        Self::from_sources(ENGLISH, own)
    }

    fn from_sources(sources: &[Source<'_>], own: &[OwnSentences<'_>]) -> Result<Self, LoadError> {
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
        let mut sentences = Self {
            arguments: resolve(&needs)?,
            english,
            pseudo,
        };
        for own in own {
            sentences.take_over(own, &mut needs)?;
        }
        Ok(sentences)
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
        for (id, value) in ids.iter().zip(own::patterns(&resource)) {
            needs.insert((*id).to_owned(), needs_of(value));
        }
        for id in &ids {
            let mut references = needs.get(*id).into_iter().flat_map(|need| &need.references);
            if let Some(missing) = references.find(|id| !needs.contains_key(*id)) {
                let problem = format!("`{id}` refers to `{missing}`, which does not exist");
                return Err(own.refused(id, problem));
            }
        }
        let arguments = resolve(needs)?;
        own::check(own, &ids, &self.arguments, &arguments)?;
        let pseudo = serializer::serialize(&pseudo::translate(resource.clone()));
        match own.language {
            Language::English | Language::Pseudo => {
                self.english
                    .add_resource_overriding(read(source, own.text.to_owned())?);
                self.pseudo.add_resource_overriding(read(source, pseudo)?);
            }
        }
        self.arguments = arguments;
        Ok(())
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
        let bundle = match language {
            Language::English => &self.english,
            Language::Pseudo => &self.pseudo,
        };
        let broken = || TextError::Broken(id.to_owned());
        let pattern = bundle
            .get_message(id)
            .and_then(|message| message.value())
            .ok_or_else(broken)?;
        let values: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (*name, arg.value()))
            .collect();
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Ok(text)
        } else {
            Err(broken())
        }
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
        Language::English | Language::Pseudo => Language::English.tag().parse()?,
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

/// What a pattern needs: its own variables, and the messages and terms that it refers to.
#[derive(Default)]
struct Needs {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

fn needs_of(pattern: &Pattern<String>) -> Needs {
    let mut needs = Needs::default();
    needs.pattern(pattern);
    needs
}

impl Needs {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.clone());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &CallArguments<String>) {
        for inline in &arguments.positional {
            self.inline(inline);
        }
    }
}

/// The variables of every message, with those of the messages that it refers to. A term sees no arguments (Fluent guide,
/// "Parameterized terms"), so it adds none.
fn resolve(
    needs: &BTreeMap<String, Needs>,
) -> Result<BTreeMap<String, BTreeSet<String>>, LoadError> {
    let mut resolved = BTreeMap::new();
    for (id, need) in needs {
        let mut variables = BTreeSet::new();
        let mut seen = BTreeSet::from([id.as_str()]);
        let mut open = vec![need];
        while let Some(need) = open.pop() {
            variables.extend(need.variables.iter().cloned());
            for reference in &need.references {
                let target = needs.get(reference).ok_or_else(|| LoadError::Dangling {
                    id: id.clone(),
                    missing: reference.clone(),
                })?;
                if !reference.starts_with('-') && seen.insert(reference) {
                    open.push(target);
                }
            }
        }
        if !id.starts_with('-') {
            resolved.insert(id.clone(), variables);
        }
    }
    Ok(resolved)
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
        Sentences::from_sources(&[first, second], &[])
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
