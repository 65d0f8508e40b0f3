//! The use cases on a database, with keys that this program knows and the real clock, generator and cost.

use counterfoil_core::{Cost, Pepper, TagKey};
use counterfoil_model::{Blocklist, Policy};
use counterfoil_service::openid::OpenIdParts;
use counterfoil_service::{
    App, Clock as _, KeyKind, KeyMaterial, KeyRing, Parts, SlowHash, SystemClock, SystemEntropy,
};
use counterfoil_store::Db;
use counterfoil_testkit::keys::signing_keys;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

const PEPPER: [u8; 32] = [0x11; 32];
const TAG: [u8; 32] = [0x33; 32];

/// What codes are hashed under.
pub(crate) fn pepper() -> Pepper {
    Pepper::from_bytes(PEPPER)
}

/// What codes are drawn with.
pub(crate) fn tag_key() -> TagKey {
    TagKey::from_bytes(TAG)
}

/// What codes are drawn with and hashed under: ours, or a server's own.
pub(crate) struct CodeKeys {
    pub(crate) tag: TagKey,
    pub(crate) pepper: Pepper,
    pub(crate) pepper_id: String,
}

impl CodeKeys {
    pub(crate) fn ours() -> Self {
        Self {
            tag: tag_key(),
            pepper: pepper(),
            pepper_id: "1".to_owned(),
        }
    }

    /// Those of a server that has one key of each kind.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let mut files = files_in(folder);
        let mut take = |kind| {
            let place = files.iter().position(|key| key.kind == kind);
            files.swap_remove(place.expect("a key of each kind"))
        };
        let (tag, pepper) = (take(KeyKind::Tag), take(KeyKind::CodePepper));
        Self {
            tag: TagKey::from_bytes(*tag.bytes),
            pepper: Pepper::from_bytes(*pepper.bytes),
            pepper_id: pepper.id,
        }
    }
}

/// One key of each kind, each with the id "1".
pub(crate) fn keys() -> KeyRing {
    let kinds = [
        (KeyKind::CodePepper, PEPPER),
        (KeyKind::PasswordPepper, [0x22; 32]),
        (KeyKind::Tag, TAG),
        (KeyKind::Sealing, [0x44; 32]),
        (KeyKind::Cookie, [0x55; 32]),
        (KeyKind::Audit, [0x66; 32]),
    ];
    let keys = kinds.map(|(kind, bytes)| KeyMaterial {
        kind,
        id: "1".to_owned(),
        bytes: Zeroizing::new(bytes),
    });
    KeyRing::new(keys.into()).expect("a key ring")
}

/// The keys of a server that runs.
pub(crate) fn keys_in(folder: &Path) -> KeyRing {
    KeyRing::new(files_in(folder)).expect("a key ring")
}

/// The keys in a server's files: `KIND.ID.key`.
fn files_in(folder: &Path) -> Vec<KeyMaterial> {
    let kind = |name: &str| match name {
        "pepper-code" => Some(KeyKind::CodePepper),
        "pepper-password" => Some(KeyKind::PasswordPepper),
        "tag" => Some(KeyKind::Tag),
        "sealing" => Some(KeyKind::Sealing),
        "cookie" => Some(KeyKind::Cookie),
        "audit" => Some(KeyKind::Audit),
        _ => None,
    };
    let files = std::fs::read_dir(folder)
        .expect("a folder of keys")
        .flatten();
    let keys = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        let (kind_name, id) = name.strip_suffix(".key")?.split_once('.')?;
        let text = std::fs::read_to_string(file.path()).expect("a key");
        let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes());
        Some(KeyMaterial {
            kind: kind(kind_name)?,
            id: id.to_owned(),
            bytes: Zeroizing::new(bytes.ok()?.try_into().ok()?),
        })
    });
    keys.collect()
}

/// The use cases, with as many lanes as there are cores.
pub(crate) async fn app(db: Db, keys: KeyRing) -> Arc<App> {
    let policy = Policy {
        require_outside_address: false,
        ..Policy::default()
    };
    let parts = Parts {
        db,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        keys,
        slow_hash: SlowHash::new(Cost::PRODUCTION, cores()),
        policy: policy.into(),
        blocklist: Blocklist::bundled(),
        service_name: "Bench".to_owned(),
        mail_system: None,
        openid: OpenIdParts {
            issuer: "https://account.example.org".to_owned(),
            clients: Vec::new(),
            keys: signing_keys(),
            back_channel: None,
        },
        policy_nonce: None,
        meter: Arc::new(counterfoil_service::Unmetered),
        webhooks: None,
    };
    Arc::new(App::new(parts).await.expect("the use cases"))
}

/// A database of our own at this URL, with today's tables.
pub(crate) async fn database(url: &str) -> Db {
    let db = counterfoil_store::open(url).await.expect("a database");
    counterfoil_store::migrate(&db, SystemClock.now())
        .await
        .expect("its tables");
    db
}

pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
