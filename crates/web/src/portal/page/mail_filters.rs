//! Mail filters: what each does with mail, in plain words, and one button that switches off the one that runs.

use crate::portal::door::Portal;
use crate::portal::page::message::Message;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::sieve::Deed;
use counterfoil_service::mail::{FiltersRefusal, ListedFilter, Runs};

/// Deeds of one filter that are listed; a filter with more is no rule that people write.
const MOST_DEEDS: usize = 20;

/// The page. `/mail-filters`.
#[derive(Debug, Template)]
#[template(path = "page/mail_filters.html")]
pub struct MailFilters {
    /// The frame.
    pub frame: Frame,
    /// Those that run first; `None` when the mail software doesn't answer.
    pub list: Option<Vec<ShownFilter>>,
}

/// One of them.
#[derive(Debug)]
pub struct ShownFilter {
    /// What it is called.
    pub name: String,
    /// Whether it runs.
    pub runs: Runs,
    /// What it may do, the weightiest first.
    pub deeds: Vec<ShownDeed>,
}

/// One thing that a filter may do.
#[derive(Debug)]
pub struct ShownDeed {
    /// As a sentence.
    pub says: String,
    /// Whether it sends mail away, or keeps it from its owner.
    pub weighty: bool,
}

impl ShownFilter {
    fn of(frame: &Frame, filter: &ListedFilter) -> Self {
        let mut deeds: Vec<ShownDeed> = filter
            .deeds
            .iter()
            .take(MOST_DEEDS)
            .map(|deed| ShownDeed {
                says: said(frame, deed),
                weighty: deed.is_worth_a_look(),
            })
            .collect();
        let and = |says| ShownDeed {
            says,
            weighty: false,
        };
        let more = filter.deeds.len().saturating_sub(MOST_DEEDS);
        if more > 0 {
            deeds.push(and(frame.one("filters-more", "count", more)));
        }
        if deeds.is_empty() {
            deeds.push(and(frame.text("filters-quiet")));
        }
        Self {
            name: filter.name.clone(),
            runs: filter.runs,
            deeds,
        }
    }

    const fn state(&self) -> &'static str {
        match self.runs {
            Runs::Active => "filters-runs",
            Runs::Included => "filters-runs-too",
            Runs::No => "filters-rests",
        }
    }

    fn is_worth_a_look(&self) -> bool {
        self.runs != Runs::No && self.deeds.iter().any(|deed| deed.weighty)
    }
}

impl MailFilters {
    fn of(frame: Frame, filters: &[ListedFilter]) -> Self {
        let list = filters
            .iter()
            .map(|filter| ShownFilter::of(&frame, filter))
            .collect();
        Self {
            frame,
            list: Some(list),
        }
    }

    fn warned(&self) -> bool {
        self.list.iter().flatten().any(ShownFilter::is_worth_a_look)
    }
}

fn said(frame: &Frame, deed: &Deed) -> String {
    match deed {
        Deed::Forward { to, copy: true } => frame.one("filters-forward-copy", "to", to.as_str()),
        Deed::Forward { to, copy: false } => frame.one("filters-forward", "to", to.as_str()),
        Deed::Tell { to } => frame.one("filters-tell", "to", to.as_str()),
        Deed::Program => frame.text("filters-program"),
        Deed::Discard => frame.text("filters-discard"),
        Deed::Refuse => frame.text("filters-refuse"),
        Deed::Answer => frame.text("filters-answer"),
        Deed::Include { name, own: true } => frame.one("filters-include", "name", name.as_str()),
        Deed::Include { name, own: false } => {
            frame.one("filters-include-global", "name", name.as_str())
        }
        Deed::File { folder } => frame.one("filters-file", "folder", folder.as_str()),
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::MailFilters.path(), get(show).post(switch_off))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame).await
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    match portal.app.mail_filters(signed_in.session.account).await {
        Ok(filters) => Ok(answer(&MailFilters::of(frame, &filters))),
        Err(refusal) => instead(frame, refusal),
    }
}

async fn switch_off(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    _form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    let switched =
        detached(async move { app.switch_mail_filter_off(&session, &visit).await }).await?;
    let frame = match switched {
        Ok(Some(name)) => {
            let done = frame.one("filters-off-done", "name", name);
            frame.done(done)
        }
        Ok(None) => {
            let already = frame.text("filters-off-already");
            frame.done(already)
        }
        Err(refusal) => return instead(frame, refusal),
    };
    page(&portal, &signed_in, frame).await
}

/// The page when there is nothing to list. The cause is the operator's affair and stands in the log.
fn instead(frame: Frame, refusal: FiltersRefusal) -> Result<Response, Failure> {
    match refusal {
        FiltersRefusal::NoMailSoftware => {
            let paragraphs = vec![frame.text("filters-nowhere-lead")];
            let home = ("shell-back-home", Route::Home);
            let page = Message::say(frame, "filters-nowhere-title", paragraphs, home);
            Ok(answer(&page))
        }
        FiltersRefusal::MailSoftware(error) => {
            tracing::warn!(%error, "mail filters can't be shown or switched off");
            Ok(answer(&MailFilters { frame, list: None }))
        }
        FiltersRefusal::Internal(fault) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for MailFilters {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let filter = |name: &str, runs, deeds| ListedFilter {
            name: name.into(),
            runs,
            deeds,
        };
        let forward = |to: &str, copy| Deed::Forward {
            to: to.into(),
            copy,
        };
        let intruders = vec![
            filter(
                "example",
                Runs::Active,
                vec![
                    forward("attacker@evil.example", true),
                    forward("another@evil.example", false),
                    Deed::Tell {
                        to: "phone@evil.example".into(),
                    },
                    Deed::Program,
                    Deed::Discard,
                    Deed::Refuse,
                    Deed::Answer,
                    Deed::Include {
                        name: "example, too".into(),
                        own: true,
                    },
                    Deed::Include {
                        name: "spam.example".into(),
                        own: false,
                    },
                    Deed::File {
                        folder: "Folder of an example".into(),
                    },
                ],
            ),
            filter("example, too", Runs::Included, vec![]),
            filter("old example", Runs::No, vec![Deed::Answer]),
        ];
        let endless = (0..22).map(|n| forward(&format!("{n}@evil.example"), true));
        let many = vec![filter("example", Runs::Active, endless.collect())];
        let harmless = vec![filter(
            "example",
            Runs::Active,
            vec![Deed::File {
                folder: "Lists of an example".into(),
            }],
        )];
        vec![
            ("none", Self::of(frame.clone(), &[])),
            ("harmless", Self::of(frame.clone(), &harmless)),
            ("an_intruders", Self::of(frame.clone(), &intruders)),
            ("too_many_deeds", Self::of(frame.clone(), &many)),
            (
                "unreachable",
                Self {
                    frame: frame.clone(),
                    list: None,
                },
            ),
        ]
    }
}
