//! What opens the mailbox: warnings first, then every combination, then what is left when something is lost. A map for whoever wants
//! to get in, so it opens right after a step-up only.

use super::message::Message;
use crate::portal::door::{Portal, go_to};
use crate::portal::fix;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::ways_in::{Combination, Lost, Node, Warning, losses, warnings};
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::papers::PaperRefusal;
use counterfoil_service::ways_in::WaysIn;

/// The page. `/ways-in`.
#[derive(Debug, Template)]
#[template(path = "page/ways_in.html")]
pub struct WaysInPage {
    /// The frame.
    pub frame: Frame,
    /// What deserves a warning, the gravest first.
    pub warnings: Vec<Warned>,
    /// What opens the account.
    pub account: Vec<String>,
    /// Whether two people at the desk can open it together.
    pub operators: bool,
    /// What reads the mail and opens nothing else.
    pub mail: Vec<String>,
    /// What is left when something is lost.
    pub losses: Vec<WhenLost>,
    /// The addresses that hear of everything and open nothing.
    pub addresses: Vec<String>,
}

/// A warning with its button.
#[derive(Debug)]
pub struct Warned {
    /// What it says.
    pub says: String,
    /// What the button says, and where it leads.
    pub button: (String, Route),
}

/// Something that is lost.
#[derive(Debug)]
pub struct WhenLost {
    /// "If you lose your phone".
    pub when: String,
    /// What still opens the account.
    pub left: Vec<String>,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::WaysIn.path(), get(show))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    match portal.app.ways_in(&signed_in.session).await {
        Ok(ways) => Ok(answer(&WaysInPage::of(frame, &ways))),
        Err(PaperRefusal::NotNow(NotNow::Before(at))) => {
            let at = frame.words().moment(at.as_micros());
            let later = vec![frame.one("ways-not-before", "at", at)];
            let next = ("shell-back-home", Route::Home);
            Ok(answer(&Message::say(frame, "ways-title", later, next)))
        }
        Err(PaperRefusal::Internal(fault)) => Err(fault.into()),
        Err(_) => Ok(go_to(&Route::WaysIn.after_step_up())),
    }
}

impl WaysInPage {
    fn of(frame: Frame, ways: &WaysIn) -> Self {
        let said = Words {
            frame: &frame,
            ways,
        };
        let graph = ways.holdings.graph();
        let by_operators = |way: &&Combination| way.contains(&Node::Operators);
        let account = graph.combinations(Node::Account);
        let mail = graph.combinations(Node::Mail);
        let only_mail = |way: &&Combination| {
            way.iter()
                .all(|node| matches!(node, Node::MailProgram(_) | Node::App(_)))
        };
        let losses = losses(&ways.holdings).into_iter().map(|loss| WhenLost {
            when: said.lost(loss.lost),
            left: loss.left.iter().map(|way| said.way(way)).collect(),
        });
        let warnings = warnings(&ways.holdings).into_iter().map(|warning| {
            let (label, to) = fix::button(warning.fix(&ways.holdings));
            Warned {
                says: said.warning(warning),
                button: (frame.text(label), to),
            }
        });
        Self {
            warnings: warnings.collect(),
            account: account
                .iter()
                .filter(|way| !by_operators(way))
                .map(|way| said.way(way))
                .collect(),
            operators: account.iter().any(|way| by_operators(&way)),
            mail: mail
                .iter()
                .filter(only_mail)
                .map(|way| said.way(way))
                .collect(),
            losses: losses.collect(),
            addresses: ways.addresses.clone(),
            frame,
        }
    }
}

/// Says nodes and what is made of them.
struct Words<'a> {
    frame: &'a Frame,
    ways: &'a WaysIn,
}

