//! Reminders: what is due is said everywhere alike, mailed once a month at most, put off and quiet once done.

use crate::ground::on_both_engines;
use counterfoil_model::reminders::{MAILS_APART, Pause, Reminder, Topic};
use counterfoil_model::{ApiScope, NextThing, Span};
use counterfoil_service::reminders::SnoozeRefusal;
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    a_drill_is_mailed_once_a_month_until_it_is_held,
    what_is_put_off_comes_back,
    nodes_that_look_at_the_same_time_write_one_letter,
    nobody_is_written_to_whose_account_is_shut,
    a_used_code_is_reminded_of_when_the_dust_has_settled,
    a_year_is_told_once_and_takes_the_place_of_that_months_reminder,
    houses_from_before_are_written_to_over_a_month,
    accounts_of_apps_are_not_reminded,
}

const LOOKS: Statement = Statement::new(
    "test_looks",
    "SELECT COUNT(*) AS n FROM reminder_round WHERE look_at > $1",
);
const FROM_BEFORE: Statement =
    Statement::new("test_from_before", "UPDATE reminder_round SET look_at = 0");

/// Every job that is due in the next `days`, as a server would do it. The owner's session may end meanwhile.
async fn pass(service: &TestService, days: i64) {
    for _ in 0..days {
        service.clock.advance(Span::days(1));
        service.app.remind(false).await.unwrap();
    }
}

async fn due(service: &TestService, owner: &TestOwner) -> Vec<Reminder> {
    let reminders = service.app.reminders(&owner.session).await.unwrap();
    reminders.due.iter().map(|due| due.reminder).collect()
}

async fn letters(service: &TestService, owner: &TestOwner) -> usize {
    let reminded = service.told(owner.account, "reminded").await;
    assert!(
        reminded.iter().all(|to| *to == owner.address),
        "{reminded:?}"
    );
    reminded.len()
}

async fn a_drill_is_mailed_once_a_month_until_it_is_held(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    pass(&service, 6).await;
    assert_eq!(letters(&service, &owner).await, 0);
    pass(&service, 1).await;
    assert_eq!(letters(&service, &owner).await, 1);
    let notices = service.notices(owner.account).await;
    let letter = notices.iter().find(|notice| notice.kind == "reminded");
    assert_eq!(
        letter.unwrap().details,
        r#"{"first":"drill","left":"10","news":"0","title":""}"#
    );
    pass(&service, 30).await;
    assert_eq!(letters(&service, &owner).await, 1);
    pass(&service, 1).await;
    assert_eq!(letters(&service, &owner).await, 2);

    service.signs_in_again(&mut owner).await;
    assert_eq!(due(&service, &owner).await, [Reminder::Drill]);
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::Drill);
    let attention = service
        .app
        .attention(&owner.session, &owner.visit)
        .await
        .unwrap();
    assert_eq!(attention.due, 1);

    let drill = service.app.begin_drill(&owner.session).await.unwrap();
    let words = drill.slots.map(|slot| sheet.word(slot.get()).to_owned());
    let answers = [words[0].as_str(), words[1].as_str()];
    service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, answers)
        .await
        .unwrap();
    assert_eq!(due(&service, &owner).await, []);
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::SecondAddress);
    // The drill of day 30 was answered by this one; the next is on day 90.
    pass(&service, 45).await;
    assert_eq!(letters(&service, &owner).await, 2);
}

async fn what_is_put_off_comes_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _) = service.with_sheet().await;
    service.clock.advance(Span::days(7));
    service.signs_in_again(&mut owner).await;
    let app = &service.app;
    let nothing = app.snooze(&owner.session, Topic::Sheet, Pause::Week).await;
    assert!(matches!(nothing, Err(SnoozeRefusal::NotNow)), "{nothing:?}");
    let until = app
        .snooze(&owner.session, Topic::Drill, Pause::Week)
        .await
        .unwrap();
    assert_eq!(until, service.now() + Span::days(7));
    assert_eq!(due(&service, &owner).await, []);
    let twice = app.snooze(&owner.session, Topic::Drill, Pause::Week).await;
    assert!(matches!(twice, Err(SnoozeRefusal::NotNow)), "{twice:?}");
    pass(&service, 6).await;
    assert_eq!(letters(&service, &owner).await, 0);
    service.signs_in_again(&mut owner).await;
    assert_eq!(due(&service, &owner).await, []);
    pass(&service, 2).await;
    assert_eq!(letters(&service, &owner).await, 1);
    service.signs_in_again(&mut owner).await;
    assert_eq!(due(&service, &owner).await, [Reminder::Drill]);
}

