//! The use cases on a database of the test's own, with a clock that stands still and keys that everybody knows.
//!
//! ```no_run
//! # async fn story() {
//! use counterfoil_store::driver::Engine;
//! use counterfoil_testkit::service::{TestService, visit};
//!
//! let service = TestService::on(Engine::Sqlite).await;
//! let (owner, sheet) = service.with_sheet().await;
//! let half = service.half_session(&owner, &visit(2)).await;
//! service.app.redeem(&half, &visit(2), sheet.code(1), false).await.unwrap();
//! # }
//! ```

#![expect(
    clippy::panic,
    reason = "a test without its service must stop and say why, never pass"
)]

mod told;

use crate::apps::{webmail, wiki};
use crate::clock::MockClock;
use crate::database::TestDatabase;
use crate::entropy::SeededEntropy;
use crate::faults::Faults;
use crate::keys::{key_ring_of, signing_keys};
use counterfoil_core::Cost;
use counterfoil_model::policy::House;
use counterfoil_model::{Blocklist, Policy, Setting, Timestamp};
use counterfoil_oidc::Client;
use counterfoil_service::openid::OpenIdParts;
use counterfoil_service::{
    App, BackChannel, Clock as _, KeyRing, MailSystem, Parts, SlowHash, Visit, Webhooks,
};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Db, Error, Row, Statement, Value};
use std::collections::BTreeSet;
use std::fmt;
use std::net::Ipv4Addr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Slow hashes that run at once unless a test wants more.
const LANES: usize = 4;

/// Who we are to apps.
pub const ISSUER: &str = "https://account.mail.example";

/// The use cases, and everything around them that a test moves.
pub struct TestService {
    /// The use cases.
    pub app: Arc<App>,
    /// Their clock.
    pub clock: MockClock,
    /// What goes wrong between them and the database; nothing without orders.
    pub faults: Faults,
    /// The database without the faults in between.
    pub db: Db,
    pub(crate) owners: AtomicU32,
    url: String,
    _database: Option<TestDatabase>,
}

/// A [`TestService`] to be; await it.
pub struct TestServiceBuilder {
    place: Place,
    lanes: usize,
    cost: Cost,
    policy: Policy,
    pinned: BTreeSet<Setting>,
    clock: MockClock,
    seed: u64,
    owners: u32,
    keys: KeyRing,
    mail_system: Option<Arc<dyn MailSystem>>,
    clients: Vec<Client>,
    back_channel: Option<Arc<dyn BackChannel>>,
    webhooks: Option<Arc<dyn Webhooks>>,
    policy_nonce: Option<String>,
    tells_operator: bool,
}

enum Place {
    Fresh(Engine),
    At(String),
}

impl TestService {
    /// On a fresh database of this engine.
    #[must_use]
    pub fn on(engine: Engine) -> TestServiceBuilder {
        TestServiceBuilder::new(Place::Fresh(engine))
    }

    /// On a database that is there already, migrated: as another node, or after a crash.
    #[must_use]
    pub fn at(url: impl Into<String>) -> TestServiceBuilder {
        TestServiceBuilder::new(Place::At(url.into()))
    }

    /// The database's URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Now, by the mock clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The rows a statement gives, past all faults.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn rows(&self, statement: &'static Statement, values: &[Value]) -> Vec<Row> {
        let rows: Result<Vec<Row>, Error> = self
            .db
            .read("test_rows", |tx| async move {
                tx.query(statement, values).await
            })
            .await;
        rows.unwrap_or_else(|error| panic!("{statement:?}: {error}"))
    }

    /// The one number a statement gives in the column `n`.
    ///
    /// # Panics
    /// When there is none.
    pub async fn count(&self, statement: &'static Statement, values: &[Value]) -> i64 {
        let rows = self.rows(statement, values).await;
        let [row] = rows.as_slice() else {
            panic!("{statement:?} gives {} rows", rows.len())
        };
        row.get("n").unwrap_or_else(|error| panic!("{error}"))
    }
}

/// The `n`th browser, in a network of its own: no two share a cookie or a /24.
#[must_use]
pub fn visit(n: u16) -> Visit {
    let [high, low] = n.to_be_bytes();
    let address = Ipv4Addr::new(10, high, low, 7);
    Visit::new(
        format!("browser {n}").as_bytes(),
        address.into(),
        format!("Browser {n} on Linux"),
    )
}

/// The `n`th browser in the network of [`visit(network)`](visit).
#[must_use]
pub fn visit_from(n: u16, network: u16) -> Visit {
    Visit {
        address: visit(network).address,
        ..visit(n)
    }
}

impl TestServiceBuilder {
    fn new(place: Place) -> Self {
        Self {
            place,
            lanes: LANES,
            cost: Cost::for_tests(),
            policy: Policy::default(),
            pinned: BTreeSet::new(),
            clock: MockClock::default(),
            seed: 1,
            owners: 0,
            keys: key_ring_of(1),
            mail_system: None,
            clients: vec![webmail(), wiki()],
            back_channel: None,
            webhooks: None,
            policy_nonce: None,
            tells_operator: false,
        }
    }

