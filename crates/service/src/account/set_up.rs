//! The set-up link: printed on the terminal, thirty minutes, only while there is no operator.

use crate::{App, Fault, LinkKind, LinkToken};
use counterfoil_model::AccountId;
use counterfoil_store::{Error, repo};

/// The set-up link of a server that nobody runs yet.
#[derive(Debug)]
pub struct SetUpLink(pub LinkToken);

impl App {
    /// Makes a set-up link; those made before are void. `None` once there is an operator.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn make_set_up_link(&self) -> Result<Option<SetUpLink>, Fault> {
        let now = self.now();
        let made: Result<_, Error> = self
            .db
            .run("make_set_up_link", |tx| async move {
                if repo::account::any_operator(&tx).await? {
                    return Ok(None);
                }
                repo::link::void(&tx, AccountId::NOBODY, LinkKind::SetUp.as_str(), now).await?;
                self.make_link(
                    &tx,
                    AccountId::NOBODY,
                    LinkKind::SetUp,
                    None,
                    now + LinkKind::SetUp.lasts(),
                    now,
                )
                .await
                .map(Some)
            })
            .await;
        Ok(made?.map(SetUpLink))
    }
}
