//! Accounts: looked for by the beginning of an address or a name, a page at a time.

use crate::portal::door::Portal;
use crate::portal::operator::Operator;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::desk::{AccountFilter, AccountSearch, FoundAccount};
use serde::Deserialize;

/// The page. `/accounts`.
#[derive(Debug, Template)]
#[template(path = "page/accounts.html")]
pub struct Accounts {
    /// The frame.
    pub frame: Frame,
    /// What is looked for, as it was typed.
    pub text: String,
    /// Which of them.
    pub filter: AccountFilter,
    /// Those that were found.
    pub list: Vec<Found>,
    /// The page after this one, if there is one.
    pub next: Option<String>,
    /// Whether this is a page after the first.
    pub later: bool,
    /// Whether the policy asks for codes, so that some may be behind.
    pub required: bool,
}

/// One account of the list.
#[derive(Debug)]
pub struct Found {
    /// Its own page.
    pub at: String,
    /// The mailbox's address.
    pub address: String,
    /// The owner's name; may be empty.
    pub name: String,
    /// What is to be said of it, most important first.
    pub states: Vec<Sentence>,
}

/// A sentence, and whether all is well with it.
#[derive(Debug)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// Whether it needs no look.
    pub good: bool,
}

/// What the page is asked for.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    after: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Accounts.path(), get(show))
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let wanted = AccountSearch {
        filter: AccountFilter::parse(&asked.show).unwrap_or_default(),
        text: asked.q,
        after: asked.after,
    };
    let found = portal.app.find_accounts(&wanted).await?;
    let frame = operator.frame(&portal);
    let list = found
        .accounts
        .iter()
        .map(|account| Found::of(&frame, account))
        .collect();
    Ok(answer(&Accounts {
        next: found
            .next
            .map(|after| path(wanted.filter, &wanted.text, &after)),
        later: !wanted.after.is_empty(),
        required: operator.0.session.policy().codes_required_from.is_some(),
        text: wanted.text.trim().to_owned(),
        filter: wanted.filter,
        list,
        frame,
    }))
}

/// The address of a page of this list.
fn path(filter: AccountFilter, text: &str, after: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        ("q", text.trim()),
        ("show", filter.as_str()),
        ("after", after),
    ] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("{}?{}", Route::Accounts, query.finish())
}

/// What a filter is called.
const fn called(filter: AccountFilter) -> &'static str {
    match filter {
        AccountFilter::All => "desk-filter-all",
        AccountFilter::Invited => "desk-filter-invited",
        AccountFilter::NoSecondStep => "desk-filter-no-second-step",
        AccountFilter::NoCodes => "desk-filter-no-codes",
        AccountFilter::Behind => "desk-filter-behind",
        AccountFilter::Frozen => "desk-filter-frozen",
        AccountFilter::Suspended => "desk-filter-suspended",
        AccountFilter::Operators => "desk-filter-operators",
    }
}

impl Accounts {
    /// Every filter: what it is called, its page, and whether it is on.
    fn filters(&self) -> Vec<(String, String, bool)> {
        AccountFilter::EVERY
            .into_iter()
            .filter(|filter| self.required || *filter != AccountFilter::Behind)
            .map(|filter| {
                (
                    self.frame.text(called(filter)),
                    path(filter, &self.text, ""),
                    filter == self.filter,
                )
            })
            .collect()
    }

    fn first_page(&self) -> String {
        path(self.filter, &self.text, "")
    }

    /// Why nothing is listed, and what to do.
    fn empty(&self) -> String {
        if !self.text.is_empty() {
            return self
                .frame
                .one("desk-accounts-none-like", "text", &self.text);
        }
        self.frame.text(match self.filter {
            AccountFilter::All | AccountFilter::Operators => "desk-accounts-none",
            _ => "desk-accounts-none-such",
        })
    }
}

