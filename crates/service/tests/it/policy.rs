//! The policy: changed by operators, obeyed at every node at once, loosened only after a day that every operator hears of.

use crate::ground::on_both_engines;
use counterfoil_model::policy::{CodesDuty, Direction, Origin, PolicyRefusal, WAIT};
use counterfoil_model::{Setting, Span};
use counterfoil_service::LinkKind;
use counterfoil_service::desk::{AccountFilter, AccountSearch, DeskRefusal};
use counterfoil_service::policy::{PolicyChangeRefusal, SettingView};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    a_change_at_one_node_is_obeyed_at_the_other,
    what_loosens_waits_a_day_and_every_operator_hears_of_it,
    what_tightens_holds_at_once_and_without_a_step_up,
    any_operator_stops_what_waits_and_a_freeze_of_the_one_who_asked_does,
    the_link_of_an_operators_mail_stops_what_waits_and_nothing_else,
    a_later_change_takes_the_place_of_what_waits,
    the_command_line_waits_as_well,
    what_the_configuration_pins_is_not_loosened,
    only_operators_change_it,
    owners_without_codes_are_told_led_and_counted,
    an_operator_without_the_codes_that_are_required_loosens_nothing,
}

async fn view(service: &TestService, setting: Setting) -> SettingView {
    let settings = service.app.policy_settings().await.unwrap();
    settings
        .into_iter()
        .find(|view| view.setting == setting)
        .unwrap()
}

async fn a_change_at_one_node_is_obeyed_at_the_other(engine: Engine) {
    let one = TestService::on(engine).await;
    let olga = one.operator().await;
    let other = TestService::at(one.url()).clock(&one.clock).seed(2).await;
    let set = |setting, to| {
        one.app
            .set_policy_at_the_desk(&olga.session, &olga.visit, setting, Some(to))
    };
    set(Setting::SessionIdle, 10).await.unwrap();
    set(Setting::PasswordLeastBeside, 12).await.unwrap();
    set(Setting::CodesPerSheet, 4).await.unwrap();
    let policy = other.app.policy().await.unwrap();
    assert_eq!(
        (
            policy.session_idle_minutes,
            policy.password_least(true),
            policy.codes_per_sheet
        ),
        (10, 12, 4)
    );
    assert_eq!(
        view(&other, Setting::SessionIdle).await.origin,
        Origin::Operator
    );
    let least = other.app.shortest_password(olga.account).await.unwrap();
    assert_eq!(least, 12);
    let there = other.app.session(&olga.token, &olga.visit).await.unwrap();
    let sheet = other.app.show_codes(&there, &olga.visit, "").await;
    assert_eq!(sheet.unwrap().codes.len(), 4);
    one.clock.advance(Span::minutes(11));
    assert!(other.app.session(&olga.token, &olga.visit).await.is_err());
}

async fn what_loosens_waits_a_day_and_every_operator_hears_of_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut olga, otto) = (service.operator().await, service.operator().await);
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    service.clock.advance(Span::minutes(11));
    let stale = app.set_policy_at_the_desk(&olga.session, &olga.visit, Setting::Hold, Some(2));
    assert!(matches!(
        stale.await,
        Err(PolicyChangeRefusal::Desk(DeskRefusal::StepUpWanted))
    ));
    assert_eq!(
        view(&service, Setting::Hold)
            .await
            .waiting
            .map(|waits| waits.to),
        None
    );
    service.signs_in_again(&mut olga).await;
    let decision = app
        .set_policy_at_the_desk(&olga.session, &olga.visit, Setting::Hold, Some(2))
        .await
        .unwrap();
    assert_eq!(
        (decision.direction, decision.from, decision.effective_at),
        (Direction::Loosens, 24, service.now() + WAIT)
    );
    let seen = view(&service, Setting::Hold).await;
    let waits = seen.waiting.unwrap();
    assert_eq!((seen.value, waits.to), (24, 2));
    assert_eq!(waits.by.as_ref(), Some(&olga.address));
    for operator in [olga.account, otto.account] {
        assert_eq!(service.events_of(operator, "policy-change-waits").await, 1);
        assert!(
            !service
                .told(operator, "policy-change-waits")
                .await
                .is_empty()
        );
    }
    assert_eq!(
        service
            .events_of(owner.account, "policy-change-waits")
            .await,
        0
    );
    service.clock.advance(Span::seconds(24 * 60 * 60 - 1));
    assert_eq!(app.policy().await.unwrap().hold_hours, 24);
    assert_eq!(app.announce_policy_changes().await.unwrap(), 0);
    service.clock.advance(Span::seconds(1));
    assert_eq!(app.policy().await.unwrap().hold_hours, 2);
    assert_eq!(app.announce_policy_changes().await.unwrap(), 1);
    assert_eq!(app.announce_policy_changes().await.unwrap(), 0);
    assert_eq!(service.events_of(otto.account, "policy-changed").await, 1);
}

