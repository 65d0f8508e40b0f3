//! What a browser is like for the person before it.

use serde_json::{Value, json};

/// How wide, how large, how dark, and whether scripts run.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether pages may run scripts.
    pub script: bool,
    /// Width of the page in CSS pixels.
    pub width: u32,
    /// Height of the page in CSS pixels.
    pub height: u32,
    /// Screen pixels to a CSS pixel.
    pub scale: f64,
    /// Whether it is a phone: touch, and no scroll bars.
    pub phone: bool,
    /// Whether the person asked for dark pages.
    pub dark: bool,
}

impl Look {
    /// A window on a desk.
    pub const DESK: Self = Self {
        script: true,
        width: 1280,
        height: 900,
        scale: 1.0,
        phone: false,
        dark: false,
    };

    /// A small phone.
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
        scale: 2.0,
        phone: true,
        ..Self::DESK
    };

    /// The same window zoomed to 200 %: half the CSS pixels, each twice as large.
    pub const ZOOMED: Self = Self {
        width: 640,
        height: 450,
        scale: 2.0,
        ..Self::DESK
    };

    /// The same, with scripts off.
    #[must_use]
    pub const fn without_script(self) -> Self {
        Self {
            script: false,
            ..self
        }
    }

    /// The same, for a person who asked for dark pages.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    pub(crate) fn metrics(self) -> Value {
        json!({
            "width": self.width,
            "height": self.height,
            "deviceScaleFactor": self.scale,
            "mobile": self.phone,
        })
    }

    pub(crate) fn media(self) -> Value {
        let scheme = if self.dark { "dark" } else { "light" };
        json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] })
    }
}
