//! The operator's desk: what needs a look, how many of everything there are, and the way to everything else.

use crate::portal::door::Portal;
use crate::portal::operator::Operator;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::account::ReEnrolRequestRefusal;
use counterfoil_service::desk::{AccountFilter, DeliveryState, Totals};

/// The page. `/desk`.
#[derive(Debug, Template)]
#[template(path = "page/desk.html")]
pub struct Desk {
    /// The frame.
    pub frame: Frame,
    /// How many of everything there are.
    pub totals: Totals,
    /// Re-enrolments that wait for a second operator.
    pub re_enrolments: usize,
    /// When that was counted.
    pub counted: String,
}

/// A line with a number and where to see what it counts.
struct Row {
    title: String,
    state: String,
    good: bool,
    to: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Desk.path(), get(show))
}

async fn show(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    let session = &operator.0.session;
    let waiting = match portal.app.waiting_re_enrolments(session).await {
        Ok(waiting) => waiting.len(),
        Err(ReEnrolRequestRefusal::Internal(fault)) => return Err(fault.into()),
        Err(_) => 0,
    };
    let totals = portal.app.totals().await?;
    let frame = operator.frame(&portal);
    Ok(answer(&Desk {
        counted: frame.words().moment(totals.counted_at.as_micros()),
        totals,
        re_enrolments: waiting,
        frame,
    }))
}

/// Where those accounts are listed.
fn accounts(filter: AccountFilter) -> String {
    format!("{}?show={}", Route::Accounts, filter.as_str())
}

/// Where those notices are listed.
fn deliveries(state: DeliveryState) -> String {
    format!("{}?show={}", Route::Deliveries, state.as_str())
}

impl Desk {
    /// What needs a look now; empty on a good day.
    fn to_do(&self) -> Vec<Row> {
        let (accounts_of, mails) = (&self.totals.accounts, &self.totals.deliveries);
        let row = |title: &str, id: &str, count: i64, to: String| Row {
            title: self.frame.text(title),
            state: self.frame.one(id, "count", count),
            good: false,
            to,
        };
        let waiting = i64::try_from(self.re_enrolments).unwrap_or(i64::MAX);
        [
            (
                waiting,
                "desk-re-enrolments",
                "desk-re-enrolments-wait",
                Route::ReEnrolAccount.path().to_owned(),
            ),
            (
                mails.failed,
                "desk-deliveries",
                "desk-deliveries-failed",
                deliveries(DeliveryState::Failed),
            ),
            (
                mails.deferred,
                "desk-deliveries",
                "desk-deliveries-deferred",
                deliveries(DeliveryState::Deferred),
            ),
            (
                accounts_of.frozen,
                "desk-frozen",
                "desk-frozen-accounts",
                accounts(AccountFilter::Frozen),
            ),
        ]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, title, id, to)| row(title, id, count, to))
        .collect()
    }

    /// How many of everything there are.
    fn counts(&self) -> Vec<Row> {
        let totals = &self.totals;
        let of = &totals.accounts;
        let row = |title: &str, state: String, good, to: String| Row {
            title: self.frame.text(title),
            state,
            good,
            to,
        };
        let without_codes = (of.active - totals.sheets.all).max(0);
        let mut rows = vec![
            row(
                "desk-count-accounts",
                self.frame.two(
                    "desk-count-accounts-state",
                    "enrolled",
                    of.active,
                    "suspended",
                    of.suspended,
                ),
                true,
                accounts(AccountFilter::All),
            ),
            row(
                "desk-count-invited",
                self.frame.one("desk-count-number", "count", of.invited),
                of.invited == 0,
                accounts(AccountFilter::Invited),
            ),
            row(
                "desk-count-no-second-step",
                self.frame
                    .one("desk-count-number", "count", of.no_second_step),
                of.no_second_step == 0,
                accounts(AccountFilter::NoSecondStep),
            ),
            row(
                "desk-count-no-codes",
                self.frame.one("desk-count-number", "count", without_codes),
                without_codes == 0,
                accounts(AccountFilter::NoCodes),
            ),
        ];
        if let Some(behind) = totals.behind {
            let state = match behind.overdue {
                0 => self.frame.one("desk-count-number", "count", behind.all),
                overdue => self.frame.two(
                    "desk-count-behind-state",
                    "count",
                    behind.all,
                    "overdue",
                    overdue,
                ),
            };
            rows.push(row(
                "desk-count-behind",
                state,
                behind.all == 0,
                accounts(AccountFilter::Behind),
            ));
        }
        rows
    }

    /// What is counted and has no list.
    fn more(&self) -> Vec<String> {
        let totals = &self.totals;
        let frame = &self.frame;
        vec![
            frame.one("desk-more-codes", "count", totals.sheets.all),
            frame.one("desk-more-low", "count", totals.sheets.low),
            frame.one("desk-more-old", "count", totals.sheets.old),
            frame.one("desk-more-passkeys", "count", totals.passkeys),
            frame.one("desk-more-phones", "count", totals.phones),
            frame.one("desk-more-app-passwords", "count", totals.app_passwords),
            frame.one("desk-more-mail", "count", totals.mail_accounts),
            frame.one("desk-more-operators", "count", totals.accounts.operators),
        ]
    }
}

#[cfg(test)]
impl super::samples::Sample for Desk {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::Timestamp;
        use counterfoil_service::desk::{AccountTotals, DeliveryTotals, SheetTotals};
        let page = |edit: fn(&mut Totals), re_enrolments| {
            let mut totals = Totals {
                counted_at: Timestamp::from_micros(0),
                accounts: AccountTotals::default(),
                behind: None,
                sheets: SheetTotals::default(),
                phones: 0,
                passkeys: 0,
                app_passwords: 0,
                mail_accounts: 0,
                deliveries: DeliveryTotals::default(),
            };
            edit(&mut totals);
            Self {
                frame: frame.clone(),
                totals,
                re_enrolments,
                counted: "23 November 2026 at 14:05".into(),
            }
        };
        let first_day = page(
            |totals| {
                totals.accounts.all = 1;
                totals.accounts.active = 1;
                totals.accounts.operators = 1;
                totals.accounts.no_second_step = 1;
            },
            0,
        );
        let busy = page(
            |totals| {
                totals.accounts.all = 120;
                totals.accounts.active = 100;
                totals.accounts.invited = 16;
                totals.accounts.suspended = 4;
                totals.accounts.frozen = 1;
                totals.accounts.operators = 2;
                totals.accounts.no_second_step = 7;
                totals.sheets.all = 90;
                totals.sheets.low = 3;
                totals.sheets.old = 1;
                totals.phones = 93;
                totals.passkeys = 41;
                totals.app_passwords = 41;
                totals.mail_accounts = 88;
                totals.behind =
                    Some(counterfoil_service::desk::BehindTotals { all: 9, overdue: 3 });
                totals.deliveries.failed = 2;
                totals.deliveries.deferred = 5;
            },
            1,
        );
        vec![("first_day", first_day), ("busy", busy)]
    }
}
