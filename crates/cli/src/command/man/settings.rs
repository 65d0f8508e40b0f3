//! counterfoil.toml(5), made of the example: what explains a key there is its explanation here.

use std::fmt::Write;

/// A line of the example.
enum Line<'a> {
    Nothing,
    Section(&'a str),
    /// A key with its value; a default when nothing stands before it.
    Key {
        written: &'a str,
        is_default: bool,
    },
    Words(&'a str),
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Self {
        let (bare, commented) = match line.strip_prefix('#') {
            Some(rest) => (rest.trim_start(), true),
            None => (line, false),
        };
        if bare.is_empty() {
            Self::Nothing
        } else if bare.starts_with('[') && bare.ends_with(']') {
            Self::Section(bare)
        } else if is_assignment(bare) {
            Self::Key {
                written: bare,
                is_default: !commented,
            }
        } else {
            Self::Words(bare)
        }
    }
}

/// `some_key = value`; words of a sentence have no key before their first `=`.
fn is_assignment(line: &str) -> bool {
    line.split_once(" = ").is_some_and(|(key, _)| {
        !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    })
}

/// The page, in man's own language.
pub(super) fn page(example: &str, version: &str) -> String {
    let mut page = format!(
        ".TH COUNTERFOIL.TOML 5 \"\" \"counterfoil {version}\" Counterfoil\n\
         .SH NAME\ncounterfoil.toml \\- the configuration of Counterfoil\n\
         .SH SYNOPSIS\n\\&./counterfoil.toml\n.br\n/etc/counterfoil/counterfoil.toml\n.SH DESCRIPTION\n"
    );
    let mut words: Vec<&str> = Vec::new();
    let mut first = true;
    for line in example.lines() {
        match Line::read(line) {
            Line::Words(text) => words.push(text),
            Line::Nothing => {
                if std::mem::take(&mut first) {
                    say(&mut page, &mut words);
                    page.push_str(".SH KEYS\n");
                }
            }
            Line::Section(name) => {
                let _ = writeln!(page, ".SH {}", escaped(name));
                // What stands before a section explains the section.
                say(&mut page, &mut words);
            }
            Line::Key {
                written,
                is_default,
            } => {
                let (key, value) = written.split_once(" = ").unwrap_or((written, ""));
                let what = if is_default { "default" } else { "for example" };
                let _ = writeln!(
                    page,
                    ".TP\n.B {}\n({what} {})",
                    escaped(key),
                    escaped(value)
                );
                if !words.is_empty() {
                    page.push_str(".br\n");
                }
                say(&mut page, &mut words);
            }
        }
    }
    say(&mut page, &mut words);
    page.push_str(
        ".SH FILES\n.I /etc/counterfoil/counterfoil.toml\n.SH SEE ALSO\n.BR counterfoil (1),\n.BR counterfoil-config-check (1)\n",
    );
    page
}

fn say(page: &mut String, words: &mut Vec<&str>) {
    for text in words.drain(..) {
        let _ = writeln!(page, "{}", escaped(text));
    }
}

/// Text that man takes for text.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_key_comes_with_its_default_and_its_words() {
        let example = "# What this is.\n\n# The name.\nname = \"a-b\"\n\n[log]\n# How much.\n# level = \"info\"\n";
        let page = page(example, "1.0");
        assert!(page.contains(".SH DESCRIPTION\nWhat this is.\n.SH KEYS\n"));
        assert!(
            page.contains(".TP\n.B name\n(default \"a\\-b\")\n.br\nThe name.\n"),
            "{page}"
        );
        assert!(
            page.contains(".SH [log]\n.TP\n.B level\n(for example \"info\")\n.br\nHow much.\n")
        );
    }
}
