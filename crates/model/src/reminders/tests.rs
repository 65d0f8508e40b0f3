use super::*;
use proptest::prelude::*;

const PROVED: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

fn day(n: i64) -> Timestamp {
    PROVED + Span::days(n)
}

fn calendar(left: usize) -> Calendar {
    Calendar {
        sheet: Some(SetFacts {
            proved_at: PROVED,
            left,
            drilled_at: None,
        }),
        ..Calendar::default()
    }
}

fn reminders(calendar: &Calendar, now: Timestamp) -> Vec<Reminder> {
    let due = calendar.due(now).into_iter();
    due.map(|due| due.reminder).collect()
}

#[test]
fn a12_a_sheet_older_than_a_year_is_asked_to_be_renewed() {
    let mut calendar = calendar(10);
    if let Some(sheet) = &mut calendar.sheet {
        sheet.drilled_at = Some(day(300));
    }
    assert_eq!(reminders(&calendar, day(364)), []);
    assert_eq!(reminders(&calendar, day(365)), [Reminder::OldSheet]);
}

#[test]
fn three_or_fewer_codes_ask_for_a_new_sheet_and_that_comes_before_a_drill() {
    assert_eq!(reminders(&calendar(4), day(6)), []);
    assert_eq!(reminders(&calendar(3), day(6)), [Reminder::FewCodesLeft]);
    assert_eq!(reminders(&calendar(3), day(400)), [Reminder::FewCodesLeft]);
    assert_eq!(reminders(&calendar(0), day(400)), [Reminder::NoCodesLeft]);
    assert_eq!(reminders(&calendar(4), day(7)), [Reminder::Drill]);
    assert_eq!(reminders(&Calendar::default(), day(7)), []);
}

#[test]
fn what_was_done_is_quiet() {
    let mut calendar = calendar(10);
    assert_eq!(reminders(&calendar, day(8)), [Reminder::Drill]);
    calendar.snoozes = vec![calendar.snooze(Topic::Drill, Pause::Week, day(8)).unwrap()];
    if let Some(sheet) = &mut calendar.sheet {
        sheet.drilled_at = Some(day(9));
    }
    assert_eq!(reminders(&calendar, day(29)), []);
    assert_eq!(reminders(&calendar, day(30)), [Reminder::Drill]);
}

#[test]
fn a_snooze_comes_back_and_belongs_to_one_occasion() {
    let mut calendar = calendar(3);
    for (times, at) in [(1, 10), (2, 17)] {
        let snooze = calendar.snooze(Topic::Sheet, Pause::Week, day(at)).unwrap();
        assert_eq!((snooze.times, snooze.until), (times, day(at + 7)));
        calendar.snoozes = vec![snooze];
        // The drill that is due meanwhile is not put off by it.
        assert_eq!(reminders(&calendar, day(at + 6)), [Reminder::Drill]);
        assert_eq!(reminders(&calendar, day(at + 7)), [Reminder::FewCodesLeft]);
        assert_eq!(calendar.changes_at(day(at)), Some(day(at + 7)));
    }
    // Not for ever.
    assert_eq!(calendar.snooze(Topic::Sheet, Pause::Month, day(24)), None);
    assert!(!calendar.may_snooze(&calendar.due(day(24))[0]));
    // A new sheet is another occasion.
    calendar.sheet = Some(SetFacts {
        proved_at: day(25),
        left: 2,
        drilled_at: None,
    });
    assert!(calendar.may_snooze(&calendar.due(day(26))[0]));
}

#[test]
fn a_sheet_without_a_code_can_not_be_put_off_even_if_it_was_before() {
    let mut some_left = calendar(1);
    let snooze = some_left
        .snooze(Topic::Sheet, Pause::Month, day(1))
        .unwrap();
    some_left.snoozes = vec![snooze];
    assert_eq!(reminders(&some_left, day(2)), []);
    let none_left = Calendar {
        snoozes: vec![snooze],
        ..calendar(0)
    };
    assert_eq!(reminders(&none_left, day(2)), [Reminder::NoCodesLeft]);
    assert_eq!(none_left.snooze(Topic::Sheet, Pause::Week, day(2)), None);
}

