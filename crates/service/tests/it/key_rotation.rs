//! Keys that change while nodes serve, and what follows when one may have been stolen.

use crate::app_password::made;
use crate::ground::on_both_engines;
use counterfoil_model::{ApiScope, KeyKind, NextThing, PlaceKind, Span, ToRenew};
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::key_use::{self, KeyUse};
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::keys::key_material;
use counterfoil_testkit::passkey::Device;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    a_new_key_is_used_once_every_node_has_it,
    what_is_sealed_is_sealed_anew_and_the_old_key_can_go,
    a_password_moves_to_the_pepper_in_use_when_its_owner_signs_in,
    a_password_whose_pepper_was_stolen_stays_until_its_owner_chooses_another,
    after_a_theft_everybody_concerned_is_told_once_by_however_many_nodes,
    one_thing_after_the_other_is_renewed_and_everything_works_meanwhile,
    a_phones_secret_that_was_sealed_anew_is_exposed_all_the_same,
    without_its_pepper_a_replaced_sheet_is_not_recognised_and_costs_the_same,
}

async fn used(service: &TestService) -> KeyUse {
    let now = service.now();
    let counted: Result<KeyUse, Error> = service
        .db
        .read(
            "test_use",
            |tx| async move { key_use::count(&tx, now).await },
        )
        .await;
    counted.unwrap()
}

async fn takes_up(service: &TestService, generations: u8, name: &str) -> bool {
    let material = key_material(generations);
    let taken_up = service.app.take_up_keys(material, Some(name)).await;
    taken_up.unwrap().waiting.is_empty()
}

/// A second node on the same database.
async fn another(service: &TestService) -> TestService {
    TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .owners(100)
        .await
}

const fn first(kind: KeyKind) -> (KeyKind, &'static str) {
    (kind, "test-1")
}

async fn stolen(service: &TestService, kinds: &[KeyKind]) {
    let keys = kinds.iter().map(|kind| first(*kind));
    let keys: Vec<_> = keys.map(|(kind, id)| (kind, id.to_owned())).collect();
    service.app.say_stolen(&keys).await.unwrap();
}

async fn everybody_is_told(service: &TestService) {
    while service.app.tell_of_stolen_keys().await.unwrap() > 0 {}
}

async fn everything_is_sealed_anew(service: &TestService) {
    service.clock.advance(Span::minutes(5));
    while service.app.seal_anew().await.unwrap() > 0 {}
}

async fn a_new_key_is_used_once_every_node_has_it(engine: Engine) {
    let one = TestService::on(engine).await;
    let two = another(&one).await;
    assert!(takes_up(&one, 1, "one").await && takes_up(&two, 1, "two").await);
    // One has a file more: it could be read by nobody else.
    let material = key_material(2);
    let waiting = one.app.take_up_keys(material, Some("one")).await.unwrap();
    let waits = waiting
        .waiting
        .iter()
        .find(|(kind, ..)| *kind == KeyKind::Sealing);
    assert_eq!(
        waits,
        Some(&(KeyKind::Sealing, "test-2".into(), vec!["two".into()]))
    );
    let (owner, sheet) = one.with_sheet().await;
    two.signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    assert_eq!(used(&one).await.codes.get("test-2"), None);

    // Both have it.
    assert!(takes_up(&two, 2, "two").await && takes_up(&one, 2, "one").await);
    let (owner, sheet) = one.with_sheet().await;
    two.signed_in_by_code(&owner, &visit(3), sheet.code(1))
        .await;
    assert_eq!(used(&one).await.codes.get("test-2"), Some(&10));
    assert_eq!(used(&one).await.tags.get("test-2"), Some(&9));

    // A third that hasn't comes; whoever was killed is waited for for two minutes.
    let three = another(&one).await;
    assert!(takes_up(&three, 1, "three").await && !takes_up(&one, 2, "one").await);
    one.clock.advance(Span::minutes(2));
    assert!(takes_up(&one, 2, "one").await);
    // And one that stopped is not.
    takes_up(&three, 1, "three").await;
    three.app.leave_nodes().await.unwrap();
    assert!(takes_up(&one, 2, "one").await);
    // Asked again, nothing changes.
    let again = one.app.take_up_keys(key_material(2), Some("one")).await;
    assert!(!again.unwrap().changed);
}

