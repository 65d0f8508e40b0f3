//! The device something came from, as its reader calls it.

use crate::{Language, Sentences};

/// What a browser that doesn't say who it is is stored as.
const A_BROWSER: &str = "a browser";

/// Systems that a browser is stored as running on, after its name.
const SYSTEMS: &[&str] = &[
    "Android", "ChromeOS", "Linux", "Mac", "Windows", "iPad", "iPhone",
];

impl Sentences {
    /// A device by the name that is stored with an event: "Firefox on Linux" is « Firefox sur Linux » to a French reader. What an
    /// app calls a device of its own stays as it is.
    #[must_use]
    pub fn device(&self, language: Language, stored: &str) -> String {
        let called = |browser: &str| {
            if browser == A_BROWSER {
                self.text(language, "device-browser", &[])
            } else {
                browser.to_owned()
            }
        };
        match stored.split_once(" on ") {
            Some((browser, system)) if SYSTEMS.contains(&system) => self.text(
                language,
                "device-on",
                &[
                    ("browser", called(browser).into()),
                    ("system", system.into()),
                ],
            ),
            _ => called(stored),
        }
    }
}
