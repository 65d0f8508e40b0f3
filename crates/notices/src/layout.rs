//! The letter around a notice: one file for the text, one for the page, both filled from the same [`Letter`].
//!
//! Sentences and their arrangement are kept apart. Sentences are Fluent, which knows plurals and which translators have
//! tools for; the arrangement is Jinja, which operators and designers know. No sentence stands in a layout, no markup in a
//! sentence.

mod check;

use crate::letter::{Letter, PARTS};
use crate::templates::TemplateError;
use counterfoil_lang::Language;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The plain text of a letter.
pub(crate) const TEXT: &str = "letter.txt";
/// The page of a letter.
pub(crate) const PAGE: &str = "letter.html";

const OURS: [(&str, &str); 2] = [
    (TEXT, include_str!("../templates/letter.txt")),
    (PAGE, include_str!("../templates/letter.html")),
];

/// What a layout is told beside the parts of the letter.
const LANGUAGE: &str = "language";

/// How letters look. Checked when it is loaded.
pub struct Layout {
    engine: Environment<'static>,
    /// Where each file came from, by its name in the engine.
    files: BTreeMap<String, String>,
}

impl Layout {
    /// Ours, as it is.
    ///
    /// # Errors
    /// No release can have one: the tests load it.
    pub fn bundled() -> Result<Self, TemplateError> {
        Self::with([])
    }

    /// Ours, with these files in the place of ours or before them: `letter.html` for every language, `en/letter.html` for one. Each is given with
    /// its name, where it was found, and its text.
    pub(crate) fn with(
        own: impl IntoIterator<Item = (String, String, String)>,
    ) -> Result<Self, TemplateError> {
        let mut engine = Environment::new();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_formatter(format);
        engine.add_filter("linked", linked);
        let mut layout = Self {
            engine,
            files: BTreeMap::new(),
        };
        for (name, text) in OURS {
            layout.add(name, name.to_owned(), text.to_owned())?;
        }
        for (name, file, text) in own {
            layout.add(&name, file, text)?;
        }
        Ok(layout)
    }

    fn add(&mut self, name: &str, file: String, text: String) -> Result<(), TemplateError> {
        self.files.insert(name.to_owned(), file);
        self.engine
            .add_template_owned(name.to_owned(), text)
            .map_err(|error| self.blame(name, &error))?;
        let template = self
            .engine
            .get_template(name)
            .map_err(|error| self.blame(name, &error))?;
        let mut unknown: Vec<String> = template
            .undeclared_variables(false)
            .into_iter()
            .filter(|place| place != LANGUAGE && !PARTS.contains(&place.as_str()))
            .collect();
        unknown.sort();
        match unknown.first() {
            None => Ok(()),
            Some(place) => Err(TemplateError {
                file: self.file(name),
                line: line_with(template.source(), place),
                problem: format!(
                    "there is no place `{place}`; a layout has {LANGUAGE}, {}",
                    PARTS.join(", ")
                ),
            }),
        }
    }

    /// The letter as plain text. Lines end with LF.
    pub(crate) fn text(&self, letter: &Letter) -> Result<String, Error> {
        // The engine drops the line end at the end of a file.
        let article = letter.article.as_ref();
        let article = article.map(|article| Value::from(article.text.as_str()));
        Ok(self.render(TEXT, letter, article)? + "\n")
    }

    /// The letter as a page.
    pub(crate) fn page(&self, letter: &Letter) -> Result<String, Error> {
        let article = letter.article.as_ref();
        let article = article.map(|article| Value::from_safe_string(article.page.clone()));
        Ok(self.render(PAGE, letter, article)? + "\n")
    }

    fn render(&self, file: &str, letter: &Letter, article: Option<Value>) -> Result<String, Error> {
        let facts: Value = letter.facts.iter().map(String::as_str).collect();
        self.engine
            .get_template(&self.name(file, letter.language))?
            .render(minijinja::context! {
                language => letter.language,
                service => &letter.service,
                url => &letter.public_url,
                subject => &letter.subject,
                greeting => &letter.greeting,
                happened => &letter.happened,
                article => article,
                facts => facts,
                to_do => &letter.to_do,
                link => &letter.link,
                code => &letter.code,
                phrase => &letter.phrase,
                freeze => letter.freeze.as_ref().map(|(sentence, _)| sentence),
                freeze_link => letter.freeze.as_ref().map(|(_, link)| link),
                account => &letter.account,
                staff => &letter.staff,
                help => &letter.help,
            })
    }

    /// The file of this language, if there is one, else that of all languages.
    fn name(&self, file: &str, language: &str) -> String {
        let of_language = format!("{language}/{file}");
        if self.files.contains_key(&of_language) {
            of_language
        } else {
            file.to_owned()
        }
    }

    fn blame(&self, name: &str, error: &Error) -> TemplateError {
        TemplateError {
            file: self.file(error.name().unwrap_or(name)),
            line: error.line(),
            problem: match error.detail() {
                Some(detail) => format!("{}: {detail}", error.kind()),
                None => error.kind().to_string(),
            },
        }
    }

    fn file(&self, name: &str) -> String {
        self.files.get(name).map_or(name, String::as_str).to_owned()
    }
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Layout").field(&self.files).finish()
    }
}

/// The names that a folder may have files of layout by.
pub(crate) fn names() -> [&'static str; 2] {
    [TEXT, PAGE]
}

/// What we would write to somebody who wants a file to start from.
pub(crate) fn ours() -> [(&'static str, &'static str); 2] {
    OURS
}

/// The engine's own escaping also writes `/` as an entity, which makes every address unreadable in the source.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Ok(());
    }
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let text = value.to_string();
    let escape = *state.auto_escape() != AutoEscape::None && !value.is_safe();
    let written = if escape {
        escaped(&text)
    } else {
        Cow::from(&text)
    };
    out.write_str(&written)
        .map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// Escaped, with our own address and the letter's links made links where they stand. Nothing else becomes one: a name that
/// looks like an address is somebody else's text.
fn linked(state: &State<'_, '_>, text: &str, style: Option<&str>) -> Value {
    let here = |name: &str| {
        state
            .lookup(name)
            .and_then(|value| value.as_str().map(str::to_owned))
    };
    let style = style.map_or(String::new(), |style| {
        format!(" style=\"{}\"", escaped(style))
    });
    let anchor = |url: &str| {
        let url = escaped(url);
        format!("<a href=\"{url}\"{style} rel=\"noreferrer\">{url}</a>")
    };
    if ["link", "freeze_link"]
        .iter()
        .any(|name| here(name).as_deref() == Some(text))
    {
        return Value::from_safe_string(anchor(text));
    }
    let Some(url) = here("url") else {
        return Value::from_safe_string(escaped(text).into_owned());
    };
    let parts: Vec<Cow<'_, str>> = text.split(url.as_str()).map(escaped).collect();
    Value::from_safe_string(parts.join(&anchor(&url)))
}

pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// The first line that has this in it, counted from 1.
fn line_with(source: &str, part: &str) -> Option<usize> {
    source
        .lines()
        .position(|line| line.contains(part))
        .map(|at| at + 1)
}

/// The names of files that belong to one language.
pub(crate) fn of_language(language: Language, file: &str) -> String {
    format!("{}/{file}", language.tag())
}
