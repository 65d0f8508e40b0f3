//! Enabling or renewing, step 3: one code of the new sheet, typed.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/enable/prove` and `/codes/renew/prove`.
#[derive(Debug, Template)]
#[template(path = "page/enable_prove.html")]
pub struct EnableProve {
    /// The frame.
    pub frame: Frame,
    /// Whether there is a sheet already.
    pub renewal: bool,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

impl EnableProve {
    const fn prove_at(&self) -> Route {
        if self.renewal {
            Route::RenewProve
        } else {
            Route::EnableProve
        }
    }

    const fn paper_at(&self) -> Route {
        if self.renewal {
            Route::RenewPaper
        } else {
            Route::EnablePaper
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for EnableProve {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame, renewal| Self {
            frame,
            renewal,
            typed: String::new(),
        };
        let wrong = frame
            .clone()
            .wrong("code", frame.text("enable-prove-wrong"));
        vec![
            ("enable", page(frame.clone(), false)),
            ("wrong", page(wrong, false)),
            ("renew", page(frame.clone(), true)),
        ]
    }
}