async fn what_is_sealed_is_sealed_anew_and_the_old_key_can_go(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    let noted = service
        .app
        .note_paper(&owner.session, &owner.visit, PlaceKind::Safe, "left");
    noted.await.unwrap();
    let before = used(&service).await.sealed["test-1"];
    takes_up(&service, 2, "one").await;
    // Other nodes may still seal under the old one: not yet.
    assert_eq!(service.app.seal_anew().await.unwrap(), 0);
    service.clock.advance(Span::minutes(5));
    let two = another(&service).await;
    takes_up(&two, 2, "two").await;
    let walk = |node: &TestService| {
        let app = node.app.clone();
        async move { while app.seal_anew().await.unwrap() > 0 {} }
    };
    tokio::join!(walk(&service), walk(&two));
    let after = used(&service).await.sealed;
    assert_eq!(after.get("test-1"), None);
    assert_eq!(after["test-2"], before);
    // It is done once.
    takes_up(&service, 2, "one").await;
    assert_eq!(service.app.seal_anew().await.unwrap(), 0);

    // The old sealing key is gone, and everything can be read.
    let mut left = key_material(2);
    left.retain(|key| key.kind != KeyKind::Sealing || key.id == "test-2");
    service.app.take_up_keys(left, None).await.unwrap();
    let half = service.half_session(&owner, &visit(3)).await;
    let words = service.app.second_step(&half).await.unwrap().page_words;
    assert_eq!(
        words.unwrap().map(|word| word.to_string()),
        sheet.page_words
    );
    let answered = service.passkey_answer_alone(&visit(4), &mut device).await;
    let by_passkey = service
        .app
        .sign_in_with_passkey_alone(&visit(4), answered.answer())
        .await;
    by_passkey.unwrap();
    let session = service.signed_in(&owner, &visit(3)).await;
    let papers = service.app.papers(&session).await.unwrap();
    assert_eq!(papers.here[0].words.as_str(), "left");
    let drill = service.app.begin_drill(&session).await.unwrap();
    let answers = drill.slots.map(|slot| sheet.word(slot.get()));
    let browser = visit(3);
    let answered = service
        .app
        .answer_drill(&session, &browser, &drill.sealed, answers);
    answered.await.unwrap();
}

async fn pepper_of(service: &TestService, owner: &TestOwner) -> String {
    const PEPPER: Statement = Statement::new(
        "test_pepper",
        "SELECT password_pepper FROM account WHERE account_id = $1",
    );
    let rows = service.rows(&PEPPER, &[owner.account.into()]).await;
    rows[0].get("password_pepper").unwrap()
}

async fn a_password_moves_to_the_pepper_in_use_when_its_owner_signs_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    takes_up(&service, 2, "one").await;
    let wrong = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, "not this one")
        .await;
    assert!(wrong.is_err());
    assert_eq!(pepper_of(&service, &owner).await, "test-1");
    service.half_session(&owner, &visit(2)).await;
    assert_eq!(pepper_of(&service, &owner).await, "test-2");
    assert_eq!(used(&service).await.passwords.get("test-1"), None);
    // Nothing is told: it is the same password.
    assert_eq!(
        service.events_of(owner.account, "password-changed").await,
        0
    );
    service.signed_in(&owner, &visit(2)).await;
}

async fn chooses_another_password(service: &TestService, owner: &mut TestOwner) {
    let new = "thirty herons over the lake";
    let app = &service.app;
    let changed = app.change_password(&owner.session, &owner.visit, &owner.password, new);
    let token = changed.await.unwrap();
    owner.session = app.session(&token, &owner.visit).await.unwrap();
    new.clone_into(&mut owner.password);
}

async fn a_password_whose_pepper_was_stolen_stays_until_its_owner_chooses_another(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    stolen(&service, &[KeyKind::PasswordPepper]).await;
    takes_up(&service, 2, "one").await;
    service.signs_in_again(&mut owner).await;
    assert_eq!(pepper_of(&service, &owner).await, "test-1");
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::ExposedPassword);
    chooses_another_password(&service, &mut owner).await;
    assert_eq!(pepper_of(&service, &owner).await, "test-2");
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::EnableCodes);
}

async fn after_a_theft_everybody_concerned_is_told_once_by_however_many_nodes(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service
        .api_app("shop", &[ApiScope::SetsWrite, ApiScope::AccountsWrite])
        .await;
    let customer = service.api_account(&shop, "customer").await;
    let mut owners = Vec::new();
    for _ in 0..3 {
        owners.push(service.with_sheet().await.0);
    }
    let plain = service.owner().await;
    takes_up(&service, 2, "one").await;
    let (later, _) = service.with_sheet().await;
    stolen(&service, &[KeyKind::CodePepper]).await;
    let two = another(&service).await;
    takes_up(&two, 2, "two").await;
    tokio::join!(everybody_is_told(&service), everybody_is_told(&two));
    everybody_is_told(&service).await;
    let told = async |account| service.events_of(account, "renewal-forced").await;
    for owner in &owners {
        assert_eq!(told(owner.account).await, 1);
        let mails = service.told(owner.account, "renewal-forced").await;
        assert_eq!(mails, [owner.outside.clone(), owner.address.clone()]);
    }
    assert_eq!(told(customer.id).await, 1);
    // Who has no sheet, or one under the new pepper, has nothing to renew.
    assert_eq!(
        (told(plain.account).await, told(later.account).await),
        (0, 0)
    );
    // An app hears of it in its feed.
    service.app.feed_events().await.unwrap();
    let page = service.app.app_events("shop", None, 100).await.unwrap();
    let heard = page
        .events
        .iter()
        .filter(|event| event.kind == "renewal-forced");
    let what: Vec<_> = heard.map(|event| event.details["what"].as_str()).collect();
    assert_eq!(what, ["sheet"]);
    // And reads it off the set, on a node that has heard of the theft.
    let sets = two.app.api_sets(&shop.caller, customer.id).await.unwrap();
    assert_eq!(sets.iter().map(|set| set.renew).collect::<Vec<_>>(), [true]);
    // Said once more, nobody hears of it again.
    stolen(&service, &[KeyKind::CodePepper]).await;
    everybody_is_told(&service).await;
    assert_eq!(told(owners[0].account).await, 1);
}

