//! Which language somebody reads.

use crate::sources;
use std::fmt;

/// A language that Counterfoil speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, `en`: the language every sentence is written in first.
    #[default]
    English,
    /// German, `de`: with the polite „Sie“.
    German,
    /// French, `fr`: with « vous ».
    French,
    /// Spanish, `es`: with «tú».
    Spanish,
    /// The pseudo-language, `qps-ploc`: English with accents and longer words, made when the sentences are loaded.
    /// A sentence that was not taken from a `.ftl` file stands out in it, and so does a page without room to grow.
    Pseudo,
}

impl Language {
    /// Every language, the pseudo-language included.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &[
            Self::English,
            Self::German,
            Self::French,
            Self::Spanish,
            Self::Pseudo,
        ]
    }

    /// The languages a person can choose from: all but the pseudo-language.
    #[must_use]
    pub const fn offered() -> &'static [Self] {
        &[Self::English, Self::German, Self::French, Self::Spanish]
    }

    /// What its speakers call it: the one name by which somebody finds their language on a page they can't read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Pseudo => "Pseudo",
        }
    }

    /// Its BCP 47 tag, for `lang` attributes, `Content-Language` and storage.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Pseudo => "qps-ploc",
        }
    }

    /// One of its files of sentences as it is written, for whoever wants to read or change it: `notices.ftl`. The
    /// pseudo-language has none.
    #[must_use]
    pub fn file(self, name: &str) -> Option<&'static str> {
        if self == Self::Pseudo {
            return None;
        }
        let path = format!("{}/{name}", self.tag());
        sources::of(self)
            .iter()
            .find(|source| source.file == path)
            .map(|source| source.text)
    }

    /// The language of a BCP 47 tag, if we speak it. Case does not matter, and a region is
    /// ignored: `en-GB` is English (RFC 4647 §3.4, lookup).
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim();
        Self::all().iter().copied().find(|language| {
            tag.eq_ignore_ascii_case(language.tag())
                || tag
                    .split('-')
                    .next()
                    .is_some_and(|primary| primary.eq_ignore_ascii_case(language.tag()))
        })
    }

    /// The language to answer in: what the account chose, else the first acceptable one of an
    /// `Accept-Language` header (RFC 9110 §12.5.4), else English. Nothing a browser sends is an error.
    #[must_use]
    pub fn negotiate(account: Option<&str>, accept_language: Option<&str>) -> Self {
        Self::wanted(account, accept_language).unwrap_or_default()
    }

    /// The same, but `None` where nobody asked for a language of ours.
    #[must_use]
    pub fn wanted(account: Option<&str>, accept_language: Option<&str>) -> Option<Self> {
        account
            .and_then(Self::parse)
            .or_else(|| accept_language.and_then(Self::preferred))
    }

    fn preferred(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let Some(language) = parts.next().and_then(Self::parse) else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Some(1.0), |q| q.parse().ok());
            let Some(weight) = weight.filter(|weight| *weight > 0.0 && *weight <= 1.0) else {
                continue;
            };
            if best.is_none_or(|(heaviest, _)| weight > heaviest) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, French, German, Pseudo, Spanish};

    #[test]
    fn every_tag_parses_to_its_language() {
        for language in Language::all() {
            assert_eq!(Language::parse(language.tag()), Some(*language));
        }
        assert_eq!(Language::parse("EN-gb"), Some(English));
        assert_eq!(Language::parse("QPS-Ploc"), Some(Pseudo));
        assert_eq!(Language::parse("de-CH"), Some(German));
        assert_eq!(Language::parse("es-419"), Some(Spanish));
        assert_eq!(Language::parse("enx"), None);
        assert_eq!(Language::parse(""), None);
    }

    #[test]
    fn the_account_decides_before_the_browser() {
        assert_eq!(Language::negotiate(Some("en"), Some("qps-ploc")), English);
        assert_eq!(Language::negotiate(Some("tlh"), Some("qps-ploc")), Pseudo);
        assert_eq!(Language::negotiate(None, None), English);
        assert_eq!(Language::wanted(None, Some("tlh")), None);
    }

    #[test]
    fn the_browser_is_asked_by_weight() {
        assert_eq!(
            Language::negotiate(None, Some("tlh, en;q=0.5, qps-ploc;q=0.7")),
            Pseudo
        );
        assert_eq!(
            Language::negotiate(None, Some("fr-CA, fr;q=0.9, en;q=0.8")),
            French
        );
        assert_eq!(Language::negotiate(None, Some("qps-ploc;q=0, en")), English);
        assert_eq!(Language::negotiate(None, Some("qps-ploc;q=high")), English);
        assert_eq!(Language::negotiate(None, Some(";;,,q=;\u{0}")), English);
    }
}
