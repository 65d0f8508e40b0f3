//! What operators write, and what is made of it.

#![expect(
    clippy::unwrap_used,
    reason = "tests say what they expect and stop when it is not so"
)]

use counterfoil_prose::{Dress, LONGEST, Prose, ProseError};
use proptest::prelude::*;

fn html(markdown: &str) -> String {
    Prose::read(markdown).unwrap().html(&Dress::BARE)
}

fn text(markdown: &str) -> String {
    Prose::read(markdown).unwrap().text()
}

const WHOLE: &str = "\
# What happened

Somebody sends mails that look like ours.
They ask for a **backup code**. *We never do.*

1. Don't type it anywhere.
2. Read [how our mails look](https://help.example.org/mails?a=1&b=2).
   - Even the second time.
   - `7K3QF` is no code.

> A code is yours.

    an example

---

Thank you\\
The people of example.org
";

#[test]
fn a_whole_text_says_the_same_as_html_and_as_text() {
    assert_eq!(
        html(WHOLE),
        "<h2>What happened</h2>\n\
         <p>Somebody sends mails that look like ours. They ask for a <strong>backup code</strong>. <em>We never do.</em></p>\n\
         <ol><li>Don&#39;t type it anywhere.</li>\n\
         <li><p>Read <a href=\"https://help.example.org/mails?a=1&amp;b=2\" rel=\"noreferrer noopener\">how our mails look</a>.</p>\n\
         <ul><li>Even the second time.</li>\n<li><code>7K3QF</code> is no code.</li>\n</ul>\n</li>\n</ol>\n\
         <blockquote><p>A code is yours.</p>\n</blockquote>\n\
         <pre>an example</pre>\n\
         <hr>\n\
         <p>Thank you<br>The people of example.org</p>"
    );
    assert_eq!(
        text(WHOLE),
        "What happened\n\n\
         Somebody sends mails that look like ours. They ask for a backup code. We never do.\n\n\
         1. Don't type it anywhere.\n\
         2. Read how our mails look (https://help.example.org/mails?a=1&b=2).\n\n   \
            - Even the second time.\n   - 7K3QF is no code.\n\n\
         > A code is yours.\n\n    an example\n\n- - - - -\n\nThank you\nThe people of example.org"
    );
}

#[test]
fn html_and_pictures_are_refused_with_their_line() {
    for (markdown, line) in [
        ("<script>alert(1)</script>", 1),
        ("Hello\n\n<div onclick=x>", 3),
        ("Hello <b>you</b>", 1),
        ("one\ntwo <img src=x onerror=alert(1)>", 2),
        ("- a\n- <!-- b -->", 2),
    ] {
        assert_eq!(
            Prose::read(markdown),
            Err(ProseError::Html { line }),
            "{markdown}"
        );
    }
    let picture = Prose::read("Look\n\n![x](https://example.org/x.png)");
    assert_eq!(picture, Err(ProseError::Picture { line: 3 }));
}

#[test]
fn links_lead_to_the_web_only() {
    for link in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:a@example.org",
        "/desk",
        "//evil.example",
        "ftp://example.org",
        "https://bank.example@evil.example",
        "file:///etc/passwd",
    ] {
        for markdown in [
            format!("a\n[b]({link})"),
            format!("a\n[b][c]\n\n[c]: {link}"),
        ] {
            assert_eq!(
                Prose::read(&markdown),
                Err(ProseError::Link { line: 2 }),
                "{markdown}"
            );
        }
    }
    assert!(Prose::read("<javascript:alert(1)>").is_err());
    assert_eq!(text("<https://example.org/a>"), "https://example.org/a");
}

#[test]
fn nothing_and_too_much_are_refused() {
    assert_eq!(Prose::read(" \n\n"), Err(ProseError::Empty));
    assert_eq!(Prose::read(&"a".repeat(LONGEST + 1)), Err(ProseError::Long));
    let deep = (0..9).map(|n| format!("{}- x\n", "  ".repeat(n)));
    assert!(matches!(
        Prose::read(&deep.collect::<String>()),
        Err(ProseError::Deep { .. })
    ));
    let strong = "*a ".repeat(3_000) + &"a*".repeat(3_000);
    assert!(matches!(Prose::read(&strong), Err(ProseError::Deep { .. })));
    assert!(matches!(
        Prose::read(&"> ".repeat(9_000)),
        Err(ProseError::Deep { .. })
    ));
}

#[test]
fn what_turns_text_around_or_breaks_a_feed_is_dropped() {
    assert_eq!(text("a\u{202e}b\u{0}c\u{1b}[31m\u{ffff}"), "abc[31m");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_is_taken_gives_only_our_elements(
        parts in proptest::collection::vec(
            prop_oneof![
                "[ -~]{0,12}",
                Just("\n".to_owned()), Just("\n\n- ".to_owned()), Just("> ".to_owned()), Just("**".to_owned()),
                Just("](".to_owned()), Just("[x](https://e.example)".to_owned()), Just("`".to_owned()), Just("# ".to_owned()),
            ],
            0..30,
        ),
    ) {
        let Ok(prose) = Prose::read(&parts.concat()) else { return Ok(()) };
        let html = prose.html(&Dress::BARE);
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            let known = ["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr", "strong", "em", "code", "a", "br"];
            prop_assert!(known.contains(&name), "{tag} in {html}");
            let attributes = tag.split_once(' ').map_or("", |(_, rest)| rest);
            prop_assert!(
                attributes.is_empty() || attributes.starts_with("href=\"http") || attributes.starts_with("start=\""),
                "{tag}"
            );
        }
        let text = prose.text();
        prop_assert!(!text.contains(char::from(0)), "{}", text);
    }
}
