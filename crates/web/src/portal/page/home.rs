//! Home: what protects the mailbox, and the one next thing.

use crate::portal::door::Portal;
use crate::portal::event::Event;
use crate::portal::page::{changes, check_up};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::code_set::asks_to_renew;
use counterfoil_model::policy::CodesDuty;
use counterfoil_model::{NextThing, ToRenew};
use counterfoil_service::freeze::Stopped;

/// The page. `/`.
#[derive(Debug, Template)]
#[template(path = "page/home.html")]
pub struct Home {
    /// The frame.
    pub frame: Frame,
    /// The owner's name.
    pub name: String,
    /// The one next thing.
    pub next: NextThing,
    /// How many practices are in place, and of how many.
    pub check_up: (usize, usize),
    /// Until when some things can't be changed, in a session that a code opened on a device that is not known.
    pub held_until: Option<String>,
    /// What rests on a key that may have been stolen.
    pub to_renew: ToRenew,
    /// How old the password is.
    pub password: PasswordAge,
    /// Passkeys that work, where browsers allow any.
    pub passkeys: Option<usize>,
    /// Since when the phone is on.
    pub phone_since: Option<String>,
    /// Unspent codes, if codes are on, and of how many where that says something.
    pub codes: Option<(usize, Option<usize>)>,
    /// What a freeze left shut.
    pub stopped: Stopped,
    /// Verified outside addresses.
    pub outside: Vec<String>,
    /// App passwords that work, where there is mail software.
    pub app_passwords: Option<usize>,
    /// Whether the mail software can be asked for its filters.
    pub filters: bool,
    /// Changes that wait.
    pub waiting: Vec<Waiting>,
    /// Whether the phone that is on can let them happen at once.
    pub confirmable: bool,
    /// The newest events, newest first.
    pub recent: Vec<Event>,
    /// Whether this is an operator.
    pub operator: bool,
}

/// How old the password is.
#[derive(Debug)]
pub enum PasswordAge {
    /// Set here, then.
    Since(String),
    /// It came from another system.
    Imported,
    /// There is none.
    NotSet,
}

/// A change that takes effect later.
#[derive(Debug)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// What changes, as a sentence.
    pub what: String,
    /// When.
    pub until: String,
}

/// One thing that protects the mailbox.
struct Row {
    title: String,
    state: String,
    good: bool,
    action: String,
    route: Route,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Home.path(), get(show))
}

/// So many of the newest events stand here; the rest is on a page of its own.
const RECENT: usize = 5;

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let (app, session) = (&portal.app, &signed_in.session);
    let around = check_up::around(&portal);
    let made = app.home_and_check_up(session, &signed_in.attention, around);
    let (home, check_up) = made.await?;
    let recent = app.recent_events(session.account).await?;
    let frame = signed_in.operators_frame(&portal);
    let frame = match session.codes_duty() {
        CodesDuty::By(until) => {
            let day = frame.words().date(until.as_micros());
            let warning = frame.one("policy-codes-by", "day", day);
            frame.warned(warning)
        }
        _ => frame,
    };
    let words = frame.words();
    let held = session.held && !session.methods.has_bound();
    let held_until = session.started_at + session.policy().removal_hold();
    let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
    let passkeys = home.passkeys.iter().filter(|own| own.works()).count();
    Ok(answer(&Home {
        next: home.standing.next,
        check_up: (check_up.done(), check_up.all()),
        to_renew: home.to_renew,
        held_until: (held && app.now() < held_until).then(|| words.moment(held_until.as_micros())),
        password: match home.password_set_at.map(date) {
            Some(since) => PasswordAge::Since(since),
            None if home.password_imported => PasswordAge::Imported,
            None => PasswordAge::NotSet,
        },
        passkeys: app.has_passkeys().then_some(passkeys),
        phone_since: home.totp_since.map(date),
        codes: home
            .codes
            .sheet
            .map(|_| (home.codes.left, home.codes.total)),
        stopped: home.stopped,
        outside: home
            .outside
            .iter()
            .filter(|address| address.counts())
            .map(|address| address.address.clone())
            .collect(),
        confirmable: (home.totp_since.is_some() || passkeys > 0)
            && home.waiting.iter().any(changes::is_confirmable),
        waiting: home
            .waiting
            .iter()
            .map(|change| Waiting {
                id: change.id.to_string(),
                what: changes::what(words, &change.kind),
                until: words.moment(change.effective_at.as_micros()),
            })
            .collect(),
        recent: recent
            .iter()
            .take(RECENT)
            .map(|event| Event::of(words, event))
            .collect(),
        app_passwords: portal.mail_servers.is_some().then_some(home.app_passwords),
        filters: portal.app.asks_mail_software(),
        operator: home.operator,
        name: home.name,
        frame,
    }))
}

