//! Keys: what is kept outside the database, so that stealing the database alone is worth nothing. How they change, and what follows
//! when one may have been stolen.

mod renewal;
mod ring;
mod sealing;
mod stolen;
mod take_up;

pub use ring::{KeyMaterial, KeyRing, KeyRingError};
pub use stolen::Theft;
pub use take_up::TakenUp;

/// How many accounts a walk visits in one transaction.
const AT_ONCE: i64 = 20;
