//! An answer of the server, read as a person reads a page: what it says, and the forms on it.

#![expect(
    clippy::panic,
    reason = "a page that isn't what the test is about must stop it and be shown"
)]

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use std::fmt;

/// An answer.
#[derive(Clone)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub bytes: Bytes,
    /// What was asked for, after all redirects.
    pub path: String,
    /// Where redirects led through on the way here.
    pub hops: Vec<String>,
}

/// A form as it stands on a page.
#[derive(Clone, Debug)]
pub struct PageForm {
    /// Where it is sent.
    pub action: String,
    /// What it sends as it stands: hidden fields and those filled in already, in order.
    pub fields: Vec<(String, String)>,
    /// The fields a person may fill in, and the buttons that have a name.
    pub names: Vec<String>,
    /// What a passkey is asked for and where, in a form that only a script shows.
    pub asks: Option<(String, String)>,
}

impl Page {
    /// The body as text.
    #[must_use]
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What it says in its main part, a line for each run of text.
    #[must_use]
    pub fn text(&self) -> String {
        let html = self.html();
        let main = between(&html, "<main", "</main>").unwrap_or(&html);
        let runs = main
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split_once('>'));
        let lines = runs.map(|(_, run)| run.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        unescaped(&lines.join("\n"))
    }

    /// Whether its main part says this.
    #[must_use]
    pub fn says(&self, what: &str) -> bool {
        self.text().contains(what)
    }

    /// Stops the test unless it says this.
    ///
    /// # Panics
    /// When it doesn't.
    #[track_caller]
    pub fn must_say(&self, what: &str) {
        assert!(self.says(what), "it doesn't say {what:?}: {self:?}");
    }

    /// The title, without the service's name.
    #[must_use]
    pub fn title(&self) -> String {
        let html = self.html();
        let title = between(&html, "<title>", "</title>").unwrap_or_default();
        unescaped(title.rsplit_once(" · ").map_or(title, |(title, _)| title))
    }

    /// What is wrong, as the summary on top says it.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let html = self.html();
        let list = between(&html, "class=\"summary\"", "</ul>").unwrap_or_default();
        let items = list.split("<li>").skip(1);
        items
            .filter_map(|item| item.split("</li>").next())
            .map(|item| unescaped(&without_tags(item)))
            .collect()
    }

    /// The code that it shows, without spaces.
    #[must_use]
    pub fn shown_code(&self) -> Option<String> {
        let html = self.html();
        let shown = between(&html, "<p class=\"code-shown\">", "</p>")?;
        Some(without_tags(shown).split_whitespace().collect())
    }

    /// Every form on it.
    #[must_use]
    pub fn forms(&self) -> Vec<PageForm> {
        let html = self.html();
        let forms = html
            .split("<form ")
            .skip(1)
            .filter_map(|form| form.split("</form>").next());
        forms.map(PageForm::read).collect()
    }

    /// The first form of its main part that is there without script.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn form(&self) -> PageForm {
        let html = self.html();
        let main = between(&html, "<main", "</main>").unwrap_or_default();
        let form = main
            .split("<form ")
            .skip(1)
            .filter_map(|form| form.split("</form>").next())
            .map(PageForm::read)
            .find(|form| form.asks.is_none());
        form.unwrap_or_else(|| panic!("there is no form: {self:?}"))
    }

    /// The form that is sent to this path, and is there without script.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn form_to(&self, action: &str) -> PageForm {
        let mut forms = self.forms().into_iter();
        let form = forms.find(|form| form.action == action && form.asks.is_none());
        form.unwrap_or_else(|| panic!("there is no form to {action}: {self:?}"))
    }

    /// The values of a header's lines.
    #[must_use]
    pub fn header_lines(&self, name: &str) -> Vec<String> {
        let lines = self.headers.get_all(name).iter();
        lines
            .map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned())
            .collect()
    }
}