impl Home {
    fn rows(&self) -> Vec<Row> {
        let text = |id| self.frame.text(id);
        let codes = match self.codes {
            Some((left, Some(of))) => self.frame.two("home-codes-on", "left", left, "of", of),
            Some((left, None)) => self.frame.one("home-codes-left", "left", left),
            None if self.stopped.codes => text("home-codes-shut"),
            None => text("home-codes-off"),
        };
        let phone = match &self.phone_since {
            Some(since) => self.frame.one("home-phone-on", "since", since),
            None if self.stopped.phone => text("home-phone-shut"),
            None => text("home-phone-off"),
        };
        let outside = match self.outside.as_slice() {
            [] => text("home-outside-off"),
            [only] => self.frame.one("home-outside-one", "address", only.as_str()),
            several => several.join(", "),
        };
        let password = match &self.password {
            PasswordAge::Since(since) => self.frame.one("home-password-since", "since", since),
            PasswordAge::Imported => text("home-password-imported"),
            PasswordAge::NotSet => text("home-password-off"),
        };
        let see = |on| text(if on { "button-see" } else { "button-set-up" });
        let mut rows = vec![
            Row {
                title: text("home-password"),
                state: password,
                good: match self.password {
                    PasswordAge::Since(_) => !self.to_renew.password,
                    PasswordAge::Imported => {
                        !self.to_renew.password && self.next != NextThing::WeakPassword
                    }
                    PasswordAge::NotSet => false,
                },
                action: text("button-change"),
                route: Route::Password,
            },
            Row {
                title: text("home-phone"),
                state: phone,
                // Beside a passkey it is nothing that is missing.
                good: (self.phone_since.is_some() || self.passkeys > Some(0))
                    && !self.to_renew.phone,
                action: see(self.phone_since.is_some()),
                route: Route::TwoStep,
            },
            Row {
                title: text("codes-title"),
                state: codes,
                good: self.codes.is_some_and(|(left, _)| !asks_to_renew(left))
                    && !self.to_renew.sheet,
                action: see(self.codes.is_some()),
                route: Route::Codes,
            },
            Row {
                title: text("home-outside"),
                state: outside,
                good: self.outside.len() > 1,
                action: see(!self.outside.is_empty()),
                route: Route::Addresses,
            },
        ];
        if let Some(count) = self.passkeys {
            let row = Row {
                title: text("passkeys-title"),
                state: self.frame.one("home-passkeys", "count", count),
                good: count > 0 || self.phone_since.is_some(),
                action: text(if count > 0 {
                    "button-see"
                } else {
                    "button-add-passkey"
                }),
                route: Route::Passkeys,
            };
            // Before the phone: it is quicker, and no copied page gets it.
            rows.insert(1, row);
        }
        if let Some(count) = self.app_passwords {
            rows.push(Row {
                title: text("mail-programs"),
                state: match count {
                    0 => text("mail-home-none"),
                    count => self.frame.one("mail-home-some", "count", count),
                },
                // None is nothing that is missing.
                good: true,
                action: see(count > 0),
                route: Route::MailPrograms,
            });
        }
        if self.filters {
            rows.push(Row {
                title: text("filters-title"),
                state: text("filters-home"),
                good: true,
                action: see(true),
                route: Route::MailFilters,
            });
        }
        rows
    }

    fn next_lead(&self) -> String {
        let id = self.next.lead_id();
        if self.next == NextThing::FewCodesLeft {
            return self
                .frame
                .one(id, "left", self.codes.map_or(0, |(left, _)| left));
        }
        self.frame.text(id)
    }

    const fn next_button(&self) -> Option<(&'static str, Route)> {
        button(self.next)
    }
}

/// The button below the one next thing. What waits stands right below it and needs none.
pub(in crate::portal) const fn button(next: NextThing) -> Option<(&'static str, Route)> {
    Some(match next {
        NextThing::ReplacementOwed => ("button-replacement", Route::YouAreIn),
        NextThing::ProveSheet => ("button-prove", Route::EnableProve),
        NextThing::SetPassword
        | NextThing::DoubtedPassword
        | NextThing::ExposedPassword
        | NextThing::WeakPassword => ("button-set-password", Route::Password),
        NextThing::AddSecondStep => ("button-add-second-step", Route::TwoStep),
        NextThing::AddOutsideAddress | NextThing::SecondAddress => {
            ("button-add-address", Route::Addresses)
        }
        NextThing::UnreachedAddress | NextThing::ReviewAddresses => {
            ("button-look-at-addresses", Route::Addresses)
        }
        NextThing::PhoneShut | NextThing::ExposedPhone => ("button-new-phone", Route::TwoStep),
        NextThing::CodesShut
        | NextThing::ExposedCodes
        | NextThing::CodesDisabled
        | NextThing::FewCodesLeft
        | NextThing::OldSheet => ("button-renew", Route::Renew),
        NextThing::EnableCodes => ("button-enable", Route::Enable),
        NextThing::Drill => ("button-drill", Route::Drill),
        NextThing::PendingChange | NextThing::Nothing => return None,
    })
}

impl Waiting {
    fn stop_at(&self) -> String {
        ItemRoute::ChangeStop.of(&self.id)
    }
}

#[cfg(test)]
mod sample;
