//! The language that `doveconf` prints: settings, and blocks of settings.

use std::collections::BTreeMap;

/// A block with its settings, or the whole.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// What stands before the brace: `passdb`, `service auth`; empty for the whole.
    pub(super) name: String,
    settings: BTreeMap<String, String>,
    blocks: Vec<Block>,
}

impl Block {
    /// Reads what `doveconf` printed, or a file of settings. What is no setting is passed over.
    pub(super) fn parse(text: &str) -> Self {
        let mut open = vec![Self::default()];
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line == "}" {
                close(&mut open);
            } else if let Some(name) = line.strip_suffix('{') {
                open.push(Self {
                    name: name.trim().to_owned(),
                    ..Self::default()
                });
            } else if let (Some((key, value)), Some(block)) =
                (line.split_once('='), open.last_mut())
            {
                let (key, value) = (key.trim().to_owned(), value.trim().to_owned());
                block.settings.insert(key, value);
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        open.pop().unwrap_or_default()
    }

    /// A setting's value.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(String::as_str)
    }

    /// A setting's value, which the newer generation also prints with the name of its filter before it.
    pub(super) fn get_in(&self, filter: &str, key: &str) -> Option<&str> {
        self.get(key)
            .or_else(|| self.get(&format!("{filter}_{key}")))
    }

    /// The blocks of this kind: `passdb` and `passdb oauth2` are both of the kind `passdb`.
    pub(super) fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Self> {
        self.blocks
            .iter()
            .filter(move |block| block.name.split_whitespace().next() == Some(kind))
    }

    /// The block of exactly this name.
    pub(super) fn block(&self, name: &str) -> Option<&Self> {
        self.blocks.iter().find(|block| block.name == name)
    }

    /// Whether this is what Dovecot 2.4 prints.
    pub(super) fn is_2_4(&self) -> bool {
        self.get("dovecot_config_version").is_some()
    }
}

fn close(open: &mut Vec<Block>) {
    if open.len() > 1
        && let Some(closed) = open.pop()
        && let Some(outer) = open.last_mut()
    {
        outer.blocks.push(closed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_within_blocks_are_read_and_noise_is_passed_over() {
        let text = "# 2.3\nlisten = 127.0.0.1\npassdb {\n  driver = pam\n}\nservice doveadm {\n  inet_listener http {\n    port = 8080\n  }\n}\npassdb {\n  args = a=b\n}\n}\nnoise\nopen {\n  x = y";
        let conf = Block::parse(text);
        assert_eq!(conf.get("listen"), Some("127.0.0.1"));
        let drivers: Vec<_> = conf
            .all("passdb")
            .map(|block| block.get("driver"))
            .collect();
        assert_eq!(drivers, [Some("pam"), None]);
        assert_eq!(conf.all("passdb").last().unwrap().get("args"), Some("a=b"));
        let http = conf.block("service doveadm").unwrap();
        assert_eq!(
            http.block("inet_listener http").unwrap().get("port"),
            Some("8080")
        );
        assert_eq!(conf.block("open").unwrap().get("x"), Some("y"));
    }
}