    /// So many slow hashes run at once.
    #[must_use]
    pub const fn lanes(mut self, lanes: usize) -> Self {
        self.lanes = lanes;
        self
    }

    /// Slow hashes cost this; next to nothing unless a test is about their cost.
    #[must_use]
    pub const fn cost(mut self, cost: Cost) -> Self {
        self.cost = cost;
        self
    }

    /// The operator chose otherwise.
    #[must_use]
    pub fn policy(mut self, edit: impl FnOnce(&mut Policy)) -> Self {
        edit(&mut self.policy);
        self
    }

    /// The configuration pins this setting.
    #[must_use]
    pub fn pinned(mut self, setting: Setting) -> Self {
        self.pinned.insert(setting);
        self
    }

    /// With a clock that another service shows too.
    #[must_use]
    pub fn clock(mut self, clock: &MockClock) -> Self {
        self.clock = clock.clone();
        self
    }

    /// With other random bytes: two services on one database must not draw the same.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// So many owners have names already: on a database where another service enrolled some.
    #[must_use]
    pub const fn owners(mut self, owners: u32) -> Self {
        self.owners = owners;
        self
    }

    /// With so many keys of each kind, the newest last.
    #[must_use]
    pub fn generations(mut self, generations: u8) -> Self {
        self.keys = key_ring_of(generations);
        self
    }

    /// With keys of the test's own.
    #[must_use]
    pub fn keys(mut self, keys: KeyRing) -> Self {
        self.keys = keys;
        self
    }

    /// In front of this mail software.
    #[must_use]
    pub fn mail_system(mut self, mail_system: Arc<dyn MailSystem>) -> Self {
        self.mail_system = Some(mail_system);
        self
    }

    /// These apps are in the configuration, instead of [`webmail`] and [`wiki`].
    #[must_use]
    pub fn clients(mut self, clients: Vec<Client>) -> Self {
        self.clients = clients;
        self
    }

    /// Apps are told of sign-outs this way.
    #[must_use]
    pub fn back_channel(mut self, back_channel: Arc<dyn BackChannel>) -> Self {
        self.back_channel = Some(back_channel);
        self
    }

    /// Apps are told of their events this way.
    #[must_use]
    pub fn webhooks(mut self, webhooks: Arc<dyn Webhooks>) -> Self {
        self.webhooks = Some(webhooks);
        self
    }

    /// What happens to mailboxes is for the operator's webhook.
    #[must_use]
    pub const fn telling_the_operator(mut self) -> Self {
        self.tells_operator = true;
        self
    }

    /// The mail software hashes passwords with this nonce for its reports.
    #[must_use]
    pub fn policy_nonce(mut self, nonce: &str) -> Self {
        self.policy_nonce = Some(nonce.to_owned());
        self
    }

    async fn build(self) -> TestService {
        let (db, url, database) = match self.place {
            Place::Fresh(engine) => {
                let database = TestDatabase::fresh(engine).await;
                (
                    database.db.clone(),
                    database.url().to_owned(),
                    Some(database),
                )
            }
            Place::At(url) => {
                let db = counterfoil_store::open(&url)
                    .await
                    .unwrap_or_else(|error| panic!("the database can't be opened: {error}"));
                (db, url, None)
            }
        };
        let (between, faults) = Faults::around(&db);
        let parts = Parts {
            db: between,
            clock: Arc::new(self.clock.clone()),
            entropy: Arc::new(SeededEntropy::new(self.seed)),
            keys: self.keys,
            slow_hash: SlowHash::new(self.cost, self.lanes),
            policy: House {
                pinned: self.pinned,
                ..self.policy.into()
            },
            blocklist: Blocklist::bundled(),
            service_name: "Example Mail".to_owned(),
            mail_system: self.mail_system,
            openid: OpenIdParts {
                issuer: ISSUER.to_owned(),
                clients: self.clients,
                keys: signing_keys(),
                back_channel: self.back_channel,
            },
            policy_nonce: self.policy_nonce.map(zeroize::Zeroizing::new),
            meter: Arc::new(counterfoil_service::Unmetered),
            webhooks: self.webhooks,
        };
        let app = App::new(parts)
            .await
            .unwrap_or_else(|error| panic!("the service can't be built: {error}"));
        let app = if self.tells_operator {
            app.telling_the_operator()
        } else {
            app
        };
        TestService {
            app: Arc::new(app),
            clock: self.clock,
            faults,
            db,
            owners: AtomicU32::new(self.owners),
            url,
            _database: database,
        }
    }
}

impl IntoFuture for TestServiceBuilder {
    type Output = TestService;
    type IntoFuture = Pin<Box<dyn Future<Output = TestService> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.build())
    }
}

impl TestService {
    /// A number that no owner of this service had before.
    pub(crate) fn next_owner(&self) -> u32 {
        self.owners.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl fmt::Debug for TestService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TestService({:?})", self.db.engine())
    }
}

impl fmt::Debug for TestServiceBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestServiceBuilder")
    }
}
