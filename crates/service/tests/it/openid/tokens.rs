//! Codes and tokens: good once, for one app, for so long.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_oidc::{Challenge, Client, Scope, Scopes};
use counterfoil_service::openid::GrantRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::apps::{CHALLENGE, VERIFIER, asking, webmail, wiki};
use counterfoil_testkit::service::TestService;

const WEBMAIL: &str = "openid email mail offline_access";

async fn a_mail_token_opens_the_mailbox_for_five_minutes(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    assert_eq!((issued.expires_in, issued.access_token.len()), (300, 77));
    let token = service.app.mail_token(&issued.access_token).await.unwrap();
    let token = token.unwrap();
    assert_eq!(token.account, owner.account);
    assert_eq!(
        (token.login.as_str(), token.client_name.as_str()),
        (owner.address.as_str(), "Webmail")
    );
    assert_eq!(token.scopes.to_string(), WEBMAIL);
    assert_eq!(token.device, owner.visit.device);
    assert_eq!(service.events_of(owner.account, "app-opened").await, 1);

    // A refresh token opens nothing, and nothing else is a token.
    let refresh = issued.refresh_token.as_ref().unwrap();
    for other in [refresh.as_str(), "", "€", &"a".repeat(77), &"7".repeat(77)] {
        assert!(service.app.mail_token(other).await.unwrap().is_none());
    }
    service.clock.advance(Span::seconds(299));
    assert!(
        service
            .app
            .mail_token(&issued.access_token)
            .await
            .unwrap()
            .is_some()
    );
    service.clock.advance(Span::seconds(1));
    assert!(
        service
            .app
            .mail_token(&issued.access_token)
            .await
            .unwrap()
            .is_none()
    );
}

async fn tokens_of_other_apps_and_without_the_scope_read_no_mail(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    for (client, scopes) in [(webmail(), "openid email"), (wiki(), "openid mail freeze")] {
        let issued = service.signed_in_at(&client, &owner, scopes).await;
        assert!(!issued.scopes.contains(Scope::Mail));
        assert!(
            issued.refresh_token.is_none(),
            "offline_access was not asked for"
        );
        let token = &issued.access_token;
        assert!(service.app.mail_token(token).await.unwrap().is_none());
        let freeze = service.app.token_with_scope(token, Scope::Freeze).await;
        let freeze = freeze.unwrap();
        assert_eq!(freeze.is_some(), client.id == "wiki");
        if let Some(token) = freeze {
            assert_eq!(
                (token.account, token.client_name.as_str()),
                (owner.account, "Wiki")
            );
        }
    }
}

async fn a_client_that_is_no_longer_marked_reads_no_mail_any_more(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let unmarked = Client {
        mail: false,
        ..webmail()
    };
    for clients in [vec![unmarked], vec![]] {
        let after = TestService::at(service.url())
            .clock(&service.clock)
            .seed(2)
            .clients(clients)
            .await;
        let token = after.app.mail_token(&issued.access_token).await.unwrap();
        assert!(token.is_none());
    }
}

