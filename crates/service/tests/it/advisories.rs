//! Advisories: shown to whom they concern until read, mailed by how much they matter, corrected and withdrawn where they stand.

use crate::ground::on_both_engines;
use counterfoil_model::advisory::{AdvisoryError, Audience, Phase, Severity};
use counterfoil_model::{AdvisoryId, Span};
use counterfoil_prose::ProseError;
use counterfoil_service::advisory::{AdvisoryRefusal, Correction, Draft};
use counterfoil_service::desk::DeskRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;
use counterfoil_testkit::story::TestOwner;
use std::sync::Arc;

on_both_engines! {
    it_is_shown_to_whom_it_concerns_until_they_read_it,
    a_critical_one_is_mailed_to_every_address_once_in_batches,
    a_mailing_that_is_cut_off_goes_on_where_it_was,
    nodes_that_mail_at_the_same_time_write_to_nobody_twice,
    a_correction_is_shown_and_mailed_anew,
    a_withdrawal_goes_to_those_who_were_mailed,
    a_notice_goes_with_the_monthly_letter_once,
    before_its_day_nobody_sees_it,
    what_can_not_be_shown_is_refused,
    only_what_is_public_is_for_anybody,
}

fn draft(severity: Severity, audience: Audience) -> Draft {
    Draft {
        title: "Mails that look like ours".to_owned(),
        body: "Somebody asks for a **code**. We never do.".to_owned(),
        severity,
        audience,
        public: false,
        from: None,
        until: None,
    }
}

async fn written(service: &TestService, severity: Severity, audience: Audience) -> AdvisoryId {
    let draft = draft(severity, audience);
    service.app.write_advisory(draft).await.unwrap()
}

async fn unread(service: &TestService, owner: &TestOwner) -> Vec<AdvisoryId> {
    let attention = service
        .app
        .attention(&owner.session, &owner.visit)
        .await
        .unwrap();
    attention.unread.iter().map(|one| one.id).collect()
}

async fn mail_all(service: &TestService) -> usize {
    let mut mailed = 0;
    while let Some(count) = service.app.mail_advisories().await.unwrap() {
        mailed += count;
    }
    mailed
}

async fn told(service: &TestService, owner: &TestOwner) -> Vec<String> {
    service.told(owner.account, "advisory-mailed").await
}

async fn it_is_shown_to_whom_it_concerns_until_they_read_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let bare = service.owner().await;
    let (full, _) = service.with_sheet().await;
    let operator = service.operator().await;
    let mut ids = Vec::new();
    for audience in Audience::ALL {
        ids.push(written(&service, Severity::Info, audience).await);
        service.clock.advance(Span::seconds(1));
    }
    ids.reverse();
    let [codes, step, operators, everybody] = ids[..] else {
        panic!("{ids:?}")
    };
    assert_eq!(unread(&service, &bare).await, [codes, step, everybody]);
    assert_eq!(unread(&service, &full).await, [everybody]);
    assert_eq!(
        unread(&service, &operator).await,
        [codes, operators, everybody]
    );
    let app = &service.app;
    assert!(
        app.advisory_was_read(&full.session, everybody)
            .await
            .unwrap()
    );
    assert!(
        !app.advisory_was_read(&full.session, operators)
            .await
            .unwrap()
    );
    assert_eq!(unread(&service, &full).await, []);
    assert_eq!(unread(&service, &bare).await, [codes, step, everybody]);
    let still = app
        .advisory_for(Some(&full.session), everybody)
        .await
        .unwrap();
    assert!(still.is_some_and(|read| !read.unread && read.phase == Phase::Current));
    let others = app
        .advisory_for(Some(&full.session), operators)
        .await
        .unwrap();
    assert!(others.is_none());
    assert_eq!(app.mail_advisories().await.unwrap(), None);
}

