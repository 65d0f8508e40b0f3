//! What the operator adds to every sheet: a logo, and how to reach a person.

use counterfoil_sheet::Logo;
pub use counterfoil_sheet::LogoError;

/// What stands on every sheet beside the service's name.
#[derive(Debug, Default)]
pub struct Letterhead {
    /// The logo.
    pub logo: Option<Logo>,
    /// One or two short sentences: how to reach a person.
    pub help: Option<String>,
}

impl Letterhead {
    /// Reads the logo's SVG file.
    ///
    /// # Errors
    /// [`LogoError`], saying what of it can't be printed.
    pub fn read(logo: Option<&str>, help: Option<String>) -> Result<Self, LogoError> {
        let logo = logo.map(Logo::read).transpose()?;
        Ok(Self { logo, help })
    }
}
