//! The generator.

use rand::{TryCryptoRng, TryRng};
use std::convert::Infallible;

/// Gives random bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with uniform random bytes fit for secrets (N1, A3).
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the system's generator is asked"
    )]
    #[expect(
        clippy::expect_used,
        reason = "without chance no secret may be made; ending the request is the only safe answer"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system's generator works");
    }
}

/// An [`Entropy`] as the generator that `core` and `model` take.
#[derive(Clone, Copy)]
pub struct Chance<'a>(pub &'a dyn Entropy);

impl TryRng for Chance<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Chance<'_> {}
