//! The door for mails that came back.

use std::io::ErrorKind;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
use std::path::Path;
use std::sync::Arc;

use counterfoil_notices::bounces::{self, Listener};
use counterfoil_service::App;
use tokio::net::{TcpListener, UnixListener};

use super::stop::{Stopped, wait};
use crate::command::Failure;
use crate::config::{Bounces, BouncesAt};
use crate::returning::Returning;

/// Takes the address of the configuration; `None` when nobody listens.
pub(super) async fn bind(bounces: Option<&Bounces>) -> Result<Option<Listener>, Failure> {
    Ok(match bounces.map(|bounces| &bounces.listen) {
        None => None,
        Some(BouncesAt::Tcp(address)) => {
            let listener = TcpListener::bind(address).await;
            let listener = listener.map_err(|error| format!("notices.bounces {address}: {error}"));
            Some(Listener::Tcp(listener?))
        }
        Some(BouncesAt::Unix(path)) => {
            let said = |error| format!("notices.bounces {}: {error}", path.display());
            Some(Listener::Unix(socket(path).map_err(said)?))
        }
    })
}

/// A socket that every program of this machine may write to: what comes in is signed. One that an earlier process left is taken
/// away; anything else is not.
fn socket(path: &Path) -> std::io::Result<UnixListener> {
    match std::fs::symlink_metadata(path) {
        Ok(there) if there.file_type().is_socket() => std::fs::remove_file(path)?,
        Ok(_) => return Err(ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let listener = UnixListener::bind(path)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o666))?;
    Ok(listener)
}

/// Takes mails until told to stop.
pub(super) async fn serve(listener: Option<Listener>, app: Arc<App>, stopped: Stopped) {
    if let Some(listener) = listener {
        let returns = Arc::new(Returning::new(app, None));
        bounces::serve(listener, returns, wait(stopped)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::socket;
    use std::io::ErrorKind;
    use std::os::unix::fs::PermissionsExt as _;

    #[tokio::test]
    async fn a_socket_that_was_left_is_taken_away_and_a_file_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bounces");
        for again in [false, true] {
            let listener = socket(&path).unwrap();
            assert!(path.exists(), "{again}");
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o666, "any program of this machine");
            // As a process leaves it that was killed.
            drop(listener);
        }
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "somebody's").unwrap();
        let refused = socket(&path).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), b"somebody's");
        let nowhere = folder.path().join("gone").join("bounces");
        assert!(socket(&nowhere).is_err());
    }
}
