//! An authenticator app on somebody's phone.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder};

/// Seconds in a step (RFC 6238).
const STEP: u64 = 30;
/// Before so many seconds of a step are left, the digits of the step before may be too late when they arrive.
const IN_TIME: u64 = 10;

/// An app that was given one key. It never shows the same digits twice, because a server takes them once only.
pub struct Phone {
    key: Vec<u8>,
    shown: u64,
}

impl Phone {
    /// An app with the key that a page shows, in base32 with spaces.
    #[must_use]
    pub fn with_key(shown: &str) -> Self {
        let key: String = shown.split_whitespace().collect();
        let key = BASE32_NOPAD
            .decode(key.as_bytes())
            .expect("the key that is shown is base32");
        Self { key, shown: 0 }
    }

    /// The next six digits that are good now. A server takes those of the step before and after the present one too,
    /// so three sets of digits are good at once; waits only when all were used.
    pub async fn digits(&mut self) -> String {
        let (mut present, gone) = now();
        let earliest = if gone + IN_TIME < STEP {
            present - 1
        } else {
            present
        };
        let step = earliest.max(self.shown + 1);
        while step > present + 1 {
            tokio::time::sleep(Duration::from_millis(200)).await;
            present = now().0;
        }
        self.shown = step;
        let app = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_secret(self.key.clone())
            .build_noncompliant();
        app.generate(step * STEP).to_string()
    }

    /// The key's bytes, to be looked for where they must not be.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

/// The present step, and how many of its seconds are gone.
#[expect(
    clippy::disallowed_methods,
    reason = "a phone has a clock of its own, and shows what it says"
)]
fn now() -> (u64, u64) {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("it is later than 1970")
        .as_secs();
    (now / STEP, now % STEP)
}
