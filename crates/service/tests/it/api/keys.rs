//! API keys: hashed, scoped, revocable, several at a time.

use crate::ground::on_both_engines;
use counterfoil_model::{ApiKey, ApiKeyId, ApiScope, ApiScopes, Span};
use counterfoil_service::api::{
    AddAppRefusal, CallerRefusal, MakeKeyRefusal, NewApiAccount, NewKey, RemoveAppRefusal,
};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;

on_both_engines! {
    a_key_works_until_it_is_revoked_and_the_next_one_goes_on,
    a_key_ends_by_itself,
    a_key_is_heard_so_often_in_a_minute,
    only_what_can_be_an_app_is_let_in,
    an_app_with_accounts_goes_only_when_they_may_be_erased,
}

const HASHES: Statement =
    Statement::new("test_api_hashes", "SELECT hash, last_used_at FROM api_key");

fn new(app: &str) -> NewKey<'_> {
    NewKey {
        app,
        label: "first",
        scopes: ApiScopes::of(&[ApiScope::CodesRedeem]),
        lasts: None,
        per_minute: 10,
    }
}

async fn a_key_works_until_it_is_revoked_and_the_next_one_goes_on(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    app.add_app("shop", "The shop").await.unwrap();
    let first = app.make_api_key(new("shop")).await.unwrap();
    let second = app.make_api_key(new("shop")).await.unwrap();
    let (caller, _) = app.api_caller(&first.text()).await.unwrap();
    assert_eq!(caller.app(), "shop");
    assert!(caller.may(ApiScope::CodesRedeem) && !caller.may(ApiScope::SetsWrite));
    for row in service.rows(&HASHES, &[]).await {
        let hash: [u8; 32] = row.get("hash").unwrap();
        assert!(!hash.windows(20).any(|part| part == first.as_bytes()));
    }
    assert!(app.revoke_api_key(first.id()).await.unwrap());
    assert!(!app.revoke_api_key(first.id()).await.unwrap());
    for key in [
        first.text().to_string(),
        "cfk_".into(),
        other_secret(&second),
    ] {
        let refused = app.api_caller(&key).await.unwrap_err();
        assert!(matches!(refused, CallerRefusal::Unknown), "{refused:?}");
    }
    assert!(app.api_caller(&second.text()).await.is_ok());
    let keys = app.api_keys("shop").await.unwrap();
    let works: Vec<_> = keys
        .iter()
        .map(|key| (key.works, key.last_used_at))
        .collect();
    assert_eq!(works.len(), 2);
    assert!(works.contains(&(false, Some(service.now()))));
    assert!(works.contains(&(true, Some(service.now()))));
}

/// A well-formed key of the same id with other random bits.
fn other_secret(key: &ApiKey) -> String {
    use rand::SeedableRng;
    let drawn = ApiKey::draw(&mut rand::rngs::StdRng::seed_from_u64(99));
    let text = key.text();
    assert_ne!(text[..29], drawn.text()[..29]);
    drawn.text().to_string()
}

async fn a_key_ends_by_itself(engine: Engine) {
    let service = TestService::on(engine).await;
    service.app.add_app("shop", "The shop").await.unwrap();
    let lasts = Some(Span::days(30));
    let key = service
        .app
        .make_api_key(NewKey {
            lasts,
            ..new("shop")
        })
        .await
        .unwrap();
    service.clock.advance(Span::days(29));
    assert!(service.app.api_caller(&key.text()).await.is_ok());
    service.clock.advance(Span::days(1));
    assert!(service.app.api_caller(&key.text()).await.is_err());
}

async fn a_key_is_heard_so_often_in_a_minute(engine: Engine) {
    let service = TestService::on(engine).await;
    service.app.add_app("shop", "The shop").await.unwrap();
    let key = service.app.make_api_key(new("shop")).await.unwrap().text();
    for left in (0..10).rev() {
        let (_, standing) = service.app.api_caller(&key).await.unwrap();
        assert_eq!((standing.heard, standing.left), (true, left));
    }
    assert!(!service.app.api_caller(&key).await.unwrap().1.heard);
    service.clock.advance(Span::minutes(1));
    assert!(service.app.api_caller(&key).await.unwrap().1.heard);
}

async fn only_what_can_be_an_app_is_let_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    assert!(matches!(
        app.add_app("a b", "x").await,
        Err(AddAppRefusal::Id)
    ));
    assert!(matches!(
        app.add_app("ab", " ").await,
        Err(AddAppRefusal::Name)
    ));
    app.add_app("ab", "x").await.unwrap();
    assert!(matches!(
        app.add_app("ab", "x").await,
        Err(AddAppRefusal::Taken)
    ));
    let no_scope = NewKey {
        scopes: ApiScopes::default(),
        ..new("ab")
    };
    let never = NewKey {
        lasts: Some(Span::seconds(0)),
        ..new("ab")
    };
    let long = "x".repeat(61);
    let label = NewKey {
        label: &long,
        ..new("ab")
    };
    assert!(matches!(
        app.make_api_key(no_scope).await,
        Err(MakeKeyRefusal::NoScope)
    ));
    assert!(matches!(
        app.make_api_key(never).await,
        Err(MakeKeyRefusal::Never)
    ));
    assert!(matches!(
        app.make_api_key(label).await,
        Err(MakeKeyRefusal::Label)
    ));
    let unknown = app.make_api_key(new("other")).await;
    assert!(matches!(unknown, Err(MakeKeyRefusal::UnknownApp)));
    assert!(
        !app.revoke_api_key(ApiKeyId::from_bytes([1; 16]))
            .await
            .unwrap()
    );
}

async fn an_app_with_accounts_goes_only_when_they_may_be_erased(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let new = NewApiAccount {
        reference: "1",
        name: None,
        language: None,
    };
    let account = service.app.create_api_account(&shop.caller, new, None);
    let account = account.await.unwrap();
    let refused = service.app.remove_app("shop", false).await.unwrap_err();
    assert!(
        matches!(refused, RemoveAppRefusal::HasAccounts(1)),
        "{refused:?}"
    );
    assert!(service.app.api_caller(&shop.key).await.is_ok());
    assert_eq!(service.app.apps().await.unwrap()[0].accounts, 1);
    service.app.remove_app("shop", true).await.unwrap();
    assert!(service.app.api_caller(&shop.key).await.is_err());
    assert!(service.app.apps().await.unwrap().is_empty());
    assert_eq!(service.events_of(account.id, "account-erased").await, 1);
    let gone = service.app.remove_app("shop", true).await;
    assert!(matches!(gone, Err(RemoveAppRefusal::Unknown)));
}
