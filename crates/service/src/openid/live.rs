//! Whether a token lives: the one place where that is judged.

use super::AppToken;
use crate::{App, Fault};
use counterfoil_model::{AccountId, GrantId, Span, Timestamp};
use counterfoil_oidc::{Client, Scope, Scopes};
use counterfoil_store::repo::account::Account;
use counterfoil_store::repo::app_token::AppToken as Kept;
use counterfoil_store::{Error, Tx, repo};

/// How stale the note of a grant's last use may get.
const USED_EVERY: Span = Span::minutes(1);

/// A token that lives, and everything it rests on.
pub(crate) struct Live {
    pub(crate) token: Kept,
    pub(crate) account: Account,
    pub(crate) client: Client,
    /// What it may do now: a client that is no longer marked for mail reads none.
    pub(crate) scopes: Scopes,
}

/// A live token that opens the mailbox.
#[derive(Clone, Debug)]
pub struct MailToken {
    /// Whose.
    pub account: AccountId,
    /// The sign-in at the app.
    pub grant: GrantId,
    /// What owners call the app.
    pub client_name: String,
    /// What the mail software calls the account: lower case.
    pub login: String,
    /// The mailbox's address as the owner writes it.
    pub address: String,
    /// What the token may do; `mail` is among it.
    pub scopes: Scopes,
    /// The address of the browser that signed in.
    pub network: String,
    /// That browser, in words.
    pub device: String,
}

/// Who a live token stands for.
#[derive(Clone, Debug)]
pub struct TokenOwner {
    /// Whose.
    pub account: AccountId,
    /// The sign-in at the app.
    pub grant: GrantId,
    /// The app.
    pub client_id: String,
    /// What owners call it.
    pub client_name: String,
    /// The mailbox's address.
    pub address: String,
    /// What the token may do.
    pub scopes: Scopes,
    /// The address of the browser that signed in.
    pub network: String,
    /// That browser, in words.
    pub device: String,
}

impl App {
    /// The token, if it lives: neither it nor its grant has ended, its account is admitted and its client is registered.
    pub(crate) async fn live_token(
        &self,
        tx: &Tx,
        token: &AppToken,
        now: Timestamp,
    ) -> Result<Option<Live>, Error> {
        let account = token.account();
        let Some(kept) = repo::app_token::load(tx, account, &token.hash()).await? else {
            return Ok(None);
        };
        let lives = kept.expires_at > now
            && kept.ended_at.is_none()
            && kept.grant.ended_at.is_none()
            && kept.grant.opened_at.is_some();
        if !lives {
            return Ok(None);
        }
        let owner = repo::account::load(tx, account).await?;
        let Some(owner) = owner.filter(|owner| owner.admits(now)) else {
            return Ok(None);
        };
        let Some(client) = self.client_in(tx, &kept.grant.client).await? else {
            return Ok(None);
        };
        let scopes = client.grants(Scopes::read(&kept.scopes));
        Ok(Some(Live {
            token: kept,
            account: owner,
            client,
            scopes,
        }))
    }

    /// The access token, if it lives; its use is noted.
    pub(super) async fn live_access_token(&self, text: &str) -> Result<Option<Live>, Fault> {
        let Some(token) = &AppToken::parse(text) else {
            return Ok(None);
        };
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("access_token", |tx| async move {
                self.live_token(&tx, token, now).await
            })
            .await;
        let live = found?.filter(|live| live.token.kind == "access");
        if let Some(live) = &live {
            self.note_use(live, now).await;
        }
        Ok(live)
    }

    /// Notes when an app was used last. That it can't be noted keeps nobody from their mail.
    async fn note_use(&self, live: &Live, now: Timestamp) {
        if live.token.grant.used_at + USED_EVERY > now {
            return;
        }
        let (account, grant) = (live.account.id, live.token.grant.id);
        let noted: Result<(), Error> = self
            .db
            .run("app_used", |tx| async move {
                repo::app_grant::used(&tx, account, grant, now).await
            })
            .await;
        if let Err(error) = noted {
            tracing::warn!(%error, "the last use of an app could not be noted");
        }
    }

    /// What a mail program may open with this token: `None` unless it lives, its client is marked for mail and it has the
    /// scope `mail`.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mail_token(&self, token: &str) -> Result<Option<MailToken>, Fault> {
        let live = self.live_access_token(token).await?;
        let live = live.filter(|live| live.scopes.contains(Scope::Mail));
        Ok(live.map(|live| MailToken {
            account: live.account.id,
            grant: live.token.grant.id,
            client_name: live.client.name,
            login: live.account.mail_login(),
            address: live.account.address,
            scopes: live.scopes,
            network: live.token.grant.network,
            device: live.token.grant.device,
        }))
    }

    /// Who this token stands for: `None` unless it lives and has this scope.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn token_with_scope(
        &self,
        token: &str,
        scope: Scope,
    ) -> Result<Option<TokenOwner>, Fault> {
        let live = self.live_access_token(token).await?;
        let live = live.filter(|live| live.scopes.contains(scope));
        Ok(live.map(|live| TokenOwner {
            account: live.account.id,
            grant: live.token.grant.id,
            client_id: live.client.id,
            client_name: live.client.name,
            address: live.account.address,
            scopes: live.scopes,
            network: live.token.grant.network,
            device: live.token.grant.device,
        }))
    }
}