async fn one_thing_after_the_other_is_renewed_and_everything_works_meanwhile(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let app_password = made(&service, &owner).await;
    stolen(&service, &KeyKind::ALL).await;
    takes_up(&service, 2, "one").await;
    everybody_is_told(&service).await;
    let notices = service.notices(owner.account).await;
    let notice = notices
        .iter()
        .find(|notice| notice.kind == "renewal-forced");
    let details = &notice.unwrap().details;
    assert!(details.contains(r#""what":"several""#), "{details}");
    assert!(details.contains(r#""apps":"1""#), "{details}");
    // It ends within thirty days, not within its year.
    let by = service.now() + Span::days(30);
    assert!(app_password.expires_at.unwrap() > by);
    let listed = service.app.app_passwords(owner.account).await.unwrap();
    assert_eq!(listed[0].expires_at, Some(by));

    // The sheet opens the door, as does the phone.
    service
        .signed_in_by_code(&owner, &visit(7), sheet.code(2))
        .await;
    service.signs_in_again(&mut owner).await;
    let next = async |owner: &TestOwner| {
        let home = service.app.home(&owner.session, false).await.unwrap();
        home.standing.next
    };
    // The replacement of the code that was used belongs to a sheet that goes anyway, but it comes first.
    assert_eq!(next(&owner).await, NextThing::ReplacementOwed);
    chooses_another_password(&service, &mut owner).await;
    service.signs_in_again(&mut owner).await;
    service.bind_phone(&mut owner).await;
    let left = service.app.to_renew(owner.account).await.unwrap();
    let only_the_sheet = ToRenew {
        sheet: true,
        ..ToRenew::default()
    };
    assert_eq!(left, only_the_sheet);
    service.sheet(&owner).await;
    assert!(
        service
            .app
            .to_renew(owner.account)
            .await
            .unwrap()
            .is_nothing()
    );
    assert_eq!(next(&owner).await, NextThing::SecondAddress);
}

async fn a_phones_secret_that_was_sealed_anew_is_exposed_all_the_same(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    stolen(&service, &[KeyKind::Sealing]).await;
    takes_up(&service, 2, "one").await;
    everything_is_sealed_anew(&service).await;
    assert_eq!(used(&service).await.sealed.get("test-1"), None);
    service.signs_in_again(&mut owner).await;
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::ExposedPhone);
    service.bind_phone(&mut owner).await;
    assert!(
        service
            .app
            .to_renew(owner.account)
            .await
            .unwrap()
            .is_nothing()
    );
}

async fn without_its_pepper_a_replaced_sheet_is_not_recognised_and_costs_the_same(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, old) = service.with_sheet().await;
    takes_up(&service, 2, "one").await;
    service.signs_in_again(&mut owner).await;
    service.sheet(&owner).await;
    let runs = async |browser| {
        let browser = visit(browser);
        let half = service.half_session(&owner, &browser).await;
        let before = service.app.slow_hash().runs();
        let redeemed = service.app.redeem(&half, &browser, old.code(5), false);
        let answer = redeemed.await.unwrap_err().to_string();
        (answer, service.app.slow_hash().runs() - before)
    };
    let (answer, with_it) = runs(4).await;
    assert_eq!(answer, "the code is an old one");
    let mut left = key_material(2);
    left.retain(|key| key.kind != KeyKind::CodePepper || key.id == "test-2");
    service.app.take_up_keys(left, None).await.unwrap();
    let (answer, without) = runs(5).await;
    assert_eq!(answer, "the code is wrong");
    assert_eq!(without, with_it);
    let signed_in = service
        .app
        .sign_in_with_password(&visit(6), &owner.address, &owner.password)
        .await;
    assert!(matches!(signed_in, Ok(PasswordSignIn::SecondStep(_))));
}
