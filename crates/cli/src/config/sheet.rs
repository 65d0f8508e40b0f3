//! `[sheet]`: what the operator adds to every sheet.

use super::{ConfigError, SheetSettings};
use counterfoil_web::portal::Letterhead;

/// What a wallet card has room for, in characters.
const LONGEST_HELP: usize = 120;

/// Reads the logo, so that a bad one is found before anybody prints.
pub(super) fn letterhead(
    settings: SheetSettings,
    help_line: Option<&str>,
) -> Result<Letterhead, ConfigError> {
    if let Some(help) = &settings.help
        && help.chars().count() > LONGEST_HELP
    {
        let message =
            format!("is longer than {LONGEST_HELP} characters; a card has no room for it");
        return Err(ConfigError::invalid("sheet.help", message));
    }
    let svg = settings
        .logo
        .map(|path| {
            std::fs::read_to_string(&path).map_err(|error| {
                ConfigError::invalid("sheet.logo", format!("{}: {error}", path.display()))
            })
        })
        .transpose()?;
    let help = settings
        .help
        .or_else(|| help_line.map(str::to_owned))
        .filter(|help| !help.trim().is_empty());
    Letterhead::read(svg.as_deref(), help)
        .map_err(|error| ConfigError::invalid("sheet.logo", error.to_string()))
}