impl PageForm {
    fn read(form: &str) -> Self {
        let (tag, inside) = form.split_once('>').unwrap_or((form, ""));
        let mut read = Self {
            action: attribute(tag, "action").unwrap_or_default(),
            asks: attribute(tag, "data-passkey").zip(attribute(tag, "data-passkey-at")),
            fields: Vec::new(),
            names: Vec::new(),
        };
        for tag in inside
            .split('<')
            .filter_map(|part| part.split_once('>'))
            .map(|(tag, _)| tag)
        {
            let Some(name) = attribute(tag, "name") else {
                continue;
            };
            let value = attribute(tag, "value").unwrap_or_default();
            let kind = attribute(tag, "type").unwrap_or_default();
            let ticked = !matches!(kind.as_str(), "radio" | "checkbox") || tag.contains(" checked");
            if tag.starts_with("input ") && ticked {
                read.fields.push((name.clone(), value));
            }
            if kind != "hidden" {
                read.names.push(name);
            }
        }
        read
    }

    /// The value of a field as it stands.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// What is sent when these fields are filled in, or buttons pressed.
    ///
    /// # Panics
    /// When the form has no such field.
    #[must_use]
    #[track_caller]
    pub fn filled(&self, given: &[(&str, &str)]) -> Vec<(String, String)> {
        for (name, _) in given {
            assert!(
                self.names.iter().any(|own| own == name),
                "the form to {} has no field {name}: {:?}",
                self.action,
                self.names
            );
        }
        let kept = self
            .fields
            .iter()
            .filter(|(name, _)| given.iter().all(|(given, _)| given != name))
            .cloned();
        let given = given
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        kept.chain(given).collect()
    }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    text.split_once(from)?
        .1
        .split_once(to)
        .map(|(inside, _)| inside)
}

fn without_tags(html: &str) -> String {
    let (first, rest) = html.split_once('<').unwrap_or((html, ""));
    let runs = rest.split('<').filter_map(|tag| tag.split_once('>'));
    runs.fold(first.to_owned(), |text, (_, run)| text + run)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    between(tag, &format!(" {name}=\""), "\"")
        .or_else(|| tag.strip_prefix(&format!("{name}=\""))?.split('"').next())
        .map(unescaped)
}

/// What our templates escape, read back.
fn unescaped(text: &str) -> String {
    text.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {}\n{}\n{}",
            self.status,
            self.path,
            self.title(),
            self.text()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        Page {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            bytes: html.to_owned().into(),
            path: "/".into(),
            hops: Vec::new(),
        }
    }

    #[test]
    fn reads_what_a_person_reads() {
        let page = page(
            "<title>Look &#38; see · us</title><main id=\"main\"><h1>Isn&#39;t  it</h1><p>so</p></main><p>footer</p>",
        );
        assert_eq!(page.title(), "Look & see");
        assert_eq!(page.text(), "Isn't it\nso");
    }

    #[test]
    fn carries_hidden_fields_and_fills_the_others() {
        let form = page(
            "<main><form method=\"post\" action=\"/there\" novalidate><input type=\"hidden\" name=\"csrf\" value=\"t\">\
             <input id=\"code\" name=\"code\" type=\"text\" value=\"a&#38;b\"><input type=\"radio\" name=\"size\" value=\"a4\" checked>\
             <input type=\"radio\" name=\"size\" value=\"letter\"><button name=\"again\" value=\"yes\">no</button></form></main>",
        )
        .form();
        assert_eq!(form.action, "/there");
        assert_eq!(form.value("code"), Some("a&b"));
        let sent = form.filled(&[("code", "x"), ("again", "yes")]);
        let sent: Vec<(&str, &str)> = sent
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            sent,
            [
                ("csrf", "t"),
                ("size", "a4"),
                ("code", "x"),
                ("again", "yes")
            ]
        );
    }

    #[test]
    #[should_panic(expected = "has no field word")]
    fn a_field_that_is_not_there_stops_the_test() {
        let form = page("<main><form action=\"/\"><input type=\"hidden\" name=\"csrf\" value=\"t\"></form></main>").form();
        drop(form.filled(&[("word", "x")]));
    }
}
