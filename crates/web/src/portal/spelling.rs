//! A code as it is said: for a screen reader, and for somebody who reads it to somebody who writes.

use super::words::Words;
use zeroize::Zeroizing;

/// Each group as its symbols are said: "one, Kilo, three, Quebec, Foxtrot".
pub(super) fn spelled<'g>(
    words: &Words,
    groups: impl IntoIterator<Item = &'g str>,
) -> Vec<Zeroizing<String>> {
    let said = |sign: char| words.text(&format!("spell-{}", sign.to_ascii_lowercase()));
    let group =
        |group: &str| Zeroizing::new(group.chars().map(said).collect::<Vec<_>>().join(", "));
    groups.into_iter().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_lang::{Language, Sentences, TimeZone};
    use std::collections::HashSet;
    use std::sync::Arc;

    #[test]
    fn every_symbol_of_the_alphabet_has_a_word_of_its_own() {
        let sentences = Arc::new(Sentences::load().unwrap());
        let words = Words::new(Arc::clone(&sentences), Language::English, TimeZone::UTC);
        let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let said = spelled(&words, [alphabet]);
        let said: HashSet<&str> = said[0].split(", ").collect();
        assert_eq!(said.len(), 32);
        for sign in alphabet.chars() {
            assert!(
                sentences.has(&format!("spell-{}", sign.to_ascii_lowercase())),
                "{sign}"
            );
        }
        assert_eq!(
            spelled(&words, ["7K3QF"])[0].as_str(),
            "seven, Kilo, three, Quebec, Foxtrot"
        );
    }
}
