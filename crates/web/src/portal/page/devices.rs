//! Devices: everything that can reach the account, one row each; signing out one browser, or all others.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Words, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::{Method, Methods, Setting, Timestamp};
use counterfoil_service::app_password::ListedAppPassword;
use counterfoil_service::devices::{OwnBrowser, SignOutBrowserRefusal};
use counterfoil_service::openid::OwnApp;
use counterfoil_service::passkey::ListedPasskey;

/// The page. `/devices`.
#[derive(Debug, Template)]
#[template(path = "page/devices.html")]
pub struct Devices {
    /// The frame.
    pub frame: Frame,
    /// Browsers: this one first.
    pub browsers: Vec<Browser>,
    /// Passkeys, oldest first; `None` where browsers allow none.
    pub passkeys: Option<Vec<Reach>>,
    /// Mail programs by their app passwords; `None` without mail software.
    pub programs: Option<Vec<Reach>>,
    /// Whether the main password opens the mailbox to mail programs.
    pub main_works: bool,
    /// Apps that are signed in.
    pub apps: Vec<Reach>,
    /// After how long without use a browser is signed out, and after how long in any case.
    pub limits: (String, String),
}

/// A browser.
#[derive(Debug)]
pub struct Browser {
    /// Its id.
    pub id: String,
    /// In words a person recognises.
    pub name: String,
    /// Whether it is the one that shows this page.
    pub current: bool,
    /// Whether it is signed in.
    pub signed_in: bool,
    /// How it signed in, when it was seen, from where; a sentence each.
    pub states: Vec<String>,
}

/// Something else that reaches the account.
#[derive(Debug)]
pub struct Reach {
    /// Its name.
    pub name: String,
    /// When it came and was used; a sentence each.
    pub states: Vec<String>,
}

/// How somebody signed in, by the sentence's id.
fn by(methods: Methods) -> &'static str {
    let has = |method| methods.contains(method);
    if has(Method::BackupCode) {
        "devices-by-code"
    } else if has(Method::Passkey) && has(Method::Password) {
        "devices-by-password-and-passkey"
    } else if has(Method::Passkey) {
        "devices-by-passkey"
    } else if has(Method::Totp) {
        "devices-by-phone"
    } else {
        "devices-by-password"
    }
}

impl Browser {
    fn of(words: &Words, own: OwnBrowser) -> Self {
        let mut states = Vec::new();
        if let Some(open) = &own.session {
            let since = words.moment(open.since.as_micros());
            states.push(words.two(
                by(open.methods),
                "since",
                since,
                "network",
                open.network.as_str(),
            ));
        } else {
            states.push(words.text("devices-signed-out"));
        }
        states.push(words.two(
            "devices-seen",
            "first",
            words.date(own.first_seen_at.as_micros()),
            "last",
            words.moment(own.last_seen_at.as_micros()),
        ));
        Self {
            id: data_encoding::HEXLOWER.encode(&own.id),
            name: own.name,
            current: own.current,
            signed_in: own.session.is_some(),
            states,
        }
    }

    fn sign_out_at(&self) -> String {
        ItemRoute::DeviceSignOut.of(&self.id)
    }
}

fn used(words: &Words, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => words.one("passkeys-used", "at", words.moment(at.as_micros())),
        None => words.text("passkeys-unused"),
    }
}

fn added(words: &Words, at: Timestamp) -> String {
    words.one("passkeys-made", "on", words.date(at.as_micros()))
}

fn passkey(words: &Words, own: ListedPasskey) -> Reach {
    let mut states = vec![added(words, own.made_at), used(words, own.last_used_at)];
    if own.suspended {
        states.insert(0, words.text("passkeys-shut"));
    }
    Reach {
        name: own.name,
        states,
    }
}

fn program(words: &Words, own: ListedAppPassword) -> Reach {
    let name = match own.last_program {
        Some(program) => format!("{} ({program})", own.label),
        None => own.label,
    };
    Reach {
        name,
        states: vec![added(words, own.made_at), used(words, own.last_used_at)],
    }
}

