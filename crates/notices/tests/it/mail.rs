//! What a mail is made of.

use crate::sample::{self, AT, CODE, FREEZE, LINK, linked};
use counterfoil_lang::Sentences;
use counterfoil_model::{Enclosed, EventKind};
use counterfoil_notices::{ComposeError, compose};
use mail_parser::{MessageParser, MimeHeaders as _};

#[test]
fn the_notice_of_a_used_code() {
    let mail = sample::mail();
    insta::assert_snapshot!(
        "code_redeemed_text",
        format!("Subject: {}\n\n{}", mail.subject, mail.text)
    );
    insta::assert_snapshot!("code_redeemed_html", mail.html.unwrap());
}

#[test]
fn an_owner_is_told_in_their_language() {
    let sentences = Sentences::load().unwrap();
    for language in ["de", "fr", "es"] {
        let mut notice = sample::notice(&sentences, EventKind::CodeRedeemed, false);
        notice.language = language.into();
        let mail = compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap();
        insta::assert_snapshot!(
            format!("code_redeemed_text_{language}"),
            format!("Subject: {}\n\n{}", mail.subject, mail.text)
        );
    }
}

#[test]
fn the_notice_of_a_change_that_waits() {
    let sentences = Sentences::load().unwrap();
    let notice = sample::notice(&sentences, EventKind::ChangeScheduled, true);
    let mail = compose(
        &sentences,
        &sample::frame(),
        &notice,
        &linked(EventKind::ChangeScheduled),
    )
    .unwrap();
    insta::assert_snapshot!(
        "change_scheduled_text",
        format!("Subject: {}\n\n{}", mail.subject, mail.text)
    );
}

#[test]
fn a_notice_with_everything_that_it_can_carry() {
    let sentences = Sentences::load().unwrap();
    let everything = Enclosed {
        freeze: Some(FREEZE.into()),
        phrase: Some("the heron waits by the weir".into()),
        ..linked(EventKind::OutsideAddressStaged)
    };
    let notice = sample::notice(&sentences, EventKind::OutsideAddressStaged, true);
    let mail = compose(&sentences, &sample::frame(), &notice, &everything).unwrap();
    insta::assert_snapshot!(
        "outside_address_staged_text",
        format!("Subject: {}\n\n{}", mail.subject, mail.text)
    );
    insta::assert_snapshot!("outside_address_staged_html", mail.html.unwrap());
    let alone = Enclosed {
        link: None,
        ..everything
    };
    let notice = sample::notice(&sentences, EventKind::PasswordChanged, false);
    let mail = compose(&sentences, &sample::frame(), &notice, &alone).unwrap();
    insta::assert_snapshot!(
        "password_changed_text",
        format!("Subject: {}\n\n{}", mail.subject, mail.text)
    );
}

#[test]
fn the_mail_with_the_code_for_an_outside_address() {
    let sentences = Sentences::load().unwrap();
    let notice = sample::notice(&sentences, EventKind::OutsideAddressAdded, true);
    let mail = compose(
        &sentences,
        &sample::frame(),
        &notice,
        &linked(EventKind::OutsideAddressAdded),
    )
    .unwrap();
    assert!(
        !mail.subject.contains(CODE),
        "a subject is read over shoulders"
    );
    for private in ["Hello", "192.0.2.77", "Firefox"] {
        assert!(
            !mail.text.contains(private),
            "a stranger may read this: {}",
            mail.text
        );
    }
    insta::assert_snapshot!(
        "outside_address_confirm_text",
        format!("Subject: {}\n\n{}", mail.subject, mail.text)
    );
}

