//! How what apps hold ends: by its owner, with the session behind it, with everything else.

use crate::ground::on_both_engines;
use async_trait::async_trait;
use counterfoil_model::Span;
use counterfoil_oidc::Client;
use counterfoil_service::openid::{AuthorizeFailure, Issued, SignOutAppRefusal};
use counterfoil_service::session::Proof;
use counterfoil_service::{BackChannel, BackChannelError, MailFilter, MailSystem, MailSystemError};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::apps::{asking, webmail, wiki};
use counterfoil_testkit::service::{TestService, visit};
use std::sync::{Arc, Mutex};

const WEBMAIL: &str = "openid email mail offline_access";

/// Mail software that notes whom it cut off.
#[derive(Default)]
pub(crate) struct Noting(pub(crate) Mutex<Vec<String>>);

#[async_trait]
impl MailSystem for Noting {
    async fn cut_off(&self, login: &str) -> Result<(), MailSystemError> {
        self.0.lock().unwrap().push(login.to_owned());
        Ok(())
    }

    async fn filters(&self, _: &str) -> Result<Vec<MailFilter>, MailSystemError> {
        Ok(Vec::new())
    }

    async fn switch_filter_off(&self, _: &str) -> Result<(), MailSystemError> {
        Ok(())
    }
}

/// An app's server that fails so often, then listens.
#[derive(Default)]
struct Listening {
    failures: Mutex<u32>,
    heard: Mutex<Vec<(String, String)>>,
}

#[async_trait]
impl BackChannel for Listening {
    async fn sign_out(&self, uri: &str, logout_token: &str) -> Result<(), BackChannelError> {
        let mut failures = self.failures.lock().unwrap();
        if *failures > 0 {
            *failures -= 1;
            return Err(BackChannelError::Status(500));
        }
        let heard = (uri.to_owned(), logout_token.to_owned());
        self.heard.lock().unwrap().push(heard);
        Ok(())
    }
}

async fn works(service: &TestService, issued: &Issued) -> bool {
    let token = service.app.mail_token(&issued.access_token).await;
    token.unwrap().is_some()
}

async fn can_go_on(service: &TestService, client: &Client, issued: &Issued) -> bool {
    let refresh = issued.refresh_token.as_ref().unwrap();
    service.app.refresh(client, refresh, None).await.is_ok()
}

async fn an_owner_signs_one_app_out(engine: Engine) {
    let mail = Arc::new(Noting::default());
    let service = TestService::on(engine)
        .mail_system(Arc::clone(&mail) as Arc<dyn MailSystem>)
        .await;
    let owner = service.enrolled_owner().await;
    let stranger = service.enrolled_owner().await;
    let first = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    service.clock.advance(Span::seconds(1));
    let second = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let apps = service.app.own_apps(&owner.session).await.unwrap();
    assert_eq!(apps.len(), 2);
    let oldest = apps[1].grant;
    let app = &service.app;
    let refused = app
        .sign_out_app(&stranger.session, &stranger.visit, oldest)
        .await;
    assert!(matches!(refused, Err(SignOutAppRefusal::Unknown)));
    app.do_cut_offs().await.unwrap();
    mail.0.lock().unwrap().clear();

    app.sign_out_app(&owner.session, &owner.visit, oldest)
        .await
        .unwrap();
    assert!(!works(&service, &first).await);
    assert!(works(&service, &second).await);
    assert!(!can_go_on(&service, &webmail(), &first).await);
    assert_eq!(service.events_of(owner.account, "app-signed-out").await, 1);
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
    assert_eq!(mail.0.lock().unwrap().join(" "), owner.address);
    let again = app.sign_out_app(&owner.session, &owner.visit, oldest).await;
    assert!(matches!(again, Err(SignOutAppRefusal::Unknown)));
}

async fn signing_out_of_the_portal_ends_what_came_from_that_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let elsewhere = owner.clone();
    service.signs_in_again(&mut owner).await;
    let here = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let there = service.signed_in_at(&webmail(), &elsewhere, WEBMAIL).await;
    // The session's id rotates, and its apps follow.
    let digits = service.next_digits(&owner);
    let token = service
        .app
        .step_up(&owner.session, &owner.visit, Proof::Totp(&digits))
        .await
        .unwrap();
    let session = service.app.session(&token, &owner.visit).await.unwrap();
    service.app.sign_out(&session, &owner.visit).await.unwrap();
    assert!(!works(&service, &here).await);
    assert!(!can_go_on(&service, &webmail(), &here).await);
    assert!(works(&service, &there).await);
    assert_eq!(service.events_of(owner.account, "app-signed-out").await, 1);
    // And an ended session opens no app.
    let asked = asking(&webmail(), WEBMAIL);
    let refused = service
        .app
        .authorize_app(&session, &owner.visit, &webmail(), &asked)
        .await;
    assert!(matches!(refused, Err(AuthorizeFailure::Ended)));
}

async fn signing_out_everywhere_a_suspension_and_a_freeze_end_every_app_and_every_code(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    for way in ["everywhere", "suspended", "frozen"] {
        let owner = service.enrolled_owner().await;
        let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
        let mut request = asking(&webmail(), WEBMAIL);
        request.challenge = None;
        let (app, client) = (&service.app, webmail());
        let code = app
            .authorize_app(&owner.session, &owner.visit, &client, &request)
            .await
            .unwrap();
        if way == "everywhere" {
            app.sign_out_everywhere(&owner.session, &owner.visit)
                .await
                .unwrap();
        } else if way == "frozen" {
            app.freeze_address(&owner.address, None).await.unwrap();
        } else {
            app.suspend(&owner.address, false).await.unwrap();
        }
        assert!(!works(&service, &issued).await, "{way}");
        assert!(!can_go_on(&service, &client, &issued).await, "{way}");
        let late = app
            .exchange_code(&client, &code.text(), &request.redirect_uri, None)
            .await;
        assert!(late.is_err(), "{way}");
        let again = app
            .authorize_app(&owner.session, &owner.visit, &client, &request)
            .await;
        assert!(matches!(again, Err(AuthorizeFailure::Ended)), "{way}");
    }
}

