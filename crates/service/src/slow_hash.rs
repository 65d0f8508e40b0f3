//! Slow hashes: as many at once as there are cores, and no more.
//!
//! Whoever wants one takes a lane first, judges the throttle inside it, and keeps it until a wrong guess is recorded:
//! so the guesses under way and not yet counted are never more than the lanes. There are a few more lanes than cores, because
//! whoever reads or writes in a lane leaves its core to the next one's hash.

use crate::hash_memory::Memories;
use crate::lanes::{Lanes, Permit};
use crate::password::imported::Setting;
use crate::{Fault, phc};
use counterfoil_core::{
    AccountBytes, Attempt, Code, CodeDigest, Cost, Memory, Pepper, Salt, SetBytes,
};
use counterfoil_model::turns::Asker;
use counterfoil_model::{AccountId, SetId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// Runs Argon2id for codes and passwords.
#[derive(Debug)]
pub struct SlowHash {
    cost: Cost,
    lanes: Lanes,
    threads: Arc<Semaphore>,
    memories: Arc<Memories>,
    runs: AtomicU64,
    imported_runs: AtomicU64,
}

/// The right to run slow hashes one after the other.
#[derive(Debug)]
pub struct Lane<'a> {
    hash: &'a SlowHash,
    _permit: Permit,
}

/// What a code's digest is made of beside the code.
#[derive(Clone, Copy)]
pub struct DigestOf<'a> {
    /// The key outside the database.
    pub pepper: &'a Arc<Pepper>,
    /// The account.
    pub account: AccountId,
    /// The set.
    pub set: SetId,
    /// The code's own salt.
    pub salt: Salt,
    /// What to pay.
    pub cost: Cost,
}

impl SlowHash {
    /// Hashes at this cost on this many threads.
    #[must_use]
    pub fn new(cost: Cost, threads: usize) -> Self {
        let threads = threads.max(1);
        Self {
            cost,
            lanes: Lanes::new(threads + threads.div_ceil(2)),
            threads: Arc::new(Semaphore::new(threads)),
            memories: Arc::default(),
            runs: AtomicU64::new(0),
            imported_runs: AtomicU64::new(0),
        }
    }

    /// What new hashes cost.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.cost
    }

    /// How many slow hashes were run so far: what a test counts per path.
    #[must_use]
    pub fn runs(&self) -> u64 {
        self.runs.load(Ordering::Relaxed)
    }

    /// How many hashes of other systems were computed so far.
    #[must_use]
    pub fn imported_runs(&self) -> u64 {
        self.imported_runs.load(Ordering::Relaxed)
    }

    /// Waits for a lane, fairly among all who ask (`model::turns`).
    ///
    /// # Errors
    /// [`Fault::Full`] when too many wait, or none came free in ten seconds: two, for a mail program.
    pub async fn lane(&self, asker: Asker) -> Result<Lane<'_>, Fault> {
        Ok(Lane {
            hash: self,
            _permit: self.lanes.take(asker).await?,
        })
    }
}

impl Lane<'_> {
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        self.hash.runs.fetch_add(1, Ordering::Relaxed);
        let memories = Arc::clone(&self.hash.memories);
        self.aside(move || memories.lend(work)).await
    }

    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let thread = Arc::clone(&self.hash.threads).acquire_owned().await;
        let thread = thread.map_err(|_| Fault::Broken("the threads are gone"))?;
        tokio::task::spawn_blocking(move || {
            // Until the work is done, even if nobody waits for it any more.
            let _thread = thread;
            work()
        })
        .await
        .map_err(|_| Fault::Broken("a slow hash was interrupted"))
    }

    /// The digest of a typed code.
    pub async fn attempt(
        &self,
        attempt: &Arc<Attempt>,
        of: DigestOf<'_>,
    ) -> Result<CodeDigest, Fault> {
        let attempt = Arc::clone(attempt);
        let (pepper, account, set) = (
            Arc::clone(of.pepper),
            AccountBytes(*of.account.as_bytes()),
            SetBytes(*of.set.as_bytes()),
        );
        let (salt, cost) = (of.salt, of.cost);
        self.run(move |memory| attempt.digest_in(memory, &pepper, &account, &set, &salt, cost))
            .await?
            .map_err(|_| Fault::Broken("a code's digest could not be computed"))
    }

    /// The digest of a code that was just drawn; gives the code back.
    pub async fn code(&self, code: Code, of: DigestOf<'_>) -> Result<(Code, CodeDigest), Fault> {
        let (pepper, account, set) = (
            Arc::clone(of.pepper),
            AccountBytes(*of.account.as_bytes()),
            SetBytes(*of.set.as_bytes()),
        );
        let (salt, cost) = (of.salt, of.cost);
        let (code, digest) = self
            .run(move |memory| {
                let digest = code.digest_in(memory, &pepper, &account, &set, &salt, cost);
                (code, digest)
            })
            .await?;
        Ok((
            code,
            digest.map_err(|_| Fault::Broken("a code's digest could not be computed"))?,
        ))
    }

    /// The PHC string of a password under a pepper.
    pub async fn password(
        &self,
        pepper: &[u8; 32],
        account: AccountId,
        password: Secret<'_>,
        salt: [u8; 16],
    ) -> Result<String, Fault> {
        let inner = peppered(pepper, account, password)?;
        let cost = self.hash.cost;
        self.run(move |memory| phc::written(memory, &inner, &salt, cost))
            .await?
            .ok_or(Fault::Broken("a password could not be hashed"))
    }

    /// Whether a password is the one under this PHC string.
    pub async fn password_matches(
        &self,
        phc: &str,
        pepper: &[u8; 32],
        account: AccountId,
        password: Secret<'_>,
    ) -> Result<bool, Fault> {
        let inner = peppered(pepper, account, password)?;
        let phc = phc.to_owned();
        self.run(move |memory| phc::matches(memory, &inner, &phc))
            .await
    }

    /// The hash that another system computed for what was typed; `None` for what no password is.
    pub async fn imported_hash(
        &self,
        setting: &Setting,
        typed: &str,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Fault> {
        self.hash.imported_runs.fetch_add(1, Ordering::Relaxed);
        let (setting, typed) = (setting.clone(), Zeroizing::new(typed.as_bytes().to_vec()));
        self.aside(move || setting.compute(&typed)).await
    }
}

/// What is behind a stored password.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// The password, in NFC.
    Password(&'a [u8]),
    /// The hash that another system made of it.
    ImportedHash(&'a [u8]),
}

/// HMAC-SHA-256(pepper, label ‖ 0x00 ‖ account ‖ secret): keyed outside the database (N10). The label is
/// "counterfoil/password/v1" or, so that nobody signs in by typing a stolen hash, "counterfoil/imported-hash/v1".
fn peppered(
    pepper: &[u8; 32],
    account: AccountId,
    secret: Secret<'_>,
) -> Result<Zeroizing<[u8; 32]>, Fault> {
    let (label, secret): (&[u8], _) = match secret {
        Secret::Password(password) => (b"counterfoil/password/v1\0", password),
        Secret::ImportedHash(hash) => (b"counterfoil/imported-hash/v1\0", hash),
    };
    let mut mac =
        Hmac::<Sha256>::new_from_slice(pepper).map_err(|_| Fault::Broken("a pepper has no key"))?;
    mac.update(label);
    mac.update(account.as_bytes());
    mac.update(secret);
    Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
}
