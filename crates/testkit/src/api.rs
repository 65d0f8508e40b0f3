//! An app of another service: its key, an account of it, a set of codes.

#![expect(
    clippy::unwrap_used,
    reason = "a story whose beginning fails must stop and say where"
)]

use crate::service::{TestService, visit};
use counterfoil_model::api_rate::PER_MINUTE;
use counterfoil_model::{AccountId, ApiScope, ApiScopes, SetId};
use counterfoil_service::api::{AddAppRefusal, Caller, NewApiAccount, NewKey};

/// An app that calls the API.
#[derive(Clone, Debug)]
pub struct TestApiApp {
    /// Its key, as it sends it.
    pub key: String,
    /// The same, as the use cases take it.
    pub caller: Caller,
}

/// An account of an app with an active set.
#[derive(Clone, Debug)]
pub struct TestApiAccount {
    /// Its id.
    pub id: AccountId,
    /// The set.
    pub set: SetId,
    /// Its codes, by slot, as the owner reads them.
    pub codes: Vec<String>,
    /// Its drill words, by slot.
    pub words: Vec<String>,
}

impl TestService {
    /// Lets the app `id` in, unless it is, and makes a key for it that may do this.
    ///
    /// # Panics
    /// When that fails.
    pub async fn api_app(&self, id: &str, scopes: &[ApiScope]) -> TestApiApp {
        let added = self.app.add_app(id, id).await;
        if !matches!(added, Err(AddAppRefusal::Taken)) {
            added.unwrap();
        }
        let new = NewKey {
            app: id,
            label: "tests",
            scopes: ApiScopes::of(scopes),
            lasts: None,
            per_minute: PER_MINUTE,
        };
        let key = self.app.make_api_key(new).await.unwrap().text().to_string();
        let (caller, _) = self.app.api_caller(&key).await.unwrap();
        TestApiApp { key, caller }
    }

    /// Makes an account of the app with an active set of ten codes.
    ///
    /// # Panics
    /// When that fails.
    pub async fn api_account(&self, app: &TestApiApp, reference: &str) -> TestApiAccount {
        let new = NewApiAccount {
            reference,
            name: None,
            language: None,
        };
        let account = self.app.create_api_account(&app.caller, new, None);
        let id = account.await.unwrap().id;
        let issued = self
            .app
            .issue_set(&app.caller, id, &visit(1), "Shop", None, None)
            .await
            .unwrap();
        let codes: Vec<String> = issued
            .codes
            .iter()
            .map(|drawn| drawn.code.text().to_string())
            .collect();
        let words = issued.codes.iter().map(|drawn| drawn.word.as_str());
        let words = words.map(str::to_owned).collect();
        self.app
            .activate_set(
                &app.caller,
                id,
                issued.id,
                &visit(1),
                codes.first().unwrap(),
                false,
            )
            .await
            .unwrap();
        TestApiAccount {
            id,
            set: issued.id,
            codes,
            words,
        }
    }
}
