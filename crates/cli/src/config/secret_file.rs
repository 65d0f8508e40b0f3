//! A secret lives in a file of its own, so that the configuration can be shown and copied.

use std::path::Path;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::ConfigError;

/// The file's text without the line end.
///
/// # Errors
/// [`ConfigError::Unreadable`], or [`ConfigError::Invalid`] under `key` when there is nothing in it.
pub fn read_secret(key: &'static str, path: &Path) -> Result<SecretString, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map(Zeroizing::new)
        .map_err(|source| ConfigError::Unreadable {
            path: path.to_path_buf(),
            source,
        })?;
    let secret = text.trim_end_matches(['\r', '\n']);
    if secret.is_empty() {
        return Err(ConfigError::invalid(
            key,
            format!("{} is empty", path.display()),
        ));
    }
    Ok(SecretString::from(secret))
}
