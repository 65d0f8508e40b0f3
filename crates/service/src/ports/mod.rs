//! What the use cases need from the world and what tests put in its place.

mod clock;
mod entropy;

pub use clock::{Clock, SystemClock};
pub use entropy::{Chance, Entropy, SystemEntropy};
