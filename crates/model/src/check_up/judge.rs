//! Each practice, judged.

use super::{Facts, Item, Practice, State};
use crate::policy::Said;
use crate::reminders::{Reminder, Topic, next_drill_at};
use crate::{Fix, PlaceKind, Timestamp};

/// How an account stands towards a practice, before anything that was put off is looked at.
enum Judged {
    Done(Said),
    /// To be done, and at once.
    Now(Said, Fix),
    /// To be done, and its owner may put it off.
    Soon(Said, Fix),
    /// To be done, and put off like any reminder.
    Reminded(Said, Fix, Topic),
    NotApplicable(&'static str),
}

use Judged::{Done, NotApplicable, Now, Reminded, Soon};

pub(super) fn item(practice: Practice, facts: &Facts, now: Timestamp) -> Item {
    let (state, reason, fix, may_wait) = match judge(practice, facts, now) {
        Done(reason) => (State::Done, reason, None, false),
        NotApplicable(why) => (State::NotApplicable, Said::Plain(why), None, false),
        Now(reason, fix) => (State::DoNow, reason, Some(fix), false),
        Soon(reason, fix) => match put_off(practice, facts, now) {
            Some(until) => (State::Later(until), reason, Some(fix), false),
            None => (State::DoNow, reason, Some(fix), true),
        },
        Reminded(reason, fix, topic) => {
            let calendar = &facts.standing.calendar;
            if let Some(until) = calendar.asleep_until(topic, now) {
                (State::Later(until), reason, Some(fix), false)
            } else {
                let due = calendar.due(now);
                let due = due.iter().find(|due| due.reminder.topic() == topic);
                let may_wait = due.is_some_and(|due| calendar.may_snooze(due));
                (State::DoNow, reason, Some(fix), may_wait)
            }
        }
    };
    Item {
        practice,
        state,
        reason,
        fix,
        may_wait,
    }
}

/// Until when its owner put a practice off.
fn put_off(practice: Practice, facts: &Facts, now: Timestamp) -> Option<Timestamp> {
    let mut all = facts.put_off.iter();
    all.find(|(what, until)| *what == practice && now < *until)
        .map(|(_, until)| *until)
}

fn judge(practice: Practice, facts: &Facts, now: Timestamp) -> Judged {
    match practice {
        Practice::P1 => understood(facts),
        Practice::P2 => enabled(facts),
        Practice::P3 => stored(facts),
        Practice::P4 => renewed(facts, now),
        Practice::P6 => second_step(facts),
        Practice::P7 => on_paper(facts),
        Practice::P8 => not_digital(facts),
        Practice::P10 => confidential(facts),
        Practice::P11 => addresses(facts, now),
        Practice::P12 => tested(facts, now),
        Practice::P13 => programs(facts),
        Practice::P14 => watched(facts),
        Practice::P15 => password(facts),
        Practice::P16 if facts.phrase => Done(Said::Plain("check-up-p16-done")),
        Practice::P16 => Soon(Said::Plain("check-up-p16-now"), Fix::ChoosePhrase),
        Practice::P17 if facts.help_line => Done(Said::Plain("check-up-p17-done")),
        Practice::P17 => NotApplicable("check-up-p17-none"),
        Practice::P18 => match number(facts.unread) {
            0 => Done(Said::Plain("check-up-p18-done")),
            unread => Now(Said::Count("check-up-p18-now", unread), Fix::ReadAdvisories),
        },
        Practice::S1 if facts.idle_programs.is_some() => Done(Said::Plain("check-up-s1-done")),
        Practice::S1 => NotApplicable("check-up-s1-none"),
        Practice::S2 if facts.standing.notices_to_folder => NotApplicable("check-up-s2-folder"),
        Practice::S2 => Done(Said::Plain("check-up-s2-done")),
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn has_sheet(facts: &Facts) -> bool {
    facts.standing.calendar.sheet.is_some() || facts.sheet_waits
}

/// Whoever proved a sheet was told what a code is and asked what to do when the phone is in the river.
fn understood(facts: &Facts) -> Judged {
    if facts.proved_once || has_sheet(facts) {
        Done(Said::Plain("check-up-p1-done"))
    } else {
        Now(Said::Plain("check-up-p1-now"), Fix::EnableCodes)
    }
}

fn enabled(facts: &Facts) -> Judged {
    let standing = &facts.standing;
    if standing.set_to_prove {
        Now(Said::Plain("check-up-p2-prove"), Fix::ProveSheet)
    } else if standing.codes_suspended {
        Now(Said::Plain("check-up-p2-shut"), Fix::RenewSheet)
    } else if let Some(sheet) = standing.calendar.sheet {
        Done(Said::Count("check-up-p2-done", number(sheet.left)))
    } else if facts.sheet_waits {
        Done(Said::Plain("check-up-p2-waits"))
    } else if standing.codes_disabled {
        Now(Said::Plain("check-up-p2-disabled"), Fix::RenewSheet)
    } else {
        Now(Said::Plain("check-up-p2-now"), Fix::EnableCodes)
    }
}

fn stored(facts: &Facts) -> Judged {
    if !has_sheet(facts) {
        NotApplicable("check-up-no-sheet")
    } else if facts.places.is_empty() {
        Soon(Said::Plain("check-up-p3-now"), Fix::NotePlaces)
    } else {
        let places = number(facts.places.len());
        Done(Said::Count("check-up-p3-done", places))
    }
}

fn renewed(facts: &Facts, now: Timestamp) -> Judged {
    let standing = &facts.standing;
    if standing.replacement_owed {
        return Now(Said::Plain("check-up-p4-owed"), Fix::WriteReplacement);
    }
    if standing.calendar.sheet.is_none() {
        return NotApplicable("check-up-no-sheet");
    }
    let due = standing.calendar.due_or_asleep(Topic::Sheet, now);
    match due.map(|due| due.reminder) {
        Some(Reminder::OldSheet) => Reminded(
            Said::Plain("check-up-p4-old"),
            Fix::RenewSheet,
            Topic::Sheet,
        ),
        Some(_) => {
            let left = standing.calendar.sheet.map_or(0, |sheet| sheet.left);
            let few = Said::Count("check-up-p4-few", number(left));
            Reminded(few, Fix::RenewSheet, Topic::Sheet)
        }
        None => Done(Said::Plain("check-up-p4-done")),
    }
}

fn second_step(facts: &Facts) -> Judged {
    let standing = &facts.standing;
    if standing.phone_suspended {
        Now(Said::Plain("check-up-p6-shut"), Fix::NewPhone)
    } else if standing.to_renew.phone {
        Now(Said::Plain("check-up-p6-exposed"), Fix::NewPhone)
    } else if standing.second_step {
        Done(Said::Plain("check-up-p6-done"))
    } else {
        Now(Said::Plain("check-up-p6-now"), Fix::SetUpPhone)
    }
}

fn on_paper(facts: &Facts) -> Judged {
    if !has_sheet(facts) {
        NotApplicable("check-up-no-sheet")
    } else if !facts.places.is_empty() && facts.places.iter().all(|place| place.is_digital()) {
        Soon(Said::Plain("check-up-p7-now"), Fix::NotePlaces)
    } else {
        Done(Said::Plain("check-up-p7-done"))
    }
}

fn not_digital(facts: &Facts) -> Judged {
    if !has_sheet(facts) {
        NotApplicable("check-up-no-sheet")
    } else if facts.places.contains(&PlaceKind::Photo) {
        Soon(Said::Plain("check-up-p8-now"), Fix::NotePlaces)
    } else {
        Done(Said::Plain("check-up-p8-done"))
    }
}

fn confidential(facts: &Facts) -> Judged {
    if facts.standing.to_renew.sheet {
        Now(Said::Plain("check-up-p10-exposed"), Fix::RenewSheet)
    } else {
        Done(Said::Plain("check-up-p10-done"))
    }
}

fn addresses(facts: &Facts, now: Timestamp) -> Judged {
    let standing = &facts.standing;
    let verified = standing.outside_verified;
    let review = standing.calendar.due_or_asleep(Topic::Addresses, now);
    if verified == 0 {
        Now(Said::Plain("check-up-p11-none"), Fix::AddAddress)
    } else if standing.outside_unreached > 0 {
        Now(Said::Plain("check-up-p11-unreached"), Fix::LookAtAddresses)
    } else if review.is_some() {
        Reminded(
            Said::Plain("check-up-p11-review"),
            Fix::LookAtAddresses,
            Topic::Addresses,
        )
    } else if verified > 1 {
        Done(Said::Count("check-up-p11-done", number(verified)))
    } else if standing.outside_coming > 0 {
        Done(Said::Plain("check-up-p11-waits"))
    } else {
        Now(Said::Plain("check-up-p11-one"), Fix::AddAddress)
    }
}

fn tested(facts: &Facts, now: Timestamp) -> Judged {
    let calendar = &facts.standing.calendar;
    let Some(sheet) = calendar.sheet else {
        return NotApplicable("check-up-no-sheet");
    };
    if calendar.due_or_asleep(Topic::Drill, now).is_some() {
        // A new sheet comes first, and has drills of its own.
        return match calendar.due_or_asleep(Topic::Sheet, now) {
            Some(_) if calendar.asleep_until(Topic::Sheet, now).is_none() => {
                NotApplicable("check-up-p12-renew")
            }
            _ => Reminded(
                Said::Plain("check-up-p12-now"),
                Fix::HoldDrill,
                Topic::Drill,
            ),
        };
    }
    if let Some(at) = sheet.drilled_at {
        return Done(Said::Date("check-up-p12-done", at));
    }
    // A code of it was typed when it was made.
    let first = next_drill_at(&sheet, calendar.phone_since);
    Done(Said::Date("check-up-p12-first", first))
}

fn programs(facts: &Facts) -> Judged {
    match facts.idle_programs.map(number) {
        None => NotApplicable("check-up-p13-none"),
        Some(0) => Done(Said::Plain("check-up-p13-done")),
        Some(idle) => Soon(
            Said::Count("check-up-p13-now", idle),
            Fix::LookAtMailPrograms,
        ),
    }
}

fn watched(facts: &Facts) -> Judged {
    if facts.standing.pending_changes > 0 {
        let waiting = number(facts.standing.pending_changes);
        return Now(
            Said::Count("check-up-p14-waiting", waiting),
            Fix::LookAtChanges,
        );
    }
    match number(facts.untold) {
        0 => Done(Said::Plain("check-up-p14-done")),
        untold => Now(Said::Count("check-up-p14-now", untold), Fix::LookAtActivity),
    }
}

fn password(facts: &Facts) -> Judged {
    let standing = &facts.standing;
    let why = if !standing.password_set {
        "check-up-p15-none"
    } else if standing.password_doubted {
        "check-up-p15-doubted"
    } else if standing.to_renew.password {
        "check-up-p15-exposed"
    } else if standing.password_weak {
        "check-up-p15-weak"
    } else {
        return Done(Said::Plain("check-up-p15-done"));
    };
    Now(Said::Plain(why), Fix::SetPassword)
}