async fn a_critical_one_is_mailed_to_every_address_once_in_batches(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let mut others = Vec::new();
    for _ in 0..60 {
        others.push(service.owner().await);
    }
    let invited = service.invitation("nobody").await.account();
    let id = written(&service, Severity::Critical, Audience::Everybody).await;
    let first = service.app.mail_advisories().await.unwrap();
    assert_eq!(first, Some(50));
    let (_, spread) = service.app.advisory(id).await.unwrap().unwrap();
    assert_eq!((spread.mailed, spread.mailing), (50, true));
    assert_eq!(mail_all(&service).await, 11);
    let mut addresses = vec![owner.address.clone(), owner.outside.clone()];
    addresses.sort();
    assert_eq!(told(&service, &owner).await, addresses);
    for other in &others {
        assert_eq!(told(&service, other).await, [other.address.as_str()]);
    }
    assert!(service.told(invited, "advisory-mailed").await.is_empty());
    let (_, spread) = service.app.advisory(id).await.unwrap().unwrap();
    assert_eq!((spread.mailed, spread.mailing, spread.read), (61, false, 0));
}

async fn a_mailing_that_is_cut_off_goes_on_where_it_was(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owners = Vec::new();
    for _ in 0..55 {
        owners.push(service.owner().await);
    }
    written(&service, Severity::Critical, Audience::Everybody).await;
    service.app.mail_advisories().await.unwrap();
    // Whoever did that is gone. Another node goes on.
    let other = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .await;
    assert_eq!(mail_all(&other).await, 5);
    for owner in &owners {
        assert_eq!(told(&service, owner).await, [owner.address.as_str()]);
    }
}

async fn nodes_that_mail_at_the_same_time_write_to_nobody_twice(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owners = Vec::new();
    for _ in 0..12 {
        owners.push(service.owner().await);
    }
    written(&service, Severity::Critical, Audience::Everybody).await;
    let mut nodes = Vec::new();
    for seed in 2..6 {
        let node = TestService::at(service.url())
            .clock(&service.clock)
            .seed(seed)
            .await;
        let app = Arc::clone(&node.app);
        nodes.push(tokio::spawn(async move { app.mail_advisories().await }));
    }
    let mut mailed = 0;
    for node in nodes {
        mailed += node.await.unwrap().unwrap().unwrap_or(0);
    }
    assert_eq!(mailed, 12);
    for owner in &owners {
        assert_eq!(told(&service, owner).await.len(), 1);
    }
}

async fn a_correction_is_shown_and_mailed_anew(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let id = written(&service, Severity::Critical, Audience::Everybody).await;
    mail_all(&service).await;
    let app = &service.app;
    service.clock.advance(Span::minutes(1));
    app.advisory_was_read(&owner.session, id).await.unwrap();
    service.clock.advance(Span::minutes(1));
    let correction = Correction {
        title: "Mails that look like ours, again".to_owned(),
        body: "We said it wrong.".to_owned(),
        until: None,
    };
    app.correct_advisory(id, correction).await.unwrap();
    assert_eq!(unread(&service, &owner).await, [id]);
    assert_eq!(mail_all(&service).await, 1);
    assert_eq!(told(&service, &owner).await.len(), 2);
    let (advisory, _) = app.advisory(id).await.unwrap().unwrap();
    assert_eq!(advisory.title, "Mails that look like ours, again");
    assert_eq!(advisory.corrected_at, Some(service.now()));
}

async fn a_withdrawal_goes_to_those_who_were_mailed(engine: Engine) {
    let service = TestService::on(engine).await;
    let reader = service.owner().await;
    let other = service.owner().await;
    for _ in 0..53 {
        service.owner().await;
    }
    let id = written(&service, Severity::Critical, Audience::Everybody).await;
    assert_eq!(service.app.mail_advisories().await.unwrap(), Some(50));
    let app = &service.app;
    app.advisory_was_read(&reader.session, id).await.unwrap();
    service.clock.advance(Span::minutes(1));
    let silent = app.withdraw_advisory(id, " \n").await;
    assert!(matches!(silent, Err(AdvisoryRefusal::Why)), "{silent:?}");
    app.withdraw_advisory(id, "It was a drill of ours.")
        .await
        .unwrap();
    assert_eq!(mail_all(&service).await, 50);
    // Who had read it is told here too; nobody else sees what no longer holds.
    assert_eq!(unread(&service, &reader).await, [id]);
    assert_eq!(unread(&service, &other).await, []);
    let shown = app.advisory_for(Some(&other.session), id).await.unwrap();
    assert!(shown.is_some_and(|read| read.phase == Phase::Withdrawn));
    let twice = app.withdraw_advisory(id, "Again.").await;
    assert!(matches!(twice, Err(AdvisoryRefusal::Gone)), "{twice:?}");
    let correction = Correction {
        title: "No".to_owned(),
        body: "No.".to_owned(),
        until: None,
    };
    let late = app.correct_advisory(id, correction).await;
    assert!(matches!(late, Err(AdvisoryRefusal::Gone)), "{late:?}");
}

