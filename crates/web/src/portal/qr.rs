//! QR codes as inline SVG: for a phone's secret, never for a backup code.

use fast_qr::qr::QRBuilder;
use std::fmt::Write;

/// White around the modules, as ISO/IEC 18004 §6.3.8 asks.
const QUIET: usize = 4;

/// An `<svg>` element that a phone's camera reads as `text`; empty if the text is longer than any QR code holds.
#[must_use]
pub fn svg(text: &str) -> String {
    let Ok(code) = QRBuilder::new(text).build() else {
        return String::new();
    };
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            let dark = code
                .data
                .get(y * code.size + x)
                .is_some_and(|module| module.value());
            if dark {
                // Writing into a String never fails.
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    let side = code.size + 2 * QUIET;
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn draws_dark_modules_on_white() {
        let drawn = svg("otpauth://totp/x?secret=GEZDGNBV");
        assert!(drawn.starts_with("<svg viewBox=\"0 0 3"));
        assert!(drawn.matches('M').count() > 200);
    }

    #[test]
    fn a_text_too_long_draws_nothing() {
        assert_eq!(svg(&"x".repeat(5000)), "");
    }
}
