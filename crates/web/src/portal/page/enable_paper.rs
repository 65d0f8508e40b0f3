//! Enabling or renewing, step 2: onto paper.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/enable/paper` and `/codes/renew/paper`; its form is answered with the PDF.
#[derive(Debug, Template)]
#[template(path = "page/enable_paper.html")]
pub struct EnablePaper {
    /// The frame.
    pub frame: Frame,
    /// Whether there is a sheet already.
    pub renewal: bool,
    /// What the sheet calls the mailbox.
    pub label: String,
    /// The account's address.
    pub address: String,
    /// Whether the address is printed too.
    pub full_address: bool,
    /// Letter paper; A4 otherwise.
    pub letter: bool,
}

impl EnablePaper {
    const fn make_at(&self) -> Route {
        if self.renewal {
            Route::RenewPaper
        } else {
            Route::EnablePaper
        }
    }

    const fn prove_at(&self) -> Route {
        if self.renewal {
            Route::RenewProve
        } else {
            Route::EnableProve
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for EnablePaper {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |renewal| Self {
            frame: frame.clone(),
            renewal,
            label: "Alice's mailbox".into(),
            address: "alice@example.org".into(),
            full_address: false,
            letter: false,
        };
        vec![
            ("enable", page(false)),
            (
                "renew",
                Self {
                    letter: true,
                    full_address: true,
                    ..page(true)
                },
            ),
        ]
    }
}