async fn a_notice_goes_with_the_monthly_letter_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    written(&service, Severity::Notice, Audience::Everybody).await;
    assert_eq!(mail_all(&service).await, 0);
    for _ in 0..70 {
        service.clock.advance(Span::days(1));
        service.app.remind(false).await.unwrap();
    }
    let notices = service.notices(owner.account).await;
    let letters: Vec<_> = notices
        .iter()
        .filter(|notice| notice.kind == "reminded")
        .collect();
    assert_eq!(letters.len(), 1);
    assert_eq!(
        letters[0].details,
        r#"{"first":"news","left":"0","news":"1","title":"Mails that look like ours"}"#
    );
}

async fn before_its_day_nobody_sees_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let id = service
        .app
        .write_advisory(Draft {
            public: true,
            from: Some(service.now() + Span::days(2)),
            until: Some(service.now() + Span::days(3)),
            ..draft(Severity::Critical, Audience::Everybody)
        })
        .await
        .unwrap();
    let app = &service.app;
    assert_eq!(mail_all(&service).await, 0);
    assert_eq!(unread(&service, &owner).await, []);
    assert!(
        app.advisory_for(Some(&owner.session), id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(app.public_advisories().await.unwrap().is_empty());
    service.clock.advance(Span::days(2));
    assert_eq!(mail_all(&service).await, 1);
    assert_eq!(unread(&service, &owner).await, [id]);
    assert_eq!(app.public_advisories().await.unwrap().len(), 1);
    service.clock.advance(Span::days(1));
    assert_eq!(unread(&service, &owner).await, []);
    let over = app.advisory_for(Some(&owner.session), id).await.unwrap();
    assert!(over.is_some_and(|read| read.phase == Phase::Over));
}

async fn what_can_not_be_shown_is_refused(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let html = Draft {
        body: "Hello\n\n<script>alert(1)</script>".to_owned(),
        ..draft(Severity::Info, Audience::Everybody)
    };
    let refused = app.write_advisory(html).await;
    assert!(
        matches!(
            refused,
            Err(AdvisoryRefusal::Prose(ProseError::Html { line: 3 }))
        ),
        "{refused:?}"
    );
    let public = Draft {
        public: true,
        ..draft(Severity::Info, Audience::Operators)
    };
    let refused = app.write_advisory(public).await;
    assert!(
        matches!(
            refused,
            Err(AdvisoryRefusal::Advisory(AdvisoryError::NotForEverybody))
        ),
        "{refused:?}"
    );
    assert!(app.advisories().await.unwrap().is_empty());

    let mut operator = service.operator().await;
    app.may_write_advisories(&operator.session).unwrap();
    service.clock.advance(Span::hours(1));
    let stale = app.may_write_advisories(&operator.session);
    assert!(matches!(stale, Err(DeskRefusal::StepUpWanted)), "{stale:?}");
    service.signs_in_again(&mut operator).await;
    app.may_write_advisories(&operator.session).unwrap();
    let owner = service.owner().await;
    let nobody = app.may_write_advisories(&owner.session);
    assert!(
        matches!(nobody, Err(DeskRefusal::OperatorsOnly)),
        "{nobody:?}"
    );
}

async fn only_what_is_public_is_for_anybody(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let inside = written(&service, Severity::Info, Audience::Everybody).await;
    let public = Draft {
        public: true,
        ..draft(Severity::Info, Audience::Everybody)
    };
    let public = app.write_advisory(public).await.unwrap();
    let fed = app.public_advisories().await.unwrap();
    assert_eq!(fed.iter().map(|one| one.id).collect::<Vec<_>>(), [public]);
    let shown = app.advisories_for(None).await.unwrap();
    assert_eq!(shown.len(), 1);
    assert!(app.advisory_for(None, inside).await.unwrap().is_none());
}
