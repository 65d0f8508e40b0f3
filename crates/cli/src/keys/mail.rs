//! What the mail software and we know each other by: four secrets, each in a file of its own beside the keys.
//!
//! They are no keys: nothing stored rests on the first three, and the mail software's configuration holds a copy of each. The
//! nonce is under the fingerprints by which Dovecot's reports name an app password; with another one, programs go on working
//! and only their names in the feed are lost.

use std::io;
use std::path::Path;

use data_encoding::HEXLOWER;
use rand::CryptoRng;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{KeyError, file};

/// The secrets between us and the mail software: 256 bits each, as 64 hexadecimal digits.
#[derive(Debug)]
pub struct MailSecrets {
    /// By which Dovecot's introspection and password grant are known.
    pub gateway: SecretString,
    /// By which Dovecot's policy requests are known.
    pub policy: SecretString,
    /// Dovecot's `auth_policy_hash_nonce`.
    pub policy_nonce: SecretString,
    /// Dovecot's `doveadm_api_key`: it opens every mailbox.
    pub doveadm: SecretString,
}

impl MailSecrets {
    /// Reads them from the key directory and makes those that are missing (mode 0600). Existing ones are never touched.
    ///
    /// # Errors
    /// [`KeyError`], also when others could read one of them.
    pub fn load_or_make(dir: &Path, rng: &mut impl CryptoRng) -> Result<Self, KeyError> {
        file::create_directory(dir)?;
        file::check_directory(dir)?;
        let mut one = |name| load_or_make(dir, name, rng);
        Ok(Self {
            gateway: one("mail-gateway.secret")?,
            policy: one("mail-policy.secret")?,
            policy_nonce: one("mail-policy-nonce.secret")?,
            doveadm: one("mail-doveadm.secret")?,
        })
    }
}

fn load_or_make(
    dir: &Path,
    name: &str,
    rng: &mut impl CryptoRng,
) -> Result<SecretString, KeyError> {
    let path = dir.join(name);
    match std::fs::metadata(&path) {
        Ok(metadata) => file::closed_file(&path, &metadata)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(dir, name, rng)?,
        Err(source) => return Err(KeyError::Unusable { path, source }),
    }
    let text = std::fs::read_to_string(&path)
        .map(Zeroizing::new)
        .map_err(|source| KeyError::Unusable {
            path: path.clone(),
            source,
        })?;
    match file::decode(text.trim_end()) {
        Some(_) => Ok(SecretString::from(text.trim_end())),
        None => Err(KeyError::Damaged {
            path,
            problem: "does not hold 64 hexadecimal digits",
        }),
    }
}

/// Two processes that start at once must end with one secret: the name is taken by linking a whole file to it.
fn make(dir: &Path, name: &str, rng: &mut impl CryptoRng) -> Result<(), KeyError> {
    let mut bytes = Zeroizing::new([0; 32]);
    rng.fill_bytes(bytes.as_mut());
    let text = Zeroizing::new(format!("{}\n", HEXLOWER.encode(bytes.as_ref())));
    let path = dir.join(name);
    let draft = dir.join(format!("{name}.{}.new", std::process::id()));
    let written = file::write(&draft, &text)
        .and_then(|()| match std::fs::hard_link(&draft, &path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            linked => linked,
        })
        .and_then(|()| std::fs::remove_file(&draft));
    written
        .and_then(|()| std::fs::File::open(dir)?.sync_all())
        .map_err(|source| KeyError::Unusable { path, source })
}
