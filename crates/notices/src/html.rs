//! The same letter as a page: no pictures, no scripts, nothing fetched, nothing hidden, every address in full.

use crate::letter::Letter;
use std::borrow::Cow;

/// Paper and ink, and ink and paper at night; the dotted line is the product's perforation. The rules that matter stand
/// on the elements, since some mail programs drop the head.
const STYLE: &str = "\
@media (prefers-color-scheme: dark) {
  body, .page { background: #161412 !important; color: #f4efe6 !important; }
  a { color: #f4efe6 !important; }
  .tear { border-color: #8d8476 !important; }
  .do { border-color: #f3b83f !important; }
  .small { color: #cfc7ba !important; }
}";
const PAPER: &str = "margin:0;padding:0;background:#faf6ee;color:#1d1a16";
const PAGE: &str = "max-width:36em;margin:0;padding:24px;background:#faf6ee;color:#1d1a16;\
                    font-family:'Atkinson Hyperlegible',Verdana,Arial,sans-serif;font-size:18px;line-height:1.5;text-align:left";
const SERVICE: &str = "margin:0;font-weight:bold";
const TEAR: &str = "margin:16px 0;border:0;border-top:2px dotted #8a8072;height:0";
const HEADING: &str = "margin:0 0 16px;font-size:24px;line-height:1.25";
const PARAGRAPH: &str = "margin:0 0 16px";
const DO: &str = "margin:24px 0;padding:4px 0 4px 16px;border-left:4px solid #8a5a00";
const DO_LINE: &str = "margin:0";
const LINK: &str = "color:#1d1a16;word-break:break-all";
const CODE: &str = "margin:8px 0;font-family:'Atkinson Hyperlegible Mono',Consolas,Menlo,monospace;font-size:28px;\
                    letter-spacing:0.08em";
const SMALL: &str = "margin:0 0 12px;font-size:16px;color:#4c463d";

impl Letter {
    /// As an HTML document in this language (BCP 47).
    pub(crate) fn html(&self, language: &str) -> String {
        let subject = escaped(&self.subject);
        let mut lines = vec![
            "<!DOCTYPE html>".into(),
            format!("<html lang=\"{language}\">"),
            "<head>".into(),
            "<meta charset=\"utf-8\">".into(),
            "<meta name=\"viewport\" content=\"width=device-width\">".into(),
            "<meta name=\"color-scheme\" content=\"light dark\">".into(),
            format!("<title>{subject}</title>"),
            format!("<style>\n{STYLE}\n</style>"),
            "</head>".into(),
            format!("<body style=\"{PAPER}\">"),
            format!("<div class=\"page\" style=\"{PAGE}\">"),
            format!("<p style=\"{SERVICE}\">{}</p>", escaped(&self.service)),
            format!("<hr class=\"tear\" style=\"{TEAR}\">"),
            format!("<h1 style=\"{HEADING}\">{subject}</h1>"),
        ];
        let said = self.greeting.iter().chain(&self.phrase);
        let said = said.chain([&self.happened]);
        lines
            .extend(said.map(|text| format!("<p style=\"{PARAGRAPH}\">{}</p>", self.linked(text))));
        lines.extend(self.article.iter().map(|article| article.page.clone()));
        let facts: Vec<Cow<'_, str>> = self.facts.iter().map(|fact| escaped(fact)).collect();
        lines.push(format!(
            "<p style=\"{PARAGRAPH}\">{}</p>",
            facts.join("<br>\n")
        ));

        lines.push(format!("<div class=\"do\" style=\"{DO}\">"));
        lines.push(format!(
            "<p style=\"{DO_LINE}\">{}</p>",
            self.linked(&self.to_do)
        ));
        let link = self.link.iter();
        lines.extend(link.map(|link| format!("<p style=\"{DO_LINE}\">{}</p>", anchor(link))));
        let code = self.code.iter();
        lines.extend(code.map(|code| format!("<p style=\"{CODE}\">{}</p>", escaped(code))));
        lines.push("</div>".into());
        if let Some((sentence, link)) = &self.freeze {
            lines.push(format!("<p style=\"{DO_LINE}\">{}</p>", escaped(sentence)));
            lines.push(format!("<p style=\"{PARAGRAPH}\">{}</p>", anchor(link)));
        }

        lines.push(format!("<hr class=\"tear\" style=\"{TEAR}\">"));
        let small = |text: &str| format!("<p class=\"small\" style=\"{SMALL}\">{text}</p>");
        lines.extend(self.footer.iter().map(|text| small(&escaped(text))));
        lines.push(small(&anchor(&self.public_url)));
        lines.push("</div>\n</body>\n</html>\n".into());
        lines.join("\n")
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
