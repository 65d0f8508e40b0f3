//! Mails as files, for trying Counterfoil out.

use super::{Receipt, Transport, TransportError};
use crate::Mail;
use async_trait::async_trait;
use std::fs::{DirBuilder, File};
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// Its name in the configuration.
const NAME: &str = "folder";

/// Keeps every mail as an `.eml` file that a mail program opens. Nobody is told of anything.
///
/// A file is there whole or not at all, and survives a power cut. Names begin with the event's time, so they sort by it:
/// `20261123T140500Z-NOTICE.eml`. The same mail handed over twice is one file.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Opens the folder, which is made with mode 0700 if it isn't there.
    ///
    /// # Errors
    /// What the system says of making it.
    pub fn open(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&path)?;
        Ok(Self { path })
    }

    /// Where the files are.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[async_trait]
impl Transport for Folder {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        let (folder, name, bytes) = (self.path.clone(), mail.file_name(), mail.eml());
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &bytes)).await;
        match written {
            Ok(Ok(())) => Ok(Receipt {
                transport: NAME.into(),
                reference: Some(mail.file_name()),
            }),
            Ok(Err(error)) => Err(TransportError::no_answer(format!("file: {}", error.kind()))),
            Err(_) => Err(TransportError::no_answer("file: interrupted")),
        }
    }

    fn reaches_people(&self) -> bool {
        false
    }
}

/// Writes beside the place, then moves there. A temporary file has mode 0600 and a name that nobody can guess.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(".writing-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))
        .map_err(|error| error.error)?;
    // The name is safe only when the folder is.
    File::open(folder)?.sync_all()
}
