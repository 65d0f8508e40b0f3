//! Who the apps are: the configuration before the database, and a secret that is shown once.

use crate::ground::on_both_engines;
use counterfoil_oidc::{Client, Credentials, Parameters};
use counterfoil_service::openid::{AddClientRefusal, ClientRefusal, ClientSource};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::apps::{WEBMAIL_SECRET, webmail, wiki};
use counterfoil_testkit::service::TestService;

fn credentials(id: &str, secret: Option<&str>) -> Credentials {
    let form = match secret {
        Some(secret) => format!("client_id={id}&client_secret={secret}"),
        None => format!("client_id={id}"),
    };
    Credentials::read(None, &Parameters::read(form.as_bytes())).unwrap()
}

async fn is_believed(service: &TestService, id: &str, secret: Option<&str>) -> bool {
    let app = &service.app;
    match app.authenticated_client(&credentials(id, secret)).await {
        Ok(client) => client.id == id,
        Err(ClientRefusal::Unknown) => false,
        Err(ClientRefusal::Internal(fault)) => panic!("{fault}"),
    }
}

async fn a_client_is_added_shown_its_secret_once_and_removed(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let forum = Client {
        id: "forum".into(),
        secret: None,
        pkce_optional: false,
        ..webmail()
    };
    let secret = app.add_client(forum.clone(), true).await.unwrap().unwrap();
    assert_eq!(secret.len(), 43);
    assert!(is_believed(&service, "forum", Some(&secret)).await);
    for wrong in [None, Some(""), Some("wrong"), Some(WEBMAIL_SECRET)] {
        assert!(!is_believed(&service, "forum", wrong).await, "{wrong:?}");
    }
    let again = app.add_client(forum.clone(), true).await;
    assert!(matches!(again, Err(AddClientRefusal::Taken)));
    let kept = app.client("forum").await.unwrap().unwrap();
    assert_eq!(kept.redirect_uris, forum.redirect_uris);
    assert_eq!(
        kept.post_logout_redirect_uris,
        forum.post_logout_redirect_uris
    );
    assert!(kept.mail && !kept.pkce_optional);

    let next = app.rotate_client_secret("forum").await.unwrap().unwrap();
    assert!(!is_believed(&service, "forum", Some(&secret)).await);
    assert!(is_believed(&service, "forum", Some(&next)).await);
    assert!(app.remove_client("forum").await.unwrap());
    assert!(!app.remove_client("forum").await.unwrap());
    assert!(!is_believed(&service, "forum", Some(&next)).await);
    assert!(app.rotate_client_secret("forum").await.unwrap().is_none());
}

async fn a_public_client_is_believed_by_its_id_alone_and_gets_no_secret(engine: Engine) {
    let service = TestService::on(engine).await;
    let phone = Client {
        id: "phone".into(),
        redirect_uris: vec!["org.example.mail:/signed-in".into()],
        ..wiki()
    };
    let secret = service.app.add_client(phone.clone(), false).await.unwrap();
    assert!(secret.is_none());
    assert!(is_believed(&service, "phone", None).await);
    assert!(!is_believed(&service, "phone", Some("anything")).await);
    assert!(
        service
            .app
            .rotate_client_secret("phone")
            .await
            .unwrap()
            .is_none()
    );
    let bent = Client {
        id: "bent".into(),
        pkce_optional: true,
        ..phone
    };
    let refused = service.app.add_client(bent, false).await;
    assert!(matches!(refused, Err(AddClientRefusal::Problem(_))));
    // What no client can be called is nobody, on every engine.
    for odd in ["no\0body", "nobody", &"x".repeat(5_000)] {
        assert!(service.app.client(odd).await.unwrap().is_none());
    }
}

async fn the_configuration_stands_before_the_database(engine: Engine) {
    let before = TestService::on(engine).clients(Vec::new()).await;
    let secret = before.app.add_client(webmail(), true).await.unwrap();
    let secret = secret.unwrap();
    assert!(is_believed(&before, "webmail", Some(&secret)).await);
    let after = TestService::at(before.url()).seed(2).await;
    assert!(!is_believed(&after, "webmail", Some(&secret)).await);
    assert!(is_believed(&after, "webmail", Some(WEBMAIL_SECRET)).await);
    let refused = after.app.add_client(wiki(), false).await;
    assert!(matches!(refused, Err(AddClientRefusal::Taken)));
    let listed = after.app.clients().await.unwrap();
    let listed: Vec<_> = listed
        .iter()
        .map(|listed| (listed.client.id.as_str(), listed.source))
        .collect();
    assert_eq!(
        listed,
        [
            ("webmail", ClientSource::Configuration),
            ("wiki", ClientSource::Configuration),
            ("webmail", ClientSource::Overruled),
        ]
    );
}

on_both_engines!(
    a_client_is_added_shown_its_secret_once_and_removed,
    a_public_client_is_believed_by_its_id_alone_and_gets_no_secret,
    the_configuration_stands_before_the_database,
);
