use super::*;
use crate::reminders::{Calendar, Topic};
use crate::standing::{NextThing, SetFacts};
use crate::{Span, ToRenew};
use proptest::prelude::*;

const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

fn day(n: i64) -> Timestamp {
    NOW + Span::days(n)
}

fn sheet(left: usize, age: i64) -> Calendar {
    Calendar {
        sheet: Some(SetFacts {
            proved_at: day(-age),
            left,
            drilled_at: None,
        }),
        ..Calendar::default()
    }
}

/// Of somebody who has done everything.
fn well() -> Facts {
    Facts {
        standing: standing::Facts {
            password_set: true,
            second_step: true,
            calendar: sheet(10, 1),
            outside_verified: 2,
            ..standing::Facts::default()
        },
        proved_once: true,
        places: vec![PlaceKind::Safe, PlaceKind::Relative],
        phrase: true,
        idle_programs: Some(0),
        help_line: true,
        ..Facts::default()
    }
}

fn item(facts: &Facts, practice: Practice) -> Item {
    let check_up = CheckUp::of(facts, NOW);
    let mut items = check_up.items.into_iter();
    items.find(|item| item.practice == practice).unwrap()
}

fn state(facts: &Facts, practice: Practice) -> (State, Option<Fix>) {
    let item = item(facts, practice);
    (item.state, item.fix)
}

/// What the check-up says of a practice once the facts of somebody who did everything were changed.
fn after(practice: Practice, change: impl FnOnce(&mut Facts)) -> (State, Option<Fix>) {
    let mut facts = well();
    change(&mut facts);
    state(&facts, practice)
}

const fn now(fix: Fix) -> (State, Option<Fix>) {
    (State::DoNow, Some(fix))
}

const DONE: (State, Option<Fix>) = (State::Done, None);
const NOT_APPLICABLE: (State, Option<Fix>) = (State::NotApplicable, None);

fn without_sheet(facts: &mut Facts) {
    facts.standing.calendar = Calendar::default();
    facts.places.clear();
}

#[test]
fn whoever_did_everything_has_nothing_to_do() {
    let check_up = CheckUp::of(&well(), NOW);
    assert!(check_up.is_complete());
    assert_eq!((check_up.done(), check_up.all()), (18, 18));
    assert_eq!(check_up.first(), None);
}

