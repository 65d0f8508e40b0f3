//! The one value that is built in `main` and passed down.

use crate::desk::Counted;
use crate::lanes::inside;
use crate::mail::MailRecorder;
use crate::openid::{OpenId, OpenIdParts};
use crate::passkey::RelyingParty;
use crate::rates::Rates;
use crate::slow_hash::{Lane, Secret};
use crate::{
    Chance, Clock, Entropy, Fault, KeyRing, MailSystem, Meter, Places, SlowHash, Webhooks,
};
use counterfoil_model::policy::House;
use counterfoil_model::{AccountId, ApiKeyId, Blocklist, KeySet, Timestamp};
use counterfoil_store::Db;
use std::sync::{Arc, OnceLock, RwLock};
use zeroize::Zeroizing;

/// Everything a use case needs.
pub struct App {
    pub(crate) db: Db,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) keys: KeyRing,
    pub(crate) stolen: RwLock<Arc<KeySet>>,
    /// What the other nodes know this one by: drawn when it first says that it serves.
    pub(crate) node: OnceLock<[u8; 16]>,
    pub(crate) slow_hash: SlowHash,
    pub(crate) house: House,
    pub(crate) blocklist: Blocklist,
    pub(crate) service_name: String,
    pub(crate) mail_system: Option<Arc<dyn MailSystem>>,
    pub(crate) openid: OpenId,
    pub(crate) relying_party: RelyingParty,
    pub(crate) policy_nonce: Option<Zeroizing<String>>,
    pub(crate) mail_recorder: MailRecorder,
    pub(crate) api_rates: Rates<ApiKeyId>,
    pub(crate) counted: Counted,
    pub(crate) meter: Arc<dyn Meter>,
    pub(crate) webhooks: Option<Arc<dyn Webhooks>>,
    /// Whatever knows where addresses are.
    pub(crate) places: Option<Arc<dyn Places>>,
    /// Whether what happens to mailboxes is for the operator's webhook.
    pub(crate) tells_operator: bool,
    /// What a password is compared with when the address has none: as dear as a real one.
    pub(crate) decoy: String,
}

/// What an [`App`] is built of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The generator.
    pub entropy: Arc<dyn Entropy>,
    /// The keys outside the database.
    pub keys: KeyRing,
    /// The slow hash and its lanes.
    pub slow_hash: SlowHash,
    /// The policy as the configuration has it: what operators set is in the database.
    pub policy: House,
    /// Passwords that are refused.
    pub blocklist: Blocklist,
    /// What the service is called; also the issuer that an authenticator app shows.
    pub service_name: String,
    /// The mail software in front of which this stands; `None` where there is none yet.
    pub mail_system: Option<Arc<dyn MailSystem>>,
    /// The OpenID provider.
    pub openid: OpenIdParts,
    /// What the mail software puts before a password when it hashes it for its reports; `None` where it sends none.
    pub policy_nonce: Option<Zeroizing<String>>,
    /// What counts for whoever watches.
    pub meter: Arc<dyn Meter>,
    /// The way to the servers of apps that are told of their events; `None` where none is told.
    pub webhooks: Option<Arc<dyn Webhooks>>,
}

impl App {
    /// Builds it. Runs one slow hash, for the decoy.
    ///
    /// # Errors
    /// [`Fault`] when that hash fails.
    pub async fn new(parts: Parts) -> Result<Self, Fault> {
        let mut app = Self {
            db: parts.db,
            clock: parts.clock,
            entropy: parts.entropy,
            keys: parts.keys,
            stolen: RwLock::default(),
            node: OnceLock::new(),
            slow_hash: parts.slow_hash,
            house: parts.policy,
            blocklist: parts.blocklist,
            mail_system: parts.mail_system,
            relying_party: RelyingParty::at(&parts.openid.issuer, &parts.service_name),
            service_name: parts.service_name,
            openid: OpenId::new(parts.openid),
            policy_nonce: parts.policy_nonce,
            mail_recorder: MailRecorder::default(),
            api_rates: Rates::default(),
            counted: Counted::default(),
            meter: parts.meter,
            webhooks: parts.webhooks,
            places: None,
            tells_operator: false,
            decoy: String::new(),
        };
        app.decoy = app.hash_password(AccountId::NOBODY, b"").await?.0;
        Ok(app)
    }

    /// From now on what happens to mailboxes is for the operator's webhook as well.
    #[must_use]
    pub fn telling_the_operator(mut self) -> Self {
        self.tells_operator = true;
        self
    }

    /// From now on what happens is shown with the country and the network of its address.
    #[must_use]
    pub fn knowing_places(mut self, places: Arc<dyn Places>) -> Self {
        self.places = Some(places);
        self
    }

    /// Now, by this server's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The keys.
    #[must_use]
    pub const fn keys(&self) -> &KeyRing {
        &self.keys
    }

    /// The slow hash, for those who count its runs.
    #[must_use]
    pub const fn slow_hash(&self) -> &SlowHash {
        &self.slow_hash
    }

    /// The database, for the jobs that deliver notices.
    #[must_use]
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// Whether there is mail software that can be asked: its filters are shown, its connections are cut off.
    #[must_use]
    pub const fn asks_mail_software(&self) -> bool {
        self.mail_system.is_some()
    }

    /// What the service is called.
    #[must_use]
    pub fn service_name(&self) -> &str {
        &self.service_name
    }

    pub(crate) fn chance(&self) -> Chance<'_> {
        Chance(&*self.entropy)
    }

    /// Random bytes for a browser's cookie.
    #[must_use]
    pub fn draw_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// The PHC string of a password in NFC under the newest pepper, and that pepper's id.
    pub(crate) async fn hash_password(
        &self,
        account: AccountId,
        password: &[u8],
    ) -> Result<(String, String), Fault> {
        self.hash_secret(account, Secret::Password(password)).await
    }

    /// The same of whatever is behind a stored password.
    pub(crate) async fn hash_secret(
        &self,
        account: AccountId,
        secret: Secret<'_>,
    ) -> Result<(String, String), Fault> {
        let lane = self.slow_hash.lane(inside(account)).await?;
        self.hash_in_lane(&lane, account, secret).await
    }

    /// The same in a lane that was waited for.
    pub(crate) async fn hash_in_lane(
        &self,
        lane: &Lane<'_>,
        account: AccountId,
        secret: Secret<'_>,
    ) -> Result<(String, String), Fault> {
        let (id, pepper) = self.keys.newest_password_pepper()?;
        let salt = self.draw_bytes();
        let phc = lane.password(&pepper, account, secret, salt).await?;
        Ok((phc, id))
    }
}
