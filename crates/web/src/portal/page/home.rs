//! Home: what protects the mailbox, and the one next thing.

use crate::portal::Frame;
use crate::routes::{ItemRoute, Route};
use askama::Template;

/// The page. `/`.
#[derive(Debug, Template)]
#[template(path = "page/home.html")]
pub struct Home {
    /// The frame.
    pub frame: Frame,
    /// The owner's name.
    pub name: String,
    /// The one next thing; `None` when there is none.
    pub next: Option<Next>,
    /// Since when the password is the password.
    pub password_since: String,
    /// Since when the phone is on.
    pub phone_since: Option<String>,
    /// Unspent codes and how many the sheet began with, if codes are on.
    pub codes: Option<(u8, u8)>,
    /// Verified outside addresses.
    pub outside: Vec<String>,
    /// Changes that wait.
    pub waiting: Vec<Waiting>,
    /// The newest events, newest first.
    pub recent: Vec<Event>,
}

/// The one next thing, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A replacement is owed.
    Replacement,
    /// The codes were disabled, by guesses or by a lost sheet.
    CodesDisabled,
    /// No phone yet.
    Phone,
    /// No verified outside address yet.
    Address,
    /// No codes yet.
    Codes,
    /// A sheet was drawn and not proved.
    Prove,
    /// So many codes left, or fewer than the rules want.
    Low(u8),
    /// The sheet was never drilled, or long ago.
    Drill,
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
    /// Whether another factor can confirm it at once.
    pub confirmable: bool,
}

/// One line of the account's history.
#[derive(Debug)]
pub struct Event {
    /// What happened, as a sentence.
    pub what: String,
    /// When.
    pub when: String,
    /// From where: browser and network, if known.
    pub from: Option<String>,
}

/// One thing that protects the mailbox.
struct Row {
    title: String,
    state: String,
    good: bool,
    action: String,
    route: Route,
}

impl Home {
    fn rows(&self) -> Vec<Row> {
        let text = |id| self.frame.text(id);
        let codes = match self.codes {
            Some((left, of)) => self.frame.two("home-codes-on", "left", left, "of", of),
            None => text("home-codes-off"),
        };
        let phone = match &self.phone_since {
            Some(since) => self.frame.one("home-phone-on", "since", since),
            None => text("home-phone-off"),
        };
        let outside = if self.outside.is_empty() {
            text("home-outside-off")
        } else {
            self.outside.join(", ")
        };
        let see = |on| text(if on { "button-see" } else { "button-set-up" });
        vec![
            Row {
                title: text("home-password"),
                state: self
                    .frame
                    .one("home-password-since", "since", &self.password_since),
                good: true,
                action: text("button-change"),
                route: Route::Password,
            },
            Row {
                title: text("home-phone"),
                state: phone,
                good: self.phone_since.is_some(),
                action: see(self.phone_since.is_some()),
                route: Route::TwoStep,
            },
            Row {
                title: text("codes-title"),
                state: codes,
                good: self.codes.is_some_and(|(left, _)| left > 3),
                action: see(self.codes.is_some()),
                route: Route::Codes,
            },
            Row {
                title: text("home-outside"),
                state: outside,
                good: !self.outside.is_empty(),
                action: see(!self.outside.is_empty()),
                route: Route::Addresses,
            },
        ]
    }
}

impl Next {
    const fn title(self) -> &'static str {
        match self {
            Self::Replacement => "home-next-replacement",
            Self::CodesDisabled => "home-next-disabled",
            Self::Phone => "home-next-phone",
            Self::Address => "home-next-address",
            Self::Codes => "home-next-codes",
            Self::Prove => "home-next-prove",
            Self::Low(_) => "home-next-low",
            Self::Drill => "home-next-drill",
        }
    }

    fn lead(self, frame: &Frame) -> String {
        frame.text(match self {
            Self::Low(left) => return frame.one("home-next-low-lead", "left", left),
            Self::Replacement => "home-next-replacement-lead",
            Self::CodesDisabled => "home-next-disabled-lead",
            Self::Phone => "home-next-phone-lead",
            Self::Address => "home-next-address-lead",
            Self::Codes => "home-next-codes-lead",
            Self::Prove => "home-next-prove-lead",
            Self::Drill => "home-next-drill-lead",
        })
    }

    const fn button(self) -> &'static str {
        match self {
            Self::Replacement => "button-replacement",
            Self::CodesDisabled | Self::Low(_) => "button-renew",
            Self::Phone => "button-set-up-phone",
            Self::Address => "button-add-address",
            Self::Codes => "button-enable",
            Self::Prove => "button-prove",
            Self::Drill => "button-drill",
        }
    }

    const fn route(self) -> Route {
        match self {
            Self::Replacement => Route::YouAreIn,
            Self::CodesDisabled | Self::Low(_) => Route::Renew,
            Self::Phone => Route::TwoStep,
            Self::Address => Route::Addresses,
            Self::Codes => Route::Enable,
            Self::Prove => Route::EnableProve,
            Self::Drill => Route::Drill,
        }
    }
}

impl Waiting {
    fn stop_at(&self) -> String {
        ItemRoute::ChangeStop.of(&self.id)
    }

    fn confirm_at(&self) -> String {
        ItemRoute::ChangeConfirm.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for Home {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |next| Self {
            frame: frame.clone(),
            name: "Alice".into(),
            next,
            password_since: "1 September 2026".into(),
            phone_since: Some("1 September 2026".into()),
            codes: Some((8, 10)),
            outside: vec!["alice@elsewhere.example".into()],
            waiting: Vec::new(),
            recent: Vec::new(),
        };
        let event = |what: &str| Event {
            what: what.into(),
            when: "23 November 2026 at 14:05".into(),
            from: None,
        };
        let waiting = |confirmable| Waiting {
            id: "5f3a".into(),
            what: "A new phone becomes your second step.".into(),
            until: "24 November 2026 at 14:05".into(),
            confirmable,
        };
        vec![
            (
                "protected",
                Self {
                    recent: vec![event("You signed in."), event("You changed your password.")],
                    ..page(None)
                },
            ),
            (
                "new",
                Self {
                    phone_since: None,
                    codes: None,
                    outside: Vec::new(),
                    ..page(Some(Next::Phone))
                },
            ),
            (
                "low",
                Self {
                    codes: Some((3, 10)),
                    waiting: vec![waiting(true), waiting(false)],
                    ..page(Some(Next::Low(3)))
                },
            ),
            (
                "address",
                Self {
                    outside: Vec::new(),
                    ..page(Some(Next::Address))
                },
            ),
            (
                "codes",
                Self {
                    codes: None,
                    ..page(Some(Next::Codes))
                },
            ),
            (
                "prove",
                Self {
                    codes: None,
                    ..page(Some(Next::Prove))
                },
            ),
            ("drill", page(Some(Next::Drill))),
            ("replacement", page(Some(Next::Replacement))),
            (
                "disabled",
                Self {
                    codes: None,
                    ..page(Some(Next::CodesDisabled))
                },
            ),
        ]
    }
}
