//! The whole server in memory: the portal with its shell, on a database of the test's own, with a clock that stands still and
//! a trap for its mails.
//!
//! ```no_run
//! # async fn story() {
//! use counterfoil_store::driver::Engine;
//! use counterfoil_testkit::app::TestApp;
//!
//! let app = TestApp::on(Engine::Sqlite).await;
//! let (owner, sheet) = app.with_sheet().await;
//! let mut browser = app.browser(1);
//! browser.types_password(&owner).await;
//! let page = browser.get("/sign-in/code").await;
//! let page = browser.submit(&page, &[("code", sheet.code(7))]).await;
//! assert!(page.says("You used code 7"));
//! app.deliver().await;
//! # }
//! ```

#![expect(
    clippy::panic,
    reason = "a test without its server must stop and say why, never pass"
)]

use crate::browser::Browser;
use crate::mail_trap::MailTrap;
use crate::service::{TestService, TestServiceBuilder};
use async_trait::async_trait;
use axum::Router;
use counterfoil_lang::{Language, Sentences, TimeZone};
use counterfoil_model::{Enclosed, NoticeId};
use counterfoil_notices::bounces::{Returned, Returns};
use counterfoil_notices::{Frame, Layout, Mail, OpenLink, Parts, deliver_due};
use counterfoil_service::{App, Clock as _, Doctor, Finding};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::outbox::{Notice, Reason};
use counterfoil_store::{Error, Row, Statement, open_with};
use counterfoil_web::assets::Assets;
use counterfoil_web::delivery_reports::Provider;
use counterfoil_web::portal::page::app_password_made::{MailServer, MailServers};
use counterfoil_web::portal::{Letterhead, door::Portal, router};
use counterfoil_web::shell::csrf::CsrfKey;
use counterfoil_web::shell::{PublicUrl, Shell, TrustedProxies};
use std::fmt;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;
use url::Url;

/// Where the server of a test is reached.
pub const PUBLIC_URL: &str = "https://account.mail.example";

/// The whole server. It dereferences to its [`TestService`], so every step of a story is at hand.
///
/// Dropping it stops the test if a notice was left undelivered: whatever must be told must have been sent.
pub struct TestApp {
    /// The mails that were delivered.
    pub mails: MailTrap,
    service: TestService,
    router: Router,
    sentences: Arc<Sentences>,
    layout: Arc<Layout>,
}

/// A [`TestApp`] to be; await it.
#[derive(Debug)]
pub struct TestAppBuilder {
    service: TestServiceBuilder,
    proxies: TrustedProxies,
    notices_to_folder: bool,
    providers: Vec<Arc<Provider>>,
}

impl TestApp {
    /// On a fresh database of this engine.
    #[must_use]
    pub fn on(engine: Engine) -> TestAppBuilder {
        TestAppBuilder {
            service: TestService::on(engine),
            proxies: TrustedProxies::default(),
            notices_to_folder: false,
            providers: Vec::new(),
        }
    }

    /// The `n`th browser, fresh, in a network of its own: that of [`visit(n)`](crate::service::visit).
    #[must_use]
    pub fn browser(&self, n: u16) -> Browser {
        Browser::new(
            self.router.clone(),
            PUBLIC_URL.to_owned(),
            crate::service::visit(n).address,
        )
    }

    /// The server itself, for requests that no browser would send.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Sends every notice that is due, as the server's worker does, and gives the mails of it, oldest first.
    ///
    /// # Panics
    /// When the database fails, or a notice can't be written or handed over.
    pub async fn deliver(&self) -> Vec<Mail> {
        let frame = Frame {
            service_name: self.app.service_name().to_owned(),
            from: "notices@mail.example".to_owned(),
            public_url: Url::parse(PUBLIC_URL).unwrap_or_else(|error| panic!("{error}")),
            help_line: None,
            time_zone: TimeZone::UTC,
            layout: Arc::clone(&self.layout),
        };
        let links = Links(Arc::clone(&self.app));
        let returning = Returning(Arc::clone(&self.app));
        let clock = self.clock.clone();
        loop {
            let now = || clock.now();
            let parts = Parts {
                db: &self.db,
                transport: &self.mails,
                sentences: &self.sentences,
                frame: &frame,
                links: &links,
                returns: &returning,
            };
            let tally = deliver_due(parts, now, 100)
                .await
                .unwrap_or_else(|error| panic!("the outbox can't be read: {error}"));
            assert_eq!(
                (tally.failed, tally.deferred),
                (0, 0),
                "a notice was not sent"
            );
            if tally.handed_over + tally.expired == 0 {
                return self.mails.take();
            }
        }
    }
}

fn server(port: u16) -> MailServer {
    MailServer {
        name: "mail.example".to_owned(),
        port,
    }
}

/// A doctor who has one worry.
struct Healthy;

#[async_trait]
impl Doctor for Healthy {
    async fn examine(&self) -> Vec<Finding> {
        vec![
            Finding::Ok("keys: all there".to_owned()),
            Finding::Warn("help_line: is missing".to_owned()),
        ]
    }
}

