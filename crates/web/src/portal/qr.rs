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
    for (y, row) in code
        .data
        .chunks(code.size.max(1))
        .take(code.size)
        .enumerate()
    {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one.value() == next.value()) {
            let long = run.len();
            if run.first().is_some_and(|module| module.value()) {
                // Writing into a String never fails.
                let _ = write!(path, "M{} {}h{long}v1h-{long}z", x + QUIET, y + QUIET);
            }
            x += long;
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
        // The corner that a camera looks for: seven dark modules, then one with five light ones and one again.
        for row in ["M4 4h7v1h-7z", "M4 5h1v1h-1zM10 5h1v1h-1z", "M6 6h3v1h-3z"] {
            assert!(drawn.contains(row), "{row}");
        }
    }

    #[test]
    fn a_text_too_long_draws_nothing() {
        assert_eq!(svg(&"x".repeat(5000)), "");
    }
}