#[test]
fn the_whole_mail_in_the_pseudo_language_as_a_mail_program_reads_it() {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, EventKind::ChangeScheduled, true);
    notice.language = "qps-ploc".into();
    let mail = compose(
        &sentences,
        &sample::frame(),
        &notice,
        &linked(EventKind::ChangeScheduled),
    )
    .unwrap();
    let eml = mail.eml();
    assert!(eml.is_ascii(), "needs no 8BITMIME");
    assert!(
        eml.split(|byte| *byte == b'\n')
            .all(|line| line.len() < 998)
    );

    let read = MessageParser::default().parse(&eml).unwrap();
    assert_eq!(read.subject(), Some(mail.subject.as_str()));
    assert!(!mail.subject.is_ascii());
    let from = read.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (Some("Exämple Mail"), Some("account@example.org"))
    );
    assert_eq!(
        read.to().unwrap().first().unwrap().address(),
        Some("alice@elsewhere.example")
    );
    assert_eq!(read.date().unwrap().to_timestamp(), AT.as_seconds());
    assert_eq!(
        read.message_id(),
        Some("02020202020202020202020202020202@account.example.org")
    );
    assert_eq!(
        mail.message_id,
        "<02020202020202020202020202020202@account.example.org>"
    );
    assert_eq!(
        read.header("Auto-Submitted").unwrap().as_text(),
        Some("auto-generated")
    );
    assert_eq!(
        read.header_raw("Content-Language").map(str::trim),
        Some("qps-ploc")
    );
    assert!(read.header("List-Unsubscribe").is_none());

    assert_eq!(
        (
            read.text_body_count(),
            read.html_body_count(),
            read.attachment_count()
        ),
        (1, 1, 0)
    );
    assert_eq!(
        read.body_text(0).unwrap().replace("\r\n", "\n").trim_end(),
        mail.text.trim_end()
    );
    assert_eq!(
        read.body_html(0).unwrap().replace("\r\n", "\n").trim_end(),
        mail.html.as_deref().unwrap().trim_end()
    );
    assert_eq!(read.content_type().unwrap().subtype(), Some("alternative"));
    assert!(mail.text.contains(LINK));
}

#[test]
fn the_same_notice_gives_the_same_bytes() {
    assert_eq!(sample::mail().eml(), sample::mail().eml());
    assert_eq!(
        sample::mail().file_name(),
        "20261123T140500Z-02020202020202020202020202020202.eml"
    );
}

#[test]
fn nothing_is_fetched_by_whoever_opens_the_mail() {
    let html = sample::mail().html.unwrap();
    for tag in [
        "<img", "<script", "<link", "url(", "src=", "@import", "<form", "<iframe", "http://",
    ] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert_eq!(
        html.matches("href=").count(),
        html.matches("href=\"https://account.example.org\"").count()
    );
}

#[test]
fn somebody_elses_text_is_text_and_stays_short() {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, EventKind::CodeRedeemed, false);
    notice.device = format!(
        "<a href=https://evil.example>\r\nSubject: {}",
        "x".repeat(5_000)
    );
    notice.details =
        r#"{"code":"7","left":"1","name":"Eve\r\n\r\nYour code is <b>","account":"a@example.org"}"#
            .into();
    let mail = compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap();
    assert!(
        mail.text.starts_with("Hello Eve Your code is <b>,\n\n"),
        "{}",
        mail.text
    );
    assert!(mail.text.contains("1 code is left"), "{}", mail.text);
    assert!(mail.text.len() < 2_000);
    let html = mail.html.unwrap();
    assert!(
        html.contains("&lt;a href=https://evil.example&gt; Subject: xxx"),
        "{html}"
    );
    assert!(!html.contains("<b>"));
}

#[test]
fn an_address_that_is_none_is_refused_and_not_repeated() {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, EventKind::CodeRedeemed, false);
    for address in [
        "alice",
        "alice@example.org, bob@example.org",
        "alice@example.org\r\nBcc: bob@example.org",
        "",
    ] {
        notice.recipient = address.into();
        let error =
            compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap_err();
        assert!(matches!(error, ComposeError::Address(_)), "{address}");
        assert_eq!(
            error.to_string(),
            "the recipient is no address that mail can go to"
        );
    }
}

#[test]
fn a_domain_of_any_script_is_written_as_mail_servers_take_it() {
    let sentences = Sentences::load().unwrap();
    let mut notice = sample::notice(&sentences, EventKind::SheetLost, false);
    notice.recipient = "Alice@Bücher.example".into();
    let mail = compose(&sentences, &sample::frame(), &notice, &Enclosed::default()).unwrap();
    assert_eq!(mail.to, "Alice@Bücher.example");
    let eml = String::from_utf8(mail.eml()).unwrap();
    assert!(eml.contains("To: Alice@xn--bcher-kva.example\r\n"), "{eml}");
}

#[test]
fn debug_shows_neither_address_nor_text() {
    assert_eq!(
        format!("{:?}", sample::mail()),
        "Mail(02020202020202020202020202020202)"
    );
}

#[test]
fn without_a_help_line_a_person_is_named_all_the_same() {
    let sentences = Sentences::load().unwrap();
    let notice = sample::notice(&sentences, EventKind::SheetLost, false);
    let mut frame = sample::frame();
    frame.help_line = None;
    let mail = compose(&sentences, &frame, &notice, &Enclosed::default()).unwrap();
    assert!(
        mail.text.contains("ask the people who run Exämple Mail"),
        "{}",
        mail.text
    );
}