async fn nodes_that_look_at_the_same_time_write_one_letter(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    pass(&service, 3).await;
    service.clock.advance(Span::days(5));
    let other = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .owners(1)
        .await;
    let (one, another) = tokio::join!(service.app.remind(false), other.app.remind(false));
    let looked = one.unwrap() + another.unwrap();
    assert_eq!(looked, 1);
    assert_eq!(letters(&service, &owner).await, 1);
}

async fn nobody_is_written_to_whose_account_is_shut(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let invited = service.invitation("nobody").await.account();
    service
        .app
        .freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap();
    pass(&service, 100).await;
    assert_eq!(letters(&service, &owner).await, 0);
    assert!(service.told(invited, "reminded").await.is_empty());
}

async fn a_used_code_is_reminded_of_when_the_dust_has_settled(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    pass(&service, 3).await;
    for slot in 1..=7 {
        service
            .signed_in_by_code(&owner, &visit(slot.into()), sheet.code(slot))
            .await;
    }
    service.app.remind(false).await.unwrap();
    assert_eq!(letters(&service, &owner).await, 0);
    pass(&service, 2).await;
    assert_eq!(letters(&service, &owner).await, 1);
    let notices = service.notices(owner.account).await;
    let letter = notices.iter().find(|notice| notice.kind == "reminded");
    assert_eq!(
        letter.unwrap().details,
        r#"{"first":"few-codes-left","left":"3","news":"0","title":""}"#
    );
}

async fn a_year_is_told_once_and_takes_the_place_of_that_months_reminder(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _) = service.with_sheet().await;
    let mut digests = Vec::new();
    let mut letters = Vec::new();
    for day in 1..=800 {
        pass(&service, 1).await;
        let told = service.told(owner.account, "digest-mailed").await.len();
        if told > digests.len() {
            digests.push(day);
        }
        if told + self::letters(&service, &owner).await > letters.len() {
            letters.push(day);
        }
    }
    assert_eq!(digests.len(), 2, "{digests:?}");
    assert!((365..=396).contains(&digests[0]), "{digests:?}");
    let months = letters.windows(2).map(|pair| Span::days(pair[1] - pair[0]));
    assert!(months.min() >= Some(MAILS_APART), "{letters:?}");
    assert!(letters.len() > 20, "{letters:?}");
    let notices = service.notices(owner.account).await;
    let digest = notices.iter().find(|notice| notice.kind == "digest-mailed");
    assert_eq!(
        digest.unwrap().details,
        r#"{"devices":"1","codes":"0","refused":"0","changes":"6","good":"4","all":"5","left":"10","next":"something","news":"0","title":""}"#
    );
    service.signs_in_again(&mut owner).await;
    assert_eq!(
        due(&service, &owner).await,
        [Reminder::OldSheet, Reminder::AddressReview]
    );
}

async fn houses_from_before_are_written_to_over_a_month(engine: Engine) {
    let service = TestService::on(engine).await;
    let owners = [service.owner().await, service.owner().await];
    service
        .db
        .run("test_from_before", |tx| async move {
            tx.execute(&FROM_BEFORE, &[]).await
        })
        .await
        .unwrap();
    service.clock.advance(Span::days(400));
    service.app.remind(false).await.unwrap();
    let later = service.count(&LOOKS, &[service.now().into()]).await;
    assert_eq!(later, 2, "each is looked at on a day of its own");
    pass(&service, 31).await;
    for owner in owners {
        let told = service.told(owner.account, "digest-mailed").await;
        assert_eq!(told, [owner.address]);
    }
}

async fn accounts_of_apps_are_not_reminded(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = service.api_app("shop", ApiScope::ALL).await;
    service.api_account(&app, "customer 1").await;
    let rounds = service.count(&LOOKS, &[0_i64.into()]).await;
    assert_eq!(rounds, 0);
}

#[tokio::test]
async fn a_round_reads_only_the_accounts_whose_day_has_come() {
    const PLAN: Statement = Statement::new(
        "test_plan",
        "EXPLAIN QUERY PLAN SELECT account_id, look_at, begun_at, mailed_at, digest_at FROM reminder_round \
         WHERE look_at <= $1 ORDER BY look_at LIMIT $2",
    );
    let service = TestService::on(Engine::Sqlite).await;
    let rows = service.rows(&PLAN, &[0_i64.into(), 200_i64.into()]).await;
    let steps: Vec<String> = rows.iter().map(|row| row.get("detail").unwrap()).collect();
    assert_eq!(
        steps,
        ["SEARCH reminder_round USING INDEX reminder_round_due (look_at<?)"]
    );
}