impl Words<'_> {
    fn way(&self, way: &Combination) -> String {
        let parts: Vec<String> = way.iter().map(|node| self.node(*node)).collect();
        parts.join(" + ")
    }

    fn node(&self, node: Node) -> String {
        let text = |id| self.frame.text(id);
        match node {
            Node::Account => text("ways-account"),
            Node::Mail => text("ways-mail"),
            Node::Password => text("ways-password"),
            Node::Phone => text("ways-phone"),
            Node::Passkey(_) => text("ways-passkey"),
            Node::Code | Node::Sheet => text("ways-code"),
            Node::Paper(n) => self.frame.one("ways-code-at", "place", self.place(n)),
            Node::PasswordManager => text("ways-code-manager"),
            Node::Operators => text("ways-operators"),
            Node::MailProgram(n) => {
                let name = self.ways.mail_programs.get(n).cloned().unwrap_or_default();
                self.frame.one("ways-program", "name", name)
            }
            Node::App(n) => {
                let name = self.ways.apps.get(n).cloned().unwrap_or_default();
                self.frame.one("ways-app", "name", name)
            }
        }
    }

    /// The owner's words for a place, or else its kind's.
    fn place(&self, n: usize) -> String {
        match self.ways.places.get(n) {
            Some((_, words)) if !words.is_empty() => words.clone(),
            Some((kind, _)) => self.frame.text(kind.id()),
            None => String::new(),
        }
    }

    fn lost(&self, lost: Lost) -> String {
        let text = |id| self.frame.text(id);
        match lost {
            Lost::Phone => text("ways-lost-phone"),
            Lost::Passkey(_) => text("ways-lost-passkey"),
            Lost::Password => text("ways-lost-password"),
            Lost::Sheet => text("ways-lost-sheet"),
            Lost::Paper(n) => self.frame.one("ways-lost-paper", "place", self.place(n)),
            Lost::PasswordManager => text("ways-lost-manager"),
            Lost::Bag => text("ways-lost-bag"),
        }
    }

    fn warning(&self, warning: Warning) -> String {
        let text = |id| self.frame.text(id);
        match warning {
            Warning::OpensAlone(Node::Password) => text("ways-warn-password-alone"),
            Warning::OpensAlone(node) => self.frame.one("ways-warn-alone", "what", self.node(node)),
            Warning::NothingLeft(Lost::Phone) => text("ways-warn-phone"),
            Warning::NothingLeft(Lost::Password) => text("ways-warn-password"),
            Warning::NothingLeft(Lost::Bag) => text("ways-warn-bag"),
            Warning::NothingLeft(Lost::Passkey(_)) => text("ways-warn-passkey"),
            Warning::NothingLeft(_) => text("ways-warn-sheet"),
            Warning::NobodyHears => text("ways-warn-nobody-hears"),
            Warning::HostedHere(n) => {
                let address = self.ways.addresses.get(n).cloned().unwrap_or_default();
                self.frame.one("ways-warn-hosted-here", "address", address)
            }
            Warning::ManagerCircle => text("ways-warn-manager"),
            Warning::Photographed => text("ways-warn-photo"),
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for WaysInPage {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::PlaceKind;
        use counterfoil_model::ways_in::{Holdings, Outside, OwnPasskey};
        let page = |change: fn(&mut WaysIn)| {
            let mut ways = WaysIn {
                holdings: Holdings {
                    password: true,
                    second_step: true,
                    phone: true,
                    codes: true,
                    operators: true,
                    outside: vec![Outside {
                        hosted_here: false,
                        unreached: false,
                    }],
                    ..Holdings::default()
                },
                places: Vec::new(),
                addresses: vec!["alice@elsewhere.example".into()],
                mail_programs: Vec::new(),
                apps: Vec::new(),
            };
            change(&mut ways);
            Self::of(frame.clone(), &ways)
        };
        vec![
            ("safe", page(|_| ())),
            (
                "bare",
                page(|ways| {
                    ways.holdings = Holdings {
                        password: true,
                        ..Holdings::default()
                    };
                    ways.addresses.clear();
                }),
            ),
            ("phone", page(|ways| ways.holdings.codes = false)),
            ("sheet", page(|ways| ways.holdings.phone = false)),
            (
                "bag",
                page(|ways| {
                    ways.holdings.places = vec![PlaceKind::Wallet];
                    ways.places = vec![(PlaceKind::Wallet, String::new())];
                }),
            ),
            (
                "circles",
                page(|ways| {
                    let kinds = [
                        PlaceKind::Photo,
                        PlaceKind::PasswordManager,
                        PlaceKind::Relative,
                    ];
                    ways.holdings.places = kinds.to_vec();
                    ways.places = kinds.map(|kind| (kind, String::new())).to_vec();
                    ways.places[2].1 = "My sister in Lyon".into();
                    ways.holdings.outside = vec![Outside {
                        hosted_here: true,
                        unreached: false,
                    }];
                    ways.addresses = vec!["bob@mail.example".into()];
                    ways.holdings.mail_programs = 1;
                    ways.mail_programs = vec!["Alice's laptop".into()];
                    ways.holdings.apps = 1;
                    ways.apps = vec!["Webmail".into()];
                }),
            ),
            (
                "passkey",
                page(|ways| {
                    ways.holdings = Holdings {
                        passkeys: vec![OwnPasskey { verifies: true }],
                        second_step: true,
                        ..Holdings::default()
                    };
                }),
            ),
        ]
    }
}