async fn what_tightens_holds_at_once_and_without_a_step_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let (olga, otto) = (service.operator().await, service.operator().await);
    service.clock.advance(Span::minutes(11));
    let set = |setting, to| {
        service
            .app
            .set_policy_at_the_desk(&olga.session, &olga.visit, setting, to)
    };
    let decision = set(Setting::Hold, Some(36)).await.unwrap();
    assert_eq!(decision.direction, Direction::Tightens);
    assert_eq!(service.app.policy().await.unwrap().hold_hours, 36);
    assert_eq!(service.events_of(otto.account, "policy-changed").await, 1);
    assert_eq!(
        service.app.announce_policy_changes().await.unwrap(),
        0,
        "told already"
    );
    for (to, refusal) in [
        (Some(36), PolicyRefusal::Same),
        (Some(169), PolicyRefusal::OutOfRange { min: 1, max: 168 }),
        (Some(49), PolicyRefusal::Contradicts(Setting::RemovalHold)),
    ] {
        let refused = set(Setting::Hold, to).await;
        assert!(
            matches!(refused, Err(PolicyChangeRefusal::Value(why)) if why == refusal),
            "{to:?}"
        );
    }
    // Neither stricter nor looser: it is still asked who that is.
    assert!(matches!(
        set(Setting::CodesPerSheet, Some(12)).await,
        Err(PolicyChangeRefusal::Desk(DeskRefusal::StepUpWanted))
    ));
}

async fn any_operator_stops_what_waits_and_a_freeze_of_the_one_who_asked_does(engine: Engine) {
    let service = TestService::on(engine).await;
    let (olga, otto) = (service.operator().await, service.operator().await);
    let app = &service.app;
    let ask = || app.set_policy_at_the_desk(&olga.session, &olga.visit, Setting::Hold, Some(2));
    let stop = || app.stop_policy_change_at_the_desk(&otto.session, &otto.visit, Setting::Hold);
    assert!(!stop().await.unwrap(), "nothing waits");
    ask().await.unwrap();
    assert!(stop().await.unwrap());
    assert!(!stop().await.unwrap());
    assert_eq!(
        service
            .events_of(olga.account, "policy-change-stopped")
            .await,
        1
    );
    ask().await.unwrap();
    app.freeze(&olga.session, &olga.visit, None).await.unwrap();
    assert!(view(&service, Setting::Hold).await.waiting.is_none());
    assert_eq!(
        service
            .events_of(otto.account, "policy-change-stopped")
            .await,
        2
    );
    service.clock.advance(Span::days(3));
    assert_eq!(app.policy().await.unwrap().hold_hours, 24);
    assert_eq!(app.announce_policy_changes().await.unwrap(), 0);
}