async fn a_code_is_good_once_for_one_app_one_address_and_one_verifier(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (client, request) = (webmail(), asking(&webmail(), WEBMAIL));
    let code = service
        .app
        .authorize_app(&owner.session, &owner.visit, &client, &request)
        .await
        .unwrap()
        .text();
    let right = Challenge::of(VERIFIER);
    let other = Challenge::of(&"x".repeat(43));
    let uri = request.redirect_uri.as_str();
    let wrong_uri = "https://webmail.mail.example/index.php/login/oauth/";
    let app = &service.app;
    for (client, uri, challenge) in [
        (&wiki(), uri, &right),
        (&client, wrong_uri, &right),
        (&client, uri, &other),
        // Held to the PKCE it began with, though it need not use any.
        (&client, uri, &None),
    ] {
        let refused = app
            .exchange_code(client, &code, uri, challenge.as_ref())
            .await;
        assert!(matches!(refused, Err(GrantRefusal::NotGood)), "{refused:?}");
    }
    let issued = app.exchange_code(&client, &code, uri, right.as_ref()).await;
    let issued = issued.unwrap();
    assert!(
        app.mail_token(&issued.access_token)
            .await
            .unwrap()
            .is_some()
    );

    // It comes again: what came of it is dead, whoever was first.
    let again = app.exchange_code(&client, &code, uri, right.as_ref()).await;
    assert!(matches!(again, Err(GrantRefusal::NotGood)));
    assert!(
        app.mail_token(&issued.access_token)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(service.events_of(owner.account, "token-reused").await, 1);
    assert!(!service.told(owner.account, "token-reused").await.is_empty());
    let again = app.exchange_code(&client, &code, uri, right.as_ref()).await;
    assert!(again.is_err());
    assert_eq!(service.events_of(owner.account, "token-reused").await, 1);
}

async fn a_code_is_good_for_a_minute(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (client, mut request) = (webmail(), asking(&webmail(), WEBMAIL));
    request.challenge = None;
    for (seconds, good) in [(59, true), (60, false)] {
        let code = service
            .app
            .authorize_app(&owner.session, &owner.visit, &client, &request)
            .await
            .unwrap();
        service.clock.advance(Span::seconds(seconds));
        let exchanged = service
            .app
            .exchange_code(&client, &code.text(), &request.redirect_uri, None)
            .await;
        assert_eq!(exchanged.is_ok(), good, "{seconds}");
    }
    // A verifier for a code that came without a challenge is wrong too (RFC 9700, section 4.8.2).
    let code = service
        .app
        .authorize_app(&owner.session, &owner.visit, &client, &request)
        .await
        .unwrap();
    let challenge = Challenge::read(CHALLENGE);
    let exchanged = service
        .app
        .exchange_code(
            &client,
            &code.text(),
            &request.redirect_uri,
            challenge.as_ref(),
        )
        .await;
    assert!(exchanged.is_err());
}

async fn a_refresh_token_rotates_and_a_used_one_ends_the_family(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (app, client) = (&service.app, webmail());
    let first = service.signed_in_at(&client, &owner, WEBMAIL).await;
    let first_refresh = first.refresh_token.as_ref().unwrap();
    assert!(matches!(
        app.refresh(&wiki(), first_refresh, None).await,
        Err(GrantRefusal::NotGood)
    ));
    let more = Some(Scopes::read("openid freeze"));
    assert!(matches!(
        app.refresh(&client, first_refresh, more).await,
        Err(GrantRefusal::Scope)
    ));
    service.clock.advance(Span::days(29));
    let second = app.refresh(&client, first_refresh, None).await.unwrap();
    assert!(
        app.mail_token(&second.access_token)
            .await
            .unwrap()
            .is_some()
    );
    let fewer = Some(Scopes::read("openid"));
    let second_refresh = second.refresh_token.as_ref().unwrap();
    let third = app.refresh(&client, second_refresh, fewer).await.unwrap();
    assert_eq!(third.scopes.to_string(), "openid");
    assert!(app.mail_token(&third.access_token).await.unwrap().is_none());

    let reused = app.refresh(&client, first_refresh, None).await;
    assert!(matches!(reused, Err(GrantRefusal::NotGood)));
    assert!(
        app.mail_token(&second.access_token)
            .await
            .unwrap()
            .is_none()
    );
    let newest = third.refresh_token.as_ref().unwrap();
    assert!(app.refresh(&client, newest, None).await.is_err());
    assert_eq!(service.events_of(owner.account, "token-reused").await, 1);
    assert!(app.own_apps(&owner.session).await.unwrap().is_empty());
}

async fn an_app_that_stays_away_for_thirty_days_signs_in_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let refresh = issued.refresh_token.as_ref().unwrap();
    service.clock.advance(Span::days(30));
    let refused = service.app.refresh(&webmail(), refresh, None).await;
    assert!(matches!(refused, Err(GrantRefusal::NotGood)));
    // That is no reuse, and nobody is alarmed.
    assert_eq!(service.events_of(owner.account, "token-reused").await, 0);
}

async fn a_use_is_noted_once_a_minute(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let began = service.now();
    let used_at = async || {
        let token = service.app.mail_token(&issued.access_token).await.unwrap();
        assert!(token.is_some());
        let apps = service.app.own_apps(&owner.session).await.unwrap();
        let [app] = apps.as_slice() else {
            panic!("{apps:?}")
        };
        assert!(app.mail);
        assert_eq!((app.name.as_str(), app.since), ("Webmail", began));
        app.used_at
    };
    service.clock.advance(Span::seconds(59));
    assert_eq!(used_at().await, began);
    service.clock.advance(Span::seconds(1));
    assert_eq!(used_at().await, service.now());
}

on_both_engines!(
    a_mail_token_opens_the_mailbox_for_five_minutes,
    tokens_of_other_apps_and_without_the_scope_read_no_mail,
    a_client_that_is_no_longer_marked_reads_no_mail_any_more,
    a_code_is_good_once_for_one_app_one_address_and_one_verifier,
    a_code_is_good_for_a_minute,
    a_refresh_token_rotates_and_a_used_one_ends_the_family,
    an_app_that_stays_away_for_thirty_days_signs_in_again,
    a_use_is_noted_once_a_minute,
);
