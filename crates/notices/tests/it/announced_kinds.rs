//! Every event that is announced has a notice, in every language.

use crate::sample::{self, CODE, FREEZE, LINK, is_coded, linked};
use counterfoil_lang::{Language, Sentences};
use counterfoil_model::{Enclosed, EventKind, FreezeOffer};
use counterfoil_notices::{ComposeError, compose, is_mailed};

/// Kinds whose notice can have a link.
const LINKED: [EventKind; 12] = [
    EventKind::AccountInvited,
    EventKind::AccountReenrolled,
    EventKind::TotpStaged,
    EventKind::PasskeyStaged,
    EventKind::OutsideAddressAdded,
    EventKind::OutsideAddressStaged,
    EventKind::OutsideAddressRemoved,
    EventKind::OutsideAddressReplaced,
    EventKind::AddressCodeMailed,
    EventKind::CodesStaged,
    EventKind::ChangeScheduled,
    EventKind::PolicyChangeWaits,
];

#[test]
fn every_announced_kind_has_a_notice_in_every_language() {
    let sentences = Sentences::load().unwrap();
    let mut missing = Vec::new();
    for kind in EventKind::ALL
        .iter()
        .copied()
        .filter(|kind| is_mailed(*kind))
    {
        for language in Language::all() {
            // An invitation is nothing without its link, and what brings a code nothing without the code.
            let bare = matches!(
                kind,
                EventKind::AccountInvited | EventKind::AddressCodeMailed
            );
            let enclosed = if bare {
                linked(kind)
            } else {
                Enclosed::default()
            };
            let mut notice = sample::notice(&sentences, kind, bare);
            notice.language = language.tag().into();
            match compose(&sentences, &sample::frame(), &notice, &enclosed) {
                Ok(mail) => {
                    assert_eq!(mail.language, *language);
                    assert!(!mail.text.contains(['{', '}']), "{kind:?}: {}", mail.text);
                    assert!(
                        mail.text.contains("https://account.example.org"),
                        "{kind:?}: {}",
                        mail.text
                    );
                    assert!(
                        mail.text.contains("Call the help desk"),
                        "{kind:?}: {}",
                        mail.text
                    );
                }
                Err(error) => missing.push(format!("{kind:?} in {language}: {error}")),
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_notice_is_written_for_what_only_stands_in_the_feed() {
    let sentences = Sentences::load().unwrap();
    for kind in EventKind::ALL
        .iter()
        .copied()
        .filter(|kind| !is_mailed(*kind))
    {
        let notice = sample::notice(&sentences, kind, false);
        let error = compose(&sentences, &sample::frame(), &notice, &Enclosed::default());
        assert!(matches!(error, Err(ComposeError::Kind)), "{kind:?}");
        let written = ["subject", "body", "do", "link"]
            .map(|part| sentences.has(&format!("notice-{}-{part}", kind.as_str())));
        assert_eq!(
            written, [false; 4],
            "{kind:?} has sentences that nobody reads"
        );
    }
}

#[test]
fn every_kind_with_a_link_says_what_it_is_for_on_the_line_before_it() {
    let sentences = Sentences::load().unwrap();
    for kind in LINKED {
        let notice = sample::notice(&sentences, kind, true);
        let mail = compose(&sentences, &sample::frame(), &notice, &linked(kind)).unwrap();
        let (line, links) = if is_coded(kind) { (CODE, 1) } else { (LINK, 2) };
        let (before, _) = mail.text.split_once(line).unwrap();
        assert!(before.ends_with(":\n"), "{kind:?}: {before}");
        assert_eq!(
            mail.text.matches("http").count(),
            links,
            "{kind:?}: one link and where we live: {}",
            mail.text
        );
    }
}

#[test]
fn the_freeze_is_the_one_thing_to_do_or_stands_below_it_and_the_phrase_above_all() {
    let sentences = Sentences::load().unwrap();
    for kind in EventKind::ALL.iter().copied() {
        let offer = FreezeOffer::of(kind);
        if !is_mailed(kind) || offer == FreezeOffer::None {
            continue;
        }
        let mut carried = Enclosed {
            freeze: Some(FREEZE.into()),
            phrase: Some("the heron waits".into()),
            ..Enclosed::default()
        };
        let notice = sample::notice(&sentences, kind, false);
        let mail = compose(&sentences, &sample::frame(), &notice, &carried).unwrap();
        let (before, _) = mail.text.split_once(FREEZE).unwrap();
        assert!(before.ends_with(":\n"), "{kind:?}: {before}");
        assert!(
            mail.text.contains("Your words: the heron waits"),
            "{kind:?}"
        );
        let html = mail.html.unwrap_or_default();
        assert!(html.contains(FREEZE) && html.contains("the heron waits"));
        let foremost = before.contains("If that wasn't you, freeze the account here.");
        assert_eq!(
            foremost,
            offer == FreezeOffer::Foremost,
            "{kind:?}: {before}"
        );
        if LINKED.contains(&kind) && kind != EventKind::OutsideAddressAdded {
            carried.link = Some(LINK.into());
            let notice = sample::notice(&sentences, kind, true);
            let mail = compose(&sentences, &sample::frame(), &notice, &carried).unwrap();
            let (stop, freeze) = (mail.text.find(LINK), mail.text.find(FREEZE));
            assert!(stop.unwrap() < freeze.unwrap(), "{kind:?}: {}", mail.text);
        }
    }
}

#[test]
fn a_link_without_a_sentence_is_refused() {
    let sentences = Sentences::load().unwrap();
    let notice = sample::notice(&sentences, EventKind::SheetLost, false);
    let error = compose(
        &sentences,
        &sample::frame(),
        &notice,
        &linked(EventKind::SheetLost),
    );
    assert!(matches!(error, Err(ComposeError::Sentence(_))), "{error:?}");
}

#[test]
fn a_missing_detail_is_refused() {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, EventKind::CodeRedeemed, false);
    notice.details = r#"{"code":"7"}"#.into();
    let error = compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the sentence `notice-code-redeemed-body` needs the argument `left`"
    );
    for broken in ["", "[]", r#"{"code":["7"]}"#, r#"{"code":"7","left":null}"#] {
        notice.details = broken.into();
        assert!(
            matches!(
                compose(&sentences, &sample::frame(), &notice, &Enclosed::default()),
                Err(ComposeError::Details)
            ),
            "{broken}"
        );
    }
}

#[test]
fn every_sentence_of_the_notices_is_read_by_somebody() {
    let sentences = Sentences::load().unwrap();
    let shared = [
        "hello",
        "when",
        "when-here",
        "where",
        "device",
        "account",
        "account-only",
        "phrase",
        "freeze",
        "freeze-too",
        "staff",
        "help",
    ];
    let to_do = [
        "sign-out",
        "forgot-password",
        "password-known",
        "lost-sheet",
        "print",
        "stop",
        "ask",
        "operators-ask",
    ];
    let known: Vec<String> = EventKind::ALL
        .iter()
        .map(|kind| kind.as_str())
        .chain(["outside-address-confirm"])
        .flat_map(|stem| {
            ["subject", "body", "facts", "do", "link"].map(|part| format!("notice-{stem}-{part}"))
        })
        .chain(shared.iter().chain(&to_do).map(|id| format!("notice-{id}")))
        .collect();
    let odd: Vec<&str> = sentences
        .ids()
        .filter(|id| id.starts_with("notice-") && !known.iter().any(|k| k == id))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}
