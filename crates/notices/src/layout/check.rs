//! Whether a layout shows a whole letter and nothing else.

use super::{Layout, PAGE, TEXT, escaped, line_with};
use crate::letter::Letter;
use crate::templates::TemplateError;

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

impl Layout {
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

#[cfg(test)]
mod tests {
    use super::visible;
    use crate::layout::{Layout, escaped, ours};
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
            freeze: Some((
                "Or freeze it:".into(),
                "https://account.example.org/freeze/abc".into(),
            )),
            phrase: Some("Your words: the heron waits".into()),
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
        assert_eq!(page.matches("<a href=").count(), 4, "{page}");
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
        let text = "{{ greeting }} {{ phrase }} {{ happened }}{% for fact in facts %} {{ fact }}{% endfor %} {{ to_do }} {{ link }} {{ freeze }} {{ freeze_link }} {{ account }} \
                    {{ staff }} {{ help }} {{ service }} {{ url }}";
        for name in ["letter.txt", "en/letter.txt"] {
            let own = (name.to_owned(), name.to_owned(), text.to_owned());
            let layout = Layout::with([own]).unwrap();
            layout.check(&letter()).unwrap();
            assert!(
                layout
                    .text(&letter())
                    .unwrap()
                    .starts_with("Hello <Zoë>, Your words")
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
            "/etc/t/letter.txt, line 2: there is no place `hapened`; a layout has language, subject, greeting, phrase, \
             happened, article, facts, to_do, link, code, freeze, freeze_link, account, staff, help, service, url"
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
        let files = ours();
        for (place, (name, text)) in [
            ("facts", files[0]),
            ("help", files[0]),
            ("help", files[1]),
            ("link", files[1]),
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
        let (name, page) = ours()[1];
        let with = |extra: &str| page.replace("</body>", &format!("{extra}\n</body>"));
        let line = page.lines().count() - 1;
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