impl Found {
    fn of(frame: &Frame, account: &FoundAccount) -> Self {
        Self {
            at: ItemRoute::Account.of(account.id),
            states: states(frame, account),
            address: account.address.clone(),
            name: account.name.clone(),
        }
    }
}

/// What is to be said of an account in a list.
fn states(frame: &Frame, account: &FoundAccount) -> Vec<Sentence> {
    let words = frame.words();
    let open = |text| Sentence { text, good: false };
    let well = |text| Sentence { text, good: true };
    let mut states = Vec::new();
    if account.operator {
        states.push(well(frame.text("desk-account-operator")));
    }
    if account.state == "invited" {
        states.push(open(match account.invited_until {
            Some(until) => frame.one(
                "desk-account-invited",
                "until",
                words.moment(until.as_micros()),
            ),
            None => frame.text("desk-account-invited-over"),
        }));
        return states;
    }
    if account.state == "suspended" {
        states.push(open(frame.text("desk-account-suspended")));
    }
    if let Some(since) = account.frozen_at {
        let since = words.moment(since.as_micros());
        states.push(open(frame.one("desk-account-frozen", "since", since)));
    }
    states.push(match (account.second_factor, account.codes_left) {
        (_, Some(left)) => Sentence {
            text: frame.one("desk-account-codes", "left", left),
            good: !counterfoil_model::code_set::asks_to_renew(left),
        },
        (true, None) => open(frame.text("desk-account-no-codes")),
        (false, None) => open(frame.text("desk-account-password-alone")),
    });
    states.push(match account.signed_in_at {
        Some(at) => well(frame.one("desk-account-signed-in", "at", words.moment(at.as_micros()))),
        None => open(frame.text("desk-account-never")),
    });
    states
}

#[cfg(test)]
impl super::samples::Sample for Accounts {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::{AccountId, Timestamp};
        let day = Timestamp::from_micros(1_795_442_700_000_000);
        let account = |address: &str, name: &str| FoundAccount {
            id: AccountId::from_bytes([7; 16]),
            address: address.into(),
            name: name.into(),
            operator: false,
            state: "active".into(),
            frozen_at: None,
            second_factor: true,
            codes_left: Some(8),
            created_at: day,
            signed_in_at: Some(day),
            invited_until: None,
        };
        let alice = account("alice@example.org", "Alice Adams");
        let bob = FoundAccount {
            codes_left: None,
            frozen_at: Some(day),
            ..account("bob@example.org", "Bob")
        };
        let carol = FoundAccount {
            state: "invited".into(),
            second_factor: false,
            codes_left: None,
            invited_until: Some(day),
            ..account("carol@example.org", "")
        };
        let dora = FoundAccount {
            state: "invited".into(),
            ..account("dora@example.org", "Dora")
        };
        let eve = FoundAccount {
            state: "suspended".into(),
            second_factor: false,
            codes_left: None,
            signed_in_at: None,
            ..account("eve@example.org", "Eve")
        };
        let olga = FoundAccount {
            operator: true,
            codes_left: Some(3),
            ..account("olga@example.org", "Olga")
        };
        let page = |text: &str, filter, list: &[FoundAccount]| Self {
            frame: frame.clone(),
            text: text.into(),
            filter,
            list: list.iter().map(|found| Found::of(frame, found)).collect(),
            next: None,
            later: false,
            required: filter == AccountFilter::Behind,
        };
        let all = page(
            "",
            AccountFilter::All,
            &[alice, bob, carol, dora, eve, olga],
        );
        let later = Self {
            next: Some("/accounts?show=all&after=00".into()),
            later: true,
            ..page("", AccountFilter::All, &[account("zoe@example.org", "Zoe")])
        };
        vec![
            ("all", all),
            ("later", later),
            ("none", page("", AccountFilter::All, &[])),
            ("behind", page("", AccountFilter::Behind, &[])),
            ("none_such", page("", AccountFilter::Frozen, &[])),
            ("none_like", page("xaver", AccountFilter::All, &[])),
        ]
    }
}