/// The whole URL of a notice's link.
struct Links(Arc<App>);

impl OpenLink for Links {
    fn open(&self, notice: &Notice) -> Option<Enclosed> {
        Some(self.0.enclosed(notice).ok()?.under(PUBLIC_URL))
    }
}

/// What comes back is told to the use cases.
struct Returning(Arc<App>);

#[async_trait]
impl Returns for Returning {
    fn return_path(&self, notice: NoticeId) -> Option<String> {
        let token = self.0.return_token(notice).ok()?;
        Some(format!("returns+{token}@account.mail.example"))
    }

    fn notice_of(&self, address: &str) -> Option<NoticeId> {
        let (local, _) = address.split_once('@')?;
        self.0
            .notice_of_return_token(local.strip_prefix("returns+")?)
    }

    async fn came_back(&self, notice: NoticeId, reason: Reason<'_>) -> Returned {
        let noted = self.0.notice_came_back(notice, reason).await;
        noted.unwrap_or_else(|error| panic!("a notice that came back is lost: {error}"));
        Returned::Noted
    }
}

impl TestAppBuilder {
    /// The use cases are built otherwise.
    #[must_use]
    pub fn service(mut self, edit: impl FnOnce(TestServiceBuilder) -> TestServiceBuilder) -> Self {
        self.service = edit(self.service);
        self
    }

    /// These proxies are believed.
    #[must_use]
    pub fn trusting(mut self, proxies: TrustedProxies) -> Self {
        self.proxies = proxies;
        self
    }

    /// Operators are warned that notices go to a folder.
    #[must_use]
    pub const fn notices_to_folder(mut self) -> Self {
        self.notices_to_folder = true;
        self
    }

    /// This provider tells what became of mails.
    #[must_use]
    pub fn told_by(mut self, provider: Provider) -> Self {
        self.providers.push(Arc::new(provider));
        self
    }

    async fn build(self) -> TestApp {
        let service = self.service.await;
        let sentences = Sentences::load().unwrap_or_else(|error| panic!("the sentences: {error}"));
        let sentences = Arc::new(sentences);
        let layout = Layout::bundled().unwrap_or_else(|error| panic!("the layout: {error}"));
        let app = Arc::clone(&service.app);
        let (draws, keys) = (Arc::clone(&app), Arc::clone(&app));
        let shell = Shell {
            sentences: Arc::clone(&sentences),
            language: Language::English,
            time_zone: TimeZone::UTC,
            public_url: PublicUrl::parse(PUBLIC_URL).unwrap_or_else(|error| panic!("{error}")),
            service_name: app.service_name().to_owned(),
            trusted_proxies: self.proxies,
            csrf: CsrfKey::from_source(move || keys.keys().cookie_keys()),
            draw: Arc::new(move || draws.draw_bytes()),
            assets: Arc::new(Assets::embedded()),
        };
        let portal = Portal {
            app,
            shell: Arc::new(shell),
            notices_to_folder: self.notices_to_folder,
            help_line: "Ring 555 0100".into(),
            letterhead: Arc::new(Letterhead {
                logo: None,
                help: Some("Ring 555 0100".into()),
            }),
            doctor: Arc::new(Healthy),
            mail_servers: Some(Arc::new(MailServers {
                imap: Some(server(993)),
                smtp: Some(server(465)),
            })),
            providers: self.providers.into(),
        };
        TestApp {
            mails: MailTrap::new(),
            service,
            router: router(portal),
            sentences,
            layout: Arc::new(layout),
        }
    }
}

impl IntoFuture for TestAppBuilder {
    type Output = TestApp;
    type IntoFuture = Pin<Box<dyn Future<Output = TestApp> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.build())
    }
}

impl Deref for TestApp {
    type Target = TestService;

    fn deref(&self) -> &TestService {
        &self.service
    }
}

impl fmt::Debug for TestApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TestApp({:?})", self.service)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        // Dropping can't wait for the test's own connections, so another thread asks through one of its own.
        let url = self.service.url().to_owned();
        let asked = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(|error| error.to_string())?
                .block_on(undelivered(&url))
                .map_err(|error| error.to_string())
        });
        match asked.join() {
            Ok(Ok(kinds)) if kinds.is_empty() => {}
            Ok(Ok(kinds)) => panic!("these notices were never delivered: {}", kinds.join(", ")),
            Ok(Err(error)) => panic!("the outbox can't be read: {error}"),
            Err(panicked) => std::panic::resume_unwind(panicked),
        }
    }
}

const UNDELIVERED: Statement = Statement::new(
    "test_undelivered",
    "SELECT kind FROM outbox WHERE state = 'queued' ORDER BY at, notice_id",
);

async fn undelivered(url: &str) -> Result<Vec<String>, Error> {
    let db = open_with(url, 1).await?;
    db.read("test_undelivered", |tx| async move {
        let rows: Vec<Row> = tx.query(&UNDELIVERED, &[]).await?;
        rows.iter().map(|row| row.get("kind")).collect()
    })
    .await
}
