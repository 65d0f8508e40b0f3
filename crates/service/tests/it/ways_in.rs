//! What is said to open a mailbox really opens it, tried at the doors themselves; and what is not said doesn't.

use crate::app_password::made;
use crate::ground::on_both_engines;
use counterfoil_model::ways_in::{Combination, Node, Warning, warnings};
use counterfoil_model::{PlaceKind, Span};
use counterfoil_service::Session;
use counterfoil_service::mail::{MailAnswer, MailAttempt};
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::papers::PaperRefusal;
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};

on_both_engines! {
    a_password_alone_opens_until_there_is_a_second_step,
    every_combination_that_is_listed_opens_and_nothing_less_does,
    two_operators_open_it_together,
    a_mail_program_reads_mail_and_opens_nothing_else,
    an_address_of_this_house_and_a_photo_are_warned_of,
    the_map_opens_right_after_a_step_up_only,
}

/// An owner with what they hold.
struct Bundle<'a> {
    service: &'a TestService,
    owner: TestOwner,
    sheet: Option<TestSheet>,
    next_code: u8,
    next_visit: u16,
}

const NEW: &str = "eleven otters in a row";

impl Bundle<'_> {
    async fn account(&self) -> Vec<Combination> {
        let ways = self.service.app.ways_in(&self.owner.session).await.unwrap();
        ways.holdings.graph().combinations(Node::Account)
    }

    fn code(&mut self) -> String {
        self.next_code += 1;
        let sheet = self.sheet.as_ref().unwrap();
        sheet.code(self.next_code).to_owned()
    }

    /// Gets in with these and nothing else, at whichever door takes them, in a browser that nobody knows.
    async fn opens(&mut self, way: &Combination) -> Option<Session> {
        self.next_visit += 1;
        let here = visit(self.next_visit);
        let app = &self.service.app;
        let has = |node| way.contains(&node);
        let has_code = way
            .iter()
            .any(|node| matches!(node, Node::Sheet | Node::Paper(_)));
        if has(Node::Password) {
            let (address, password) = (&self.owner.address, &self.owner.password);
            let answer = app.sign_in_with_password(&here, address, password).await;
            let half = match answer.ok()? {
                PasswordSignIn::SignedIn(token) => return app.session(&token, &here).await.ok(),
                PasswordSignIn::SecondStep(token) => app.half_session(&token, &here).await.ok()?,
            };
            if has(Node::Phone) {
                let digits = self.service.next_digits(&self.owner);
                let token = app.sign_in_with_totp(&half, &here, &digits).await.ok()?;
                return app.session(&token, &here).await.ok();
            }
            if has_code {
                let code = self.code();
                let app = &self.service.app;
                let redeemed = app.redeem(&half, &here, &code, false).await.ok()?;
                return app.session(&redeemed.token, &here).await.ok();
            }
            return None;
        }
        if !(has(Node::Phone) || has_code) {
            return None;
        }
        // The password is forgotten. Whoever has no code types any, and whoever has no phone any number.
        let code = if has_code {
            self.code()
        } else {
            crate::ground::stray_code(1, 9)
        };
        let digits = if has(Node::Phone) {
            self.service.next_digits(&self.owner)
        } else {
            "000000".to_owned()
        };
        let app = &self.service.app;
        let address = &self.owner.address;
        let granted = app.grant_reset(&here, address, &code, &digits).await.ok()?;
        let grant = app.reset_grant(&granted, &here).await.ok()?;
        app.reset_password(&grant, &here, NEW).await.ok()?;
        NEW.clone_into(&mut self.owner.password);
        let digits = self.service.next_digits(&self.owner);
        let half = self.service.half_session(&self.owner, &here).await;
        let app = &self.service.app;
        let token = app.sign_in_with_totp(&half, &here, &digits).await.ok()?;
        app.session(&token, &here).await.ok()
    }
}

/// Tries every combination that the map lists, and each with one thing left out.
async fn all_open(bundle: &mut Bundle<'_>) {
    let ways = bundle.account().await;
    let own: Vec<Combination> = ways
        .into_iter()
        .filter(|way| !way.contains(&Node::Operators))
        .collect();
    assert!(!own.is_empty());
    for way in own {
        for left_out in &way {
            let mut less = way.clone();
            less.remove(left_out);
            assert!(bundle.opens(&less).await.is_none(), "{less:?} opens");
        }
        assert!(bundle.opens(&way).await.is_some(), "{way:?} doesn't open");
    }
}

fn bundle(service: &TestService, owner: TestOwner, sheet: Option<TestSheet>) -> Bundle<'_> {
    Bundle {
        service,
        owner,
        sheet,
        next_code: 1,
        next_visit: 100,
    }
}

async fn a_password_alone_opens_until_there_is_a_second_step(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut bare = bundle(&service, service.owner().await, None);
    assert_eq!(bare.account().await, [[Node::Password].into()]);
    all_open(&mut bare).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    let mut bound = bundle(&service, owner, None);
    assert_eq!(
        bound.account().await,
        [[Node::Password, Node::Phone].into()]
    );
    all_open(&mut bound).await;
}