#[test]
fn a_drill_is_put_off_as_often_as_its_owner_likes() {
    let mut calendar = calendar(10);
    for n in 0..20 {
        let now = day(7 + 30 * n);
        let Some(snooze) = calendar.snooze(Topic::Drill, Pause::Month, now) else {
            assert!(n >= 12, "the sheet is old by then");
            return;
        };
        calendar.snoozes = vec![snooze];
    }
}

#[test]
fn p11_addresses_are_asked_about_when_their_day_has_come_beside_whatever_else_is_due() {
    let mut calendar = Calendar {
        review_at: Some(day(180)),
        ..Calendar::default()
    };
    assert_eq!(reminders(&calendar, day(179)), []);
    assert_eq!(calendar.changes_at(day(179)), Some(day(180)));
    assert_eq!(reminders(&calendar, day(180)), [Reminder::AddressReview]);
    let snooze = calendar.snooze(Topic::Addresses, Pause::Week, day(181));
    calendar.snoozes = vec![snooze.unwrap()];
    assert_eq!(reminders(&calendar, day(187)), []);
    assert_eq!(reminders(&calendar, day(188)), [Reminder::AddressReview]);
    calendar.sheet = self::calendar(3).sheet;
    let both = [Reminder::FewCodesLeft, Reminder::AddressReview];
    assert_eq!(reminders(&calendar, day(188)), both);
    // Said yes to: another occasion, half a year later.
    calendar.review_at = Some(day(368));
    assert_eq!(reminders(&calendar, day(188)), [Reminder::FewCodesLeft]);
}

#[test]
fn nothing_that_is_not_due_is_put_off() {
    assert_eq!(calendar(10).snooze(Topic::Sheet, Pause::Week, day(1)), None);
    assert_eq!(calendar(10).snooze(Topic::Drill, Pause::Week, day(1)), None);
}

#[test]
fn what_is_stored_is_read_back() {
    for topic in Topic::ALL {
        assert_eq!(Topic::parse(topic.as_str()), Some(topic));
    }
    for pause in [Pause::Week, Pause::Month] {
        assert_eq!(Pause::parse(pause.as_str()), Some(pause));
    }
    assert_eq!((Topic::parse("x"), Pause::parse("ever")), (None, None));
}

/// What an owner does on a day, or what a code did.
#[derive(Clone, Copy, Debug)]
enum Step {
    Rest,
    Drill,
    UseCode,
    Renew,
    Snooze(Topic, Pause),
}

fn step() -> impl Strategy<Value = Step> {
    let pause = prop_oneof![Just(Pause::Week), Just(Pause::Month)];
    let topic = prop_oneof![Just(Topic::Sheet), Just(Topic::Drill)];
    prop_oneof![
        40 => Just(Step::Rest),
        1 => Just(Step::Drill),
        2 => Just(Step::UseCode),
        1 => Just(Step::Renew),
        4 => (topic, pause).prop_map(|(topic, pause)| Step::Snooze(topic, pause)),
    ]
}