async fn the_link_of_an_operators_mail_stops_what_waits_and_nothing_else(engine: Engine) {
    let service = TestService::on(engine).await;
    let (olga, otto) = (service.operator().await, service.operator().await);
    let app = &service.app;
    let ask = |hours| app.set_policy(Setting::Hold, Some(hours));
    let link = async |operator: &TestOwner| {
        let kind = LinkKind::StopPolicy;
        let link = service.link_to(operator.account, &operator.address, kind);
        link.await
    };
    ask(2).await.unwrap();
    let first = link(&olga).await;
    let view = app.look_at_policy_stop_link(&first).await.unwrap();
    assert_eq!(
        (view.setting, view.was, view.becomes),
        (Setting::Hold, 24, 2)
    );
    // What came in its place is another change: the link of the one before stops nothing.
    service.clock.advance(Span::seconds(1));
    ask(3).await.unwrap();
    assert!(app.look_at_policy_stop_link(&first).await.is_err());
    assert!(
        app.stop_policy_change_by_link(&first, &visit(8))
            .await
            .is_err()
    );
    let (hers, his) = (link(&olga).await, link(&otto).await);
    let [one, two] = [&hers, &hers].map(|link| app.stop_policy_change_by_link(link, &olga.visit));
    let (one, two) = tokio::join!(one, two);
    assert!(one.is_ok() != two.is_ok(), "once");
    assert_eq!(app.policy().await.unwrap().hold_hours, 24);
    assert!(self::view(&service, Setting::Hold).await.waiting.is_none());
    let stopped = service.events_of(otto.account, "policy-change-stopped");
    assert_eq!(stopped.await, 1);
    assert!(
        app.stop_policy_change_by_link(&his, &visit(8))
            .await
            .is_err()
    );
    // It isn't the link of a change of an account, nor the other way round.
    service.clock.advance(Span::seconds(1));
    ask(2).await.unwrap();
    let hers = link(&olga).await;
    assert!(app.stop_change_by_link(&hers, &visit(8)).await.is_err());
    service.clock.advance(WAIT);
    assert!(
        app.stop_policy_change_by_link(&hers, &visit(8))
            .await
            .is_err()
    );
    assert_eq!(app.policy().await.unwrap().hold_hours, 2);
}

async fn a_later_change_takes_the_place_of_what_waits(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    app.set_policy(Setting::Hold, Some(30)).await.unwrap();
    app.set_policy(Setting::Hold, Some(12)).await.unwrap();
    service.clock.advance(Span::hours(20));
    let again = app.set_policy(Setting::Hold, Some(6)).await.unwrap();
    assert_eq!((again.from, again.effective_at), (30, service.now() + WAIT));
    service.clock.advance(Span::hours(23));
    assert_eq!(
        app.policy().await.unwrap().hold_hours,
        30,
        "its own day begins anew"
    );
    app.set_policy(Setting::Hold, Some(40)).await.unwrap();
    service.clock.advance(Span::days(2));
    assert_eq!(app.policy().await.unwrap().hold_hours, 40);
    app.set_policy(Setting::Hold, None).await.unwrap();
    assert_eq!(
        app.policy().await.unwrap().hold_hours,
        40,
        "going back is looser"
    );
    service.clock.advance(WAIT);
    let seen = view(&service, Setting::Hold).await;
    assert_eq!((seen.value, seen.origin), (24, Origin::Default));
}

async fn the_command_line_waits_as_well(engine: Engine) {
    let service = TestService::on(engine).await;
    let olga = service.operator().await;
    let app = &service.app;
    let decision = app
        .set_policy(Setting::RequireOutsideAddress, Some(0))
        .await
        .unwrap();
    assert_eq!(decision.effective_at, service.now() + WAIT);
    assert_eq!(
        service.events_of(olga.account, "policy-change-waits").await,
        1
    );
    assert!(
        app.stop_policy_change(Setting::RequireOutsideAddress)
            .await
            .unwrap()
    );
    assert!(
        !app.stop_policy_change(Setting::RequireOutsideAddress)
            .await
            .unwrap()
    );
}

async fn what_the_configuration_pins_is_not_loosened(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.hold_hours = 30)
        .pinned(Setting::Hold)
        .await;
    let refused = service.app.set_policy(Setting::Hold, Some(29)).await;
    assert!(matches!(
        refused,
        Err(PolicyChangeRefusal::Value(PolicyRefusal::Pinned))
    ));
    service
        .app
        .set_policy(Setting::Hold, Some(31))
        .await
        .unwrap();
    assert_eq!(service.app.policy().await.unwrap().hold_hours, 31);
    // A node with another configuration set something looser, before this one pinned it.
    let other = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .await;
    other.app.set_policy(Setting::Hold, Some(2)).await.unwrap();
    service.clock.advance(WAIT);
    assert_eq!(other.app.policy().await.unwrap().hold_hours, 2);
    let seen = view(&service, Setting::Hold).await;
    assert_eq!((seen.value, seen.origin), (30, Origin::Pinned));
}