async fn every_combination_that_is_listed_opens_and_nothing_less_does(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for (kind, words) in [(PlaceKind::Safe, ""), (PlaceKind::Relative, "my sister")] {
        let noted = service
            .app
            .note_paper(&owner.session, &owner.visit, kind, words);
        noted.await.unwrap();
    }
    let mut both = bundle(&service, owner, Some(sheet));
    assert_eq!(both.account().await.len(), 5);
    all_open(&mut both).await;
    // By a sheet alone, where the operator allows that.
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_as_first_second_factor = true)
        .await;
    let owner = service.owner().await;
    service.verify_outside(&owner).await;
    let sheet = service.sheet(&owner).await;
    let mut paper = bundle(&service, owner, Some(sheet));
    assert_eq!(
        paper.account().await,
        [[Node::Password, Node::Sheet].into()]
    );
    all_open(&mut paper).await;
    // And once the sheet is lost, nothing opens any more.
    let owner = &paper.owner;
    let lost = service.app.lose_sheet(&owner.session, &owner.visit);
    lost.await.unwrap();
    assert_eq!(paper.account().await, Vec::<Combination>::new());
}

async fn two_operators_open_it_together(engine: Engine) {
    let service = TestService::on(engine).await;
    let first = service.operator().await;
    let owner = service.enrolled_owner().await;
    let alone = bundle(&service, owner.clone(), None);
    assert!(!alone.account().await.contains(&[Node::Operators].into()));
    let second = service.operator().await;
    assert!(alone.account().await.contains(&[Node::Operators].into()));
    // Nobody helps themselves: of two operators each has one who could.
    let own = bundle(&service, second.clone(), None);
    assert!(!own.account().await.contains(&[Node::Operators].into()));

    let app = &service.app;
    app.request_re_enrolment(&first.session, &owner.address, "lost everything")
        .await
        .unwrap();
    let link = app
        .confirm_re_enrolment(&second.session, owner.account)
        .await
        .unwrap();
    let (secret, sealed) = app.begin_re_enrol(&link).await.unwrap();
    let phone = Phone::with_key(&secret.key_text());
    let digits = phone.digits(service.now());
    app.re_enrol(&link, &visit(5), &sealed, NEW, &digits)
        .await
        .unwrap();
    service.clock.advance(Span::days(1));
    let again = TestOwner {
        password: NEW.to_owned(),
        phone: Some(phone),
        ..owner
    };
    service.signed_in(&again, &visit(5)).await;
}

async fn a_mail_program_reads_mail_and_opens_nothing_else(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let password = made(&service, &owner).await;
    let ways = service.app.ways_in(&owner.session).await.unwrap();
    assert_eq!(ways.mail_programs, ["my phone"]);
    let graph = ways.holdings.graph();
    assert!(
        graph
            .combinations(Node::Mail)
            .contains(&[Node::MailProgram(0)].into())
    );
    assert!(!graph.opens(Node::Account, &[Node::MailProgram(0)].into()));
    let attempt = MailAttempt {
        login: &password.login,
        password: &password.text,
        service: "imap",
        remote: None,
    };
    let answer = service.app.mail_password(&attempt).await.unwrap();
    assert!(matches!(answer, MailAnswer::Admitted { .. }));
    let mut with_program = bundle(&service, owner, Some(sheet));
    all_open(&mut with_program).await;
}

async fn an_address_of_this_house_and_a_photo_are_warned_of(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _) = service.with_sheet().await;
    let warned = async |owner: &TestOwner| {
        let ways = service.app.ways_in(&owner.session).await.unwrap();
        (warnings(&ways.holdings), ways.addresses)
    };
    assert_eq!(warned(&owner).await.0, []);
    let noted = service
        .app
        .note_paper(&owner.session, &owner.visit, PlaceKind::Photo, "");
    noted.await.unwrap();
    let photo = [Warning::OpensAlone(Node::Phone), Warning::Photographed];
    assert_eq!(warned(&owner).await.0[..1], photo[..1]);
    assert!(warned(&owner).await.0.contains(&photo[1]));
    service
        .prove_address(&owner, "neighbour@mail.example")
        .await;
    service.clock.advance(Span::days(1));
    service.signs_in_again(&mut owner).await;
    let (said, addresses) = warned(&owner).await;
    let here = addresses
        .iter()
        .position(|address| address == "neighbour@mail.example");
    assert!(
        said.contains(&Warning::HostedHere(here.unwrap())),
        "{said:?}"
    );
}

async fn the_map_opens_right_after_a_step_up_only(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    service.clock.advance(Span::minutes(10));
    let shown = service.app.ways_in(&owner.session).await;
    assert!(
        matches!(shown, Err(PaperRefusal::NotNow(NotNow::StepUpWanted))),
        "{shown:?}"
    );
}
