//! What an operator may change of a notice, and what is refused before it leaves a hole in a mail.

use crate::sample;
use counterfoil_model::{Enclosed, EventKind};
use counterfoil_notices::{Templates, compose};
use std::fs;
use std::path::Path;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

/// What is said of a folder with these files, without where the folder is.
fn refused(files: &[(&str, &str)]) -> String {
    let dir = folder(files);
    let error = Templates::load(dir.path()).unwrap_err().to_string();
    error.replace(&format!("{}/", dir.path().display()), "")
}

fn mail(templates: &Templates, kind: EventKind) -> counterfoil_notices::Mail {
    let mut frame = sample::frame();
    frame.layout = templates.layout.clone();
    let notice = sample::notice(&templates.sentences, kind, false);
    compose(&templates.sentences, &frame, &notice, &Enclosed::default()).unwrap()
}

#[test]
fn every_notice_of_ours_in_every_language_has_no_hole() {
    Templates::bundled().unwrap().check().unwrap();
}

#[test]
fn every_kind_that_is_mailed_has_a_sample() {
    let templates = Templates::bundled().unwrap();
    let samples = counterfoil_notices::sample::all(&templates.sentences).unwrap();
    for kind in EventKind::ALL
        .iter()
        .copied()
        .filter(|kind| counterfoil_notices::is_mailed(*kind))
    {
        let has = samples
            .iter()
            .any(|sample| sample.notice.kind == kind.as_str());
        assert!(has, "{kind:?} has neither a -do nor a -link");
    }
}

#[test]
fn a_sentence_of_the_operators_own_is_in_text_and_page() {
    let dir = folder(&[(
        "en/notices.ftl",
        "notice-frozen-subject = { $service } is shut for you\nnotice-staff = We never ask for a code. Never.\n",
    )]);
    let templates = Templates::load(dir.path()).unwrap();
    let frozen = mail(&templates, EventKind::Frozen);
    assert_eq!(frozen.subject, "Exämple Mail is shut for you");
    assert!(
        frozen
            .text
            .contains("\n\nWe never ask for a code. Never.\n\n")
    );
    assert!(
        frozen
            .html
            .unwrap()
            .contains(">We never ask for a code. Never.</p>")
    );
    // What wasn't changed is ours, in every notice.
    let lost = mail(&templates, EventKind::SheetLost);
    assert_eq!(lost.subject, "Your sheet was reported lost");
    assert!(lost.text.contains("We never ask for a code. Never."));
}

#[test]
fn a_layout_of_the_operators_own_is_used() {
    let ours =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/letter.html"))
            .unwrap();
    let theirs = ours.replace("#faf6ee", "#ffffff");
    let dir = folder(&[("en/letter.html", &theirs)]);
    let templates = Templates::load(dir.path()).unwrap();
    let html = mail(&templates, EventKind::Frozen).html.unwrap();
    assert!(
        html.contains("background:#ffffff") && !html.contains("#faf6ee"),
        "{html}"
    );
}

#[test]
fn what_ours_wrote_to_start_from_changes_nothing_and_keeps_what_is_there() {
    let dir = folder(&[("letter.txt", "theirs")]);
    let written = Templates::write_ours(dir.path()).unwrap();
    let names: Vec<_> = written
        .iter()
        .map(|path| path.strip_prefix(dir.path()).unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "letter.html",
            "en/notices.ftl",
            "de/notices.ftl",
            "fr/notices.ftl",
            "es/notices.ftl"
        ]
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("letter.txt")).unwrap(),
        "theirs"
    );
    fs::remove_file(dir.path().join("letter.txt")).unwrap();
    let templates = Templates::load(dir.path()).unwrap();
    let ours = Templates::bundled().unwrap();
    let eml = |templates| mail(templates, EventKind::CodeRedeemed).eml();
    assert_eq!(eml(&templates), eml(&ours));
}

#[test]
fn what_would_leave_a_hole_is_refused_by_file_and_line() {
    assert_eq!(
        refused(&[(
            "en/notices.ftl",
            "# ours\nnotice-frozen-body = { $nane }, all is shut.\n"
        )]),
        "en/notices.ftl, line 2: `notice-frozen-body` says $nane, which it isn't given; it may say $service, $url"
    );
    assert_eq!(
        refused(&[("en/notices.ftl", "notice-when = Some day\n")]),
        "en/notices.ftl, line 1: `notice-when` leaves out $moment, which its readers need"
    );
    assert!(
        refused(&[(
            "en/notices.ftl",
            "notice-frozen-subject =\n    One\n    Two\n"
        )])
        .contains("the subject of frozen must be one line")
    );
    assert!(
        refused(&[("en/notices.ftl", "notice-print = { SHOUT($url) }\n")])
            .contains("can't be written"),
    );
    assert!(
        refused(&[("letter.txt", "{{ happened }}{{ facts }}")])
            .starts_with("letter.txt: the letter doesn't show `"),
    );
    let unknown = "this is no template; a folder of templates has letter.txt, letter.html, en/notices.ftl, \
                   de/notices.ftl, fr/notices.ftl, es/notices.ftl, and the layouts in a language's folder where they differ in it";
    for name in ["notices.ftl", "en/notice.ftl", "it/notices.ftl", "en"] {
        let error = refused(&[(name, "notice-print = X\n")]);
        let file = name.strip_prefix("it/").map_or(name, |_| "it");
        assert_eq!(error, format!("{file}: {unknown}"));
    }
    let nowhere = Templates::load(Path::new("/nowhere/at/all")).unwrap_err();
    assert!(
        nowhere.to_string().starts_with("/nowhere/at/all: "),
        "{nowhere}"
    );
}
