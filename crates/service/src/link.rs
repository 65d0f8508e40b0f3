//! One-time links: at least 128 bits in the path, kept hashed, used once by a POST, and never a sign-in.

use crate::{App, Fault};
use counterfoil_model::{AccountId, FREEZE_LINK_LASTS, Span, Timestamp};
use counterfoil_store::{Error, Tx, repo};
use data_encoding::{Encoding, Specification};
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::LazyLock;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// RFC 4648 base32 in lower case without padding: survives mail programs and being typed from paper.
pub(crate) static BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification
        .symbols
        .push_str("abcdefghijklmnopqrstuvwxyz234567");
    specification
        .translate
        .from
        .push_str("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    specification
        .translate
        .to
        .push_str("abcdefghijklmnopqrstuvwxyz");
    #[expect(
        clippy::expect_used,
        reason = "the alphabet above is a constant of this file"
    )]
    specification.encoding().expect("a valid alphabet")
});

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The first operator enrols.
    SetUp,
    /// Somebody invited enrols.
    Invitation,
    /// A change that waits is stopped.
    StopChange,
    /// A change of the policy that waits is stopped.
    StopPolicy,
    /// The account is frozen.
    Freeze,
    /// A new password and factor are bound.
    ReEnrol,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::SetUp,
        Self::Invitation,
        Self::StopChange,
        Self::StopPolicy,
        Self::Freeze,
        Self::ReEnrol,
    ];

    /// How it is stored, and the second segment of its path.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
            Self::Invitation => "invitation",
            Self::StopChange => "stop-change",
            Self::StopPolicy => "stop-policy",
            Self::Freeze => "freeze",
            Self::ReEnrol => "re-enrol",
        }
    }

    /// How long it works; one that stops a change, as long as that waits.
    #[must_use]
    pub const fn lasts(self) -> Span {
        match self {
            Self::SetUp => Span::minutes(30),
            Self::Invitation => Span::days(7),
            Self::StopChange | Self::StopPolicy | Self::ReEnrol => Span::hours(24),
            Self::Freeze => FREEZE_LINK_LASTS,
        }
    }

    /// The path of the page it opens.
    #[must_use]
    pub fn path(self, token: &LinkToken) -> Zeroizing<String> {
        Zeroizing::new(format!("/link/{}/{}", self.as_str(), *token.text()))
    }
}

/// The secret part of a link: the account's 16 bytes and 20 random ones.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct LinkToken {
    #[zeroize(skip)]
    account: AccountId,
    secret: [u8; 20],
}

impl LinkToken {
    pub(crate) fn draw(account: AccountId, rng: &mut impl CryptoRng) -> Self {
        let mut secret = [0; 20];
        rng.fill_bytes(&mut secret);
        Self { account, secret }
    }

    /// Reads the last segment of a link's path; `None` for anything that isn't one of ours. Never panics.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE32.decode(text.as_bytes()).ok()?);
        let (account, secret) = bytes.split_first_chunk::<16>()?;
        Some(Self {
            account: AccountId::from_bytes(*account),
            secret: secret.try_into().ok()?,
        })
    }

    /// As it stands in the path.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(self.account.as_bytes().to_vec());
        bytes.extend_from_slice(&self.secret);
        Zeroizing::new(BASE32.encode(&bytes))
    }

    /// The account it names.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret).into()
    }
}

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(…)")
    }
}

/// Why a link doesn't work.
#[derive(Debug, thiserror::Error)]
pub enum LinkRefusal {
    /// It was used, has ended, or never was one.
    #[error("this link doesn't work any more")]
    Over,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for LinkRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Makes a link in this transaction that works until `expires_at`.
    pub(crate) async fn make_link(
        &self,
        tx: &Tx,
        account: AccountId,
        kind: LinkKind,
        subject: Option<[u8; 16]>,
        expires_at: Timestamp,
        now: Timestamp,
    ) -> Result<LinkToken, Error> {
        let token = LinkToken::draw(account, &mut self.chance());
        let link = repo::link::Link {
            kind: kind.as_str().to_owned(),
            subject,
            made_at: now,
            expires_at,
            consumed_at: None,
        };
        repo::link::make(tx, account, &token.hash(), &link).await?;
        Ok(token)
    }

    /// Looks at a link without using it: what the page says before its button is pressed. Gives the account's address,
    /// empty for the set-up link.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn look_at_link(
        &self,
        token: &LinkToken,
        kind: LinkKind,
    ) -> Result<LinkView, LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let found: Result<_, Error> = self
            .db
            .read("link_look", |tx| async move {
                Ok((
                    repo::link::load(&tx, account, &hash).await?,
                    repo::account::load(&tx, account).await?,
                ))
            })
            .await;
        let (link, account) = found?;
        let link = link
            .filter(|link| link.kind == kind.as_str() && link.works(now))
            .ok_or(LinkRefusal::Over)?;
        Ok(LinkView {
            address: account
                .as_ref()
                .map(|account| account.address.clone())
                .unwrap_or_default(),
            name: account.map(|account| account.name).unwrap_or_default(),
            expires_at: link.expires_at,
        })
    }
}

/// What a link's page may say before its button is pressed.
#[derive(Clone, Debug)]
pub struct LinkView {
    /// The account's address; empty for the set-up link.
    pub address: String,
    /// The owner's name as the invitation has it.
    pub name: String,
    /// Until when the link works.
    pub expires_at: Timestamp,
}
