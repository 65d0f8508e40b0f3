//! age around a backup: to whom it is encrypted, and with what it is opened.

use crate::command::Failure;
use age::{DecryptError, Decryptor, Encryptor, Identity, IdentityFile, Recipient};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// What opens backups.
pub(crate) type Identities = Vec<Box<dyn Identity + Send + Sync>>;

/// Reads a recipient as `age-keygen -y` prints it: `age1…`.
pub(crate) fn recipient(text: &str) -> Result<age::x25519::Recipient, String> {
    text.trim()
        .parse()
        .map_err(|_| "is no age recipient; `age-keygen` makes one, it begins with age1".to_owned())
}

/// Encrypts what is written to all of the recipients.
pub(crate) fn encrypt<W: Write>(
    recipients: &[age::x25519::Recipient],
    out: W,
) -> Result<age::stream::StreamWriter<BufWriter<W>>, Failure> {
    let recipients = recipients
        .iter()
        .map(|recipient| recipient as &dyn Recipient);
    Ok(Encryptor::with_recipients(recipients)?.wrap_output(BufWriter::new(out))?)
}

/// Reads files of identities as `age-keygen` writes them.
pub(crate) fn identities(files: &[impl AsRef<Path>]) -> Result<Identities, Failure> {
    let mut all = Identities::new();
    for path in files {
        let path = path.as_ref();
        let wrong = |why: String| format!("{}: {why}", path.display());
        let file = File::open(path).map_err(|error| wrong(error.to_string()))?;
        let read = IdentityFile::from_buffer(BufReader::new(file)).map_err(|_| {
            wrong("holds no age identity; it is the file that `age-keygen` wrote".into())
        })?;
        all.extend(
            read.into_identities()
                .map_err(|error| wrong(error.to_string()))?,
        );
    }
    Ok(all)
}

/// Opens a backup.
pub(crate) fn decrypt(
    path: &Path,
    identities: &Identities,
) -> Result<impl BufRead + use<>, Failure> {
    let wrong = |why: &str| format!("{}: {why}", path.display());
    let file = File::open(path).map_err(|error| wrong(&error.to_string()))?;
    let keys = identities
        .iter()
        .map(|identity| identity.as_ref() as &dyn Identity);
    let opened = Decryptor::new_buffered(BufReader::new(file)).and_then(|file| file.decrypt(keys));
    match opened {
        Ok(stream) => Ok(BufReader::new(stream)),
        Err(DecryptError::NoMatchingKeys) => Err(wrong(
            "this identity doesn't open it: it was encrypted to another recipient, or its beginning is damaged",
        )
        .into()),
        Err(DecryptError::Io(error)) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
            Err(wrong(&error.to_string()).into())
        }
        Err(_) => Err(wrong("is no file that age encrypted, or its beginning is damaged").into()),
    }
}