async fn only_operators_change_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let refused = service
        .app
        .set_policy_at_the_desk(&owner.session, &owner.visit, Setting::Hold, Some(48))
        .await;
    assert!(matches!(
        refused,
        Err(PolicyChangeRefusal::Desk(DeskRefusal::OperatorsOnly))
    ));
    let stopped = service
        .app
        .stop_policy_change_at_the_desk(&owner.session, &owner.visit, Setting::Hold)
        .await;
    assert!(matches!(stopped, Err(DeskRefusal::OperatorsOnly)));
}

async fn owners_without_codes_are_told_led_and_counted(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.session_absolute_hours = 720)
        .policy(|policy| policy.session_idle_minutes = 1_440)
        .await;
    let (with, _) = service.with_sheet().await;
    let without = service.enrolled_owner().await;
    let app = &service.app;
    assert_eq!(app.remind_of_codes().await.unwrap(), 0, "none are required");
    assert_eq!(app.count_totals().await.unwrap().behind, None);
    let day = service.now() + Span::days(20);
    app.set_policy(Setting::CodesRequiredFrom, Some(day.as_micros()))
        .await
        .unwrap();
    assert_eq!(app.remind_of_codes().await.unwrap(), 1);
    assert_eq!(app.remind_of_codes().await.unwrap(), 0);
    assert_eq!(
        service.told(with.account, "codes-required").await,
        Vec::<String>::new()
    );
    assert_eq!(
        service.told(without.account, "codes-required").await.len(),
        2
    );
    let session = app.session(&without.token, &without.visit).await.unwrap();
    assert_eq!(session.codes_duty(), CodesDuty::By(day));
    let behind = app.count_totals().await.unwrap().behind.unwrap();
    assert_eq!((behind.all, behind.overdue), (1, 0));
    let wanted = AccountSearch {
        filter: AccountFilter::Behind,
        ..AccountSearch::default()
    };
    let found = app.find_accounts(&wanted).await.unwrap().accounts;
    assert_eq!(found.len(), 1);
    assert_eq!(found.first().unwrap().address, without.address);
    // Two weeks before, three days before, and on the day.
    for (days, told) in [(5, 0), (2, 1), (9, 0), (2, 1), (1, 0), (1, 1), (30, 0)] {
        service.clock.advance(Span::days(days));
        assert_eq!(app.remind_of_codes().await.unwrap(), told, "{days}");
    }
    let behind = app.count_totals().await.unwrap().behind.unwrap();
    assert_eq!((behind.all, behind.overdue), (1, 1));
    let late = service.signed_in(&without, &visit(77)).await;
    assert_eq!(late.codes_duty(), CodesDuty::Overdue(day));
    let there = service.signed_in(&with, &visit(78)).await;
    assert_eq!(there.codes_duty(), CodesDuty::Met);
    // A sheet in hand, and that was it.
    let sheet = app.show_codes(&late, &visit(77), "").await.unwrap();
    let code = sheet.codes.first().unwrap().code.text();
    app.prove_codes(&late, &visit(77), &code, false)
        .await
        .unwrap();
    let again = service.signed_in(&without, &visit(77)).await;
    assert_eq!(again.codes_duty(), CodesDuty::Met);
    // Whoever joins now has a week.
    let newcomer = service.enrolled_owner().await;
    let session = app.session(&newcomer.token, &newcomer.visit).await.unwrap();
    assert!(
        matches!(session.codes_duty(), CodesDuty::By(until) if until > service.now() + Span::days(6))
    );
}

async fn an_operator_without_the_codes_that_are_required_loosens_nothing(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_grace_days = 0)
        .await;
    let mut olga = service.operator().await;
    let app = &service.app;
    app.set_policy(Setting::CodesRequiredFrom, Some(service.now().as_micros()))
        .await
        .unwrap();
    service.signs_in_again(&mut olga).await;
    assert!(matches!(
        app.may_loosen(&olga.session),
        Err(DeskRefusal::CodesFirst)
    ));
    let looser = app.set_policy_at_the_desk(&olga.session, &olga.visit, Setting::Hold, Some(2));
    assert!(matches!(
        looser.await,
        Err(PolicyChangeRefusal::Desk(DeskRefusal::CodesFirst))
    ));
    app.set_policy_at_the_desk(&olga.session, &olga.visit, Setting::Hold, Some(40))
        .await
        .unwrap();
}
