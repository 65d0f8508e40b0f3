//! What holds of every mail that the product sends, in every language.

use crate::sample::{self, AT};
use counterfoil_lang::{Language, Sentences};
use counterfoil_model::{Announcement, EventKind};
use counterfoil_notices::sample::{FREEZE, LINK, PUBLIC_URL, all};
use counterfoil_notices::{Mail, compose};
use mail_parser::MessageParser;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Where a notice may lead.
fn is_ours(url: &str) -> bool {
    let path = url.strip_prefix(PUBLIC_URL);
    path.is_some_and(|path| path.is_empty() || path == LINK || path == FREEZE)
}

/// Every sample in every language, by its name.
fn every_mail() -> Vec<(String, Mail)> {
    let (sentences, frame) = (Sentences::load().unwrap(), sample::frame());
    let mut mails = Vec::new();
    for sample in all(&sentences).unwrap() {
        for language in Language::all() {
            let mut notice = sample.notice.clone();
            language.tag().clone_into(&mut notice.language);
            let mail = compose(
                &sentences,
                &frame,
                &notice,
                &sample.enclosed.clone().under(PUBLIC_URL),
            )
            .unwrap();
            mails.push((format!("{} in {language}", sample.name), mail));
        }
    }
    mails
}

#[test]
fn nobody_answers_it_and_nobody_can_unsubscribe() {
    for (name, mail) in every_mail() {
        let eml = mail.eml();
        let read = MessageParser::default().parse(&eml).unwrap();
        let header = |name: &'static str| read.header_raw(name).map(str::trim);
        assert_eq!(header("Auto-Submitted"), Some("auto-generated"), "{name}");
        for unwanted in [
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Id",
            "Precedence",
            "Disposition-Notification-To",
            "Return-Receipt-To",
            "X-Mailer",
        ] {
            assert_eq!(header(unwanted), None, "{name}: {unwanted}");
        }
        assert_eq!(
            read.date().unwrap().to_timestamp(),
            AT.as_seconds(),
            "{name}"
        );
        assert!(header("Message-ID").is_some(), "{name}");
        assert_eq!(read.attachment_count(), 0, "{name}");
    }
}

#[test]
fn whoever_opens_it_is_seen_by_nobody() {
    for (name, mail) in every_mail() {
        let html = mail.html.unwrap().to_lowercase();
        for fetch in [
            "<img",
            "<script",
            "<link",
            "<iframe",
            "<form",
            "<object",
            "<video",
            "<svg",
            "url(",
            "src=",
            "@import",
            "http-equiv",
            "onload",
            "javascript:",
        ] {
            assert!(!html.contains(fetch), "{name}: {fetch}");
        }
        let hrefs: Vec<&str> = html
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for href in hrefs {
            assert!(is_ours(href), "{name}: {href}");
        }
        // An address with something behind it could tell one reader from another.
        for word in mail
            .text
            .split_whitespace()
            .filter(|word| word.contains("://"))
        {
            let bare = word.trim_end_matches(['.', ',', ':']);
            assert!(is_ours(bare), "{name}: {word}");
        }
        assert!(mail.text.matches(LINK).count() <= 1, "{name}");
    }
}

#[test]
fn text_and_page_say_the_same() {
    for (name, mail) in every_mail() {
        let html = mail.html.unwrap();
        let (_, body) = html.split_once("<body").unwrap();
        let shown = body
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        for line in mail
            .text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with("- -"))
        {
            // A line with our address in it has a link there.
            for part in line.split("https://").take(1) {
                assert!(shown.contains(part), "{name}: {part}");
            }
        }
    }
}

/// Who is written to.
fn recipients(kind: EventKind) -> &'static str {
    match (kind.announce(), kind) {
        (_, EventKind::AccountInvited) => "whoever is invited",
        (_, EventKind::AddressCodeMailed) => "that address",
        (_, EventKind::Reminded | EventKind::DigestMailed) => "the mailbox",
        (Announcement::FeedOnly, _) => "nobody",
        (
            Announcement::Everyone,
            EventKind::PolicyChanged
            | EventKind::PolicyChangeWaits
            | EventKind::PolicyChangeStopped
            | EventKind::ApiAppAdded
            | EventKind::ApiAppRemoved
            | EventKind::ApiKeyMade
            | EventKind::ApiKeyRevoked,
        ) => "every operator",
        (Announcement::Everyone, _) => "everyone",
    }
}

/// Every event of the product: who is told, how, and whether that may end or lead somewhere.
fn table() -> String {
    let (sentences, mut frame) = (Sentences::load().unwrap(), sample::frame());
    frame.service_name = "Example Mail".into();
    let samples = all(&sentences).unwrap();
    let mut table = "| event | recipients | channels | subject of the mail | one-time link | expires | merged |\n|---|---|---|---|---|---|---|\n".to_owned();
    for kind in EventKind::ALL {
        let of_kind: Vec<_> = samples
            .iter()
            .filter(|sample| sample.notice.kind == kind.as_str())
            .collect();
        let channels = match (of_kind.is_empty(), kind.is_told_change()) {
            (_, true) => "activity, mail, banner, webhook",
            (false, false) => "activity, mail",
            (true, false) => "activity",
        };
        let subject = of_kind.first().map_or("–".to_owned(), |sample| {
            compose(&sentences, &frame, &sample.notice, &sample.enclosed)
                .unwrap()
                .subject
        });
        let linked = of_kind
            .iter()
            .filter(|sample| sample.enclosed.link.is_some() || sample.enclosed.code.is_some())
            .count();
        let (link, expires) = match (linked, of_kind.len()) {
            (0, _) => ("no", "never"),
            (linked, all) if linked == all => ("yes", "with its link"),
            _ => ("perhaps", "with its link"),
        };
        let (link, expires) = if of_kind.is_empty() {
            ("–", "–")
        } else {
            (link, expires)
        };
        let merged = match (of_kind.is_empty(), kind) {
            (true, _) => "–",
            (false, EventKind::SignInRefused) => "once a day",
            (false, _) => "never",
        };
        let recipients = recipients(*kind);
        let kind = kind.as_str();
        writeln!(
            table,
            "| `{kind}` | {recipients} | {channels} | {subject} | {link} | {expires} | {merged} |"
        )
        .unwrap();
    }
    table
}

#[test]
fn the_table_in_the_documentation_is_true() {
    const BEGIN: &str = "<!-- The table of events: COUNTERFOIL_WRITE=1 cargo test -p counterfoil-notices table_in_the_documentation -->\n";
    const END: &str = "<!-- End of the table. -->\n";
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/notices.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = document.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let table = table();
    if std::env::var_os("COUNTERFOIL_WRITE").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
    } else {
        assert!(
            written == table,
            "docs/notices.md is not true any more; the line in it says how to write it anew\n{table}"
        );
    }
}
