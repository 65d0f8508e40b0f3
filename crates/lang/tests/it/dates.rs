//! Dates and lengths of time in full.

use counterfoil_lang::{Language, Sentences, TimeZone};

const MARCH: i64 = 1_772_546_700_000_000;

#[test]
fn a_moment_is_told_in_the_zone_of_its_reader() {
    let sentences = Sentences::load().expect("sentences");
    let lyon = TimeZone::get("Europe/Paris").expect("a zone");
    let honolulu = TimeZone::get("Pacific/Honolulu").expect("a zone");
    let say = |zone: &TimeZone| sentences.moment(Language::English, MARCH, zone);
    assert_eq!(say(&TimeZone::UTC), "3 March 2026 at 14:05");
    assert_eq!(say(&lyon), "3 March 2026 at 15:05");
    assert_eq!(say(&honolulu), "3 March 2026 at 04:05");
}

#[test]
fn a_day_is_told_without_its_time() {
    let sentences = Sentences::load().expect("sentences");
    assert_eq!(
        sentences.date(Language::English, MARCH, &TimeZone::UTC),
        "3 March 2026"
    );
    assert_eq!(
        sentences.date(Language::Pseudo, MARCH, &TimeZone::UTC),
        "3 Mååřçħ 2026"
    );
}

#[test]
fn a_moment_has_the_form_of_its_language() {
    let sentences = Sentences::load().expect("sentences");
    let say = |language| sentences.moment(language, MARCH, &TimeZone::UTC);
    assert_eq!(say(Language::German), "3. März 2026 um 14:05 Uhr");
    assert_eq!(say(Language::French), "3 mars 2026 à 14\u{a0}h\u{a0}05");
    assert_eq!(say(Language::Spanish), "3 de marzo de 2026 a las 14:05");
    let first = MARCH - 2 * 86_400_000_000;
    assert_eq!(
        sentences.date(Language::French, first, &TimeZone::UTC),
        "1er mars 2026"
    );
}

#[test]
fn every_month_has_a_name() {
    let sentences = Sentences::load().expect("sentences");
    for language in Language::offered() {
        for month in 0..12 {
            let at = MARCH + month * 30 * 86_400_000_000;
            let text = sentences.date(*language, at, &TimeZone::UTC);
            assert!(!text.contains('{'), "{text}");
        }
    }
}

#[test]
fn the_ends_of_time_do_not_break_a_page() {
    let sentences = Sentences::load().expect("sentences");
    for micros in [i64::MIN, i64::MAX] {
        assert!(
            !sentences
                .moment(Language::English, micros, &TimeZone::UTC)
                .contains('{')
        );
    }
}

#[test]
fn a_wait_is_told_in_its_largest_unit_and_never_too_short() {
    let sentences = Sentences::load().expect("sentences");
    let say = |seconds| sentences.wait(Language::English, seconds);
    assert_eq!(say(0), "0 seconds");
    assert_eq!(say(1), "1 second");
    assert_eq!(say(59), "59 seconds");
    assert_eq!(say(60), "1 minute");
    assert_eq!(say(61), "2 minutes");
    assert_eq!(say(59 * 60), "59 minutes");
    assert_eq!(say(3_600), "1 hour");
    assert_eq!(say(24 * 3_600), "24 hours");
    assert_eq!(say(48 * 3_600), "2 days");
    assert_eq!(say(7 * 86_400), "7 days");
}
