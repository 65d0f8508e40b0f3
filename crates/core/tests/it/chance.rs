//! Generators that tests can foresee.

use std::convert::Infallible;

use rand::{SeedableRng, TryCryptoRng, TryRng, rngs::StdRng};

/// The same generator on every run.
pub(crate) fn seeded(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Gives back prepared bytes, so that a vector's secret can be drawn.
pub(crate) struct Playback<'a>(pub(crate) &'a [u8]);

impl TryRng for Playback<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        let (now, later) = self.0.split_at(wanted.len());
        wanted.copy_from_slice(now);
        self.0 = later;
        Ok(())
    }
}

impl TryCryptoRng for Playback<'_> {}
