//! The letter around a notice: one file for the text, one for the page, both filled from the same [`Letter`].
//!
//! Sentences and their arrangement are kept apart. Sentences are Fluent, which knows plurals and which translators have
//! tools for; the arrangement is Jinja, which operators and designers know. No sentence stands in a layout, no markup in a
//! sentence.

use crate::letter::Letter;
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

/// The places that a layout fills.
const PLACES: [&str; 17] = [
    "language",
    "service",
    "url",
    "subject",
    "greeting",
    "phrase",
    "happened",
    "article",
    "facts",
    "to_do",
    "link",
    "code",
    "freeze",
    "freeze_link",
    "account",
    "staff",
    "help",
];

/// What fetches something or runs when a mail is opened, or sends what somebody types. Whoever opens a notice is seen by nobody.
const FETCHES: [&str; 19] = [
    "<img",
    "<picture",
    "<svg",
    "<script",
    "<link",
    "<iframe",
    "<frame",
    "<object",
    "<embed",
    "<video",
    "<audio",
    "<form",
    "<base",
    "<input",
    "http-equiv",
    "src=",
    "url(",
    "@import",
    "background=",
];

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
            layout.add(name.to_owned(), name.to_owned(), text.to_owned())?;
        }
        for (name, file, text) in own {
            layout.add(name, file, text)?;
        }
        Ok(layout)
    }

    fn add(&mut self, name: String, file: String, text: String) -> Result<(), TemplateError> {
        self.files.insert(name.clone(), file);
        self.engine
            .add_template_owned(name.clone(), text)
            .map_err(|error| self.blame(&name, &error))?;
        let template = self
            .engine
            .get_template(&name)
            .map_err(|error| self.blame(&name, &error))?;
        let mut unknown: Vec<String> = template
            .undeclared_variables(false)
            .into_iter()
            .filter(|place| !PLACES.contains(&place.as_str()))
            .collect();
        unknown.sort();
        match unknown.first() {
            None => Ok(()),
            Some(place) => Err(TemplateError {
                file: self.file(&name),
                line: line_with(template.source(), place),
                problem: format!(
                    "there is no place `{place}`; a layout has {}",
                    PLACES.join(", ")
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

    /// Whether a letter comes out of both files whole, and its page fetches nothing and leads nowhere else.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub(crate) fn check(&self, letter: &Letter) -> Result<(), TemplateError> {
        let text_name = self.name(TEXT, letter.language);
        let text = self
            .text(letter)
            .map_err(|error| self.blame(&text_name, &error))?;
        let page_name = self.name(PAGE, letter.language);
        let page = self
            .page(letter)
            .map_err(|error| self.blame(&page_name, &error))?;
        let (said, shown) = (one_line(&text), visible(&page));
        for (place, part) in letter.parts() {
            let part = one_line(part);
            // The subject of a text stands above it, in the header.
            if place != "subject" && !said.contains(&part) {
                return Err(self.lost(&text_name, place));
            }
            if !shown.contains(&part) {
                return Err(self.lost(&page_name, place));
            }
        }
        self.check_page(&page_name, &page, letter)
    }

    fn check_page(&self, name: &str, page: &str, letter: &Letter) -> Result<(), TemplateError> {
        let low = page.to_lowercase();
        let wrong = |part: &str, problem: String| TemplateError {
            file: self.file(name),
            line: self
                .engine
                .get_template(name)
                .ok()
                .and_then(|template| line_with(&template.source().to_lowercase(), part)),
            problem,
        };
        if let Some(found) = FETCHES.iter().find(|fetch| low.contains(**fetch)) {
            let problem = format!(
                "`{found}` has no place in a notice: it fetches or sends something when the mail is opened"
            );
            return Err(wrong(found, problem));
        }
        for href in page.split("href=").skip(1) {
            let quoted = href
                .strip_prefix('"')
                .and_then(|href| href.split('"').next());
            let freeze = letter.freeze.as_ref().map(|(_, link)| link);
            let ours = [Some(&letter.public_url), letter.link.as_ref(), freeze];
            let leads = |to: &&String| quoted == Some(&*escaped(to));
            if !ours.iter().flatten().any(leads) {
                let problem =
                    "a link leads elsewhere than to `url`, `link` or `freeze_link`".into();
                return Err(wrong("href", problem));
            }
        }
        Ok(())
    }

    fn lost(&self, name: &str, place: &str) -> TemplateError {
        TemplateError {
            file: self.file(name),
            line: None,
            problem: format!("the letter doesn't show `{place}`, which its readers need"),
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

/// The words of a page's body, as a reader sees them.
fn visible(page: &str) -> String {
    let body = page
        .find("<body")
        .and_then(|at| page.get(at..))
        .unwrap_or(page);
    let mut words = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        // What stands in a line goes on; everything else begins a new one.
        if !matches!(
            tag.trim_start_matches('/').split(' ').next(),
            Some("a" | "b" | "strong" | "span")
        ) {
            words.push(' ');
        }
        rest = after;
    }
    words.push_str(rest);
    let plain = words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    one_line(&plain)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::{Layout, escaped, visible};
    use crate::letter::Letter;

    fn letter() -> Letter {
        Letter {
            language: "en",
            service: "Example & Sons".into(),
            public_url: "https://account.example.org".into(),
            subject: "A sheet was lost".into(),
            greeting: Some("Hello <Zoë>,".into()),
            happened: "Sheet 3 is dead.".into(),
            article: None,
            facts: vec!["When: now".into(), "Device: Firefox".into()],
            to_do: "Go to https://account.example.org now, or stop it here:".into(),
            link: Some("https://account.example.org/link/abc".into()),
            code: None,
            freeze: None,
            phrase: None,
            account: Some("This is about alice@example.org.".into()),
            staff: "Nobody asks for a code.".into(),
            help: "Call +33 1".into(),
        }
    }

    fn problem(name: &str, text: &str) -> String {
        let own = (name.to_owned(), format!("/etc/t/{name}"), text.to_owned());
        match Layout::with([own]) {
            Ok(layout) => layout.check(&letter()).unwrap_err().to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn markup_in_a_name_stays_text() {
        assert_eq!(
            escaped("<a href='x'>\"&\"</a>"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"
        );
        let page = Layout::with([]).unwrap().page(&letter()).unwrap();
        assert!(page.contains("Hello &lt;Zoë&gt;,"), "{page}");
        assert_eq!(page.matches("<a href=").count(), 3, "{page}");
    }

    #[test]
    fn ours_shows_everything() {
        Layout::with([]).unwrap().check(&letter()).unwrap();
        assert_eq!(
            visible("<head>x</head><body><p>a <a href=\"\">b</a>.</p><p>&amp;lt;</p></body>"),
            "a b. &lt;"
        );
    }

    #[test]
    fn a_layout_of_their_own_takes_the_place_of_ours_for_one_language_or_all() {
        let text = "{{ greeting }} {{ happened }}{% for fact in facts %} {{ fact }}{% endfor %} {{ to_do }} {{ link }} {{ account }} \
                    {{ staff }} {{ help }} {{ service }} {{ url }}";
        for name in ["letter.txt", "en/letter.txt"] {
            let own = (name.to_owned(), name.to_owned(), text.to_owned());
            let layout = Layout::with([own]).unwrap();
            layout.check(&letter()).unwrap();
            assert!(
                layout
                    .text(&letter())
                    .unwrap()
                    .starts_with("Hello <Zoë>, Sheet 3")
            );
        }
        let own = (
            "qps-ploc/letter.txt".to_owned(),
            String::new(),
            "{{ help }}".to_owned(),
        );
        let layout = Layout::with([own]).unwrap();
        assert!(layout.text(&letter()).unwrap().starts_with("Hello"));
    }

    #[test]
    fn what_is_wrong_with_a_layout_is_said_with_file_and_line() {
        assert_eq!(
            problem("letter.txt", "{{ happened }}\n{{ hapened }}\n"),
            "/etc/t/letter.txt, line 2: there is no place `hapened`; a layout has language, service, url, subject, greeting, \
             phrase, happened, article, facts, to_do, link, code, freeze, freeze_link, account, staff, help"
        );
        let syntax = problem("letter.html", "<p>\n{{ happened\n");
        assert!(syntax.starts_with("/etc/t/letter.html, line "), "{syntax}");
        let filter = problem("letter.html", "<p>\n{{ happened | shout }}\n");
        assert!(
            filter.starts_with("/etc/t/letter.html, line 2: "),
            "{filter}"
        );
    }

    #[test]
    fn a_letter_without_its_facts_or_its_help_line_is_refused() {
        let ours = super::ours();
        for (place, (name, text)) in [
            ("facts", ours[0]),
            ("help", ours[0]),
            ("help", ours[1]),
            ("link", ours[1]),
        ] {
            let without = text
                .replace("{{ fact }}", "")
                .replace(&format!("{{{{ {place} }}}}"), "")
                .replace(&format!("{{{{ {place} | linked(anchor) }}}}"), "");
            let text = if place == "facts" {
                without
            } else {
                without
                    .replace(
                        "{% for fact in facts -%}\n",
                        "{% for fact in facts -%}\n{{ fact }}",
                    )
                    .replace(
                        "{%- for fact in facts %}",
                        "{%- for fact in facts %}{{ fact }}",
                    )
            };
            assert_eq!(
                problem(name, &text),
                format!("/etc/t/{name}: the letter doesn't show `{place}`, which its readers need")
            );
        }
    }

    #[test]
    fn a_page_that_fetches_or_leads_elsewhere_is_refused() {
        let (name, ours) = super::ours()[1];
        let with = |extra: &str| ours.replace("</body>", &format!("{extra}\n</body>"));
        let line = ours.lines().count() - 1;
        for fetch in [
            "<IMG alt=''>",
            "<div style='background:url(x)'>",
            "<script>1</script>",
        ] {
            let error = problem(name, &with(fetch));
            assert!(error.contains("has no place in a notice"), "{error}");
            assert!(
                error.starts_with(&format!("/etc/t/letter.html, line {line}: ")),
                "{error}"
            );
        }
        let error = problem(name, &with("<a href=\"https://evil.example\">x</a>"));
        assert!(
            error.ends_with("a link leads elsewhere than to `url`, `link` or `freeze_link`"),
            "{error}"
        );
    }
}