#[test]
fn a_fresh_account_is_led_from_one_thing_to_the_next() {
    let mut facts = Facts {
        idle_programs: Some(0),
        help_line: true,
        ..Facts::default()
    };
    facts.standing.password_set = true;
    let mut led = Vec::new();
    loop {
        let check_up = CheckUp::of(&facts, NOW);
        let Some(first) = check_up.first() else {
            assert!(check_up.is_complete(), "{check_up:?}");
            break;
        };
        led.push(first.practice);
        match first.fix.unwrap() {
            Fix::SetUpPhone => facts.standing.second_step = true,
            Fix::AddAddress if facts.standing.outside_verified == 0 => {
                facts.standing.outside_verified = 1;
            }
            Fix::AddAddress => facts.standing.outside_coming = 1,
            Fix::EnableCodes => {
                facts.standing.calendar = sheet(10, 0);
                facts.proved_once = true;
            }
            Fix::NotePlaces => facts.places.push(PlaceKind::Safe),
            Fix::ChoosePhrase => facts.phrase = true,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(
        led,
        [
            Practice::P6,
            Practice::P11,
            Practice::P2,
            Practice::P11,
            Practice::P3,
            Practice::P16
        ]
    );
}

#[test]
fn p1_is_understood_by_whoever_proved_a_sheet() {
    assert_eq!(after(Practice::P1, without_sheet), DONE);
    let never = after(Practice::P1, |facts| {
        without_sheet(facts);
        facts.proved_once = false;
    });
    assert_eq!(never, now(Fix::EnableCodes));
}

#[test]
fn p2_codes_are_on_or_one_button_away() {
    let p2 = |change: fn(&mut Facts)| after(Practice::P2, change);
    assert_eq!(p2(without_sheet), now(Fix::EnableCodes));
    assert_eq!(
        p2(|facts| facts.standing.set_to_prove = true),
        now(Fix::ProveSheet)
    );
    assert_eq!(
        p2(|facts| {
            without_sheet(facts);
            facts.standing.codes_disabled = true;
        }),
        now(Fix::RenewSheet)
    );
    assert_eq!(
        p2(|facts| {
            without_sheet(facts);
            facts.standing.codes_suspended = true;
        }),
        now(Fix::RenewSheet)
    );
    assert_eq!(
        p2(|facts| {
            without_sheet(facts);
            facts.sheet_waits = true;
        }),
        DONE
    );
}

#[test]
fn p3_p7_p8_the_sheet_is_on_paper_in_a_place_that_is_noted_and_nowhere_else() {
    let places = |places: &[PlaceKind]| {
        let facts = Facts {
            places: places.to_vec(),
            ..well()
        };
        [Practice::P3, Practice::P7, Practice::P8].map(|practice| state(&facts, practice))
    };
    let look = now(Fix::NotePlaces);
    assert_eq!(places(&[]), [look, DONE, DONE]);
    assert_eq!(places(&[PlaceKind::Wallet]), [DONE, DONE, DONE]);
    assert_eq!(places(&[PlaceKind::PasswordManager]), [DONE, look, DONE]);
    assert_eq!(
        places(&[PlaceKind::PasswordManager, PlaceKind::Safe]),
        [DONE, DONE, DONE]
    );
    assert_eq!(
        places(&[PlaceKind::Photo, PlaceKind::Safe]),
        [DONE, DONE, look]
    );
    for practice in [Practice::P3, Practice::P7, Practice::P8] {
        assert_eq!(after(practice, without_sheet), NOT_APPLICABLE);
    }
}

#[test]
fn p4_an_old_or_used_up_sheet_is_renewed() {
    let p4 = |calendar| after(Practice::P4, |facts| facts.standing.calendar = calendar);
    assert_eq!(p4(sheet(10, 364)), DONE);
    assert_eq!(p4(sheet(10, 365)), now(Fix::RenewSheet));
    assert_eq!(p4(sheet(3, 1)), now(Fix::RenewSheet));
    assert_eq!(p4(Calendar::default()), NOT_APPLICABLE);
    assert_eq!(
        after(Practice::P4, |facts| facts.standing.replacement_owed = true),
        now(Fix::WriteReplacement)
    );
}

#[test]
fn p6_a_second_step_is_on_and_not_shut() {
    let p6 = |change: fn(&mut Facts)| after(Practice::P6, change);
    assert_eq!(
        p6(|facts| facts.standing.second_step = false),
        now(Fix::SetUpPhone)
    );
    assert_eq!(
        p6(|facts| facts.standing.phone_suspended = true),
        now(Fix::NewPhone)
    );
    assert_eq!(
        p6(|facts| facts.standing.to_renew.phone = true),
        now(Fix::NewPhone)
    );
}

#[test]
fn p10_codes_whose_keys_were_stolen_are_replaced() {
    let exposed = after(Practice::P10, |facts| facts.standing.to_renew.sheet = true);
    assert_eq!(exposed, now(Fix::RenewSheet));
}

#[test]
fn p11_two_addresses_are_there_reached_and_reviewed() {
    let p11 = |change: fn(&mut Facts)| after(Practice::P11, change);
    assert_eq!(
        p11(|facts| facts.standing.outside_verified = 0),
        now(Fix::AddAddress)
    );
    assert_eq!(
        p11(|facts| facts.standing.outside_verified = 1),
        now(Fix::AddAddress)
    );
    assert_eq!(
        p11(|facts| {
            facts.standing.outside_verified = 1;
            facts.standing.outside_coming = 1;
        }),
        DONE
    );
    assert_eq!(
        p11(|facts| facts.standing.outside_unreached = 1),
        now(Fix::LookAtAddresses)
    );
    assert_eq!(
        p11(|facts| facts.standing.calendar.review_at = Some(day(-1))),
        now(Fix::LookAtAddresses)
    );
}

#[test]
fn p12_a_drill_is_held_when_it_is_due() {
    let p12 = |calendar| after(Practice::P12, |facts| facts.standing.calendar = calendar);
    assert_eq!(p12(sheet(10, 6)), DONE);
    assert_eq!(p12(sheet(10, 7)), now(Fix::HoldDrill));
    assert_eq!(p12(sheet(3, 7)), NOT_APPLICABLE);
    assert_eq!(p12(Calendar::default()), NOT_APPLICABLE);
}

#[test]
fn p13_p14_what_reads_the_mail_and_what_happened_is_looked_at() {
    assert_eq!(
        after(Practice::P13, |facts| facts.idle_programs = Some(2)),
        now(Fix::LookAtMailPrograms)
    );
    assert_eq!(
        after(Practice::P13, |facts| facts.idle_programs = None),
        NOT_APPLICABLE
    );
    assert_eq!(
        after(Practice::P14, |facts| facts.untold = 1),
        now(Fix::LookAtActivity)
    );
    assert_eq!(
        after(Practice::P14, |facts| facts.standing.pending_changes = 1),
        now(Fix::LookAtChanges)
    );
}

#[test]
fn p15_the_password_is_there_strong_and_known_to_nobody() {
    let p15 = |change: fn(&mut Facts)| after(Practice::P15, change);
    for change in [
        (|facts| facts.standing.password_set = false) as fn(&mut Facts),
        |facts| facts.standing.password_doubted = true,
        |facts| facts.standing.password_weak = true,
        |facts| facts.standing.to_renew.password = true,
    ] {
        assert_eq!(p15(change), now(Fix::SetPassword));
    }
}

#[test]
fn p16_p17_p18_mail_is_known_a_person_is_there_and_news_are_read() {
    assert_eq!(
        after(Practice::P16, |facts| facts.phrase = false),
        now(Fix::ChoosePhrase)
    );
    assert_eq!(
        after(Practice::P17, |facts| facts.help_line = false),
        NOT_APPLICABLE
    );
    assert_eq!(
        after(Practice::P18, |facts| facts.unread = 1),
        now(Fix::ReadAdvisories)
    );
}

#[test]
fn s1_s2_are_the_services_own() {
    assert_eq!(
        after(Practice::S1, |facts| facts.idle_programs = None),
        NOT_APPLICABLE
    );
    assert_eq!(
        after(Practice::S2, |facts| facts.standing.notices_to_folder =
            true),
        NOT_APPLICABLE
    );
}

#[test]
fn what_was_put_off_comes_back_and_what_presses_cannot_be() {
    let mut facts = well();
    facts.phrase = false;
    assert!(item(&facts, Practice::P16).may_wait);
    facts.put_off = vec![(Practice::P16, day(30)), (Practice::P6, day(30))];
    let later = (State::Later(day(30)), Some(Fix::ChoosePhrase));
    assert_eq!(state(&facts, Practice::P16), later);
    assert!(!CheckUp::of(&facts, NOW).is_complete());
    facts.put_off = vec![(Practice::P16, NOW)];
    assert_eq!(state(&facts, Practice::P16).0, State::DoNow);
    facts.put_off = vec![(Practice::P6, day(30))];
    facts.standing.second_step = false;
    let pressing = item(&facts, Practice::P6);
    assert_eq!((pressing.state, pressing.may_wait), (State::DoNow, false));
}

#[test]
fn a_reminder_that_was_put_off_is_later_here_too() {
    let mut facts = well();
    facts.standing.calendar = sheet(10, 7);
    assert!(item(&facts, Practice::P12).may_wait);
    let calendar = &mut facts.standing.calendar;
    let snooze = calendar.snooze(Topic::Drill, PUT_OFF, NOW).unwrap();
    calendar.snoozes = vec![snooze];
    assert_eq!(state(&facts, Practice::P12).0, State::Later(day(30)));
    assert_eq!(Standing::of(&facts.standing, NOW).next, NextThing::Nothing);
}

#[test]
fn what_is_stored_is_read_back() {
    for practice in Practice::ALL {
        assert_eq!(Practice::parse(practice.as_str()), Some(practice));
        assert_eq!(
            practice.id().strip_prefix("check-up-"),
            Some(practice.as_str())
        );
    }
    assert_eq!(Practice::parse("p5"), None);
    assert_eq!(Practice::parse("p9"), None);
}

prop_compose! {
    fn standing_facts()(
        switches in any::<[bool; 14]>(),
        sheet in proptest::option::of((0_i64..500, 0_usize..12, proptest::option::of(0_i64..500))),
        outside in (0_usize..3, 0_usize..3), pending in 0_usize..3,
        coming in 0_usize..2, review in proptest::option::of(-200_i64..200),
        snoozed in proptest::option::of((0_usize..3, 0_i64..40, 1_i64..4)),
    ) -> standing::Facts {
        let [password_set, password_weak, password_doubted, password, phone, exposed, second_step, set_to_prove, codes_disabled, phone_suspended,
            codes_suspended, replacement_owed, notices_to_folder, snooze] = switches;
        let sheet = sheet.map(|(age, left, drilled)| SetFacts {
            proved_at: day(-age),
            left,
            drilled_at: drilled.map(|days| day(-days.min(age))),
        });
        let mut calendar = Calendar { sheet, review_at: review.map(day), ..Calendar::default() };
        if let Some((topic, ago, _)) = snoozed.filter(|_| snooze) {
            let topic = Topic::ALL[topic];
            calendar.snoozes.extend(calendar.snooze(topic, PUT_OFF, day(-ago)));
        }
        standing::Facts {
            password_set,
            password_weak,
            password_doubted,
            to_renew: ToRenew { password, phone, sheet: exposed },
            second_step,
            calendar,
            set_to_prove,
            codes_disabled,
            phone_suspended,
            codes_suspended,
            outside_verified: outside.0,
            outside_unreached: outside.1.min(outside.0),
            outside_coming: coming,
            replacement_owed,
            notices_to_folder,
            pending_changes: pending,
        }
    }
}

proptest! {
    #[test]
    fn it_never_contradicts_home(
        standing in standing_facts(), proved_once in any::<bool>(), phrase in any::<bool>(),
    ) {
        let facts = Facts { standing, proved_once, phrase, ..Facts::default() };
        let home = Standing::of(&facts.standing, NOW);
        // What home names is to be done here, by a button, and isn't put off.
        if let Some(practice) = Practice::of(home.next) {
            let named = item(&facts, practice);
            prop_assert_eq!(named.state, State::DoNow, "{:?}", home.next);
            let check_up = CheckUp::of(&facts, NOW);
            prop_assert_eq!(check_up.first().map(|first| first.practice), Some(practice));
        }
        // What is to be done, or was put off, has its button.
        for item in CheckUp::of(&facts, NOW).items {
            let open = matches!(item.state, State::DoNow | State::Later(_));
            prop_assert_eq!(open, item.fix.is_some(), "{:?}", item);
        }
        // What home calls good isn't to be done, and the other way round.
        for (protection, good) in home.protections {
            let (practice, state) = match protection {
                standing::Protection::Password => (Practice::P15, item(&facts, Practice::P15).state),
                standing::Protection::SecondStep => (Practice::P6, item(&facts, Practice::P6).state),
                standing::Protection::Drill => (Practice::P12, item(&facts, Practice::P12).state),
                standing::Protection::Codes | standing::Protection::OutsideNotices => continue,
            };
            if practice == Practice::P15 && good {
                prop_assert!(state == State::Done || facts.standing.password_weak);
            } else if practice == Practice::P6 && good {
                prop_assert!(state == State::Done || facts.standing.phone_suspended);
            } else if good {
                prop_assert!(state != State::DoNow, "{:?}", practice);
            } else if practice != Practice::P12 {
                prop_assert!(state == State::DoNow, "{:?}", practice);
            }
        }
        // What a reminder says is to be done, unless its owner put it off.
        for due in facts.standing.calendar.due(NOW) {
            let practice = Practice::of(due.reminder.next_thing()).unwrap();
            prop_assert_eq!(item(&facts, practice).state, State::DoNow);
        }
    }
}
