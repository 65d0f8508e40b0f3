//! Whom an oauth2 passdb asks, and how: in a file of its own in Dovecot 2.3, in place in 2.4.

use crate::doctor::block::Block;
use crate::doctor::policy::without_user;
use crate::fragment::Installation;
use std::collections::BTreeMap;

/// The settings of one oauth2 database.
pub(super) struct Asks<'a> {
    inner: Option<Block>,
    outer: Vec<&'a Block>,
    /// Whether time-outs and connections are said in the words of 2.4.
    pub(super) is_2_4: bool,
}

impl<'a> Asks<'a> {
    /// Those of a passdb; the file when it can't be read. A passdb of another driver asks nobody of ours.
    pub(super) fn of(
        conf: &'a Block,
        passdb: &'a Block,
        files: &BTreeMap<String, String>,
    ) -> Result<Self, String> {
        if conf.is_2_4() {
            let inner = passdb.block("oauth2");
            let outer = inner.into_iter().chain(passdb_global(conf, passdb));
            return Ok(Self {
                inner: None,
                outer: outer.collect(),
                is_2_4: true,
            });
        }
        let args = passdb.get("args").unwrap_or_default();
        let inner = match (passdb.get("driver"), files.get(args)) {
            (Some("oauth2"), Some(text)) => Some(Block::parse(text)),
            (Some("oauth2"), None) => return Err(args.to_owned()),
            _ => None,
        };
        Ok(Self {
            inner,
            outer: vec![],
            is_2_4: false,
        })
    }

    /// Those by which Dovecot 2.4 asks for tokens.
    pub(super) fn globally(conf: &'a Block) -> Self {
        Self {
            inner: None,
            outer: conf.block("oauth2").into_iter().collect(),
            is_2_4: true,
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let mut all = self.inner.iter().chain(self.outer.iter().copied());
        all.find_map(|block| block.get_in("oauth2", key))
    }

    /// Whether it asks about passwords, and not about tokens.
    pub(super) fn passwords(&self) -> bool {
        self.get("grant_url").is_some_and(|url| !url.is_empty())
    }

    /// Whether the one it asks is us.
    pub(super) fn is_ours(&self, ours: &Installation) -> bool {
        let asks = |key, url: &str| self.get(key).map(without_user).as_deref() == Some(url);
        if self.passwords() {
            asks("grant_url", &ours.grant_url)
        } else {
            asks("introspection_url", &ours.introspection_url)
        }
    }
}

/// The global settings, which hold within a passdb too, for one that speaks OAuth.
fn passdb_global<'a>(conf: &'a Block, passdb: &Block) -> Option<&'a Block> {
    let is_oauth2 =
        passdb.name == "passdb oauth2" || passdb.get_in("passdb", "driver") == Some("oauth2");
    conf.block("oauth2").filter(|_| is_oauth2)
}
