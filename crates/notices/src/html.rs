//! The same letter as a page: no pictures, no scripts, nothing fetched, nothing hidden, every address in full.

use crate::letter::Letter;
use std::borrow::Cow;

/// Paper and ink, and ink and paper at night; the dotted line is the product's perforation. The rules that matter stand
/// on the elements, since some mail programs drop the head.
const STYLE: &str = "\
@media (prefers-color-scheme: dark) {
  body, .page { background: #17150f !important; color: #f3eee2 !important; }
  a { color: #f3eee2 !important; }
  .tear { border-color: #8d8575 !important; }
  .do { border-color: #e0a23c !important; }
  .small { color: #c9c1b0 !important; }
}";
const PAPER: &str = "margin:0;padding:0;background:#fbf8f1;color:#1d1a14";
const PAGE: &str = "max-width:36em;margin:0;padding:24px;background:#fbf8f1;color:#1d1a14;\
                    font-family:'Atkinson Hyperlegible',Verdana,Arial,sans-serif;font-size:18px;line-height:1.5;text-align:left";
const SERVICE: &str = "margin:0;font-weight:bold";
const TEAR: &str = "margin:16px 0;border:0;border-top:2px dotted #8d8575;height:0";
const HEADING: &str = "margin:0 0 16px;font-size:24px;line-height:1.25";
const PARAGRAPH: &str = "margin:0 0 16px";
const DO: &str = "margin:24px 0;padding:4px 0 4px 16px;border-left:4px solid #9a5b00";
const DO_LINE: &str = "margin:0";
const LINK: &str = "color:#1d1a14;word-break:break-all";
const SMALL: &str = "margin:0 0 12px;font-size:16px;color:#4a453a";

impl Letter {
    /// As an HTML document in this language (BCP 47).
    pub(crate) fn html(&self, language: &str) -> String {
        let subject = escaped(&self.subject);
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{subject}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body style=\"{PAPER}\">\n\
             <div class=\"page\" style=\"{PAGE}\">\n<p style=\"{SERVICE}\">{}</p>\n<hr class=\"tear\" style=\"{TEAR}\">\n\
             <h1 style=\"{HEADING}\">{subject}</h1>\n",
            escaped(&self.service),
        );
        for paragraph in self.greeting.iter().chain([&self.happened]) {
            page += &format!("<p style=\"{PARAGRAPH}\">{}</p>\n", self.linked(paragraph));
        }
        if !self.facts.is_empty() {
            let lines: Vec<Cow<'_, str>> = self.facts.iter().map(|fact| escaped(fact)).collect();
            page += &format!("<p style=\"{PARAGRAPH}\">{}</p>\n", lines.join("<br>\n"));
        }
        page += &format!(
            "<div class=\"do\" style=\"{DO}\">\n<p style=\"{DO_LINE}\">{}</p>\n",
            self.linked(&self.to_do)
        );
        if let Some(link) = &self.link {
            page += &format!("<p style=\"{DO_LINE}\">{}</p>\n", anchor(link));
        }
        page += &format!("</div>\n<hr class=\"tear\" style=\"{TEAR}\">\n");
        for paragraph in &self.footer {
            page += &format!(
                "<p class=\"small\" style=\"{SMALL}\">{}</p>\n",
                escaped(paragraph)
            );
        }
        page += &format!(
            "<p class=\"small\" style=\"{SMALL}\">{}</p>\n",
            anchor(&self.public_url)
        );
        page + "</div>\n</body>\n</html>\n"
    }

    /// Escaped, with our own address made a link where it stands. Nothing else becomes one: a name that looks like an
    /// address is somebody else's text.
    fn linked(&self, sentence: &str) -> String {
        let parts: Vec<Cow<'_, str>> = sentence
            .split(self.public_url.as_str())
            .map(escaped)
            .collect();
        parts.join(&anchor(&self.public_url))
    }
}

fn anchor(url: &str) -> String {
    let url = escaped(url);
    format!("<a href=\"{url}\" style=\"{LINK}\" rel=\"noreferrer\">{url}</a>")
}

fn escaped(text: &str) -> Cow<'_, str> {
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

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_in_a_name_stays_text() {
        assert_eq!(
            escaped("<a href='x'>\"&\"</a>"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"
        );
        assert_eq!(escaped("Zoë"), "Zoë");
    }
}
