//! The head in force, and the line that stands for it on paper.

use crate::{App, Fault};
use counterfoil_model::Timestamp;
use counterfoil_model::audit::{HeadLine, TreeHead};
use counterfoil_store::repo::audit::Head;
use counterfoil_store::{Error, repo};
use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signer, SigningKey};

/// A signed head, as whoever asks reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    /// The twenty symbols that stand for it on paper.
    pub line: String,
    /// How many events it stands for.
    pub size: i64,
    /// Their root, in hexadecimal digits.
    pub root: String,
    /// When it was signed.
    pub at: Timestamp,
    /// The id of the key.
    pub key: String,
    /// The key's public half, in hexadecimal digits; `None` when the key isn't here.
    pub public_key: Option<String>,
    /// The signature, in base64.
    pub signature: String,
}

/// Signs a head.
pub(super) fn sign(head: &TreeHead, key: String, signing: &SigningKey) -> Head {
    Head {
        size: i64::try_from(head.size).unwrap_or(i64::MAX),
        root: head.root.to_vec(),
        at: head.at,
        line: head.line().to_string(),
        key,
        signature: signing.sign(&head.message()).to_bytes().to_vec(),
    }
}

impl App {
    /// The head in force; `None` before anything is in the tree.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn head_in_force(&self) -> Result<Option<SignedHead>, Fault> {
        let head: Result<_, Error> = self
            .db
            .read("audit_head", |tx| async move {
                repo::audit::newest_head(&tx).await
            })
            .await;
        Ok(head?.map(|head| self.read_head(head)))
    }

    /// Which head a line from paper stands for, as far as the rows say: the check on the command line doesn't believe them.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn head_of_line(&self, line: &HeadLine) -> Result<Option<SignedHead>, Fault> {
        let text = &line.to_string();
        let head: Result<_, Error> = self
            .db
            .read("audit_line", |tx| async move {
                repo::audit::head_by_line(&tx, text).await
            })
            .await;
        Ok(head?.map(|head| self.read_head(head)))
    }

    fn read_head(&self, head: Head) -> SignedHead {
        let signing = self.keys.audit_key(&head.key).ok();
        SignedHead {
            line: head.line,
            size: head.size,
            root: HEXLOWER.encode(&head.root),
            at: head.at,
            public_key: signing.map(|key| HEXLOWER.encode(key.verifying_key().as_bytes())),
            key: head.key,
            signature: BASE64.encode(&head.signature),
        }
    }
}
