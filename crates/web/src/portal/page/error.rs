//! Error pages: what happened, what it means, what to do.

use crate::portal::Frame;
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;

/// The page for a failure.
#[derive(Debug, Template)]
#[template(path = "page/error.html")]
pub struct ErrorPage {
    /// The frame.
    pub frame: Frame,
    /// Why.
    pub failure: Failure,
    /// The request's id, for the operator's log.
    pub request_id: String,
}

impl ErrorPage {
    /// What happened; what it means and what to do.
    const fn ids(&self) -> [&'static str; 2] {
        match self.failure {
            Failure::NotFound => ["error-not-found-title", "error-not-found-lead"],
            Failure::MethodNotAllowed | Failure::NotAForm => {
                ["error-not-like-that-title", "error-not-like-that-lead"]
            }
            Failure::TooLarge => ["error-too-large-title", "error-too-large-lead"],
            Failure::ForeignForm => ["error-foreign-form-title", "error-foreign-form-lead"],
            Failure::StaleForm => ["error-stale-form-title", "error-stale-form-lead"],
            Failure::WrongHost => ["error-wrong-host-title", "error-wrong-host-lead"],
            Failure::TooMany(_) => ["error-too-many-title", "error-too-many-lead"],
            Failure::Busy(_) => ["error-busy-title", "error-busy-lead"],
            Failure::Internal => ["error-internal-title", "error-internal-lead"],
        }
    }

    fn title(&self) -> String {
        let [title, _] = self.ids();
        self.frame.text(title)
    }

    fn lead(&self) -> String {
        let [_, lead] = self.ids();
        match self.failure.retry_after() {
            Some(seconds) => self
                .frame
                .one(lead, "wait", self.frame.words().wait(seconds)),
            None => self.frame.one(lead, "host", &self.frame.host),
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for ErrorPage {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |failure| Self {
            frame: frame.clone(),
            failure,
            request_id: "0123456789abcdef".into(),
        };
        vec![
            ("not_found", page(Failure::NotFound)),
            ("method", page(Failure::MethodNotAllowed)),
            ("too_large", page(Failure::TooLarge)),
            ("not_a_form", page(Failure::NotAForm)),
            ("foreign", page(Failure::ForeignForm)),
            ("stale", page(Failure::StaleForm)),
            ("host", page(Failure::WrongHost)),
            ("too_many", page(Failure::TooMany(30))),
            ("busy", page(Failure::Busy(90))),
            ("internal", page(Failure::Internal)),
        ]
    }
}