fn app(words: &Words, own: OwnApp) -> Reach {
    let from = format!("{}, {}", own.device, own.network);
    let since = words.moment(own.since.as_micros());
    Reach {
        name: own.name,
        states: vec![
            words.two("apps-since", "since", since, "from", from),
            words.one("apps-used", "at", words.moment(own.used_at.as_micros())),
        ],
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Devices.path(), get(show))
        .route(Route::DevicesSignOutOthers.path(), post(sign_out_others))
        .route(ItemRoute::DeviceSignOut.pattern(), post(sign_out))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame).await
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let (core, session) = (&portal.app, &signed_in.session);
    let account = session.account;
    let browsers = core.own_browsers(session, &signed_in.visitor.visit).await?;
    let passkeys = core.passkeys(account).await?;
    let programs = core.app_passwords(account).await?;
    let apps = core.own_apps(session).await?;
    let words = frame.words();
    let limit = |setting: Setting| words.setting_value(setting, setting.of(session.policy()));
    let mail = portal.mail_servers.is_some();
    Ok(answer(&Devices {
        browsers: browsers
            .into_iter()
            .map(|own| Browser::of(words, own))
            .collect(),
        passkeys: core.has_passkeys().then(|| {
            passkeys
                .into_iter()
                .map(|own| passkey(words, own))
                .collect()
        }),
        main_works: mail && core.main_password_opens_mail(account).await?,
        programs: mail.then(|| {
            let live = programs.into_iter().filter(|own| !own.expired);
            live.map(|own| program(words, own)).collect()
        }),
        apps: apps.into_iter().map(|own| app(words, own)).collect(),
        limits: (limit(Setting::SessionIdle), limit(Setting::SessionAbsolute)),
        frame,
    }))
}

async fn sign_out(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let (core, session, visit) = signed_in.acting(&portal);
    let done = detached(async move { core.sign_out_browser(&session, &visit, id).await }).await?;
    let frame = signed_in.frame(&portal);
    let frame = match done {
        Ok(()) => {
            let said = frame.text("devices-one-out");
            frame.done(said)
        }
        // Signed out a moment ago, on another page: the list says so.
        Err(SignOutBrowserRefusal::Unknown) => frame,
        Err(SignOutBrowserRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame).await
}

async fn sign_out_others(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    _form: Form,
) -> Result<Response, Failure> {
    let (core, session, visit) = signed_in.acting(&portal);
    detached(async move { core.sign_out_elsewhere(&session, &visit).await }).await??;
    let frame = signed_in.frame(&portal);
    let said = frame.text("devices-others-out");
    page(&portal, &signed_in, frame.done(said)).await
}

#[cfg(test)]
impl super::samples::Sample for Devices {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_service::devices::OpenSession;
        let at = Timestamp::from_micros(1_795_400_000_000_000);
        let words = frame.words();
        let own = |name: &str, methods: &str, current| {
            let session = Methods::parse(methods)
                .ok()
                .filter(|methods| *methods != Methods::NONE);
            let own = OwnBrowser {
                id: [7; 16],
                name: name.into(),
                current,
                first_seen_at: at,
                last_seen_at: at,
                session: session.map(|methods| OpenSession {
                    methods,
                    since: at,
                    network: "192.0.2.0/24".into(),
                }),
                known: false,
            };
            Browser::of(words, own)
        };
        let reach = |name: &str| Reach {
            name: name.into(),
            states: vec![added(words, at), used(words, Some(at))],
        };
        let alone = Self {
            frame: frame.clone(),
            browsers: vec![own("Firefox on Linux", "pwd", true)],
            passkeys: Some(Vec::new()),
            programs: None,
            main_works: false,
            apps: Vec::new(),
            limits: ("an hour".into(), "a day".into()),
        };
        let many = Self {
            frame: frame.clone(),
            browsers: vec![
                own("Firefox on Linux", "pwd otp", true),
                own("Safari on iPhone", "hwk", false),
                own("Chrome on Windows", "pwd hwk", false),
                own("Edge on Windows", "pwd code", false),
                own("Firefox on Windows", "", false),
            ],
            passkeys: Some(vec![reach("Blue phone")]),
            programs: Some(vec![reach("Thunderbird on the laptop")]),
            main_works: false,
            apps: vec![reach("Webmail")],
            limits: ("an hour".into(), "a day".into()),
        };
        let programs = Self {
            frame: frame.clone(),
            browsers: vec![own("Firefox on Linux", "pwd", true)],
            passkeys: None,
            programs: Some(Vec::new()),
            main_works: true,
            apps: Vec::new(),
            limits: ("an hour".into(), "a day".into()),
        };
        vec![("alone", alone), ("many", many), ("programs", programs)]
    }
}
