//! `[activity]`: how long what happened is kept whole.

use super::ConfigError;
use super::settings::ActivitySettings;
use counterfoil_model::Span;

/// An owner who finds an intruder looks back; what is shorter than this would be gone before most people look.
const LEAST_DAYS: u64 = 90;

/// How long; `None` for good.
pub(super) fn kept_for(settings: &ActivitySettings) -> Result<Option<Span>, ConfigError> {
    let Some(keep) = settings.keep else {
        return Ok(None);
    };
    let days = keep.get().as_secs() / (24 * 60 * 60);
    if days < LEAST_DAYS {
        let message = format!(
            "is less than {LEAST_DAYS} days; owners need that long to find out who was there. Write at least \"{} hours\"",
            LEAST_DAYS * 24
        );
        return Err(ConfigError::invalid("activity.keep", message));
    }
    Ok(Some(Span::days(i64::try_from(days).unwrap_or(i64::MAX))))
}