fn live(calendar: &mut Calendar, step: Step, now: Timestamp) {
    let sheet = calendar.sheet.as_mut().unwrap();
    match step {
        Step::Rest => {}
        Step::Drill => sheet.drilled_at = Some(now),
        Step::UseCode => sheet.left = sheet.left.saturating_sub(1),
        Step::Renew => {
            *sheet = SetFacts {
                proved_at: now,
                left: 10,
                drilled_at: None,
            };
        }
        Step::Snooze(topic, pause) => {
            if let Some(snooze) = calendar.snooze(topic, pause, now) {
                calendar.snoozes.retain(|other| other.topic != topic);
                calendar.snoozes.push(snooze);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn there_are_never_two_mails_in_a_month_and_every_reminder_is_mailed_within_two(
        steps in proptest::collection::vec(step(), 800), advisories in any::<bool>(), shift in 0..31_i64,
    ) {
        let mut calendar = calendar(10);
        let mut round = Round { begun_at: PROVED, mailed_at: None, digest_at: None };
        let mut look_at = PROVED;
        let (mut mails, mut digests, mut due_since) = (vec![], vec![], None);
        for (n, step) in (0_i64..).zip(steps) {
            let now = day(shift + n);
            live(&mut calendar, step, now);
            if matches!(step, Step::UseCode | Step::Renew) {
                look_at = look_at.min(now + Span::days(1));
            }
            let due = !calendar.due(now).is_empty() || advisories;
            due_since = due.then(|| due_since.unwrap_or(now));
            if look_at > now {
                continue;
            }
            let look = round.look(due, calendar.changes_at(now), now);
            prop_assert!(look.again_at > now);
            prop_assert!(look.again_at <= now + MAILS_APART);
            look_at = look.again_at;
            if let Some(letter) = look.letter {
                mails.push(now);
                round.mailed_at = Some(now);
                due_since = None;
                if letter == Letter::Digest {
                    digests.push(now);
                    round.digest_at = Some(now);
                } else {
                    prop_assert!(due, "a reminder of nothing");
                }
            }
            if let Some(since) = due_since {
                prop_assert!(now < since + MAILS_APART + LONGEST_REST, "due and never mailed");
            }
        }
        for pair in mails.windows(2) {
            prop_assert!(pair[1] >= pair[0] + MAILS_APART);
        }
        for pair in digests.windows(2) {
            prop_assert!(pair[1] >= pair[0] + Span::days(365));
        }
        prop_assert!(digests.len() == 2, "a digest each year: {digests:?}");
    }

    #[test]
    fn the_one_next_thing_and_the_first_reminder_agree(
        steps in proptest::collection::vec(step(), 0..400),
    ) {
        use crate::standing::{Facts, Standing};
        let mut calendar = calendar(10);
        for (n, step) in (0_i64..).zip(steps) {
            live(&mut calendar, step, day(n));
            let facts = Facts {
                password_set: true,
                second_step: true,
                outside_verified: 2,
                calendar: calendar.clone(),
                ..Facts::default()
            };
            let first = calendar.due(day(n)).first().map(|due| due.reminder.next_thing());
            prop_assert_eq!(Standing::of(&facts, day(n)).next, first.unwrap_or(NextThing::Nothing));
        }
    }

    #[test]
    fn between_two_changes_nothing_becomes_due(
        left in 0_usize..12, drilled in proptest::option::of(0_i64..400), now in 0_i64..800,
    ) {
        let mut calendar = calendar(left);
        if let Some(sheet) = &mut calendar.sheet {
            sheet.drilled_at = drilled.map(day);
        }
        let now = day(now);
        let until = calendar.changes_at(now).unwrap_or(now + Span::days(1_000));
        let just_before = Timestamp::from_micros(until.as_micros() - 1);
        prop_assert_eq!(reminders(&calendar, now), reminders(&calendar, just_before));
    }

    #[test]
    fn first_looks_are_spread_over_a_month(bytes in any::<[u8; 16]>()) {
        let account = crate::AccountId::from_bytes(bytes);
        let first = first_look(account, PROVED);
        prop_assert!(first >= PROVED && first <= PROVED + LONGEST_REST);
        let soon = soon(account, PROVED);
        prop_assert!(soon >= day(1) && soon <= day(2));
    }
}

#[test]
fn a_letter_waits_for_the_month_to_end_and_a_digest_takes_the_place_of_a_reminder() {
    let round = |mailed: Option<i64>, digest: Option<i64>| Round {
        begun_at: PROVED,
        mailed_at: mailed.map(day),
        digest_at: digest.map(day),
    };
    let look = |round: Round, due, now| round.look(due, None, day(now));
    assert_eq!(look(round(None, None), false, 10).letter, None);
    assert_eq!(
        look(round(None, None), true, 10).letter,
        Some(Letter::Reminder)
    );
    let waits = look(round(Some(10), None), true, 40);
    assert_eq!((waits.letter, waits.again_at), (None, day(41)));
    assert_eq!(
        look(round(Some(10), None), true, 41).letter,
        Some(Letter::Reminder)
    );
    assert_eq!(
        look(round(Some(10), None), true, 365).letter,
        Some(Letter::Digest)
    );
    assert_eq!(look(round(Some(360), None), true, 365).letter, None);
    assert_eq!(
        look(round(Some(360), None), false, 391).letter,
        Some(Letter::Digest)
    );
    assert_eq!(look(round(Some(391), Some(391)), false, 430).letter, None);
}