async fn another_password_keeps_this_sessions_apps_and_ends_the_others(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let elsewhere = owner.clone();
    service.signs_in_again(&mut owner).await;
    let here = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    let there = service.signed_in_at(&webmail(), &elsewhere, WEBMAIL).await;
    let new = "another marmot on the violet stairs";
    service
        .app
        .change_password(&owner.session, &owner.visit, &owner.password, new)
        .await
        .unwrap();
    assert!(works(&service, &here).await);
    assert!(!works(&service, &there).await);
}

async fn an_app_gives_its_tokens_back(engine: Engine) {
    let mail = Arc::new(Noting::default());
    let service = TestService::on(engine)
        .mail_system(Arc::clone(&mail) as Arc<dyn MailSystem>)
        .await;
    let owner = service.enrolled_owner().await;
    let (app, client) = (&service.app, webmail());
    let issued = service.signed_in_at(&client, &owner, WEBMAIL).await;
    app.do_cut_offs().await.unwrap();
    let refresh = issued.refresh_token.clone().unwrap();
    // Not another app's business.
    app.revoke(&wiki(), &issued.access_token).await.unwrap();
    app.revoke(&wiki(), &refresh).await.unwrap();
    app.revoke(&client, "no token").await.unwrap();
    assert!(works(&service, &issued).await);

    app.revoke(&client, &issued.access_token).await.unwrap();
    assert!(!works(&service, &issued).await);
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
    let next = app.refresh(&client, &refresh, None).await.unwrap();
    assert!(works(&service, &next).await);
    app.revoke(&client, next.refresh_token.as_ref().unwrap())
        .await
        .unwrap();
    assert!(!works(&service, &next).await);
    assert_eq!(service.events_of(owner.account, "app-signed-out").await, 1);
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
}

async fn an_app_is_told_until_it_has_heard(engine: Engine) {
    let told = Arc::new(Listening::default());
    let client = Client {
        back_channel_logout_uri: Some("https://webmail.mail.example/out".into()),
        ..webmail()
    };
    let service = TestService::on(engine)
        .clients(vec![client.clone(), wiki()])
        .back_channel(Arc::clone(&told) as Arc<dyn BackChannel>)
        .await;
    let owner = service.enrolled_owner().await;
    service.signed_in_at(&client, &owner, WEBMAIL).await;
    service.signed_in_at(&wiki(), &owner, "openid").await;
    let app = &service.app;
    assert_eq!(app.do_logout_calls().await.unwrap(), 0);
    let grant = app
        .own_apps(&owner.session)
        .await
        .unwrap()
        .into_iter()
        .find(|app| app.name == "Webmail")
        .unwrap()
        .grant;
    *told.failures.lock().unwrap() = 2;
    app.sign_out(&owner.session, &owner.visit).await.unwrap();
    for wait in [0, 2] {
        service.clock.advance(Span::seconds(wait));
        assert_eq!(app.do_logout_calls().await.unwrap(), 0);
        assert_eq!(app.do_logout_calls().await.unwrap(), 0, "not at once");
    }
    service.clock.advance(Span::seconds(4));
    assert_eq!(app.do_logout_calls().await.unwrap(), 1);
    assert_eq!(app.do_logout_calls().await.unwrap(), 0);
    let heard = told.heard.lock().unwrap();
    let [(uri, token)] = heard.as_slice() else {
        panic!("{heard:?}")
    };
    assert_eq!(uri, "https://webmail.mail.example/out");
    let body = token.split('.').nth(1).unwrap();
    let body = data_encoding::BASE64URL_NOPAD.decode(body.as_bytes());
    let claims: serde_json::Value = serde_json::from_slice(&body.unwrap()).unwrap();
    assert_eq!(claims["aud"], "webmail");
    assert_eq!(claims["sub"], owner.account.to_string());
    assert_eq!(claims["sid"], grant.to_string());
    assert!(claims["events"]["http://schemas.openid.net/event/backchannel-logout"].is_object());
    assert!(claims.get("nonce").is_none());
}

async fn a_session_by_a_code_opens_apps_at_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let here = visit(3);
    owner.session = service
        .signed_in_by_code(&owner, &here, sheet.code(4))
        .await;
    owner.visit = here;
    let issued = service.signed_in_at(&webmail(), &owner, WEBMAIL).await;
    assert!(works(&service, &issued).await);
    let token = issued.id_token.unwrap();
    let body = token.split('.').nth(1).unwrap();
    let body = data_encoding::BASE64URL_NOPAD.decode(body.as_bytes());
    let claims: serde_json::Value = serde_json::from_slice(&body.unwrap()).unwrap();
    assert_eq!(claims["amr"], serde_json::json!(["pwd", "code", "mfa"]));
    assert_eq!(claims["acr"], "urn:counterfoil:acr:backup-code");
    assert_eq!(claims["email"], owner.address.as_str());
}

on_both_engines!(
    an_owner_signs_one_app_out,
    signing_out_of_the_portal_ends_what_came_from_that_session,
    signing_out_everywhere_a_suspension_and_a_freeze_end_every_app_and_every_code,
    another_password_keeps_this_sessions_apps_and_ends_the_others,
    an_app_gives_its_tokens_back,
    an_app_is_told_until_it_has_heard,
    a_session_by_a_code_opens_apps_at_once,
);
